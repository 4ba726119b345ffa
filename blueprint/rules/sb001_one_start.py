"""A blueprint has one start: otherwise nobody can say where the customer comes in."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.rules.finding import Finding
from blueprint.rules.fixes.starts import give_one_start
from blueprint.rules.names import listed_steps
from blueprint.rules.rule import Fix, Rule
from blueprint.rules.survey import Survey


def check(survey: Survey) -> Iterator[Finding]:
    process = survey.process
    ids = [process.wiring.steps[number].id for number in process.starts]
    if not ids:
        yield RULE.finding(message("Nothing says where the service starts."))
    elif len(ids) > 1:
        yield RULE.finding(
            message(
                "The service starts in {count} places: {steps}.",
                count=len(ids),
                steps=listed_steps(survey.document, ids),
            ),
            steps=sorted(ids),
            hint=message("Connect the steps that come later, or mark one step as the start."),
        )


RULE = Rule(
    id="SB001",
    slug="one-start",
    severity="error",
    scope="graph",
    title=message("One start"),
    why=message("Everyone who reads the blueprint should know where the customer comes in."),
    hint=message("Put the customer's first action into the customer lane, or mark a start."),
    check=check,
    fix=Fix(message("give the blueprint one start"), give_one_start),
)
