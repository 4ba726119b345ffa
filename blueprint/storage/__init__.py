"""Where blueprints are kept: files, safe saving, step tables."""

from blueprint.storage.opening import open_document
from blueprint.storage.outcome import Opened, SaveFailed, Unreadable
from blueprint.storage.safe_save import save_bytes, save_document
from blueprint.storage.shipped import open_sample, open_template, sample_names, template_names

__all__ = [
    "Opened",
    "SaveFailed",
    "Unreadable",
    "open_document",
    "open_sample",
    "open_template",
    "sample_names",
    "save_bytes",
    "save_document",
    "template_names",
]
