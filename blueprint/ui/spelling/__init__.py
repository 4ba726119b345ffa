"""Spelling: words looked up in the dictionaries that are installed, beside whatever is typed."""
