"""The document to begin with."""

from __future__ import annotations

from blueprint.i18n import message
from blueprint.model.change import replacing
from blueprint.model.document import Document
from blueprint.model.entities import AnyEntity, Column, Lane, Properties
from blueprint.model.notation import LaneRole
from blueprint.model.order import keys_between

_ROLES = (
    LaneRole.EVIDENCE,
    LaneRole.CUSTOMER,
    LaneRole.ONSTAGE,
    LaneRole.BACKSTAGE,
    LaneRole.SUPPORT,
)


def new_blueprint(language: str = "en", title: str = "", columns: int = 7) -> Document:
    """An empty blueprint with the five classic lanes."""
    lane_keys = keys_between(None, None, len(_ROLES))
    column_keys = keys_between(None, None, columns)
    entities: list[AnyEntity] = [
        Properties.model_validate({"title": title, "language": language}),
        *(
            Lane(id=f"lane-{role}", role=role, order=key)
            for role, key in zip(_ROLES, lane_keys, strict=True)
        ),
        *(
            Column(id=f"column-{place}", order=key)
            for place, key in enumerate(column_keys, start=1)
        ),
    ]
    return Document(entities)


def to_be_of(document: Document) -> Document:
    """A copy to plan a better service in. Its ids stay, so that the two can be compared."""
    copy = document.snapshot()
    old = copy.properties
    copy.apply(replacing(message("Duplicate as to-be"), [(old, old.replaced(state="to-be"))]))
    return copy
