"""A blueprint marks its moments of truth: where customers make up their minds."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.rules.finding import Finding
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey


def check(survey: Survey) -> Iterator[Finding]:
    steps = survey.document.steps.values()
    if steps and not any(step.moment_of_truth for step in steps):
        yield RULE.finding(message("No moment of truth is marked."))


RULE = Rule(
    id="SB034",
    slug="no-moment-of-truth",
    severity="hint",
    scope="document",
    title=message("The blueprint marks moments of truth"),
    why=message("A few moments decide what the customer thinks of the whole service."),
    hint=message("Mark with ★ the contacts that win or lose the customer."),
    check=check,
)
