"""What a tool shows above the drawing while the hand moves; painted, never part of a document."""

from __future__ import annotations

from dataclasses import dataclass

from blueprint.i18n import Message
from blueprint.layout.geometry import Box, Point
from blueprint.ui.tools.room import Room


@dataclass(frozen=True, slots=True)
class Ghost:
    """A card that the hand carries: `step`, moved from its place by (dx, dy) points."""

    step: str
    dx: float
    dy: float


@dataclass(frozen=True, slots=True)
class Drop:
    """Where a release would put things, and whether it may."""

    boxes: tuple[Box, ...]
    allowed: bool = True


@dataclass(frozen=True, slots=True)
class InsertLine:
    """A line across the whole body: at x between columns, or at y between lanes."""

    x: float | None = None
    y: float | None = None
    allowed: bool = True


@dataclass(frozen=True, slots=True)
class Wire:
    """The connector in the making; `snapped` is the end that it will join."""

    points: tuple[Point, ...]
    snapped: Point | None = None


@dataclass(frozen=True, slots=True)
class CarriedHeader:
    """The header of a lane (`lane`) or of a phase or column that the hand carries.

    `shift` is how far, in pixels: down for a lane, to the right otherwise.
    """

    id: str
    shift: float


@dataclass(frozen=True, slots=True)
class Overlay:
    """All in the drawing's points, but CarriedHeader."""

    hover: str = ""
    """The card, flow or header under the pointer."""
    handles: tuple[str, ...] = ()
    """Cards that show handles besides a single selected one."""
    ghosts: tuple[Ghost, ...] = ()
    copying: bool = False
    """The ghosts are copies; their originals stay as they are."""
    drop: Drop | None = None
    room: Room | None = None
    """What makes room for the ghosts."""
    insert: InsertLine | None = None
    band: Box | None = None
    wires: tuple[Wire, ...] = ()
    targets: tuple[str, ...] = ()
    """Cards that a connector may lead to."""
    joined: str = ""
    """The card that the connector will lead to."""
    letters: tuple[tuple[str, str], ...] = ()
    """Cards with the letters that choose them."""
    corner: tuple[Point, Point] | None = None
    """Where on a card something will land, and where the hand has it."""
    carried: CarriedHeader | None = None
    hint: Message | None = None
    """A few words at the pointer."""
    refused: bool = False
    """Whether `hint` says why something cannot be."""
    plus: int = -1
    """The place between columns whose + is shown."""
    grid: bool = False


NOTHING = Overlay()
