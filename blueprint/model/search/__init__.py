"""Finding words in every text of a blueprint, and putting others in their place."""
