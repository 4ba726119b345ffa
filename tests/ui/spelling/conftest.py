"""The window for the tests of this folder."""

from tests.ui.desk import desk

__all__ = ["desk"]
