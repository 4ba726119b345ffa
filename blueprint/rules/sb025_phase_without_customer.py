"""Each phase holds a customer action: phases are phases of what the customer goes through."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.model.notation import StepKind
from blueprint.rules.finding import Finding
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey


def check(survey: Survey) -> Iterator[Finding]:
    document, columns = survey.document, survey.columns
    with_action = {
        document.column(columns.ids[place]).phase
        for step in survey.customer_actions
        for place in columns.span(step)
    }
    shown = dict.fromkeys(column.phase for column in document.columns)
    for id in shown:
        if id is not None and id not in with_action:
            yield _finding(survey, id)


def _finding(survey: Survey, id: str) -> Finding:
    """Named by the phase; the steps are those that begin in it."""
    document = survey.document
    inside = {column.id for column in document.columns if column.phase == id}
    title = document.phases[id].title
    began = (step for step in document.steps.values() if step.column in inside)
    steps = [step.id for step in began if step.kind is not StepKind.NOTE]
    if title:
        text = message("No customer action stands in the phase “{title}”.", title=title)
    else:
        text = message("No customer action stands in a phase without a title.")
    return RULE.finding(text, steps=sorted(steps))


RULE = Rule(
    id="SB025",
    slug="phase-without-customer",
    severity="hint",
    scope="document",
    title=message("Each phase holds a customer action"),
    why=message("Phases follow the customer; what the firm does meanwhile belongs to one of them."),
    hint=message("Add what the customer does then, or join the phase with the one beside it."),
    check=check,
)
