"""What stands where in the grid, and all that routing asks of it: is it free between?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort

from blueprint.layout.arrange import Spot


class Occupancy:
    """Taken cells by row and column.

    `across[row]` are the taken columns of a row, `down[column]` the taken rows of a column, and
    `spanned[gutter]` the rows in which a card lies over the gutter left of that column; all
    sorted. `at[row, column]` is the step that takes a cell.
    """

    def __init__(self, rows: int, columns: int) -> None:
        self.across: list[list[int]] = [[] for _ in range(rows)]
        self.down: list[list[int]] = [[] for _ in range(columns)]
        self.spanned: list[list[int]] = [[] for _ in range(columns + 1)]
        self.at: dict[tuple[int, int], Spot] = {}
        self.heights: list[dict[int, int]] = [{} for _ in range(rows)]
        """How many cards of a row need each height."""

    def add(self, spot: Spot) -> None:
        row = spot.y
        heights = self.heights[row]
        heights[spot.height] = heights.get(spot.height, 0) + 1
        for column in range(spot.first, spot.last + 1):
            self.at[row, column] = spot
            insort(self.across[row], column)
            insort(self.down[column], row)
            if column > spot.first:
                insort(self.spanned[column], row)

    def remove(self, spot: Spot) -> None:
        row = spot.y
        heights = self.heights[row]
        heights[spot.height] -= 1
        if not heights[spot.height]:
            del heights[spot.height]
        for column in range(spot.first, spot.last + 1):
            del self.at[row, column]
            _take(self.across[row], column)
            _take(self.down[column], row)
            if column > spot.first:
                _take(self.spanned[column], row)

    def right_of(self, row: int, column: int) -> int:
        """The next taken column to the right; past the last column if there is none."""
        taken = self.across[row]
        place = bisect_right(taken, column)
        return taken[place] if place < len(taken) else len(self.down)

    def left_of(self, row: int, column: int) -> int:
        """The next taken column to the left; -1 if there is none."""
        taken = self.across[row]
        place = bisect_left(taken, column)
        return taken[place - 1] if place else -1

    def below(self, row: int, column: int) -> int:
        """The next taken row further down; past the last row if there is none."""
        taken = self.down[column]
        place = bisect_right(taken, row)
        return taken[place] if place < len(taken) else len(self.across)

    def above(self, row: int, column: int) -> int:
        """The next taken row further up; -1 if there is none."""
        taken = self.down[column]
        place = bisect_left(taken, row)
        return taken[place - 1] if place else -1

    def open_gutter(self, gutter: int, upper: int, lower: int) -> bool:
        """Whether no card lies over a gutter strictly between two rows."""
        taken = self.spanned[gutter]
        if not taken:
            return True
        place = bisect_right(taken, upper)
        return place == len(taken) or taken[place] >= lower


def _take(taken: list[int], value: int) -> None:
    del taken[bisect_left(taken, value)]
