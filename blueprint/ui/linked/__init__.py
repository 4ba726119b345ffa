"""Links from step to blueprint in the window: made, opened, shown as a map."""
