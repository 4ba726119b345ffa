"""The fields of lanes, columns and phases."""

from __future__ import annotations

from typing import Any, Final

from blueprint.i18n import Message, message
from blueprint.model.change import Change
from blueprint.model.document import Document
from blueprint.model.edits.columns import insert_phase, rename_phase, set_phase
from blueprint.model.edits.lanes import set_lane
from blueprint.model.lane_icons import LANE_ICONS
from blueprint.model.notation import LaneRole
from blueprint.model.terms import ROLE_TITLES
from blueprint.ui.fields.codec import FLAG, NUMBER, TEXT, Codec
from blueprint.ui.fields.field import Choice, Field, Form, Group, Ids
from blueprint.ui.fields.making import entity_field, together


def _roles(document: Document) -> tuple[Choice, ...]:
    return tuple(Choice(role.value, ROLE_TITLES[role]) for role in LaneRole)


def _icons(document: Document) -> tuple[Choice, ...]:
    return (
        Choice("", message("The role’s own")),
        *(Choice(name, text, f"icon/{name}") for name, text in LANE_ICONS.items()),
    )


def _lane(name: str, label: Message, codec: Codec, **options: Any) -> Field:
    return entity_field(name, label, codec, Document.lane, set_lane, **options)


LANE_GROUPS: Final = (
    Group(
        "lane",
        None,
        (
            _lane("role", message("Role"), Codec(str, LaneRole), form=Form.CHOICE, choices=_roles),
            _lane("title", message("Title"), TEXT, hint=message("The role's own name")),
            _lane("subtitle", message("Subtitle"), TEXT, hint=message("Who works here")),
            _lane("icon", message("Icon"), Codec(str, str, ""), form=Form.CHOICE, choices=_icons),
            _lane("least_height", message("Height"), Codec(NUMBER.show, NUMBER.parse, 0.0)),
            _lane("locked", message("Locked"), FLAG, form=Form.SWITCH),
            _lane("frozen", message("Frozen"), FLAG, form=Form.SWITCH),
            _lane("collapsed", message("Collapsed"), FLAG, form=Form.SWITCH),
            _lane("hidden", message("Hidden"), FLAG, form=Form.SWITCH),
        ),
    ),
)


def _phase_title(document: Document, column: str) -> str:
    phase = document.column(column).phase
    return document.phases[phase].title if phase else ""


def _phases(document: Document) -> tuple[Choice, ...]:
    titles = dict.fromkeys(
        document.phases[column.phase].title for column in document.columns if column.phase
    )
    return tuple(Choice(title, title) for title in titles)


def _join_phase(document: Document, ids: Ids, text: str) -> Change:
    """Put columns into the phase of that title, which is made if there is none."""
    title = text.strip()
    if not title:
        return set_phase(document, ids, None)
    for phase in document.phases.values():
        if phase.title == title:
            return set_phase(document, ids, phase.id)
    made, id = insert_phase(document, (), title)
    entries = dict(made.entries)
    for column in ids:
        old = document.column(column)
        entries[column] = (old, old.replaced(phase=id))
    return Change(made.label, entries)


COLUMN_GROUPS: Final = (
    Group(
        "column",
        None,
        (
            Field(
                "phase",
                message("Phase"),
                _phase_title,
                _join_phase,
                form=Form.SUGGEST,
                choices=_phases,
            ),
        ),
    ),
)


def _write_title(document: Document, ids: Ids, text: str) -> Change:
    return together(rename_phase(document, id, text.strip()) for id in ids)


PHASE_GROUPS: Final = (
    Group(
        "phase",
        None,
        (
            Field(
                "title",
                message("Title"),
                lambda document, id: document.phases[id].title,
                _write_title,
            ),
        ),
    ),
)
