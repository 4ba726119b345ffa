"""Where blueprints are kept: files, safe saving, step tables."""

from blueprint.storage.opening import open_document
from blueprint.storage.outcome import Opened, SaveFailed, Unreadable
from blueprint.storage.safe_save import save_bytes, save_document

__all__ = ["Opened", "SaveFailed", "Unreadable", "open_document", "save_bytes", "save_document"]
