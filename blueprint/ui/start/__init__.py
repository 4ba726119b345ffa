"""The start page: what a blueprint can begin from, page by page."""
