"""Spelling: which words are looked up, where, and what is done about them."""
