"""The command line: one module for each command, and one that declares them all."""
