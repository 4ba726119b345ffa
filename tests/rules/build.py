"""Blueprints for tests, a line a step: `c1 customer 1 kind=decision -> c2:yes@0.8; <>o1; !r1*3`.

After the id come lane and column (`2+3` spans three columns), then fields of the step, then its
flows: `<>` exchange, `!` recovery, `:label`, `@probability`, `*largest count`. The line `document`
gives properties, the line `lanes` the lanes from top to bottom (otherwise the five classic ones
and those that are used), the line `resource` a resource. Labels are ids unless given.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from blueprint.model.distribution import fixed
from blueprint.model.document import Document
from blueprint.model.entities import (
    AnyEntity,
    Column,
    FailPoint,
    Flow,
    Lane,
    Phase,
    Properties,
    Resource,
    Step,
    WaitPoint,
)
from blueprint.model.notation import ROLE_ORDER, FlowKind, LaneRole, StepKind
from blueprint.model.order import keys_between
from blueprint.rules.finding import Finding
from blueprint.rules.runner import review, rule

_CLASSIC = ("evidence", "customer", "onstage", "backstage", "support")
_FLOW = re.compile(r"(<>|!)?([^:@*]+)(?::([^@*]*))?(?:@([\d.]+))?(?:\*(\d+))?")
_NUMBERS = {"tolerance", "cost", "price", "emotion", "promise_seconds", "cost_per_hour"} | {
    "arrivals_per_hour"
}
_WHOLE = {"capacity", "latitude"}


def blueprint(text: str) -> Document:
    """The document that `text` describes."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    named = {line.split()[0]: line for line in lines}
    rows = [line for line in lines if line.split()[0] not in ("document", "lanes")]
    steps = [line for line in rows if not line.startswith("resource ")]
    entities: list[AnyEntity] = [Properties.model_validate(_fields(named.get("document", "x")))]
    entities += _lanes(named.get("lanes"), [line.split()[1] for line in steps])
    entities += _columns(steps)
    entities += [_step(line, place) for place, line in enumerate(steps)]
    entities += [flow for line in steps for flow in _flows(line)]
    entities += [_resource(line) for line in rows if line.startswith("resource ")]
    return Document(entities)


def findings(id: str, text: str) -> tuple[Finding, ...]:
    """What one rule finds in a blueprint."""
    return review(blueprint(text), among=[rule(id)]).findings


def found(id: str, text: str) -> list[str]:
    """The same as `severity: steps, flows`, flows written `source>target`."""
    document = blueprint(text)
    return [_shown(document, one) for one in review(document, among=[rule(id)]).findings]


Table = Mapping[str, tuple[str, list[str]]]
"""By name a blueprint and what a rule finds in it, in the form of `found`."""


def every_case(tables: Mapping[str, Table]) -> pytest.MarkDecorator:
    """Runs a test with `rule`, `text` and `expected` of each case of tables by rule."""
    return pytest.mark.parametrize(
        ("rule", "text", "expected"),
        [
            pytest.param(rule, *case, id=f"{rule}: {name}")
            for rule, table in tables.items()
            for name, case in table.items()
        ],
    )


def _shown(document: Document, finding: Finding) -> str:
    flows = [document.flow(id) for id in finding.flows]
    about = [*finding.steps, *(f"{flow.source}>{flow.target}" for flow in flows)]
    return f"{finding.severity}: {' '.join(about)}".strip()


def _fields(line: str) -> dict[str, Any]:
    words = shlex.split(line.split("->", maxsplit=1)[0])
    pairs = [word.split("=", 1) for word in words if "=" in word]
    return {name: _value(name, value) for name, value in pairs}


def _value(name: str, value: str) -> Any:
    if name in _NUMBERS:
        return float(value)
    if name in _WHOLE:
        return int(value)
    return value == "yes" if value in ("yes", "no") else value


def _lanes(line: str | None, used: list[str]) -> Iterator[Lane]:
    roles = line.split()[1:] if line else sorted({*_CLASSIC, *used}, key=_rank)
    for role, key in zip(roles, keys_between(None, None, len(roles)), strict=True):
        yield Lane(id=role, role=LaneRole(role), order=key)


def _rank(role: str) -> int:
    return ROLE_ORDER[LaneRole(role)]


def _columns(steps: list[str]) -> Iterator[AnyEntity]:
    places = [_where(line) for line in steps]
    count = max([first + span - 1 for first, span in places], default=3)
    phases = {
        _where(line)[0]: phase
        for line in steps
        if (phase := _fields(line).get("phase")) is not None
    }
    for phase in dict.fromkeys(phases.values()):
        yield Phase(id=f"phase {phase}", title=phase)
    current = None
    for number, key in enumerate(keys_between(None, None, count), start=1):
        current = phases.get(number, current)
        yield Column(id=str(number), order=key, phase=f"phase {current}" if current else None)


def _where(line: str) -> tuple[int, int]:
    first, _, span = line.split()[2].partition("+")
    return int(first), int(span or 1)


def _step(line: str, place: int) -> Step:
    id, lane = line.split()[:2]
    first, span = _where(line)
    fields = _fields(line)
    fields.pop("phase", None)
    fields.setdefault("label", id)
    fields.setdefault("kind", StepKind.EVIDENCE if lane == "evidence" else StepKind.ACTION)
    order = f"{place + 1:06d}V"
    if "duration" in fields:
        fields["duration"] = fixed(float(fields["duration"]))
    fields |= _points(fields)
    return Step(id=id, lane=lane, column=str(first), span=span, order=order, **fields)


def _points(fields: dict[str, Any]) -> dict[str, Any]:
    """Fail and wait points, taken out of the flat fields."""
    points: dict[str, Any] = {}
    names = ("prevention", "recovery")
    fail = {name: fields.pop(name) for name in names if name in fields}
    if "fail" in fields:
        likely = fields.pop("fail_probability", None)
        chance = None if likely is None else float(likely)
        points["fail"] = FailPoint(what=fields.pop("fail"), probability=chance, **fail)
    if "wait" in fields:
        text = fields.pop("wait")
        longest = fields.pop("longest", None)
        points["wait"] = WaitPoint(
            expected=float(text) if text not in ("", "?") else None,
            longest=None if longest is None else float(longest),
        )
    return points


def _flows(line: str) -> Iterator[Flow]:
    source = line.split(maxsplit=1)[0]
    _, _, texts = line.partition("->")
    for number, text in enumerate(filter(None, map(str.strip, texts.split(";")))):
        match = _FLOW.fullmatch(text)
        assert match, text
        prefix, target, label, probability, most = match.groups()
        kinds = {None: FlowKind.SEQUENCE, "<>": FlowKind.EXCHANGE, "!": FlowKind.RECOVERY}
        yield Flow(
            id=f"{source}>{target}#{number}",
            source=source,
            target=target,
            kind=kinds[prefix],
            label=label or "",
            probability=None if probability is None else float(probability),
            max_count=None if most is None else int(most),
        )


def _resource(line: str) -> Resource:
    return Resource(id=line.split()[1], **({"title": line.split()[1]} | _fields(line)))
