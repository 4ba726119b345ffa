"""What the lessons of a teacher are read as, and what they say of a work."""
