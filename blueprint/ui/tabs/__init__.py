"""Several documents in one window, side by side as tabs."""
