"""A designer for service blueprints: draw, check, measure, simulate and print them."""

__version__ = "0.1.0"
