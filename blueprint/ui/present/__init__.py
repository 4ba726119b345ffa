"""A blueprint shown to an audience: full screen, one moment after the other."""
