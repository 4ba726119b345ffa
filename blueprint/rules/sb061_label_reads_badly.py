"""Labels can be read: they are there, short, whole, and told apart within a cell."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.layout.sizes import CARD_WIDTHS, card_text
from blueprint.model.entities import Column, Step
from blueprint.model.notation import ANNOTATIONS
from blueprint.rules.finding import Finding
from blueprint.rules.names import named
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey

_LONGEST = 60
_NEVER_WRONG = (0, 41)
"""A label with fewer and more characters than these is there and fits even on a narrow card."""


def check(survey: Survey, column: Column) -> Iterator[Finding]:
    cells: dict[tuple[str, str], list[Step]] = {}
    for step in survey.standing(column.id):
        if step.column != column.id or survey.role(step) in ANNOTATIONS:
            continue
        label = step.label.strip()
        if not _NEVER_WRONG[0] < len(label) < _NEVER_WRONG[1] or "\n" in label:
            yield from _judged(survey, step, label)
        cells.setdefault((step.lane, label), []).append(step)
    for (_, label), equal in cells.items():
        if label and len(equal) > 1:
            yield _repeated(survey, equal)


def _judged(survey: Survey, step: Step, label: str) -> Iterator[Finding]:
    if not label:
        yield RULE.finding(
            message("A step has no label."),
            steps=(step.id,),
            hint=message("Write on the card what is done, with a verb."),
        )
    elif len(label) > _LONGEST:
        yield RULE.finding(
            message("The label {step} has {count} characters.", step=named(step), count=len(label)),
            steps=(step.id,),
        )
    elif _is_cut(survey, step):
        yield RULE.finding(
            message("The label {step} does not fit on its card.", step=named(step)),
            steps=(step.id,),
        )


def _is_cut(survey: Survey, step: Step) -> bool:
    width = CARD_WIDTHS[survey.document.properties.column_width]
    columns = len(survey.columns.span(step))
    return card_text(step, survey.role(step), columns, width).cut


def _repeated(survey: Survey, equal: list[Step]) -> Finding:
    equal.sort(key=lambda step: (step.order, step.id))
    return RULE.finding(
        message("{step} stands {count} times in one cell.", step=named(equal[0]), count=len(equal)),
        steps=[step.id for step in equal],
        hint=message("Say what tells them apart, or delete one."),
    )


RULE = Rule(
    id="SB061",
    slug="label-reads-badly",
    severity="hint",
    scope="column",
    title=message("Labels are short, whole and told apart"),
    why=message("A blueprint is read card by card, often from some distance."),
    hint=message("Keep the label to a few words; put the rest into the description."),
    check=check,
)
