"""A resource has time to spare for the hours that are busier than others."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.rules.figures import loads_of
from blueprint.rules.finding import Finding
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey

MOST = 0.8
SLACK = 1e-9


def check(survey: Survey) -> Iterator[Finding]:
    for load in loads_of(survey):
        if load.queue is not None and MOST + SLACK < load.queue.utilisation < 1 - SLACK:
            yield RULE.finding(
                message(
                    "“{resource}” is busy {share} of the time; {most} % or less is sound.",
                    resource=survey.document.resources[load.resource].title,
                    share=f"{load.queue.utilisation:.0%}",
                    most=round(MOST * 100),
                ),
                steps=users(survey, load.resource),
            )


def users(survey: Survey, resource: str) -> list[str]:
    """The steps that need a resource."""
    steps = survey.document.steps
    return sorted(id for id, step in steps.items() if step.resource == resource)


RULE = Rule(
    id="SB050",
    slug="resource-is-busy",
    severity="warning",
    scope="graph",
    title=message("Resources have time to spare"),
    why=message("Above 80 % small delays grow into long queues."),
    hint=message("Add a server, shorten its steps, or spread the demand."),
    check=check,
)
