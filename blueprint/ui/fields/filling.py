"""The fields that fill gaps, many steps at a time."""

from __future__ import annotations

from typing import Final

from blueprint.i18n import message
from blueprint.model.change import Change
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.edits.added import ids_for
from blueprint.model.edits.steps import add_step
from blueprint.model.notation import LaneRole
from blueprint.ui.fields.field import Field, Ids, changed
from blueprint.ui.fields.making import together
from blueprint.ui.fields.step import CHANNEL, DURATION_FIELD, EXPERIENCE, FAIL_POINT, LABEL, OWNER
from blueprint.ui.fields.step import TIME_AND_COST as TIME


def _add_evidence(document: Document, ids: Ids, text: str) -> Change:
    """Evidence of that name in the column of each step that has none yet."""
    lane = next((lane for lane in document.lanes if lane.role is LaneRole.EVIDENCE), None)
    if lane is None:
        raise ChangeRefused(
            message("There is no lane for physical evidence. Add one with Insert, Lane.")
        )
    if not text.strip():
        raise ChangeRefused(message("Evidence needs a name. Write what the customer sees."))
    name, new = text.strip(), ids_for(document, None)
    columns = dict.fromkeys(document.step(id).column for id in ids)
    return together(
        add_step(document, lane.id, column, label=name, new_id=new).change for column in columns
    )


EVIDENCE: Final = Field(
    "evidence",
    message("Evidence"),
    lambda document, id: "",
    _add_evidence,
    hint=message("What the customer sees, hears or holds"),
)


def _of(fields: tuple[Field, ...], key: str) -> Field:
    return next(field for field in fields if field.key == key)


FILLING: Final = {
    "label": LABEL,
    "owner": OWNER,
    "channel": CHANNEL,
    "duration": DURATION_FIELD,
    "tolerance": _of(TIME.fields, "tolerance"),
    "cost": _of(TIME.fields, "cost"),
    "evidence": EVIDENCE,
    "recovery": _of(FAIL_POINT.fields, "fail.recovery"),
    "emotion": _of(EXPERIENCE.fields, "emotion"),
}
"""The field that fills each gap, by the gap's key."""


def filled(document: Document, key: str, ids: Ids, text: str) -> Change:
    """The change that fills a gap of several steps. Raises InputError."""
    change = changed(FILLING[key], document, ids, text)
    label = message("Fill gap", "Fill {count} gaps", count=len(ids))
    return Change(label, change.entries)
