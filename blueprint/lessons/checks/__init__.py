"""The vocabulary of checks: one kind, one file that binds KIND."""
