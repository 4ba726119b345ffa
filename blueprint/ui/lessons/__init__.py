"""Lessons in the window: the panel at the left, hints on the canvas, the list on the start page."""
