"""Families of intentions: each function gives the Change that an act of the user means."""
