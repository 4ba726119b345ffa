"""Every field of a flow."""

from __future__ import annotations

from typing import Final

from blueprint.i18n import message
from blueprint.model.document import Document
from blueprint.model.edits.flows import set_flow
from blueprint.model.notation import FlowKind
from blueprint.model.terms import FLOW_KIND_TITLES
from blueprint.ui.fields.codec import PERCENT, TEXT, WHOLE, Codec
from blueprint.ui.fields.field import Choice, Form, Group
from blueprint.ui.fields.making import entity_field


def _kinds(document: Document) -> tuple[Choice, ...]:
    return tuple(Choice(kind.value, FLOW_KIND_TITLES[kind]) for kind in FlowKind)


FLOW_GROUPS: Final = (
    Group(
        "flow",
        None,
        (
            entity_field(
                "kind",
                message("Kind"),
                Codec(str, FlowKind),
                Document.flow,
                set_flow,
                form=Form.CHOICE,
                choices=_kinds,
            ),
            entity_field("label", message("Label"), TEXT, Document.flow, set_flow),
            entity_field(
                "probability",
                message("Probability"),
                PERCENT,
                Document.flow,
                set_flow,
                unit=lambda _: "%",
            ),
            entity_field(
                "max_count",
                message("At most"),
                WHOLE,
                Document.flow,
                set_flow,
                hint=message("Times, if it leads back"),
            ),
        ),
    ),
)
