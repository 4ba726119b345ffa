"""The look and the words that everything on a page besides the drawing shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from blueprint.export.pen import FINE
from blueprint.export.sheet import Piece
from blueprint.i18n import Message, translate

if TYPE_CHECKING:
    from blueprint.drawing.primitives import Group
    from blueprint.drawing.theme import Theme
    from blueprint.model.document import Document


@dataclass(frozen=True, slots=True)
class Frame:
    """What heading, legend and title block are made from."""

    document: Document
    theme: Theme
    language: str

    def words(self, what: Message | str) -> str:
        """`what` in the page's language."""
        return what if isinstance(what, str) else translate(what, self.language)


def placed(groups: list[Group], x: float, y: float, scale: float) -> Piece:
    """Furniture drawn by a Pen, its origin at (x, y) of the page."""
    return Piece(tuple(groups), x, y, scale / FINE)
