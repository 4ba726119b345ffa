"""ReportLab's objects of a PDF file, as typed functions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Pdf = Any
"""A PDFDocument; the published types leave out half of it."""
Reference = Any
"""What one object writes to point at another."""


def dictionary(**entries: object) -> Any:
    """Keys without their slash; names as values with it."""
    from reportlab.pdfbase.pdfdoc import PDFDictionary

    return PDFDictionary(entries)


def array(items: Iterable[object]) -> Any:
    """A PDF array of numbers, names and other objects."""
    from reportlab.pdfbase.pdfdoc import PDFArray

    return PDFArray(items)


def text(content: str) -> Any:
    """A text for people to read, in any script."""
    from reportlab.pdfbase.pdfdoc import PDFString

    return PDFString(content)


def stream(pdf: Pdf, content: bytes, *, packed: bool = True, **entries: object) -> Reference:
    """Add a stream to `pdf`, deflated if `packed`."""
    from reportlab.pdfbase.pdfdoc import PDFStream, PDFZCompress

    filters = [PDFZCompress] if packed else []
    return pdf.Reference(PDFStream(dictionary(**entries), content, filters=filters))
