"""Onstage people who hand work straight to support leave the customer to do it."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.model.entities import Flow
from blueprint.model.notation import FlowKind, LaneRole
from blueprint.rules.finding import Finding
from blueprint.rules.names import named
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey


def check(survey: Survey, flow: Flow) -> Iterator[Finding]:
    if flow.kind is FlowKind.SEQUENCE:
        source, target = survey.ends(flow)
        yield RULE.finding(
            message(
                "{source} leads to {target} with nobody backstage between.",
                source=named(source),
                target=named(target),
            ),
            steps=(source.id, target.id),
            flows=(flow.id,),
        )


RULE = Rule(
    id="SB012",
    slug="onstage-hands-to-support",
    severity="hint",
    scope="flow",
    title=message("Onstage work reaches support through backstage"),
    why=message("Whoever serves the customer may have to leave them to see to it."),
    hint=message("Check who hands the work over. If somebody unseen does, add the backstage step."),
    check=check,
    joins=frozenset({(LaneRole.ONSTAGE, LaneRole.SUPPORT)}),
)
