"""Where everything stands: a grid of lanes and columns, and connectors between its cells."""
