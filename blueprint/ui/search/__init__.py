"""Find and replace: the bar over the views and what it singles out on the drawing."""
