"""Small parts of the window that Qt does not bring along."""
