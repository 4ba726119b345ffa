"""Where on a card's side each connector leaves: one rule for columns and rows.

A gap is the room between one card and the next in a column (or row). What leaves the first card
and what enters the second is put in an order that keeps courses from crossing at the card.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Final, NamedTuple

from blueprint.layout import sizes
from blueprint.layout.arrange import Spot
from blueprint.layout.evidence import link_below
from blueprint.layout.index import Occupancy
from blueprint.layout.wires import Place, Wire

BOTTOM, TOP, RIGHT, LEFT = range(4)
_CODES: Final = {"B": BOTTOM, "T": TOP, "R": RIGHT, "L": LEFT}
_BITS: Final = 22


class Gap(NamedTuple):
    """The room after one card (-1: before the first) in a column or row."""

    vertical: bool
    at: int
    after: int


Stub = tuple[int, int, bool, int, str, int, Wire, int]
"""The end of a connector at a card, in the order in which stubs stand outside first:
turn (-1 to the left or up, 1 to the right or down, 0 straight on), distance to the turn,
whether the next run goes on (else it turns back), its length, id, segment, wire, key of the turn.
"""


def side_of(code: int, at: int, card: int) -> int:
    """A number for a side of a card: in a column or row, and the card's row or edge column."""
    return (at << _BITS | card) << 2 | code


def ends_of(wire: Wire) -> tuple[tuple[int, Stub], tuple[int, Stub]]:
    """Where a wire leaves and enters, with the stub that does."""
    _, out, into, keys = wire.route
    path = wire.path
    if len(keys) == 1:
        stub = (0, 0, False, 0, wire.id, 0, wire, path[2])
        other = stub
    else:
        stub = _stub(wire, path, 0)
        other = _stub(wire, path[::-1], len(keys) - 1)
    return (
        (side_of(_CODES[out], keys[0] >> 1, path[0] >> 1), stub),
        (side_of(_CODES[into], keys[-1] >> 1, path[-1] >> 1), other),
    )


def _stub(wire: Wire, path: tuple[int, ...], segment: int) -> Stub:
    turn = 1 if path[3] > path[1] else -1
    reach = path[2] - path[0]
    if len(path) == 4:
        return (turn, abs(reach), False, 0, wire.id, segment, wire, path[2])
    goes_on = (path[4] > path[2]) is (reach > 0)
    length = abs(path[3] - path[1])
    return (
        turn,
        abs(reach),
        goes_on,
        -length if goes_on else length,
        wire.id,
        segment,
        wire,
        path[2],
    )


class Ends:
    """Which connectors end at which side of a card."""

    def __init__(self) -> None:
        self.at: defaultdict[int, list[Stub]] = defaultdict(list)

    def add(self, wire: Wire) -> None:
        for side, stub in ends_of(wire):
            self.at[side].append(stub)

    def remove(self, wire: Wire) -> None:
        for side, stub in ends_of(wire):
            self.at[side].remove(stub)
            if not self.at[side]:
                del self.at[side]

    def of_card(self, spot: Spot) -> list[Wire]:
        """All connectors that end at a card, those of both its ends twice."""
        sides = [side_of(LEFT, spot.y, spot.first), side_of(RIGHT, spot.y, spot.last)]
        for column in range(spot.first, spot.last + 1):
            sides += [side_of(TOP, column, spot.y), side_of(BOTTOM, column, spot.y)]
        return [stub[6] for side in sides for stub in self.at.get(side, ())]


def gap_of(grid: Occupancy, side: int) -> Gap:
    """The gap that a side faces; if its card is gone, the gap that runs through its cell."""
    code = side & 3
    at, card = side >> 2 >> _BITS, side >> 2 & ((1 << _BITS) - 1)
    if code == TOP:
        return Gap(True, at, grid.above(card, at))
    if code == LEFT:
        return Gap(False, at, grid.left_of(at, card))
    if code == BOTTOM:
        return Gap(True, at, card if (card, at) in grid.at else grid.above(card, at))
    spot = grid.at.get((at, card))
    return Gap(False, at, spot.last if spot is not None else grid.left_of(at, card))


def gaps_at(grid: Occupancy, row: int, column: int) -> list[Gap]:
    """The gaps around a cell: before and after its card, or the ones that run through it."""
    found = [Gap(True, column, grid.above(row, column)), Gap(False, row, grid.left_of(row, column))]
    if (row, column) in grid.at:
        found += [Gap(True, column, row), Gap(False, row, grid.at[row, column].last)]
    return found


def solve(grid: Occupancy, ends: Ends, gap: Gap, body: int) -> list[tuple[Wire, int, Place]]:
    """The place of each stub of a gap as (wire, segment, place)."""
    vertical, at, after = gap
    if vertical:
        sides = side_of(BOTTOM, at, after), side_of(TOP, at, grid.below(after, at))
        linked = after >= 0 and link_below(grid, after, at) is not None
    else:
        sides = side_of(RIGHT, at, after), side_of(LEFT, at, grid.right_of(at, after))
        linked = False
    first = ends.at.get(sides[0], _NONE) if after >= 0 else _NONE
    second = ends.at.get(sides[1], _NONE)
    if len(first) + len(second) == 1 and not linked:
        stub = (first or second)[0]
        return [(stub[6], stub[5], (0.0, 0.0))]
    straight = [stub for stub in first if not stub[0]]
    if straight or linked or (first and second and _reach_past(vertical, first, second)):
        turning = [stub for stub in first if stub[0]] + [stub for stub in second if stub[0]]
        return _placed(vertical, turning, straight, linked, body)
    return _placed(vertical, first, _NONE, False, body) + _placed(
        vertical, second, _NONE, False, body
    )


_NONE: Final[list[Stub]] = []


def _reach_past(vertical: bool, first: list[Stub], second: list[Stub]) -> bool:
    """Whether what leaves the first card comes as far as what enters the second.

    In a row, two that turn into the same column do not meet: there they are kept in order.
    """
    farthest, nearest = max(stub[7] for stub in first), min(stub[7] for stub in second)
    return farthest > nearest or (farthest == nearest and (vertical or not farthest & 1))


def _placed(
    vertical: bool, turning: list[Stub], straight: list[Stub], linked: bool, body: int
) -> list[tuple[Wire, int, Place]]:
    """Turning left outermost first, straight in the middle, turning right outermost last.

    Straight ones keep the middle of the card unless one half alone cannot hold the rest.
    """
    left = sorted(stub for stub in turning if stub[0] < 0)
    right = sorted((stub for stub in turning if stub[0] > 0), reverse=True)
    middle: list[Stub | None] = [*sorted(straight)]
    if linked:
        middle.append(None)
    stubs: list[Stub | None] = [*left, *middle, *right]
    centre = len(left) + (len(middle) - 1) / 2 if middle else (len(stubs) - 1) / 2
    most = max(centre, len(stubs) - 1 - centre)
    if vertical and most > _full(body):
        centre = most = (len(stubs) - 1) / 2
    found = []
    for place, stub in enumerate(stubs):
        if stub is not None:
            rank = place - centre
            at = (_column_offset(rank, most, body), 0.0) if vertical else (rank, most)
            found.append((stub[6], stub[5], at))
    return found


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
