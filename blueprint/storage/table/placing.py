"""In which column each row stands, and to which phase each column belongs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from blueprint.i18n import Message, message
from blueprint.model.notation import LaneRole
from blueprint.model.units import UnitError
from blueprint.storage.outcome import quoted
from blueprint.storage.table.columns import MOST_COLUMNS, read_whole
from blueprint.storage.table.problems import Problems
from blueprint.storage.table.rows import Row


def column_numbers(
    rows: Iterable[tuple[Row, LaneRole | None]], problems: Problems
) -> dict[int, int]:
    """The column of each row, by the row's number.

    A customer row without one stands after the customer row above it; any other row shares the
    column of the nearest customer row above, and stands in column 1 before the first.
    """
    places: dict[int, int] = {}
    customer = 0
    for row, role in rows:
        place = _written(row, problems)
        if role is LaneRole.CUSTOMER:
            customer = place if place is not None else customer + 1
        places[row.number] = place if place is not None else max(customer, 1)
        if places[row.number] > MOST_COLUMNS:
            problems.add(row.number, "column", _too_many())
    return places


def _written(row: Row, problems: Problems) -> int | None:
    if "column" not in row.cells:
        return None
    try:
        return read_whole(row.cells["column"], 1)
    except UnitError as error:
        problems.add(row.number, "column", error.reason)
        return None


def _too_many() -> Message:
    return message("A blueprint has at most {most} columns.", most=MOST_COLUMNS)


@dataclass(slots=True)
class _Ballot:
    """What the rows of one column say of its phase."""

    customer: str = ""
    first: str = ""
    rows: list[tuple[int, str]] = field(default_factory=list)

    @property
    def winner(self) -> str:
        return self.customer or self.first


def column_phases(
    rows: Iterable[tuple[Row, LaneRole | None]], places: dict[int, int], count: int
) -> tuple[list[str], list[Message]]:
    """The phase's title of each of `count` columns, empty for none, and notices.

    The customer row in a column decides, else the first row. A column without rows that name a
    phase belongs to the one that holds on both sides of it.
    """
    ballots: dict[int, _Ballot] = {}
    for row, role in rows:
        title = row.cells.get("phase", "").strip()
        if title:
            ballot = ballots.setdefault(places[row.number], _Ballot())
            ballot.first = ballot.first or title
            if role is LaneRole.CUSTOMER:
                ballot.customer = ballot.customer or title
            ballot.rows.append((row.number, title))
    notices = [
        message(
            "Row {row} names the phase “{phase}”, but column {column} belongs to “{winner}”.",
            row=number,
            phase=quoted(title),
            column=place,
            winner=quoted(ballot.winner),
        )
        for place, ballot in sorted(ballots.items())
        for number, title in ballot.rows
        if title != ballot.winner
    ]
    voted = [ballots[n].winner if n in ballots else "" for n in range(1, count + 1)]
    return gaps_filled(voted, used=set(places.values())), notices


def gaps_filled(titles: list[str], used: set[int]) -> list[str]:
    """Columns that no row names take the phase around them, or before them at the end."""
    filled = list(titles)
    last, gap = "", 0
    for place, title in enumerate([*titles, None]):
        if title is not None and not title and place + 1 not in used:
            gap += 1
            continue
        if title is None or title == last:
            filled[place - gap : place] = [last] * gap
        last, gap = title or "", 0
    return filled
