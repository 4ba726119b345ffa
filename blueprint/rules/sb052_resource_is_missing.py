"""A step's resource exists and has a capacity: otherwise nobody could do the step."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.rules.finding import Finding
from blueprint.rules.names import named
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey


def check(survey: Survey) -> Iterator[Finding]:
    resources = survey.document.resources
    for step in survey.document.steps.values():
        if not step.resource:
            continue
        resource = resources.get(step.resource)
        if resource is None:
            yield RULE.finding(
                message("The resource of {step} is not in the document.", step=named(step)),
                steps=(step.id,),
            )
        elif resource.capacity == 0:
            yield RULE.finding(
                message(
                    "{step} needs “{resource}”, which has no capacity.",
                    step=named(step),
                    resource=resource.title,
                ),
                steps=(step.id,),
                hint=message("Give the resource a capacity of 1 or more."),
            )


RULE = Rule(
    id="SB052",
    slug="resource-is-missing",
    severity="error",
    scope="document",
    title=message("Resources exist and have a capacity"),
    why=message("Without it nobody can do the step, and its queue would never end."),
    hint=message("Choose a resource of the document, or clear the field."),
    check=check,
)
