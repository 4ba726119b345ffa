"""What a sound blueprint is: one rule, one file."""
