"""From the cells of a step table to a document, or to all that is wrong with the table."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import ValidationError

from blueprint.collector import collector_off
from blueprint.i18n import Message, message
from blueprint.model.document import Document
from blueprint.model.edits.start import new_blueprint
from blueprint.model.entities import (
    AnyEntity,
    Column,
    Flow,
    Lane,
    Phase,
    Properties,
    Resource,
    Step,
    Value,
)
from blueprint.model.notation import LaneRole, StepKind
from blueprint.model.order import keys_between
from blueprint.model.units import UnitError
from blueprint.storage.outcome import at_most_shown
from blueprint.storage.table.columns import STEP_COLUMNS
from blueprint.storage.table.flows import ARROW, flow_fields, flows_of
from blueprint.storage.table.ids import Ids, given_ids
from blueprint.storage.table.lanes import LaneKey, in_order, lane_of_each
from blueprint.storage.table.placing import column_numbers, column_phases
from blueprint.storage.table.problems import Problems
from blueprint.storage.table.properties import PROPERTY_READERS, disagreement
from blueprint.storage.table.resources import resources_of
from blueprint.storage.table.rows import Row, read_rows
from blueprint.storage.table.sheet import Sheet

M = TypeVar("M", bound=Value)


def document_of(sheet: Sheet) -> tuple[Document, tuple[Message, ...]]:
    """The document that a table holds, and notices. The same table gives an equal document.

    Raises Unreadable with every bad row and column; nothing of a bad table is kept.
    """
    with collector_off():
        problems = Problems()
        rows, notices = read_rows(sheet, problems)
        entities = _Import(rows, problems, notices).entities()
        problems.refuse_if_any()
        return Document(entities), (*sheet.notices, *at_most_shown(notices))


class _Import:
    """One import under way. `problems` and `notices` are added to."""

    def __init__(self, rows: list[Row], problems: Problems, notices: list[Message]) -> None:
        self._all_rows = rows
        self._rows = [row for row in rows if row.is_step]
        self._problems = problems
        self._notices = notices
        self._ids = Ids(given_ids(self._rows, problems))
        for row in self._rows:
            row.id = row.id or self._ids.new(f"step-{row.number}")
        self._lanes = lane_of_each(self._rows, problems)
        self._lane_ids: dict[LaneKey, str] = {}
        self._column_ids: list[str] = []
        placed = [(row, self._role(row)) for row in self._rows]
        self._places = column_numbers(placed, problems)
        self._placed = placed

    def entities(self) -> list[AnyEntity]:
        """Everything that the rows name. Raises Unreadable if they cannot be read."""
        values = {row.number: self._step_values(row) for row in self._rows}
        resources, resource_ids = self._resources()
        flows = flows_of(self._rows, self._problems)
        properties = self._properties()
        self._problems.refuse_if_any()
        if not self._rows:
            return [*new_blueprint(properties.language).entities.values(), properties]
        emotional = any("emotion" in found for found in values.values())
        lanes = self._lane_entities(emotional)
        columns = self._column_entities(values)
        steps = self._steps(values, resource_ids)
        connections = [
            self._made(
                Flow,
                id=self._ids.new(f"flow:{source}{ARROW[how.kind]}{target}"),
                **flow_fields(source, target, how),
            )
            for source, target, how in flows
        ]
        return [properties, *lanes, *columns, *steps, *connections, *resources]

    # --- steps ---------------------------------------------------------------------------

    def _step_values(self, row: Row) -> dict[str, Any]:
        """The fields of a step that its row gives, its place and resource left out."""
        values: dict[str, Any] = {}
        for name, cell in row.cells.items():
            column = STEP_COLUMNS.get(name)
            if column is None:
                continue
            try:
                value = column.read(cell)
            except UnitError as error:
                self._problems.add(row.number, name, error.reason)
                continue
            if column.part:
                values.setdefault(column.part, {})[column.field] = value
            else:
                values[column.field] = value
        if "label" not in values:
            self._notices.append(message("Row {row} has no label.", row=row.number))
        if "kind" not in values and self._role(row) is LaneRole.EVIDENCE:
            values["kind"] = StepKind.EVIDENCE
        if row.fields:
            values["fields"] = row.fields
        return values

    def _steps(self, values: dict[int, dict[str, Any]], resource_ids: dict[int, str]) -> list[Step]:
        cells: dict[tuple[str, str], list[Row]] = {}
        for row in self._rows:
            cells.setdefault(self._cell(row), []).append(row)
        made: dict[int, Step] = {}
        for (lane, column), rows in cells.items():
            for row, order in zip(rows, keys_between(None, None, len(rows)), strict=True):
                fields = values[row.number]
                fields.update(id=row.id, lane=lane, column=column, order=order)
                if row.number in resource_ids:
                    fields["resource"] = resource_ids[row.number]
                made[row.number] = self._step(row, fields)
        return [made[row.number] for row in self._rows if row.number in made]

    def _step(self, row: Row, fields: dict[str, Any]) -> Step:
        try:
            return Step.model_validate(fields)
        except ValidationError as error:
            place = ".".join(str(part) for part in error.errors()[0]["loc"])
            self._problems.add(row.number, place, message("The value cannot be kept."))
            return Step(id=row.id, lane=fields["lane"], column=fields["column"])

    def _cell(self, row: Row) -> tuple[str, str]:
        lane = self._lane_ids[self._lanes[row.number]]
        return lane, self._column_ids[self._places[row.number] - 1]

    # --- lanes, columns, phases ----------------------------------------------------------

    def _role(self, row: Row) -> LaneRole | None:
        lane = self._lanes.get(row.number)
        return lane[0] if lane else None

    def _lane_entities(self, emotional: bool) -> list[Lane]:
        keys = in_order(self._lanes)
        if emotional and not any(role is LaneRole.EMOTION for role, _ in keys):
            keys = in_order({**self._lanes, 0: (LaneRole.EMOTION, "")})
        for role, title in keys:
            name = f"lane:{role.value}:{title}" if title else f"lane:{role.value}"
            self._lane_ids[role, title] = self._ids.new(name)
        return [
            self._made(Lane, id=self._lane_ids[role, title], role=role, order=order, title=title)
            for (role, title), order in zip(keys, keys_between(None, None, len(keys)), strict=True)
        ]

    def _column_entities(self, values: dict[int, dict[str, Any]]) -> list[Column | Phase]:
        count = max(
            (self._places[number] + fields.get("span", 1) - 1 for number, fields in values.items()),
            default=0,
        )
        titles, notices = column_phases(self._placed, self._places, count)
        self._notices.extend(notices)
        phases = {
            title: self._made(Phase, id=self._ids.new(f"phase:{number}"), title=title)
            for number, title in enumerate(dict.fromkeys(filter(None, titles)), 1)
        }
        self._column_ids = [self._ids.new(f"column:{number}") for number in range(1, count + 1)]
        columns = [
            self._made(Column, id=id, order=order, phase=phases[title].id if title else None)
            for id, order, title in zip(
                self._column_ids, keys_between(None, None, count), titles, strict=True
            )
        ]
        return [*phases.values(), *columns]

    # --- resources and properties --------------------------------------------------------

    def _resources(self) -> tuple[list[Resource], dict[int, str]]:
        """All resources, and the id of the one that each row names, by the row's number."""
        found, notices = resources_of(self._rows, self._problems)
        self._notices.extend(notices)
        ids = {title: self._ids.new(f"resource:{title}") for title in found}
        made = [
            self._made(Resource, id=ids[title], title=title, **fields)
            for title, fields in found.items()
        ]
        named = {
            row.number: ids[title]
            for row in self._rows
            if (title := row.cells.get("resource", "").strip())
        }
        return made, named

    def _properties(self) -> Properties:
        cells: dict[str, str] = {}
        values: dict[str, Any] = {}
        for row in self._all_rows:
            for name, cell in row.document.items():
                if name not in cells:
                    cells[name] = cell
                    self._read_property(row, name, cell, values)
                elif cells[name] != cell:
                    self._notices.append(disagreement(f"document.{name}", row.number, cells[name]))
        values.setdefault("language", _language(self._rows))
        return self._made(Properties, **values)

    def _read_property(self, row: Row, name: str, cell: str, values: dict[str, Any]) -> None:
        try:
            values[name] = PROPERTY_READERS[name](cell)
        except UnitError as error:
            self._problems.add(row.number, f"document.{name}", error.reason)

    @staticmethod
    def _made(kind: type[M], /, **fields: Any) -> M:
        return kind.model_validate(fields)


def _language(rows: list[Row]) -> str:
    """The language of a table that does not say it: Chinese if most labels have Chinese in them."""
    labels = [row.cells.get("label", "") for row in rows]
    chinese = sum(1 for label in labels if any("\u4e00" <= char <= "\u9fff" for char in label))
    return "zh_CN" if chinese * 2 > len(labels) else "en"
