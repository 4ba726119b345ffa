"""Windows of their own, each for one question."""
