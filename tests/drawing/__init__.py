"""What a blueprint looks like."""
