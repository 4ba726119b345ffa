"""A blueprint looks for what may fail: that is half of what it is drawn for."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.rules.finding import Finding
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey


def check(survey: Survey) -> Iterator[Finding]:
    steps = survey.document.steps.values()
    if steps and all(step.fail is None for step in steps):
        yield RULE.finding(message("No fail point is marked."))


RULE = Rule(
    id="SB032",
    slug="no-fail-point",
    severity="hint",
    scope="document",
    title=message("The blueprint marks fail points"),
    why=message("A blueprint shows where the service may fail before a customer finds out."),
    hint=message("Ask of each step what can go wrong, and mark the worst with F."),
    check=check,
)
