"""Lessons through the real window."""
