"""The lanes of a blueprint are there and in order: the lines between them follow from that."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from blueprint.i18n import message
from blueprint.model.notation import CONTACT, LaneRole
from blueprint.rules.finding import Finding
from blueprint.rules.fixes.lanes import complete_lanes, ranks
from blueprint.rules.rule import Fix, Rule
from blueprint.rules.survey import Survey


def check(survey: Survey) -> Iterator[Finding]:
    roles = {lane.role for lane in survey.document.lanes}
    if LaneRole.CUSTOMER not in roles:
        yield RULE.finding(
            message("There is no customer lane."),
            hint=message("Add the customer lane: what the customer does is the spine."),
        )
    if any(above > below for above, below in pairwise(ranks(survey.document))):
        yield RULE.finding(
            message("The lanes are out of order."),
            hint=message(
                "Put them in order: evidence, customer, onstage, backstage, support, preparation."
            ),
        )
    if not roles & CONTACT:
        yield RULE.finding(
            message("There is no onstage or backstage lane."),
            severity="warning",
            hint=message("Add a lane for the people or the technology that the customer meets."),
        )
    if not roles & {LaneRole.BACKSTAGE, LaneRole.SUPPORT}:
        yield RULE.finding(
            message("There is neither a backstage nor a support lane."),
            severity="warning",
            hint=message("Add a lane for the work that the customer does not see."),
        )


RULE = Rule(
    id="SB015",
    slug="lanes-are-incomplete",
    severity="error",
    scope="document",
    title=message("Lanes are complete and in order"),
    why=message("The lines of interaction and visibility follow from the lanes and their order."),
    hint=message("Add the missing lane, or put the lanes in order."),
    check=check,
    fix=Fix(message("complete the lanes"), complete_lanes),
)
