"""Reads PDF files back, with another program than the one that wrote them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

_pdfium: Any = import_module("pypdfium2")
"""Untyped."""


def opened(content: bytes) -> Any:
    """The file as pypdfium2 reads it."""
    return _pdfium.PdfDocument(content)


def text_of(content: bytes) -> str:
    """All text of the first page, as copying it gives."""
    return str(opened(content)[0].get_textpage().get_text_range())


def rendered(content: bytes, scale: float = 1.0) -> Any:
    """The first page as a Pillow image."""
    return opened(content)[0].render(scale=scale).to_pil().convert("RGB")


def font_in(content: bytes) -> Any:
    """A font file as fontTools reads it."""
    from io import BytesIO

    return import_module("fontTools.ttLib").TTFont(BytesIO(content))
