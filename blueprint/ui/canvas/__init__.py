"""The canvas: one painter over the drawing, an overlay for the hand, and an index to hit."""
