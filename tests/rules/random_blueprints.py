"""Small random blueprints, sound and unsound; a seed gives the same one again."""

from __future__ import annotations

import random
from collections.abc import Callable

from blueprint.model.document import Document
from tests.rules.build import blueprint

_PROVIDERS = ("onstage", "onstage", "backstage", "support")


def random_blueprint(seed: int) -> Document:
    """A service of up to six customer actions, each served by somebody, with a few mistakes."""
    chooser = random.Random(seed)
    steps = _sound(chooser)
    for _ in range(chooser.randint(0, 3)):
        chooser.choice(_MISTAKES)(chooser, steps)
    lanes = ["evidence", "customer", "onstage", "backstage", "support"]
    if chooser.random() < 0.1:
        chooser.shuffle(lanes)
    rows = [f"{id} {' '.join(row)} -> {'; '.join(flows)}" for id, (row, flows) in steps.items()]
    return blueprint("\n".join([f"lanes {' '.join(lanes)}", *rows]))


Steps = dict[str, tuple[list[str], list[str]]]
"""By id the words of a step's line, and its flows."""


def _sound(chooser: random.Random) -> Steps:
    count = chooser.randint(1, 6)
    steps: Steps = {}
    for place in range(1, count + 1):
        span = chooser.choice((1, 1, 1, 2))
        forward = [f"c{place + 1}"] if place < count else []
        steps[f"c{place}"] = ["customer", f"{place}+{span}"], forward
        for number in range(chooser.randint(0, 2)):
            id = f"p{place}{number}"
            lane = chooser.choice(_PROVIDERS)
            steps[id] = [lane, str(place)], []
            if lane != "support":
                steps[f"c{place}"][1].append(f"<>{id}" if lane == "onstage" else id)
    if chooser.random() < 0.4:
        steps["s"] = ["customer", "1", "kind=start"], ["c1"]
    if chooser.random() < 0.4:
        steps["e"] = ["customer", str(count), "kind=end"], []
        steps[f"c{count}"][1].append("e")
    return steps


def _one(chooser: random.Random, steps: Steps) -> str:
    return chooser.choice(sorted(steps))


def _extra_flow(chooser: random.Random, steps: Steps) -> None:
    prefix = chooser.choice(("", "", "<>", "!"))
    steps[_one(chooser, steps)][1].append(prefix + _one(chooser, steps))


def _flow_to_itself(chooser: random.Random, steps: Steps) -> None:
    id = _one(chooser, steps)
    steps[id][1].append(id)


def _double_flow(chooser: random.Random, steps: Steps) -> None:
    flows = steps[_one(chooser, steps)][1]
    flows += flows[:1]


def _lost_flow(chooser: random.Random, steps: Steps) -> None:
    flows = steps[_one(chooser, steps)][1]
    del flows[:1]


def _another_kind(chooser: random.Random, steps: Steps) -> None:
    kind = chooser.choice(("decision", "decision", "wait", "start", "end", "action"))
    steps[_one(chooser, steps)][0].append(f"kind={kind}")


def _likely_branches(chooser: random.Random, steps: Steps) -> None:
    row, flows = steps[_one(chooser, steps)]
    row.append("kind=decision")
    others = [chooser.choice(sorted(steps)) for _ in range(2)]
    flows += [f"{other}:{n}@{chooser.choice((0, 0.2, 0.7))}" for n, other in enumerate(others)]


def _fail_point(chooser: random.Random, steps: Steps) -> None:
    row, flows = steps[_one(chooser, steps)]
    row.append("fail=x")
    flows.append(f"!{_one(chooser, steps)}")


_MISTAKES: tuple[Callable[[random.Random, Steps], None], ...] = (
    _extra_flow,
    _flow_to_itself,
    _double_flow,
    _lost_flow,
    _another_kind,
    _likely_branches,
    _fail_point,
)
