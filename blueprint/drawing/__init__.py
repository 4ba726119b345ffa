"""What a blueprint looks like: primitives that every painter paints alike."""
