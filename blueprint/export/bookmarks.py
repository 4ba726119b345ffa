"""The outline of a file: phases, and under each its steps from left to right.

Of a blueprint with thousands of steps it lists the customer's only: nobody reads more.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from blueprint.export.sheet import Bookmark, Piece
from blueprint.i18n import message, translate
from blueprint.model.notation import ANNOTATIONS, LaneRole

if TYPE_CHECKING:
    from blueprint.layout.geometry import PhaseSpan
    from blueprint.layout.layout import Layout
    from blueprint.model.document import Document

_MOST_STEPS: Final = 2_000
_OUTSIDE = message("Steps outside of any phase")
_UNNAMED_PHASE = message("Phase without a name")
_UNNAMED_STEP = message("Step without a name")


def bookmarks_of(
    document: Document, layout: Layout, language: str, piece: Piece
) -> tuple[Bookmark, ...]:
    """Bookmarks on the page that shows the drawing as `piece`."""
    steps = _steps(document, layout, language, piece)
    if all(span.phase is None for span in layout.phases):
        return tuple(mark for marks in steps.values() for mark in marks)
    place_of = {band.column: place for place, band in enumerate(layout.columns)}
    found = []
    for span in layout.phases:
        first, last = place_of[span.first], place_of[span.last]
        inside = [mark for place in range(first, last + 1) for mark in steps.get(place, ())]
        x, y = _on_page(piece, span.box.x, 0)
        found.append(Bookmark(_phase_title(document, span, language), x, y, tuple(inside)))
    return tuple(mark for mark in found if mark.children or mark.title)


def _phase_title(document: Document, span: PhaseSpan, language: str) -> str:
    if span.phase is None:
        return translate(_OUTSIDE, language)
    title = " ".join(document.phases[span.phase].title.split())
    return title or translate(_UNNAMED_PHASE, language)


def _steps(
    document: Document, layout: Layout, language: str, piece: Piece
) -> dict[int, list[Bookmark]]:
    """The steps by the place of their column, from top to bottom; remarks left out."""
    unnamed = translate(_UNNAMED_STEP, language)
    found: dict[int, list[Bookmark]] = {}
    lanes = [lane for lane in document.lanes if not lane.hidden and lane.role in _roles(document)]
    for place, band in enumerate(layout.columns):
        marks = []
        for lane in lanes:
            for step in document.cell(lane.id, band.column):
                box = layout.card(step.id).box
                x, y = _on_page(piece, box.x, box.y)
                marks.append(Bookmark(" ".join(step.label.split()) or unnamed, x, y))
        if marks:
            found[place] = marks
    return found


def _roles(document: Document) -> Collection[LaneRole]:
    """The roles of the lanes whose steps are listed."""
    if len(document.steps) > _MOST_STEPS:
        return (LaneRole.CUSTOMER,)
    return [role for role in LaneRole if role not in ANNOTATIONS]


def _on_page(piece: Piece, x: float, y: float) -> tuple[float, float]:
    return piece.x + x * piece.scale, piece.y + y * piece.scale
