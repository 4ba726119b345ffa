"""Random blueprints for property tests: the same seed gives the same blueprint."""

from __future__ import annotations

import random
from typing import Final

from blueprint.model.document import Document
from blueprint.model.entities import AnyEntity, Column, Flow, Lane, Phase, Properties, Step
from blueprint.model.notation import FlowKind, LaneRole, StepKind

ENGLISH: Final = (
    "Pay",
    "Greet the guest",
    "Check in",
    "Take the order at the table",
    "Confirm rate and room",
    "Carry the tray upstairs and knock",
    "Desk, lobby, registration papers, key",
    "Prepare",
    "Send a confirmation by mail, then archive the request with all of its papers",
    "Internationalisation",
)
CHINESE: Final = (
    "签收",
    "顾客打电话",
    "卡车、包装袋、员工着装",
    "登记并处理订单",
    "网站查询路径与清晰说明",
    "客服人员核对订单信息，并在系统中登记顾客的特殊要求和送达时间",
    "装上飞机",
)
ANSWERS: Final = ("yes", "no", "not in stock", "ask again later", "是", "否，退回", "ok", "3 times")

ROLES: Final = (
    LaneRole.EVIDENCE,
    LaneRole.CUSTOMER,
    LaneRole.ONSTAGE,
    LaneRole.ONSTAGE_TECHNOLOGY,
    LaneRole.BACKSTAGE,
    LaneRole.SUPPORT,
)
EXTRA_ROLES: Final = (
    LaneRole.ONSTAGE,
    LaneRole.BACKSTAGE,
    LaneRole.PREPARATION,
    LaneRole.MANAGEMENT,
    LaneRole.EMOTION,
    LaneRole.METRIC,
    LaneRole.CHANNEL,
)


def random_blueprint(seed: int, steps: int | None = None) -> Document:
    """A blueprint of 5 to 200 steps with spans, stacks, labels in both languages."""
    chance = random.Random(seed)
    if steps is None:
        steps = int(5 * 40 ** chance.random())
    lanes = random_lanes(chance)
    count = max(2, round(steps / len(lanes) / chance.uniform(0.3, 0.9)))
    phases = [Phase(id=f"p{n}", title=f"Phase {n}") for n in range(chance.randint(0, 4))]
    columns = [
        Column(
            id=f"k{n}",
            order=f"{n:04d}V",
            phase=phases[n * len(phases) // count].id if phases else None,
        )
        for n in range(count)
    ]
    placed = [random_step(chance, f"s{n}", lanes, columns) for n in range(steps)]
    flows = random_flows(chance, placed, columns)
    properties = Properties(
        line_of_order_penetration=chance.random() < 0.2,
        line_of_implementation=chance.random() < 0.2,
        column_width=chance.choice(("compact", "normal", "normal", "normal", "wide")),
    )
    entities: list[AnyEntity] = [properties, *lanes, *phases, *columns, *placed, *flows]
    return Document(entities)


def random_lanes(chance: random.Random) -> list[Lane]:
    """Three to nine lanes in the order of their roles."""
    roles = [role for role in ROLES if role is LaneRole.CUSTOMER or chance.random() < 0.8]
    roles += [role for role in EXTRA_ROLES if chance.random() < 0.2]
    roles.sort(key=list(LaneRole).index)
    least = [0.0, 0.0, 0.0, 120.0]
    return [
        Lane(id=f"l{n}", role=role, order=f"{n:03d}V", least_height=chance.choice(least))
        for n, role in enumerate(roles)
    ]


def random_step(chance: random.Random, id: str, lanes: list[Lane], columns: list[Column]) -> Step:
    lane = chance.choice(lanes)
    kinds = [StepKind.ACTION] * 8 + [StepKind.DECISION, StepKind.WAIT]
    evidence = lane.role is LaneRole.EVIDENCE
    return Step(
        id=id,
        lane=lane.id,
        column=chance.choice(columns).id,
        order=f"{chance.randrange(1000):03d}V",
        kind=StepKind.EVIDENCE if evidence else chance.choice(kinds),
        span=chance.choice((1, 1, 1, 1, 1, 1, 1, 2, 3, 5)),
        label=chance.choice(chance.choice((ENGLISH, CHINESE))),
        owner=chance.choice(("", "", "Waiter")),
        cost=chance.choice((None, None, None, 1.5)),
    )


def random_flows(chance: random.Random, steps: list[Step], columns: list[Column]) -> list[Flow]:
    """About 1.3 flows a step, most of them between neighbouring columns."""
    place = {column.id: n for n, column in enumerate(columns)}
    found = []
    for n in range(round(len(steps) * chance.uniform(0.8, 1.5))):
        source = chance.choice(steps)
        target = near_step(chance, source, steps, place)
        found.append(random_flow(chance, f"f{n}", source.id, target.id))
    return found


def near_step(
    chance: random.Random, source: Step, steps: list[Step], place: dict[str, int]
) -> Step:
    """Another step, in two of three cases one at most two columns away."""
    others = [step for step in steps if step.id != source.id] or steps
    if chance.random() < 0.66:
        near = [s for s in others if -1 <= place[s.column] - place[source.column] <= 2]
        others = near or others
    return chance.choice(others)


def random_flow(chance: random.Random, id: str, source: str, target: str) -> Flow:
    kinds = [FlowKind.SEQUENCE] * 6 + [FlowKind.EXCHANGE] * 3 + [FlowKind.RECOVERY]
    return Flow(
        id=id,
        source=source,
        target=target,
        kind=chance.choice(kinds),
        label=chance.choice(ANSWERS) if chance.random() < 0.25 else "",
    )
