"""The courses that a flow may take, found from the taken cells alone.

Columns and gutters share one scale of keys, and so do rows and channels: column c has key
2c + 1 and the gutter left of it 2c; row r has 2r + 1 and the channel above it 2r. A course is
`(cost, side at the source, side at the target, keys)`: the keys of its segments by turns, a
vertical's x first if it leaves by the top or bottom, else a horizontal's y.
"""

from __future__ import annotations

from blueprint.layout.arrange import Spot
from blueprint.layout.index import Occupancy
from blueprint.model.notation import FlowKind

Course = tuple[float, str, str, tuple[int, ...]]

BACK: float = 0.3
"""What a sequence pays for leaving by the left side."""


def courses(grid: Occupancy, a: Spot, b: Spot, kind: FlowKind) -> list[Course]:
    """All courses worth a thought from `a` to `b`, cheapest first; never empty."""
    if a.y == b.y:
        return _in_row(grid, a, b, kind)
    if a.first <= b.last and b.first <= a.last:
        found = _in_column(grid, a, b)
    else:
        found = _apart(grid, a, b, kind is FlowKind.SEQUENCE)
    if not found:
        found = _round(grid, a, b, kind is FlowKind.SEQUENCE)
    if len(found) > 1:
        found.sort(key=_cost)
    return found


def _cost(course: Course) -> float:
    return course[0]


def _in_row(grid: Occupancy, a: Spot, b: Spot, kind: FlowKind) -> list[Course]:
    """Straight to the neighbour, else a bow above or below."""
    y = a.y
    if a is b:
        return [(4.0, "R", "B", (2 * y + 1, 2 * a.last + 2, 2 * y + 2, 2 * a.last + 1))]
    if a.last < b.first:
        if grid.right_of(y, a.last) == b.first:
            return [(0.0, "R", "L", (2 * y + 1,))]
        xa, xb, above = a.last, b.first, kind is not FlowKind.RECOVERY
    else:
        if kind is FlowKind.EXCHANGE and grid.left_of(y, a.first) == b.last:
            return [(0.0, "L", "R", (2 * y + 1,))]
        xa, xb, above = a.first, b.last, kind is FlowKind.EXCHANGE
    over = ("T", "T", (2 * xa + 1, 2 * y, 2 * xb + 1))
    under = ("B", "B", (2 * xa + 1, 2 * y + 2, 2 * xb + 1))
    return [(2.0, *over), (2.35, *under)] if above else [(2.0, *under), (2.35, *over)]


def _in_column(grid: Occupancy, a: Spot, b: Spot) -> list[Course]:
    """Straight down or up a column that both share, else round the cards between."""
    low, high = max(a.first, b.first), min(a.last, b.last)
    down = b.y > a.y
    for x in _from_middle(low, high):
        if (grid.below(a.y, x) if down else grid.above(a.y, x)) == b.y:
            return [(0.0, "B", "T", (2 * x + 1,)) if down else (0.0, "T", "B", (2 * x + 1,))]
    upper, lower = (a.y, b.y) if down else (b.y, a.y)
    found: list[Course] = []
    ya, yb = 2 * a.y + 1, 2 * b.y + 1
    edge = max(a.last, b.last)
    if (
        (a.last == edge or grid.right_of(a.y, a.last) > edge)
        and (b.last == edge or grid.right_of(b.y, b.last) > edge)
        and grid.open_gutter(edge + 1, upper, lower)
    ):
        found.append((2.0 if down else 2.2, "R", "R", (ya, 2 * edge + 2, yb)))
    edge = min(a.first, b.first)
    if (
        (a.first == edge or grid.left_of(a.y, a.first) < edge)
        and (b.first == edge or grid.left_of(b.y, b.first) < edge)
        and grid.open_gutter(edge, upper, lower)
    ):
        found.append((2.2 if down else 2.0, "L", "L", (ya, 2 * edge, yb)))
    return found


def _from_middle(low: int, high: int) -> list[int]:
    """The numbers from low to high, the middle one first."""
    if low == high:
        return [low]
    return sorted(range(low, high + 1), key=lambda x: (abs(2 * x - low - high), x))


def _apart(grid: Occupancy, a: Spot, b: Spot, sequence: bool) -> list[Course]:
    """One bend or two between cards that share neither row nor column."""
    ya, yb = a.y, b.y
    if a.last < b.first:
        return _forward(grid, a.last, ya, b.first, yb)
    mirrored = _forward(grid, b.last, yb, a.first, ya)
    return [_turned(course, sequence) for course in mirrored]


def _turned(course: Course, sequence: bool) -> Course:
    """A course the other way round; what is dear for its end is dear for its start."""
    cost, start, end, keys = course
    return (cost + BACK if sequence and end == "L" else cost, end, start, keys[::-1])


def _forward(grid: Occupancy, xa: int, ya: int, xb: int, yb: int) -> list[Course]:
    """L and Z courses from (xa, ya) to (xb, yb) further right; costs are the same both ways."""
    row_a = grid.right_of(ya, xa)
    row_b = grid.left_of(yb, xb)
    down = yb > ya
    if down:
        column_a, column_b = grid.below(ya, xa), grid.above(yb, xb)
        out, into = "B", "T"
        reach_a, reach_b = column_a > yb, column_b < ya
        low, high = max(ya, column_b) + 1, min(yb, column_a)
    else:
        column_a, column_b = grid.above(ya, xa), grid.below(yb, xb)
        out, into = "T", "B"
        reach_a, reach_b = column_a < yb, column_b > ya
        low, high = max(yb, column_a) + 1, min(ya, column_b)
    found: list[Course] = []
    if reach_a and row_b < xa:
        found.append((1.0 if down else 1.25, out, "L", (2 * xa + 1, 2 * yb + 1)))
    if row_a > xb and reach_b:
        found.append((1.25 if down else 1.0, "R", into, (2 * ya + 1, 2 * xb + 1)))
    if low <= high:
        found.append((2.0, out, into, (2 * xa + 1, 2 * high, 2 * xb + 1)))
        if low < high:
            found.append((2.1, out, into, (2 * xa + 1, 2 * low, 2 * xb + 1)))
    first, last = max(xa, row_b) + 1, min(xb, row_a)
    if first <= last:
        found += _through_gutters(grid, first, last, ya, yb)
    return found


def _through_gutters(grid: Occupancy, first: int, last: int, ya: int, yb: int) -> list[Course]:
    """Through the first and the last gutter between that no card lies over."""
    upper, lower = (ya, yb) if ya < yb else (yb, ya)
    is_open = grid.open_gutter
    while first <= last and not is_open(first, upper, lower):
        first += 1
    if first > last:
        return []
    while not is_open(last, upper, lower):
        last -= 1
    found: list[Course] = [(2.05, "R", "L", (2 * ya + 1, 2 * first, 2 * yb + 1))]
    if last > first:
        found.append((2.05, "R", "L", (2 * ya + 1, 2 * last, 2 * yb + 1)))
    return found


def _round(grid: Occupancy, a: Spot, b: Spot, sequence: bool) -> list[Course]:
    """Three bends or four: the way round where cards block all else."""
    down = b.y > a.y
    upper, lower = (a.y, b.y) if down else (b.y, a.y)
    by_a, by_b = (2 * a.y + 2, 2 * b.y) if down else (2 * a.y, 2 * b.y + 2)
    out, into = ("B", "T") if down else ("T", "B")
    back = b.last < a.first
    xa, xb = (a.first, b.last) if back else (a.last, b.first)
    if not back and b.first <= a.last:
        xa = xb = max(a.first, b.first)
    found: list[Course] = []
    for side, gutter in (("R", a.last + 1), ("L", a.first)):
        if grid.open_gutter(gutter, upper, lower):
            cost = 3.0 + (0.3 if (side == "L") is not back else 0.0)
            cost += BACK if side == "L" and back and sequence else 0.0
            found.append((cost, side, into, (2 * a.y + 1, 2 * gutter, by_b, 2 * xb + 1)))
    for side, gutter in (("L", b.first), ("R", b.last + 1)):
        if grid.open_gutter(gutter, upper, lower):
            cost = 3.1 + (0.3 if (side == "R") is not back else 0.0)
            found.append((cost, out, side, (2 * xa + 1, by_a, 2 * gutter, 2 * b.y + 1)))
    if found:
        return found
    gutter = _nearest_open(grid, xa + xb + 1, upper, lower)
    return [(4.0, out, into, (2 * xa + 1, by_a, 2 * gutter, by_b, 2 * xb + 1))]


def _nearest_open(grid: Occupancy, twice: int, upper: int, lower: int) -> int:
    """The open gutter nearest to `twice` / 2; the outermost ones are always open."""
    middle = twice // 2
    for far in range(len(grid.spanned)):
        for gutter in (middle - far, middle + far):
            if 0 <= gutter < len(grid.spanned) and grid.open_gutter(gutter, upper, lower):
                return gutter
    return 0
