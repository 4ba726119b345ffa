"""The flows that the column `next` of a table names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from blueprint.i18n import Message, message
from blueprint.model.notation import FlowKind
from blueprint.model.units import UnitError
from blueprint.storage.outcome import quoted
from blueprint.storage.table.problems import Problems
from blueprint.storage.table.rows import Row
from blueprint.storage.table.targets import (
    Target,
    parse_full_width_targets,
    parse_targets,
)

ARROW = {FlowKind.SEQUENCE: ">", FlowKind.EXCHANGE: "<>", FlowKind.RECOVERY: "!"}


class Steps:
    """Finds the step that a target means: by id, by id without the spaces around it, by label."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._ids: dict[str, str] = {}
        self._labels: dict[str, list[Row]] = {}
        for row in rows:
            self._ids[row.id] = row.id
            label = row.cells.get("label", "")
            if label:
                self._labels.setdefault(label.strip(), []).append(row)
        for id in list(self._ids):
            self._ids.setdefault(id.strip(), id)

    def find(self, name: str) -> str:
        """The id of the step. Raises UnitError if there is none, or more than one."""
        id = self._ids.get(name)
        if id is not None:
            return id
        rows = self._labels.get(name.strip(), [])
        if len(rows) == 1:
            return rows[0].id
        raise UnitError(self._not_found(name, rows))

    def _not_found(self, name: str, rows: list[Row]) -> Message:
        if not rows:
            return message("No step has the id or label “{name}”.", name=quoted(name))
        numbers = ", ".join(str(row.number) for row in rows[:5])
        return message(
            "“{name}” is the label of several steps (rows {rows}). Name one by its id.",
            name=quoted(name),
            rows=numbers + (" …" if len(rows) > 5 else ""),
        )


def flows_of(rows: Iterable[Row], problems: Problems) -> list[tuple[str, str, Target]]:
    """Source, target and the rest of each flow, in the order of the rows."""
    rows = list(rows)
    steps = Steps(rows)
    found: list[tuple[str, str, Target]] = []
    for row in rows:
        cell = row.cells.get("next")
        if cell and cell.strip():
            try:
                found.extend((row.id, id, target) for id, target in _resolved(cell, steps))
            except UnitError as error:
                problems.add(row.number, "next", error.reason)
    return found


def _resolved(cell: str, steps: Steps) -> list[tuple[str, Target]]:
    try:
        return [(steps.find(target.step), target) for target in parse_targets(cell)]
    except UnitError:
        if cell.isascii():
            raise
        try:
            typed = parse_full_width_targets(cell)
            return [(steps.find(target.step), target) for target in typed]
        except UnitError:
            pass
        raise


def flow_fields(source: str, target: str, how: Target) -> Mapping[str, object]:
    """The fields of a flow that are set, without its id."""
    fields: dict[str, object] = {"source": source, "target": target, "kind": how.kind}
    if how.label:
        fields["label"] = how.label
    if how.probability is not None:
        fields["probability"] = how.probability
    return fields
