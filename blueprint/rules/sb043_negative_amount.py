"""Times, costs and capacities are not negative."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import Message, message
from blueprint.model.entities import Step
from blueprint.rules.finding import Finding
from blueprint.rules.names import named
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey


def check(survey: Survey) -> Iterator[Finding]:
    document = survey.document
    for step in document.steps.values():
        for what in _negative_in(step):
            yield RULE.finding(
                message("The {what} of {step} is negative.", what=what, step=named(step)),
                steps=(step.id,),
            )
    for resource in document.resources.values():
        amounts = (
            (message("capacity"), resource.capacity),
            (message("cost per hour"), resource.cost_per_hour),
        )
        using = sorted(step.id for step in document.steps.values() if step.resource == resource.id)
        for what, amount in amounts:
            if amount is not None and amount < 0:
                text = message(
                    "The {what} of the resource “{title}” is negative.",
                    what=what,
                    title=resource.title,
                )
                yield RULE.finding(text, steps=using)
    promised = document.properties.promise_seconds
    if promised is not None and promised < 0:
        yield RULE.finding(message("The promised time is negative."))


def _negative_in(step: Step) -> Iterator[Message]:
    times = step.duration.parameters if step.duration is not None else ()
    if any(time < 0 for time in times):
        yield message("standard time")
    if step.tolerance is not None and step.tolerance < 0:
        yield message("accepted time")
    if step.cost is not None and step.cost < 0:
        yield message("cost")
    if step.wait is not None:
        waits = (step.wait.expected, step.wait.longest)
        if any(wait is not None and wait < 0 for wait in waits):
            yield message("wait")


RULE = Rule(
    id="SB043",
    slug="negative-amount",
    severity="error",
    scope="document",
    title=message("No time, cost or capacity is negative"),
    why=message("Nothing takes less than no time; sums with such a figure are wrong."),
    hint=message("Correct the figure, or clear it if it is not known."),
    check=check,
)
