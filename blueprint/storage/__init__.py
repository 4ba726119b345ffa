"""Where blueprints are kept: files, safe saving, step tables."""
