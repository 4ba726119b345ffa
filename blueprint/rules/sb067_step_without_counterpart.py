"""What is to be grows out of what is: a step that comes from nowhere is easily overlooked."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.model.comparison.matching import in_reading_order, matched_steps
from blueprint.model.notation import ANNOTATIONS, StepKind
from blueprint.rules.finding import Finding
from blueprint.rules.names import named
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey


def check(survey: Survey) -> Iterator[Finding]:
    """Nothing without an as-is to compare with, nor where the document is one itself."""
    if survey.as_is is None or survey.document.properties.state == "as-is":
        return
    known = matched_steps(survey.as_is, survey.document)
    for step in in_reading_order(survey.document):
        remark = step.kind is StepKind.NOTE or survey.role(step) in ANNOTATIONS
        if step.id not in known and not remark:
            text = message("{step} has no counterpart in the as-is.", step=named(step))
            yield RULE.finding(text, steps=(step.id,))


RULE = Rule(
    id="SB067",
    slug="step-without-counterpart",
    severity="warning",
    scope="document",
    title=message("Each step of the to-be has a counterpart in the as-is"),
    why=message(
        "Somebody has to begin to do it: staff, time and systems for it are not there today."
    ),
    hint=message(
        "Plan how it is introduced, or give it the name of the step that it replaces. Then set "
        "this finding aside."
    ),
    check=check,
)
