"""What stands on a page beside the drawing and its legend: heading and title block."""

from __future__ import annotations

from typing import Final

from blueprint.drawing.primitives import Group, Stroke
from blueprint.export.frame import Frame
from blueprint.export.pen import Pen, text_width
from blueprint.export.personas import persona_in_heading
from blueprint.export.wording import VARIANTS, kind_of, summary_of, title_of
from blueprint.i18n import Message, message

HEADING: Final = 50.0
"""From the margin to the drawing's top."""
BLOCK_WIDTH: Final = 262.0
BLOCK_HEIGHT: Final = 104.0
_BLOCK_RULES: Final = (42.0, 73.0)
_BLOCK_COLUMNS: Final = (0.0, 104.0, 183.0, BLOCK_WIDTH)
_INSET: Final = 8.0


def heading(frame: Frame, width: float) -> list[Group]:
    """Title and summary, and below what kind of blueprint it is; `width` points wide."""
    window = frame.theme.window
    properties = frame.document.properties
    pen = Pen()
    summary = frame.words(summary_of(frame.document))
    room = width - (text_width(summary, 11) + 24 if summary else 0)
    beside = room >= width / 3
    title = frame.words(title_of(properties))
    pen.text(title, 0, 18, 25, window.ink, bold=True, width=room if beside else width)
    kind = frame.words(kind_of(properties))
    pen.text(kind, 0, 36, 11, window.ink2, width=width - persona_in_heading(frame, pen, width))
    if beside:
        pen.text(summary, width, 18, 11, window.ink2, anchor="right")
    pen.close("heading", title, width, HEADING)
    return pen.groups


def title_block(frame: Frame, scale: float) -> list[Group]:
    """The block that names title, variant, version, date, author, scale and page."""
    window = frame.theme.window
    properties = frame.document.properties
    pen = Pen()
    rule = Stroke(window.ink, 0.6)
    first, second = _BLOCK_RULES
    pen.frame(0, 0, BLOCK_WIDTH, BLOCK_HEIGHT, Stroke(window.ink, 1))
    for y in _BLOCK_RULES:
        pen.line(0, y, BLOCK_WIDTH, y, rule)
    for x in _BLOCK_COLUMNS[1:-1]:
        pen.line(x, first, x, BLOCK_HEIGHT, rule)
    pen.text(frame.words(message("Title")), _INSET, 13, 7.5, window.ink2)
    title = frame.words(title_of(properties))
    pen.text(title, _INSET, 30, 14, window.ink, bold=True, width=BLOCK_WIDTH - 2 * _INSET)
    rows = (
        (
            (message("Variant"), frame.words(VARIANTS[properties.state])),
            (message("Version"), properties.version),
            (message("Date"), properties.date),
        ),
        (
            (message("Drawn by"), properties.author),
            (message("Scale"), shown_scale(scale)),
            (message("Page"), frame.words(message("{page} of {pages}", page=1, pages=1))),
        ),
    )
    for y, row in zip((first, second), rows, strict=True):
        _fields(pen, frame, y, row)
    pen.close("title-block", frame.words(message("Title block")), BLOCK_WIDTH, BLOCK_HEIGHT)
    return pen.groups


def _fields(pen: Pen, frame: Frame, y: float, row: tuple[tuple[Message, str], ...]) -> None:
    window = frame.theme.window
    for place, (name, value) in enumerate(row):
        x, right = _BLOCK_COLUMNS[place], _BLOCK_COLUMNS[place + 1]
        room = right - x - 1.5 * _INSET
        pen.text(frame.words(name), x + _INSET, y + 11, 7.5, window.ink2, width=room)
        shown = value.strip() or "–"
        pen.text(shown, x + _INSET, y + 24, 10.5, window.ink, width=room)


def shown_scale(scale: float) -> str:
    """A scale in per cent, with a decimal where it is small."""
    percent = scale * 100
    return f"{percent:.0f} %" if percent >= 9.95 else f"{percent:.1f} %"
