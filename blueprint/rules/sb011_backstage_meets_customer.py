"""Backstage is out of the customer's sight, unless they meet by phone, web or another channel."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.model.entities import Flow
from blueprint.model.notation import LaneRole
from blueprint.rules.finding import Finding
from blueprint.rules.meetings import named_meeting
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey


def check(survey: Survey, flow: Flow) -> Iterator[Finding]:
    if names := named_meeting(survey, flow):
        source, target = names
        yield RULE.finding(
            message(
                "{source} and {target} are joined across the line of visibility.",
                source=source,
                target=target,
            ),
            steps=(flow.source, flow.target),
            flows=(flow.id,),
        )


RULE = Rule(
    id="SB011",
    slug="backstage-meets-customer",
    severity="warning",
    scope="flow",
    title=message("Customers meet backstage by remote channels alone"),
    why=message("What is backstage the customer does not see, and so cannot deal with directly."),
    hint=message("Name the channel (phone, mail, chat, app, web), or move the step onstage."),
    check=check,
    joins=frozenset(
        {(LaneRole.CUSTOMER, LaneRole.BACKSTAGE), (LaneRole.BACKSTAGE, LaneRole.CUSTOMER)}
    ),
)
