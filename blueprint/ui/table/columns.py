"""The columns of the step table, named as the columns of a table file are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from blueprint.i18n import Message, message
from blueprint.model.change import Change
from blueprint.model.document import Document
from blueprint.model.entities import Step
from blueprint.model.units import write_number
from blueprint.ui.fields.codec import NUMBER, SECONDS, TEXT, WHOLE, Codec
from blueprint.ui.fields.field import Field, Form, Ids
from blueprint.ui.fields.making import step_field
from blueprint.ui.fields.resource import RESOURCE_FIELDS
from blueprint.ui.fields.step import (
    CHANNEL,
    COST,
    DURATION_FIELD,
    LABEL,
    NOTES,
    OWNER,
    PRICE,
    TOLERANCE,
)
from blueprint.ui.table.colours import COLOUR
from blueprint.ui.table.leading import lead, shown_targets
from blueprint.ui.table.parts import FLAG, SHARE, YES_NO, part_field, yes_or_no
from blueprint.ui.table.places import COLUMN, ID, KIND, LANE, NOTE_COLOUR, PHASE
from blueprint.ui.table.reading import Names, Reading

Number = float | None


@dataclass(frozen=True, slots=True)
class TableColumn:
    """`name` is its name in table files. `number` sorts it where it holds numbers."""

    name: str
    title: Message
    field: Field
    width: int
    shown: bool = True
    number: Callable[[Step], Number] | None = None
    read_with: Callable[[Reading, str], str] | None = None

    def read(self, reading: Reading, id: str) -> str:
        """The text of the cell of a step."""
        if self.read_with:
            return self.read_with(reading, id)
        return self.field.read(reading.document, id)


def _write_next(document: Document, ids: Ids, text: str) -> Change:
    names = Names(document.steps.values())
    change = Change(message("Change connectors"))
    for id in ids:
        change = change.then(lead(document, names, id, text))
    return change


NEXT_FIELD: Final = Field(
    "next",
    message("Next"),
    lambda document, id: shown_targets(Reading(document), id),
    _write_next,
    hint=message("Pays; Asks again:no@0.2; <>Greets; !Apologizes"),
)


def _column_number(reading: Reading, id: str) -> str:
    return str(reading.columns[reading.document.step(id).column])


def _mean(step: Step) -> Number:
    return step.duration.mean if step.duration else None


def _fail(name: str) -> Callable[[Step], Number]:
    return lambda step: getattr(step.fail, name) if step.fail else None


def _wait(name: str) -> Callable[[Step], Number]:
    return lambda step: getattr(step.wait, name) if step.wait else None


_SPAN: Final = step_field("span", message("Span"), Codec(str, WHOLE.parse, 1))
_TAGS: Final = message("Tags")
_RESOURCE, _SERVERS, _COST_PER_HOUR = RESOURCE_FIELDS
_EMOTION: Final = step_field("emotion", message("Emotion"), NUMBER)
_LATITUDE: Final = step_field("latitude", message("Latitude"), Codec(write_number, WHOLE.parse))


def _yes_field(name: str, title: Message, codec: Codec) -> Field:
    return step_field(name, title, codec, form=Form.CHOICE, choices=yes_or_no)


def _more(key: str) -> Field:
    from blueprint.ui.fields.step import MORE

    return next(field for field in MORE.fields if field.key == key)


TABLE_COLUMNS: Final = (
    TableColumn("id", message("Id"), ID, 90, shown=False),
    TableColumn("lane", message("Lane"), LANE, 130),
    TableColumn("phase", message("Phase"), PHASE, 90),
    TableColumn("column", message("Column"), COLUMN, 66, read_with=_column_number),
    TableColumn(
        "span", message("Span"), _SPAN, 54, shown=False, number=lambda step: float(step.span)
    ),
    TableColumn("label", message("Step"), LABEL, 200),
    TableColumn("kind", message("Kind"), KIND, 80),
    TableColumn("description", message("Description"), NOTES, 180, shown=False),
    TableColumn("owner", message("Owner"), OWNER, 120),
    TableColumn("channel", message("Channel"), CHANNEL, 90),
    TableColumn("tags", _TAGS, _more("tags"), 100, shown=False),
    TableColumn("colour", message("Card colour"), COLOUR, 90, shown=False),
    TableColumn("sticky_colour", message("Note colour"), NOTE_COLOUR, 90, shown=False),
    TableColumn("duration", message("Time"), DURATION_FIELD, 84, number=_mean),
    TableColumn(
        "tolerance",
        message("Longest time"),
        TOLERANCE,
        96,
        number=lambda step: step.tolerance,
    ),
    TableColumn(
        "wait",
        message("Wait"),
        part_field("wait", "expected", message("Wait"), SECONDS, leads=True),
        70,
        number=_wait("expected"),
    ),
    TableColumn(
        "wait_longest",
        message("Longest wait"),
        part_field("wait", "longest", message("Longest wait"), SECONDS),
        96,
        shown=False,
        number=_wait("longest"),
    ),
    TableColumn("resource", message("Resource"), _RESOURCE, 110, shown=False),
    TableColumn("servers", message("Servers"), _SERVERS, 70, shown=False),
    TableColumn("cost_per_hour", message("Cost an hour"), _COST_PER_HOUR, 96, shown=False),
    TableColumn("cost", message("Cost"), COST, 60, number=lambda step: step.cost),
    TableColumn("price", message("Price"), PRICE, 60, shown=False, number=lambda step: step.price),
    TableColumn(
        "latitude",
        message("Latitude"),
        _LATITUDE,
        70,
        shown=False,
        number=lambda step: step.latitude,
    ),
    TableColumn(
        "emotion", message("Emotion"), _EMOTION, 70, shown=False, number=lambda step: step.emotion
    ),
    TableColumn(
        "customer_present",
        message("Customer present"),
        _yes_field("customer_present", message("Customer present"), YES_NO),
        120,
        shown=False,
    ),
    TableColumn(
        "fail",
        message("What fails"),
        part_field("fail", "what", message("What fails"), TEXT, leads=True),
        140,
    ),
    TableColumn(
        "fail_probability",
        message("Fail probability"),
        part_field("fail", "probability", message("Fail probability"), SHARE),
        110,
        shown=False,
        number=_fail("probability"),
    ),
    TableColumn(
        "severity",
        message("Severity"),
        part_field("fail", "severity", message("Severity"), WHOLE),
        70,
        shown=False,
        number=_fail("severity"),
    ),
    TableColumn(
        "detection",
        message("Detection"),
        part_field("fail", "detection", message("Detection"), WHOLE),
        76,
        shown=False,
        number=_fail("detection"),
    ),
    TableColumn(
        "prevention",
        message("Prevention"),
        part_field("fail", "prevention", message("Prevention"), TEXT),
        140,
        shown=False,
    ),
    TableColumn(
        "recovery",
        message("Recovery"),
        part_field("fail", "recovery", message("Recovery"), TEXT),
        140,
    ),
    TableColumn(
        "moment_of_truth",
        message("Moment of truth"),
        _yes_field("moment_of_truth", message("Moment of truth"), FLAG),
        112,
    ),
    TableColumn("next", message("Next"), NEXT_FIELD, 240, read_with=shown_targets),
)
PLACE_OF: Final = {column.name: place for place, column in enumerate(TABLE_COLUMNS)}
"""The place of each column by its name."""
