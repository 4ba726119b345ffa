"""No resource is given more work than it can ever do."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.rules.figures import loads_of
from blueprint.rules.finding import Finding
from blueprint.rules.rule import Rule
from blueprint.rules.sb050_resource_is_busy import SLACK, users
from blueprint.rules.survey import Survey


def check(survey: Survey) -> Iterator[Finding]:
    for load in loads_of(survey):
        if load.queue is not None and load.queue.utilisation >= 1 - SLACK:
            yield RULE.finding(
                message(
                    "“{resource}” would have to work {share} of the time: "
                    "its queue grows without end.",
                    resource=survey.document.resources[load.resource].title,
                    share=f"{load.queue.utilisation:.0%}",
                ),
                steps=users(survey, load.resource),
            )


RULE = Rule(
    id="SB051",
    slug="queue-without-end",
    severity="error",
    scope="graph",
    title=message("Every resource can do the work that comes"),
    why=message("More customers arrive than can be served, so that waits only ever grow."),
    hint=message("Add servers, shorten the steps, or serve fewer customers."),
    check=check,
)
