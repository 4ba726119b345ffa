"""Programs that a benchmark starts and measures; none of them is a benchmark itself."""
