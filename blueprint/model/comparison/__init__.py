"""Two documents side by side, and three merged into one."""
