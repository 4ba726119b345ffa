"""Personas on paper: a line in a page's heading, and a block for each in the report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from blueprint.drawing.moved import moved
from blueprint.drawing.portraits import portrait
from blueprint.drawing.primitives import Group, Layer, Primitive, Rect, Stroke
from blueprint.drawing.writing import block, shortened
from blueprint.export.pen import FINE, Pen, text_width
from blueprint.i18n import Message, message, translate
from blueprint.layout.geometry import Box
from blueprint.layout.text import break_text

if TYPE_CHECKING:
    from blueprint.drawing.theme import Theme
    from blueprint.export.frame import Frame
    from blueprint.export.report_page import Pages
    from blueprint.model.document import Document
    from blueprint.model.entities import Persona

_NAME: Final = 10.5
_DISC: Final = 11.0
"""Radius in a heading, in points."""
_MIDDLE: Final = 34.0
"""Of the line in a heading, from its top."""
_PORTRAIT: Final = 30.0
"""Radius in a block."""
_INSET: Final = 14.0
_GAP: Final = 16.0


def persona_in_heading(frame: Frame, pen: Pen, width: float) -> float:
    """Write at the right whom the blueprint is about; the points that this takes, 0 for nobody."""
    persona = frame.document.main_persona
    if persona is None:
        return 0.0
    window = frame.theme.window
    name, role = shown_name(persona, frame.language), persona.role.strip()
    most, fine = width / 3, round(_NAME * FINE)
    role = shortened(role, most / 2 * FINE, fine) if role else ""
    role_width = text_width(role, _NAME) + 6 if role else 0.0
    name = shortened(name, (most - role_width) * FINE, fine, bold=True)
    left = width - role_width - text_width(name, _NAME, bold=True)
    pen.text(name, left, _MIDDLE + 3.8, _NAME, window.ink, bold=True)
    if role:
        pen.text(role, width, _MIDDLE + 3.8, _NAME, window.ink2, anchor="right")
    disc = portrait(
        persona, _DISC * FINE, frame.theme, images=frame.document.images, ground=window.sheet
    )
    pen.add(moved(disc, (left - _DISC - 6) * FINE, _MIDDLE * FINE))
    return width - left + 2 * _DISC + 24


def shown_name(persona: Persona, language: str) -> str:
    """What a persona is called."""
    return persona.name.strip() or translate(message("Unnamed persona"), language)


def persona_blocks(pages: Pages, document: Document, width: float, x: float) -> None:
    """All personas in a report, each in a frame; nothing where there are none."""
    if not document.personas:
        return
    pages.section(message("Whom it is for"), room=150)
    for persona in document.personas:
        made = _Block(persona, document, pages.theme, width, pages.about.language)
        group = made.group()
        pages.need(made.height)
        pages.place([group], x, pages.y, 1 / FINE)
        pages.gap(made.height + 10)


class _Block:
    """One persona in a frame, `height` points high once it is made."""

    def __init__(
        self, persona: Persona, document: Document, theme: Theme, width: float, language: str
    ) -> None:
        self._persona = persona
        self._document = document
        self._theme = theme
        self._width = width
        self._language = language
        self._parts: list[Primitive] = []
        self._y = _INSET
        self.height = 0.0

    def group(self) -> Group:
        """What it looks like, in units of the pen's fine grid."""
        persona, window = self._persona, self._theme.window
        left = 2 * _INSET + 2 * _PORTRAIT
        room = self._width - left - _INSET
        self._text(shown_name(persona, self._language), left, room, 12.5, window.ink, bold=True)
        self._text(self._about(), left, room, 9.5, window.ink2)
        self._y += 3
        self._text(persona.description, left, room, 9, window.ink)
        self._lists(left, room)
        self.height = max(self._y + _INSET - 4, 2 * _INSET + 2 * _PORTRAIT)
        disc = portrait(
            persona,
            _PORTRAIT * FINE,
            self._theme,
            images=self._document.images,
            ground=window.sheet,
        )
        middle = (_INSET + _PORTRAIT) * FINE
        wide, high = self._width * FINE, self.height * FINE
        edge = Stroke(window.line2, 1.0)
        frame = Rect(0.5, 0.5, wide - 1, high - 1, 14, window.sheet, edge)
        parts = (frame, *moved(disc, middle, middle), *self._parts)
        box = Box(0, 0, wide, high)
        return Group(persona.id, Layer.HEADERS, 0, 0, box, parts, persona.name)

    def _about(self) -> str:
        said = [self._persona.role.strip()]
        if self._document.main_persona is self._persona and len(self._document.personas) > 1:
            said.append(self._word(message("Main persona")))
        return " · ".join(part for part in said if part)

    def _lists(self, left: float, room: float) -> None:
        """Goals and quotes, side by side where there are both."""
        quotes = [
            translate(message("“{quote}”", quote=quote), self._language)
            for quote in self._persona.quotes
        ]
        goals = [f"• {goal}" for goal in self._persona.goals]
        shown = [
            (title, lines)
            for title, lines in ((message("Goals"), goals), (message("Quotes"), quotes))
            if lines
        ]
        top, bottom = self._y + 5, self._y
        each = (room - _GAP * (len(shown) - 1)) / max(1, len(shown))
        for place, (title, lines) in enumerate(shown):
            self._y = top
            self._list(title, lines, left + place * (each + _GAP), each)
            bottom = max(bottom, self._y)
        self._y = bottom

    def _list(self, title: Message, lines: Iterable[str], x: float, room: float) -> None:
        window = self._theme.window
        self._text(self._word(title), x, room, 8.5, window.ink2, bold=True)
        for line in lines:
            self._text(line, x, room, 9, window.ink)

    def _word(self, what: Message) -> str:
        return translate(what, self._language)

    def _text(
        self, text: str, x: float, room: float, size: float, colour: str, *, bold: bool = False
    ) -> None:
        """Broken text at the current height, which goes down by it."""
        if not text.strip():
            return
        fine = round(size * FINE)
        broken = break_text(
            text.strip(), room * FINE, fine, bold, line_height=round(fine * 1.38), most_lines=12
        )
        self._parts += block(broken, x * FINE, self._y * FINE, colour)
        self._y += broken.height / FINE + 1
