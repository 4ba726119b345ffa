"""From the start an end can be reached: otherwise the customer never gets through."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.rules.finding import Finding
from blueprint.rules.fixes.ends import lead_to_an_end
from blueprint.rules.names import listed_steps
from blueprint.rules.rule import Fix, Rule
from blueprint.rules.survey import Survey


def check(survey: Survey) -> Iterator[Finding]:
    process = survey.process
    if not process.starts or any(process.from_start[end] for end in process.ends):
        return
    ids = [process.wiring.steps[number].id for number in process.starts]
    yield RULE.finding(
        message("No path leads from {start} to an end.", start=listed_steps(survey.document, ids)),
        steps=sorted(ids),
    )


RULE = Rule(
    id="SB002",
    slug="end-cannot-be-reached",
    severity="error",
    scope="graph",
    title=message("An end can be reached"),
    why=message("A customer who follows the arrows never gets through the service."),
    hint=message("Connect the last step to the end, or mark where the service ends."),
    check=check,
    fix=Fix(message("lead the last step to an end"), lead_to_an_end),
)
