"""From a document to the cells of a step table that gives the same document again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from blueprint.i18n import Message
from blueprint.model.colours import COLOURS
from blueprint.model.document import Document
from blueprint.model.entities import FailPoint, Flow, Resource, Step, WaitPoint
from blueprint.model.units import write_distribution, write_duration, write_number
from blueprint.storage.table.columns import DOCUMENT_PREFIX
from blueprint.storage.table.losses import keeps_field, losses, span_within
from blueprint.storage.table.properties import property_cells
from blueprint.storage.table.targets import Target, write_list, write_targets
from blueprint.storage.table.words import colour_word, kind_word, role_word, yes_word

HEADER: Final[tuple[str, ...]] = (
    "id", "lane", "lane_role", "phase", "column", "span", "label", "kind", "sticky_colour", "next",
    "description", "owner", "channel", "tags", "colour", "link", "duration", "tolerance", "wait",
    "wait_longest", "resource", "servers", "cost_per_hour", "cost", "price", "latitude", "emotion",
    "customer_present", "fail", "fail_probability", "severity", "detection", "prevention",
    "recovery", "moment_of_truth",
)  # fmt: skip
"""All columns of a step in the order in which they are written."""

_ALWAYS: Final = frozenset({"id", "lane", "phase", "column", "label", "kind", "next"})


@dataclass(frozen=True, slots=True)
class Table:
    """A header and rows of the same length, and what the table could not hold."""

    header: list[str]
    rows: list[list[str]]
    notices: tuple[Message, ...]


def table_of(document: Document) -> Table:
    """The step table of a document. Rows stand by lane, then by column."""
    rows = _Rows(document).all()
    fields = sorted({name for step in document.steps.values() for name in step.fields})
    fields = [name for name in fields if keeps_field(name)]
    properties = {
        DOCUMENT_PREFIX + name: cell for name, cell in property_cells(document.properties).items()
    }
    if rows:
        rows[0].update(properties)
    else:
        rows.append(properties)
    used = {name for row in rows for name, cell in row.items() if cell} | _ALWAYS
    header = [name for name in HEADER if name in used]
    header += [name for name in fields if name in used]
    header += list(properties)
    cells = [[row.get(name, "") for name in header] for row in rows]
    return Table(header, cells, losses(document))


class _Rows:
    """Writes the row of each step. A resource's figures stand in the first row that names it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._language = document.properties.language
        self._columns = {column.id: n for n, column in enumerate(document.columns, 1)}
        self._lanes = {lane.id: n for n, lane in enumerate(document.lanes)}
        self._phases = {
            column.id: document.phases[column.phase].title
            for column in document.columns
            if column.phase is not None
        }
        self._told: set[str] = set()

    def all(self) -> list[dict[str, str]]:
        steps = sorted(
            self._document.steps.values(),
            key=lambda step: (
                self._lanes[step.lane],
                self._columns[step.column],
                step.order,
                step.id,
            ),
        )
        return [self._row(step) for step in steps]

    def _row(self, step: Step) -> dict[str, str]:
        cells = {name: cell for name, cell in step.fields.items() if keeps_field(name)}
        cells.update(self._place(step))
        cells.update(self._described(step))
        cells.update(self._resource(step))
        cells.update(_wait_cells(step.wait, self._language))
        cells.update(_fail_cells(step.fail, self._language))
        cells["next"] = write_targets(self._targets(step))
        return cells

    def _place(self, step: Step) -> dict[str, str]:
        lane = self._document.lane(step.lane)
        role = role_word(lane.role, self._language)
        place = self._columns[step.column]
        span = span_within(step, place, len(self._columns))
        return {
            "id": step.id,
            "lane": lane.title or role,
            "lane_role": role if lane.title else "",
            "phase": self._phases.get(step.column, ""),
            "column": str(place),
            "span": str(span) if span != 1 else "",
        }

    def _described(self, step: Step) -> dict[str, str]:
        return {
            "label": step.label,
            "kind": kind_word(step.kind, self._language),
            "sticky_colour": colour_word(step.sticky_colour, self._language),
            "description": step.description,
            "owner": step.owner,
            "channel": step.channel,
            "tags": write_list(step.tags),
            "colour": step.colour if step.colour in COLOURS else "",
            "link": step.link,
            "duration": write_distribution(step.duration) if step.duration else "",
            "tolerance": _optional_duration(step.tolerance),
            "cost": _optional_number(step.cost),
            "price": _optional_number(step.price),
            "latitude": _optional_number(step.latitude),
            "emotion": _optional_number(step.emotion),
            "customer_present": self._yes(step.customer_present),
            "moment_of_truth": self._yes(step.moment_of_truth or None),
        }

    def _yes(self, holds: bool | None) -> str:
        return "" if holds is None else yes_word(holds, self._language)

    def _resource(self, step: Step) -> dict[str, str]:
        resource = self._document.get(step.resource, Resource)
        if resource is None or not resource.title:
            return {}
        if resource.id in self._told:
            return {"resource": resource.title}
        self._told.add(resource.id)
        return {
            "resource": resource.title,
            "servers": _optional_number(resource.capacity),
            "cost_per_hour": _optional_number(resource.cost_per_hour),
        }

    def _targets(self, step: Step) -> list[Target]:
        """Where the flows of a step lead, by the place of their targets."""
        flows = sorted(self._document.outgoing(step.id), key=self._reading_order)
        return [Target(flow.target, flow.kind, flow.label, flow.probability) for flow in flows]

    def _reading_order(self, flow: Flow) -> tuple[int, int, str, int, str]:
        target = self._document.step(flow.target)
        place = self._columns[target.column], self._lanes[target.lane], target.order
        return (*place, len(flow.id), flow.id)


def _wait_cells(wait: WaitPoint | None, language: str) -> dict[str, str]:
    if wait is None:
        return {}
    if wait.expected is None and wait.longest is None:
        return {"wait": yes_word(True, language)}
    return {
        "wait": _optional_duration(wait.expected),
        "wait_longest": _optional_duration(wait.longest),
    }


def _fail_cells(fail: FailPoint | None, language: str) -> dict[str, str]:
    if fail is None:
        return {}
    cells = {
        "fail": fail.what,
        "fail_probability": _optional_number(fail.probability),
        "severity": _optional_number(fail.severity),
        "detection": _optional_number(fail.detection),
        "prevention": fail.prevention,
        "recovery": fail.recovery,
    }
    return cells if any(cells.values()) else {"fail": yes_word(True, language)}


def _optional_duration(seconds: float | None) -> str:
    return "" if seconds is None else write_duration(seconds)


def _optional_number(number: float | None) -> str:
    if isinstance(number, int):
        return str(number)
    return "" if number is None else write_number(number)
