"""Where blueprints are kept: files, safe saving, step tables."""

from blueprint.storage.opening import open_document
from blueprint.storage.outcome import Opened, SaveFailed, Unreadable

__all__ = ["Opened", "SaveFailed", "Unreadable", "open_document"]
