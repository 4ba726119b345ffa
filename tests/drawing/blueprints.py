"""Small blueprints and stand-in layouts for the tests of drawing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from blueprint.layout.layout import Layout
from blueprint.model.document import Document
from blueprint.model.entities import AnyEntity, Column, Flow, Lane, Phase, Properties, Step
from blueprint.model.notation import FlowKind, LaneRole
from blueprint.storage import open_document

CASES = Path(__file__).parent.parent / "cases"


def case(name: str) -> Document:
    """One of the tables of tests/cases."""
    return open_document(CASES / name).document


def one_step(role: LaneRole = LaneRole.ONSTAGE, **fields: Any) -> Document:
    """A blueprint of one step, “s”, in a lane of `role`."""
    return blueprint((role,), [step("s", role, **fields)])


def step(id: str, role: LaneRole, column: int = 0, **fields: Any) -> Step:
    return Step(id=id, lane=role.value, column=f"c{column}", **{"label": id, **fields})


def blueprint(
    roles: Sequence[LaneRole],
    steps: Sequence[Step],
    flows: Sequence[tuple[str, str, FlowKind]] = (),
    *,
    columns: int = 1,
    phases: Sequence[str] = (),
    **properties: Any,
) -> Document:
    """Lanes in the order given; `phases` names the phase of each column."""
    entities: list[AnyEntity] = [Properties(**properties)]
    entities += [
        Lane(id=role.value, role=role, order=f"{place:03d}V") for place, role in enumerate(roles)
    ]
    entities += [Phase(id=title, title=title) for title in dict.fromkeys(phases)]
    entities += [
        Column(id=f"c{place}", order=f"{place:03d}V", phase=phases[place] if phases else None)
        for place in range(columns)
    ]
    entities += steps
    entities += [
        Flow(id=f"{source}-{target}", source=source, target=target, kind=kind)
        for source, target, kind in flows
    ]
    return Document(entities)


def laid_out(document: Document) -> tuple[Document, Layout]:
    return document, Layout(document)
