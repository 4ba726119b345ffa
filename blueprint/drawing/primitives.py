"""The display list: frozen shapes in points, y down, with their colours already chosen.

Painters (QPainter, PDF, SVG) draw these and decide nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from blueprint.layout.geometry import Box

Colour = str
"""`#RRGGBB`."""


class Cap(StrEnum):
    """How a stroke ends."""

    FLAT = "flat"
    ROUND = "round"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line's look; dash lengths are on, off, … in points."""

    colour: Colour
    width: float
    dash: tuple[float, ...] = ()
    cap: Cap = Cap.FLAT


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle from its top left corner; `radius` rounds its corners."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0
    fill: Colour | None = None
    stroke: Stroke | None = None
    fill_opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle round a point."""

    x: float
    """Of the centre."""
    y: float
    radius: float
    fill: Colour | None = None
    stroke: Stroke | None = None


Command = (
    tuple[str, float, float] | tuple[str, float, float, float, float, float, float] | tuple[str]
)
"""("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) or ("Z",)."""


@dataclass(frozen=True, slots=True)
class Path:
    """Lines and curves; it is closed where a command says so, and filled as if it were."""

    commands: tuple[Command, ...]
    fill: Colour | None = None
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text in the drawing font, from its left end."""

    text: str
    x: float
    baseline: float
    size: int
    colour: Colour
    bold: bool = False
    width: float = 0.0
    """As the layout measured it."""
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """An Image of the document, fitted into a box."""

    x: float
    y: float
    width: float
    height: float
    image: str
    """Id of the Image."""


Primitive = Rect | Circle | Path | Text | Picture


class Layer(StrEnum):
    """What is painted before what, from the first to the last."""

    GROUND = "ground"
    """Sheet, lane bands, phase dividers."""
    LINES = "lines"
    FLOWS = "flows"
    CARDS = "cards"
    LABELS = "labels"
    """Of flows; above everything so that text stays readable."""
    BADGES = "badges"
    HEADERS = "headers"
    """Lane and phase headers and line labels; sticky on screen."""


@dataclass(frozen=True, slots=True)
class Group:
    """What one entity looks like, in coordinates relative to (x, y).

    `entity` is its id. Two groups with equal `primitives` may share one cached picture.
    """

    entity: str
    layer: Layer
    x: float
    y: float
    bounds: Box
    """Relative to (x, y); everything painted lies inside."""
    primitives: tuple[Primitive, ...]
    title: str = ""
    """What it is, in words: for outlines and for readers of the file."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole blueprint as groups in the order in which they are painted."""

    width: float
    height: float
    background: Colour
    groups: tuple[Group, ...]
