"""One customer action sets off few hand-overs: each is a place where work waits or gets lost."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.model.notation import LaneRole
from blueprint.model.reading.reach import backward, onward
from blueprint.model.reading.roles import BEHIND, is_customer_action
from blueprint.model.reading.wiring import Wiring
from blueprint.rules.finding import Finding
from blueprint.rules.names import named
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey

_MOST = 3


def check(survey: Survey) -> Iterator[Finding]:
    wiring = survey.process.wiring
    for number, step in enumerate(wiring.steps):
        if is_customer_action(step, wiring.roles[number]):
            count = _hand_overs(wiring, number)
            if count > _MOST:
                yield RULE.finding(
                    message(
                        "After {step} the work passes between lanes {count} times.",
                        step=named(step),
                        count=count,
                    ),
                    steps=(step.id,),
                )


def _hand_overs(wiring: Wiring, action: int) -> int:
    """Passages between lanes in the work behind one customer action.

    Work that comes to a step of another customer action is handed over, and then that one's.
    What several steps of one lane hand to one step, such as branches that join, counts once.
    """
    ahead = onward(wiring)
    own = set(_joined(wiring, action))
    passed: set[tuple[str, int]] = set()
    seen = {action}
    queue = [action]
    for step in queue:
        for next in ahead(step):
            if wiring.roles[next] not in BEHIND:
                continue
            if step != action and not _is_one_lane(wiring, step, next):
                passed.add((wiring.steps[step].lane, next))
            if next not in seen:
                seen.add(next)
                if next in own or not _serves_a_customer(wiring, next):
                    queue.append(next)
    back = {
        (lane, step)
        for lane, step in passed
        for partner in wiring.partners.get(step, ())
        if wiring.steps[partner].lane == lane and (wiring.steps[step].lane, partner) in passed
    }
    return len(passed) - len(back) // 2


def _is_one_lane(wiring: Wiring, one: int, other: int) -> bool:
    return wiring.steps[one].lane == wiring.steps[other].lane


def _joined(wiring: Wiring, step: int) -> list[int]:
    return [*onward(wiring)(step), *backward(wiring)(step)]


def _serves_a_customer(wiring: Wiring, step: int) -> bool:
    return any(wiring.roles[other] is LaneRole.CUSTOMER for other in _joined(wiring, step))


RULE = Rule(
    id="SB066",
    slug="too-many-hand-overs",
    severity="hint",
    scope="graph",
    title=message("At most three hand-overs for one customer action"),
    why=message("With each hand-over work waits, and something may be forgotten."),
    hint=message("See whether one role can do more of it, or whether steps can be joined."),
    check=check,
)
