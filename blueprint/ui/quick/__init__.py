"""The bar at the foot of the canvas with what is done most with selected steps."""
