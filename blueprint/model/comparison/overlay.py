"""Two versions laid over each other: the new one, with what was removed put back in its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from blueprint.i18n import message
from blueprint.model.change import Change, adding
from blueprint.model.comparison.matching import Comparison, Difference, Pair, matched_steps
from blueprint.model.document import Document
from blueprint.model.edits.columns import insert_column
from blueprint.model.edits.places import keys_at
from blueprint.model.entities import AnyEntity, Flow, Lane
from blueprint.model.order import key_between

LABEL = message("Compare")


@dataclass(frozen=True, slots=True)
class Overlaid:
    """`marks` name the difference of each step of `document` that has one.

    `ids` give the step of `document` that stands for a step of the old version.
    """

    document: Document
    marks: Mapping[str, Difference]
    ids: Mapping[str, str]


def marks_of(comparison: Comparison, *, old: bool) -> dict[str, Difference]:
    """The difference of each step of one side, by its id there."""
    found = {}
    for pair in comparison.differences:
        step = pair.old if old else pair.new
        if step is not None and pair.difference is not None:
            found[step.id] = pair.difference
    return found


def overlaid(old: Document, new: Document, comparison: Comparison) -> Overlaid:
    """The new version with the steps and flows that were removed; both documents stay."""
    made = _Overlay(old, new)
    marks = marks_of(comparison, old=False)
    for pair in comparison.of(Difference.REMOVED):
        id = made.put_back(pair)
        marks[id] = Difference.REMOVED
    made.put_back_flows()
    return Overlaid(made.document, marks, made.ids)


class _Overlay:
    """The new version while the removed parts are put back."""

    def __init__(self, old: Document, new: Document) -> None:
        self._old = old
        self.document = new.snapshot()
        partner = matched_steps(old, new)
        self.ids = {before: after for after, before in partner.items()}
        self._removed: list[str] = []
        self._columns = self._matched_columns()
        self._lanes: dict[str, str] = {}

    def _matched_columns(self) -> dict[str, str]:
        """The new column of each old one: where most of its steps stand now."""
        votes: dict[str, Counter[str]] = {}
        for before, after in self.ids.items():
            place = self._old.step(before).column
            votes.setdefault(place, Counter())[self.document.step(after).column] += 1
        found: dict[str, str] = {}
        for column in self._old.columns:
            counted = votes.get(column.id, Counter()).most_common()
            free = [id for id, _ in counted if id not in found.values()]
            if free:
                found[column.id] = free[0]
        return found

    def put_back(self, pair: Pair) -> str:
        """Put a removed step into its lane and column; its id there."""
        step = pair.old
        assert step is not None
        lane, column = self._lane(self._old.lane(step.lane)), self._column(step.column)
        id = self._free_id(step.id)
        last = max((other.order for other in self.document.cell(lane, column)), default=None)
        made = step.replaced(
            id=id, lane=lane, column=column, order=key_between(last, None), span=1, resource=""
        )
        self._apply(made)
        self.ids[step.id] = id
        self._removed.append(step.id)
        return id

    def put_back_flows(self) -> None:
        """The flows to and from steps that were removed."""
        removed = set(self._removed)
        for flow in self._old.flows.values():
            ends = {flow.source, flow.target}
            if ends & removed and ends <= self.ids.keys():
                self._apply(self._moved_flow(flow))

    def _moved_flow(self, flow: Flow) -> Flow:
        return flow.replaced(
            id=self._free_id(flow.id),
            source=self.ids[flow.source],
            target=self.ids[flow.target],
        )

    def _lane(self, lane: Lane) -> str:
        """The lane of the new version that an old lane became; it is put back if there is none."""
        if lane.id not in self._lanes:
            same = [other for other in self.document.lanes if other.role is lane.role]
            named = [other for other in same if other.title.casefold() == lane.title.casefold()]
            if named or same:
                self._lanes[lane.id] = (named or same)[0].id
            else:
                self._lanes[lane.id] = self._lane_put_back(lane)
        return self._lanes[lane.id]

    def _lane_put_back(self, lane: Lane) -> str:
        above = [other.role for other in self._old.lanes[: self._old.lanes.index(lane)]]
        place = sum(other.role in above for other in self.document.lanes)
        order = keys_at(self.document.lanes, place)[0]
        made = lane.replaced(id=self._free_id(lane.id), order=order)
        self._apply(made)
        return made.id

    def _column(self, column: str) -> str:
        """The column that an old one became; one of its own right of its neighbour if none."""
        if column not in self._columns:
            ids = [found.id for found in self._old.columns]
            before = [id for id in ids[: ids.index(column)] if id in self._columns]
            places = {found.id: at for at, found in enumerate(self.document.columns)}
            place = places[self._columns[before[-1]]] + 1 if before else 0
            added = insert_column(self.document, place)
            self.document.apply(added.change)
            self._columns[column] = added.id
        return self._columns[column]

    def _free_id(self, id: str) -> str:
        while id in self.document.entities:
            id += "′"
        return id

    def _apply(self, entity: AnyEntity) -> None:
        change: Change = adding(LABEL, [entity])
        self.document.apply(change)
