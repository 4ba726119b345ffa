"""Paper: its sizes, and how a drawing fits on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from blueprint.i18n import Message, message

PAPER: Final = {
    "A4": (595.28, 841.89),
    "A3": (841.89, 1190.55),
    "A2": (1190.55, 1683.78),
    "A1": (1683.78, 2383.94),
    "A0": (2383.94, 3370.39),
    "Letter": (612.0, 792.0),
    "Tabloid": (792.0, 1224.0),
}
"""Width and height in points, upright, by name; ISO 216 and ANSI."""

MOST_POINTS: Final = 14_400.0
"""The longest side of a page that viewers open."""

LEAST_TEXT: Final = 6.0
"""Points; smaller text of a card is hard to read in print."""

CARD_TEXT: Final = 13
"""Size of the text of a card in the drawing."""

_LARGER: Final = {
    "A4": ("A3", "A2", "A1", "A0"),
    "A3": ("A2", "A1", "A0"),
    "A2": ("A1", "A0"),
    "A1": ("A0",),
    "A0": (),
    "Letter": ("Tabloid", "A2", "A1", "A0"),
    "Tabloid": ("A2", "A1", "A0"),
}
_USUAL_SIDE = 1190.55
_SMALLEST_FURNITURE = 0.8
_LARGEST_ENLARGEMENT = 1.25


@dataclass(frozen=True, slots=True)
class Room:
    """A page and what its furniture leaves for the drawing, in points."""

    width: float
    height: float
    furniture: float
    """How much larger than on A3 heading, legend, title block and margins are."""
    above: float
    """From the page's top to the drawing's, in points."""
    below: float
    """From the drawing's bottom to the page's."""
    margin: float

    @property
    def inner_width(self) -> float:
        return self.width - 2 * self.margin

    @property
    def inner_height(self) -> float:
        return self.height - self.above - self.below

    def scale(self, width: float, height: float) -> float:
        """The scale at which a drawing fits, enlarged little at most."""
        largest = _LARGEST_ENLARGEMENT * max(1.0, self.furniture)
        return min(self.inner_width / width, self.inner_height / height, largest)


def paper_named(name: str) -> str | None:
    """The name as PAPER has it, whatever its case; None if there is no such paper."""
    return next((known for known in PAPER if known.lower() == name.lower()), None)


def page_size(paper: str, *, landscape: bool) -> tuple[float, float]:
    """Width and height of a paper of PAPER as it lies."""
    width, height = PAPER[paper]
    return (height, width) if landscape else (width, height)


def furniture_scale(width: float, height: float) -> float:
    """How much larger than on A3 the furniture of a page is: it grows with the page."""
    return max(_SMALLEST_FURNITURE, max(width, height) / _USUAL_SIDE)


def larger_papers(paper: str) -> tuple[str, ...]:
    """Papers larger than `paper`, the smallest first."""
    return _LARGER[paper]


def small_text_notice(scale: float, better: str | None, *, own_size: bool = False) -> Message:
    """What to tell of a card text under LEAST_TEXT; `better` is a paper on which it is not.

    `own_size` says that the page is as large as a page can be.
    """
    size = f"{scale * CARD_TEXT:.1f}"
    if own_size:
        return message(
            "The text of the cards is {size} pt on this page, which is hard to read: no page can "
            "be larger. Split the blueprint.",
            size=size,
        )
    if better is None:
        return message(
            "The text of the cards is {size} pt on this page, which is hard to read. No paper "
            "size is large enough: split the blueprint, or export it in its own size.",
            size=size,
        )
    return message(
        "The text of the cards is {size} pt on this page, which is hard to read. "
        "On {paper} it is 6 pt or more.",
        size=size,
        paper=better,
    )
