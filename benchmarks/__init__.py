"""What is measured, never asserted: speed, memory, and the quality of the picture."""
