"""Threads of comments beside the cards that they are about."""
