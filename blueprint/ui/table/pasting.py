"""A block of cells put into the table: one change for all that fits, a reason for each that not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from blueprint.i18n import Message, message, translate
from blueprint.model.change import Change, diff
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.edits.steps import add_step
from blueprint.model.entities import Step
from blueprint.model.notation import LaneRole
from blueprint.model.units import UnitError
from blueprint.storage.table.rows import column_name
from blueprint.ui.fields.field import InputError, changed
from blueprint.ui.table.columns import PLACE_OF, TABLE_COLUMNS
from blueprint.ui.table.leading import lead
from blueprint.ui.table.places import find_lane, with_columns
from blueprint.ui.table.reading import Names

MOST_ROWS: Final = 20_000
"""Rows of one paste; more are a table to be imported."""
Block = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Refused:
    """A cell that cannot be taken: the step's row among those pasted over, from 0, and why."""

    row: int
    id: str
    place: int
    text: str
    reason: Message


@dataclass(slots=True)
class Pasted:
    """`ids` are the steps that the rows of the block became, "" where a row made none."""

    change: Change
    ids: list[str] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


def with_header(block: Block, places: Sequence[int]) -> tuple[Block, list[int]]:
    """The rows and the columns they fill: as a first row of column names says, else `places`."""
    named = [_place_named(cell) for cell in block[0]] if block else []
    known = [place for place in named if place is not None]
    several = len(block) > 1 and len(known) > 1 and len(known) == len(set(known))
    if several and PLACE_OF["label"] in known and all(_or_empty(named, block[0])):
        return block[1:], [-1 if place is None else place for place in named]
    return block, list(places)


def _or_empty(named: Sequence[int | None], header: Sequence[str]) -> list[bool]:
    ignored = ("lane_role", "link")
    return [
        place is not None or not cell.strip() or column_name(cell) in ignored
        for place, cell in zip(named, header, strict=True)
    ]


def _place_named(cell: str) -> int | None:
    name, plain = column_name(cell), cell.strip().lower()
    for place, column in enumerate(TABLE_COLUMNS):
        titles = (translate(column.title, "en"), translate(column.title, "zh_CN"))
        if name == column.name or plain in (title.lower() for title in titles):
            return place
    return None


def paste(document: Document, block: Block, ids: Sequence[str], places: Sequence[int]) -> Pasted:
    """Fill the cells of `ids` and `places` with `block`; rows beyond `ids` become new steps.

    A place of −1 is passed over. Nothing of a cell that is refused is kept in the change.
    """
    work = _Paste(document, places)
    for row, cells in enumerate(block[:MOST_ROWS]):
        work.row(row, cells, ids[row] if row < len(ids) else "")
    work.connect()
    count = sum(len(cells) for cells in block)
    label = message("Paste {count} cell", "Paste {count} cells", count=count)
    change = diff(document.entities, work.document.entities)
    return Pasted(Change(label, change.entries), work.ids, work.refused)


class _Paste:
    """A paste under way, on a copy of the document."""

    def __init__(self, document: Document, places: Sequence[int]) -> None:
        self.document = document.snapshot()
        self.ids: list[str] = []
        self.refused: list[Refused] = []
        self._places = places
        self._leading: list[tuple[int, str, str]] = []
        self._given: dict[str, str] = {}
        self._last = ""

    def row(self, row: int, cells: Sequence[str], id: str) -> None:
        texts = {
            place: cell for place, cell in zip(self._places, cells, strict=False) if place >= 0
        }
        self._last = id = id or self._new(row, texts)
        self.ids.append(id)
        if not id:
            return
        for place, text in texts.items():
            if TABLE_COLUMNS[place].name == "next":
                self._leading.append((row, id, text))
            elif TABLE_COLUMNS[place].name != "id":
                self._fill(row, id, place, text)

    def connect(self) -> None:
        """The flows come last: they may lead to steps of later rows."""
        if not self._leading:
            return
        names = Names(self.document.steps.values(), self._given)
        for row, id, text in self._leading:
            try:
                self.document.apply(lead(self.document, names, id, text))
            except (UnitError, ChangeRefused) as problem:
                self._refuse(row, id, PLACE_OF["next"], text, problem.reason)

    def _fill(self, row: int, id: str, place: int, text: str) -> None:
        column = TABLE_COLUMNS[place]
        if column.field.read(self.document, id) == text:
            return
        try:
            change = changed(column.field, self.document, (id,), text)
            self.document.apply(change)
        except InputError as problem:
            self._refuse(row, id, place, text, problem.reason)
        except ChangeRefused as problem:
            self._refuse(row, id, place, text, problem.reason)

    def _new(self, row: int, texts: dict[int, str]) -> str:
        """A step for a row beyond the last, where the row says or else beside the row above."""
        if not any(text.strip() for text in texts.values()):
            return ""
        wanted = texts.pop(PLACE_OF["lane"], "")
        try:
            lane = find_lane(self.document, wanted).id if wanted.strip() else self._lane_above()
            number = self._column_after(lane, texts.get(PLACE_OF["column"], ""))
            self.document.apply(with_columns(self.document, number))
            column = self.document.columns[number - 1].id
            added = add_step(self.document, lane, column)
            self.document.apply(added.change)
            self._given[texts.get(PLACE_OF["id"], "").strip()] = added.id
            return added.id
        except (UnitError, ChangeRefused) as problem:
            self._refuse(row, "", PLACE_OF["lane"], wanted, problem.reason)
            return ""

    def _lane_above(self) -> str:
        above = self.document.get(self._last, Step)
        if above is not None:
            return above.lane
        lanes = self.document.lanes
        customer = [lane for lane in lanes if lane.role is LaneRole.CUSTOMER]
        if not lanes:
            raise ChangeRefused(message("There is no lane yet. Add a lane first."))
        return (customer or list(lanes))[0].id

    def _column_after(self, lane: str, wanted: str) -> int:
        """Number of the column: one on within a lane, the same one in another lane."""
        if wanted.strip().isdigit():
            return max(1, min(int(wanted), len(self.document.columns) + MOST_ROWS))
        above = self.document.get(self._last, Step)
        numbers = {column.id: place for place, column in enumerate(self.document.columns, 1)}
        if above is None:
            standing = [
                numbers[step.column] for step in self.document.steps.values() if step.lane == lane
            ]
            return max(standing, default=0) + 1
        return numbers[above.column] + (1 if above.lane == lane else 0)

    def _refuse(self, row: int, id: str, place: int, text: str, reason: Message) -> None:
        self.refused.append(Refused(row, id, place, text, reason))
