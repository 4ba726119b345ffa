"""Blueprints of any size that look like large real ones: the same size gives the same one."""

from __future__ import annotations

import random
from typing import Final

from blueprint.model.document import Document
from blueprint.model.entities import AnyEntity, Column, Flow, Lane, Phase, Step
from blueprint.model.notation import FlowKind, LaneRole, StepKind

ROLES: Final = (
    LaneRole.EVIDENCE,
    LaneRole.CUSTOMER,
    LaneRole.ONSTAGE,
    LaneRole.ONSTAGE_TECHNOLOGY,
    LaneRole.BACKSTAGE,
    LaneRole.SUPPORT,
)
LABELS: Final = (
    "Check in",
    "Greet the guest and take bags",
    "Confirm rate and room",
    "Take the order",
    "Process the registration",
    "Prepare",
    "登记并处理订单",
    "卡车、包装袋、员工着装",
    "网站查询路径与清晰说明",
)
ANSWERS: Final = ("yes", "no", "again", "否")


def synthetic(steps: int, seed: int = 1) -> Document:
    """A blueprint of `steps` steps: 60 columns to 100 steps a lane, 1.3 flows a step.

    Nine flows in ten stay within two columns; one in a hundred goes up to 40 columns far.
    """
    chance = random.Random(seed)
    lanes = [Lane(id=f"l{n}", role=role, order=f"{n}V") for n, role in enumerate(ROLES)]
    count = max(2, round(steps / len(lanes) / 0.75))
    phases = [Phase(id=f"p{n}", title=f"Phase {n + 1}") for n in range(count // 12 + 1)]
    columns = [
        Column(id=f"k{n:05d}", order=f"{n:05d}V", phase=phases[n // 12].id) for n in range(count)
    ]
    placed: list[Step] = []
    by_column: list[list[Step]] = [[] for _ in columns]
    for n in range(steps):
        at = n * count // steps
        step = _step(chance, f"s{n:05d}", lanes[chance.randrange(len(lanes))], columns[at])
        placed.append(step)
        by_column[at].append(step)
    flows = [
        _flow(chance, f"f{n:05d}", placed, by_column, count) for n in range(round(1.3 * steps))
    ]
    entities: list[AnyEntity] = [*lanes, *phases, *columns, *placed, *flows]
    return Document(entities)


def _step(chance: random.Random, id: str, lane: Lane, column: Column) -> Step:
    evidence = lane.role is LaneRole.EVIDENCE
    decision = not evidence and chance.random() < 0.08
    kind = StepKind.EVIDENCE if evidence else StepKind.ACTION
    return Step(
        id=id,
        lane=lane.id,
        column=column.id,
        order=f"{id[1:]}V",
        kind=StepKind.DECISION if decision else kind,
        span=2 if chance.random() < 0.03 else 1,
        label=f"{chance.choice(LABELS)} {chance.randrange(100)}",
        owner="Clerk" if chance.random() < 0.3 else "",
    )


def _flow(
    chance: random.Random,
    id: str,
    placed: list[Step],
    by_column: list[list[Step]],
    count: int,
) -> Flow:
    place = chance.randrange(len(placed))
    source = placed[place]
    column = place * count // len(placed)
    far = chance.choices((2, 8, 40), (90, 9, 1))[0]
    to = min(count - 1, max(0, column + chance.randint(-far // 4, far)))
    target = chance.choice(by_column[to] or [source])
    if target.id == source.id:
        target = placed[(place + 1) % len(placed)]
    kind = FlowKind.EXCHANGE if chance.random() < 0.25 else FlowKind.SEQUENCE
    label = chance.choice(ANSWERS) if chance.random() < 0.1 else ""
    return Flow(id=id, source=source.id, target=target.id, kind=kind, label=label)
