"""Random edits of a document for tests of the incremental layout, each as one Change."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Final

from blueprint.i18n import message
from blueprint.model.change import Change, adding, removing, replacing
from blueprint.model.document import Document
from blueprint.model.entities import AnyEntity, Column, Lane, Phase, Step
from blueprint.model.notation import LaneRole, StepKind
from blueprint.model.order import key_between
from tests.generators import ANSWERS, CHINESE, ENGLISH, random_flow, random_step

EDIT: Final = message("Edit")


def random_edit(chance: random.Random, document: Document) -> Change:
    """An edit of steps, texts or flows mostly, of lanes, columns or properties now and then."""
    if not document.steps or not document.lanes or not document.columns:
        return add_column(chance, document) if not document.columns else add_step(chance, document)
    return chance.choices(EDITS, WEIGHTS)[0](chance, document)


def any_step(chance: random.Random, document: Document) -> Step:
    return document.step(chance.choice(sorted(document.steps)))


def replaced(before: AnyEntity, **fields: object) -> Change:
    return replacing(EDIT, [(before, before.replaced(**fields))])


def add_step(chance: random.Random, document: Document) -> Change:
    id = new_id(chance, "s", document)
    step = random_step(chance, id, list(document.lanes), list(document.columns))
    return adding(EDIT, [step])


def move_step(chance: random.Random, document: Document) -> Change:
    step = any_step(chance, document)
    columns = [column.id for column in document.columns]
    place = columns.index(step.column) + chance.choice((-1, 1, chance.randint(-9, 9)))
    column = columns[max(0, min(place, len(columns) - 1))]
    lane = step.lane if chance.random() < 0.5 else chance.choice(document.lanes).id
    return replaced(step, column=column, lane=lane, order=f"{chance.randrange(999):03d}V")


def move_two_steps(chance: random.Random, document: Document) -> Change:
    first = move_step(chance, document)
    second = move_step(chance, document)
    return Change(EDIT, {**first.entries, **second.entries})


def change_span(chance: random.Random, document: Document) -> Change:
    return replaced(any_step(chance, document), span=chance.choice((1, 1, 2, 3, 6)))


def rename(chance: random.Random, document: Document) -> Change:
    label = chance.choice(chance.choice((ENGLISH, CHINESE)))
    return replaced(any_step(chance, document), label=label)


def set_chips(chance: random.Random, document: Document) -> Change:
    kind = chance.choice((StepKind.ACTION, StepKind.DECISION))
    owner = chance.choice(("", "Clerk"))
    tags, colour = chance.choice(((), (), ("new",))), chance.choice(("", "red"))
    return replaced(any_step(chance, document), owner=owner, kind=kind, tags=tags, colour=colour)


def remove_step(chance: random.Random, document: Document) -> Change:
    step = any_step(chance, document)
    flows = {flow.id: flow for flow in document.outgoing(step.id)}
    flows.update({flow.id: flow for flow in document.incoming(step.id)})
    return removing(EDIT, [step, *flows.values()])


def add_flow(chance: random.Random, document: Document) -> Change:
    id = new_id(chance, "f", document)
    source, target = any_step(chance, document), any_step(chance, document)
    return adding(EDIT, [random_flow(chance, id, source.id, target.id)])


def remove_flow(chance: random.Random, document: Document) -> Change:
    if not document.flows:
        return add_flow(chance, document)
    return removing(EDIT, [document.flow(chance.choice(sorted(document.flows)))])


def change_flow(chance: random.Random, document: Document) -> Change:
    if not document.flows:
        return add_flow(chance, document)
    flow = document.flow(chance.choice(sorted(document.flows)))
    label = chance.choice((*ANSWERS, "", ""))
    fields = (
        {"label": label} if chance.random() < 0.5 else {"target": any_step(chance, document).id}
    )
    return replaced(flow, **fields)


def move_bars(chance: random.Random, document: Document) -> Change:
    """Wish the bars of a flow to another place, or take a wish back."""
    if not document.flows:
        return add_flow(chance, document)
    flow = document.flow(chance.choice(sorted(document.flows)))
    name = chance.choice(("bar_x", "bar_y"))
    return replaced(flow, **{name: chance.choice((None, -1.0, -0.4, 0.0, 0.3, 1.0))})


def add_column(chance: random.Random, document: Document) -> Change:
    columns = document.columns
    place = chance.randint(0, len(columns))
    before = columns[place - 1].order if place else None
    after = columns[place].order if place < len(columns) else None
    column = Column(id=new_id(chance, "k", document), order=key_between(before, after))
    return adding(EDIT, [column])


def remove_column(chance: random.Random, document: Document) -> Change:
    column = chance.choice(document.columns)
    if len(document.columns) == 1 or any(s.column == column.id for s in document.steps.values()):
        return move_step(chance, document)
    return removing(EDIT, [column])


def change_lane(chance: random.Random, document: Document) -> Change:
    lane = chance.choice(document.lanes)
    fields = chance.choice(
        (
            {"hidden": not lane.hidden},
            {"title": "Desk"},
            {"least_height": 150.0},
            {"collapsed": not lane.collapsed},
        )
    )
    return replaced(lane, **fields)


def fold_phase(chance: random.Random, document: Document) -> Change:
    """Fold a phase or unfold it, or give it another column."""
    phases = sorted(document.phases)
    if not phases:
        column = chance.choice(document.columns)
        phase = Phase(id=new_id(chance, "p", document), collapsed=True)
        return adding(EDIT, [phase]).then(replaced(column, phase=phase.id))
    phase = document.phases[chance.choice(phases)]
    if chance.random() < 0.5:
        return replaced(phase, collapsed=not phase.collapsed)
    return replaced(chance.choice(document.columns), phase=chance.choice((phase.id, None)))


def add_lane(chance: random.Random, document: Document) -> Change:
    if len(document.lanes) > 9:
        return change_lane(chance, document)
    last = document.lanes[-1]
    role = chance.choice((LaneRole.SUPPORT, LaneRole.METRIC))
    lane = Lane(id=new_id(chance, "l", document), role=role, order=key_between(last.order, None))
    return adding(EDIT, [lane])


def change_properties(chance: random.Random, document: Document) -> Change:
    width = chance.choice(("compact", "normal", "wide"))
    title = {"title": "A title"}
    return replaced(document.properties, **chance.choice(({"column_width": width}, title)))


def new_id(chance: random.Random, kind: str, document: Document) -> str:
    while (id := f"{kind}{chance.randrange(10**6)}") in document.entities:
        pass
    return id


Edit = Callable[[random.Random, Document], Change]
WEIGHTED: Final[tuple[tuple[Edit, int], ...]] = (
    (add_step, 10),
    (move_step, 24),
    (move_two_steps, 5),
    (change_span, 8),
    (rename, 14),
    (set_chips, 5),
    (remove_step, 8),
    (add_flow, 14),
    (remove_flow, 10),
    (change_flow, 10),
    (move_bars, 10),
    (add_column, 2),
    (remove_column, 2),
    (change_lane, 2),
    (fold_phase, 2),
    (add_lane, 1),
    (change_properties, 1),
)
EDITS: Final = [edit for edit, _ in WEIGHTED]
WEIGHTS: Final = [weight for _, weight in WEIGHTED]
