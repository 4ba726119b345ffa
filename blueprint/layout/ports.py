"""Where on a card's side each connector leaves: one rule for columns and rows.

A gap is the room between one card and the next in a column (or row). What leaves the first card
and what enters the second is put in an order that keeps courses from crossing at the card.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from blueprint.layout import sizes
from blueprint.layout.arrange import Spot
from blueprint.layout.evidence import link_below
from blueprint.layout.index import Occupancy
from blueprint.layout.wires import Place, Wire


class Side(NamedTuple):
    """A side of a card in one column or row: there a connector may leave or enter.

    `at` is the column (for top and bottom) or row, `card` the card's row or edge column.
    """

    name: str
    at: int
    card: int


class Gap(NamedTuple):
    """The room after one card (-1: before the first) in a column or row."""

    vertical: bool
    at: int
    after: int


class Stub(NamedTuple):
    """The end of a connector at a card, in the order in which stubs stand outside first.

    `turn` is -1 to the left or up, 1 to the right or down, 0 for straight ones.
    """

    turn: int
    reach: int
    goes_on: bool
    length: int
    id: str
    segment: int
    wire: Wire
    key: int
    """The key at which it turns."""


def sides_of(wire: Wire) -> tuple[tuple[Side, int], tuple[Side, int]]:
    """Where a wire leaves and enters, each with the segment that does."""
    route = wire.route
    last = len(route[3]) - 1
    return (
        (_side(route[1], route[3][0], wire.path[0]), 0),
        (_side(route[2], route[3][last], wire.path[-1]), last),
    )


def _side(name: str, key: int, card: int) -> Side:
    return Side(name, key >> 1, card >> 1)


class Ends:
    """Which connectors end at which side of a card."""

    def __init__(self) -> None:
        self.at: defaultdict[Side, list[Wire]] = defaultdict(list)

    def add(self, wire: Wire) -> None:
        for side, _ in sides_of(wire):
            self.at[side].append(wire)

    def remove(self, wire: Wire) -> None:
        for side, _ in sides_of(wire):
            self.at[side].remove(wire)

    def of_card(self, spot: Spot) -> list[Wire]:
        """All connectors that end at a card, those of both its ends twice."""
        sides = [Side("L", spot.y, spot.first), Side("R", spot.y, spot.last)]
        for column in range(spot.first, spot.last + 1):
            sides += [Side("T", column, spot.y), Side("B", column, spot.y)]
        return [wire for side in sides for wire in self.at.get(side, ())]


def gap_of(grid: Occupancy, side: Side) -> Gap:
    """The gap that a side faces."""
    name, at, card = side
    if name in ("B", "R"):
        return Gap(name == "B", at, card)
    if name == "T":
        return Gap(True, at, grid.above(card, at))
    return Gap(False, at, grid.left_of(at, card))


def gap_sides(grid: Occupancy, gap: Gap) -> tuple[Side, Side]:
    """The two sides that face each other across a gap; one of them may be no card's."""
    if gap.vertical:
        return Side("B", gap.at, gap.after), Side("T", gap.at, grid.below(gap.after, gap.at))
    return Side("R", gap.at, gap.after), Side("L", gap.at, grid.right_of(gap.at, gap.after))


def solve(grid: Occupancy, ends: Ends, gap: Gap, body: int) -> list[tuple[Wire, int, Place]]:
    """The place of each stub of a gap as (wire, segment, place)."""
    first_side, second_side = gap_sides(grid, gap)
    first = _stubs(ends.at.get(first_side, ()), first_side)
    second = _stubs(ends.at.get(second_side, ()), second_side)
    linked = gap.vertical and gap.after >= 0 and link_below(grid, gap.after, gap.at) is not None
    straight = [stub for stub in first if stub.turn == 0]
    together = bool(straight) or linked
    if not together and first and second:
        together = max(stub.key for stub in first) >= min(stub.key for stub in second)
    if together:
        turning = [stub for stub in first + second if stub.turn]
        return _placed(gap, turning, straight, linked, body)
    return _placed(gap, first, [], False, body) + _placed(gap, second, [], False, body)


def _stubs(wires: Iterable[Wire], side: Side) -> list[Stub]:
    return [
        _stub(wire, segment) for wire in wires for found, segment in sides_of(wire) if found == side
    ]


def _stub(wire: Wire, segment: int) -> Stub:
    path = wire.path
    count = len(path) - 2
    if count == 1:
        return Stub(0, 0, False, 0, wire.id, 0, wire, path[2])
    if segment:
        path = path[::-1]
    turn = 1 if path[3] > path[1] else -1
    reach = abs(path[2] - path[0])
    goes_on, length = False, 0
    if count > 2:
        goes_on = (path[4] > path[2]) is (path[2] > path[0])
        length = abs(path[3] - path[1])
        length = -length if goes_on else length
    return Stub(turn, reach, goes_on, length, wire.id, segment, wire, path[2])


def _placed(
    gap: Gap, turning: list[Stub], straight: list[Stub], linked: bool, body: int
) -> list[tuple[Wire, int, Place]]:
    """Turning left outermost first, straight in the middle, turning right outermost last.

    Straight ones keep the middle of the card unless one half alone cannot hold the rest.
    """
    left = sorted(stub for stub in turning if stub.turn < 0)
    right = sorted((stub for stub in turning if stub.turn > 0), reverse=True)
    middle: list[Stub | None] = [*sorted(straight)]
    if linked:
        middle.append(None)
    stubs: list[Stub | None] = [*left, *middle, *right]
    if not stubs:
        return []
    centre = len(left) + (len(middle) - 1) / 2 if middle else (len(stubs) - 1) / 2
    most = max(centre, len(stubs) - 1 - centre)
    if gap.vertical and most > _full(body):
        centre = most = (len(stubs) - 1) / 2
    return [
        (stub.wire, stub.segment, _place(gap, place - centre, most, body))
        for place, stub in enumerate(stubs)
        if stub is not None
    ]


def _place(gap: Gap, rank: float, most: float, body: int) -> Place:
    if not gap.vertical:
        return (rank, most)
    return (_column_offset(rank, most, body), 0.0)


def _column_offset(rank: float, most: float, body: int) -> float:
    """From the column's middle: within 60 % of the card, then 84 %, then sharing."""
    if most == 0:
        return 0.0
    if 0.3 * body / most >= sizes.PORT_LEAST:
        return rank * min(sizes.PORT, 0.3 * body / most)
    full = _full(body)
    if most > full:
        rank = round(rank * full / most)
    return rank * sizes.PORT_LEAST


def _full(body: int) -> int:
    """How many ports 84 % of a column holds on either side of its middle."""
    return int(0.42 * body / sizes.PORT_LEAST + 0.05)


def row_offset(place: Place, height: float) -> float:
    """From the row's middle: within 60 % of the card's height."""
    rank, most = place
    return rank * min(sizes.PORT, 0.3 * height / most) if most else 0.0


def row_need(most: float) -> int:
    """The height whose middle 60 % holds ports up to that rank at the least distance."""
    return int(2 * most) * 10
