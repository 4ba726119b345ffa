"""The step table: the form in which people already keep blueprints."""
