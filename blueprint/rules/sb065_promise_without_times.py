"""A promise can be checked: some steps have a time."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.rules.finding import Finding
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey


def check(survey: Survey) -> Iterator[Finding]:
    document = survey.document
    properties = document.properties
    promises = bool(properties.promise.strip()) or properties.promise_seconds is not None
    if promises and all(step.duration is None for step in document.steps.values()):
        yield RULE.finding(message("The service makes a promise, and no step has a time."))


RULE = Rule(
    id="SB065",
    slug="promise-without-times",
    severity="warning",
    scope="document",
    title=message("A promise is backed by times"),
    why=message("Without times nobody can tell whether the promise can be kept."),
    hint=message("Fill in the standard times of the steps."),
    check=check,
)
