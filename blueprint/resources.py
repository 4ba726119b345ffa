"""The only place that knows where fonts, icons, translations, samples and templates lie."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    installed = Path(__file__).parent / "_resources"
    return installed if installed.is_dir() else Path(__file__).parent.parent / "resources"


def resource_folder(name: str) -> Path:
    """The folder `resources/<name>`, in a checkout or in an installed wheel."""
    return _root() / name


def resource(name: str) -> Path:
    """The file `resources/<name>`, in a checkout or in an installed wheel."""
    return _root() / name
