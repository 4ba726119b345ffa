"""A drawing on a page of its own size, among the pages of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from blueprint.export.frame import placed
from blueprint.export.least_widths import with_visible_lines
from blueprint.export.paper import MOST_POINTS
from blueprint.export.pen import Pen
from blueprint.export.sheet import About, Bookmark, Piece, Sheet

if TYPE_CHECKING:
    from blueprint.drawing.primitives import Drawing
    from blueprint.drawing.theme import Theme
    from blueprint.model.document import Document

_MARGIN: Final = 34.0
_HEAD: Final = 34.0
_LEAST: Final = 520.0


def drawing_page(
    drawing: Drawing, document: Document, about: About, look: Theme, *, title: str, page: int
) -> Sheet:
    """The drawing at full size (smaller past what viewers show), under its title."""
    most = MOST_POINTS - 2 * _MARGIN - _HEAD
    scale = min(1.0, most / max(drawing.width, drawing.height, 1.0))
    width = max(_LEAST, drawing.width * scale) + 2 * _MARGIN
    height = drawing.height * scale + 2 * _MARGIN + _HEAD
    pen = Pen()
    pen.text(title, 0, 16, 16, look.window.ink, bold=True, width=width - 2 * _MARGIN)
    pen.close("drawing-title", title, width, _HEAD)
    groups = with_visible_lines(drawing.groups, look, scale)
    return Sheet(
        width,
        height,
        (
            placed(pen.groups, _MARGIN, _MARGIN, 1),
            Piece(groups, _MARGIN, _MARGIN + _HEAD, scale),
        ),
        about,
        background=drawing.background,
        bookmarks=(Bookmark(title, _MARGIN, _MARGIN, page=page),),
        images=document.images,
    )
