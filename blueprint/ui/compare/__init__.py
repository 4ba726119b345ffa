"""Two versions of a blueprint in one window: stacked, side by side or laid over each other."""
