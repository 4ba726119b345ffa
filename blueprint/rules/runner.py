"""Runs rules: all of them over a document, or those of one scope over one thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain
from typing import NamedTuple

from blueprint.collector import collector_off
from blueprint.i18n import Message, message
from blueprint.model.change import Change
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.entities import Column, Dismissal, Flow, Step
from blueprint.model.notation import StepKind
from blueprint.registry import discover
from blueprint.rules.finding import Finding, SortKeys
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey

Subject = Step | Flow | Column | None
"""What a rule is run on; None stands for the document as a whole."""


class Dismissed(NamedTuple):
    """A finding that was set aside, and by what."""

    finding: Finding
    dismissal: Dismissal


class Review(NamedTuple):
    """The findings of a document by severity, rule and place; and those set aside."""

    findings: tuple[Finding, ...]
    dismissed: tuple[Dismissed, ...]


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule there is, by id; rules of third parties come through an entry point."""
    return tuple(sorted(discover("blueprint.rules", "RULE", Rule), key=lambda rule: rule.id))


def rule(id: str) -> Rule:
    """Raises KeyError if there is no such rule."""
    for found in rules():
        if found.id == id:
            return found
    raise KeyError(id)


def check(document: Document, as_is: Document | None = None) -> tuple[Finding, ...]:
    """All findings that nobody set aside, by severity, rule and place.

    `as_is`: what the document is to be compared with.
    """
    return review(document, as_is=as_is).findings


def review(
    document: Document, among: Sequence[Rule] | None = None, *, as_is: Document | None = None
) -> Review:
    """All findings of `among` (None: of every rule), those set aside apart."""
    with collector_off():
        survey = Survey(document, as_is=as_is)
        found: list[Finding] = []
        for judging in rules_on(document, among):
            found += judged(document, judging, survey, subjects_of(survey, judging))
        return sorted_out(document, found)


def rules_on(document: Document, among: Sequence[Rule] | None = None) -> list[Rule]:
    """The rules that the document has not switched off."""
    severities = document.properties.severities
    every = rules() if among is None else among
    return [found for found in every if severities.get(found.id) != "off"]


def subjects_of(survey: Survey, judging: Rule) -> Iterable[Subject]:
    """What a rule is run on, one after another."""
    match judging.scope:
        case "step":
            return _steps_for(survey, judging)
        case "flow":
            if judging.joins is None:
                return survey.document.flows.values()
            return chain.from_iterable(
                survey.flows_by_roles.get(ends, ()) for ends in judging.joins
            )
        case "column":
            return survey.document.columns
        case _:
            return (None,)


def _steps_for(survey: Survey, judging: Rule) -> Iterable[Step]:
    steps: Iterable[Step] = chain.from_iterable(survey.steps_by_role.values())
    if judging.lanes is not None:
        steps = chain.from_iterable(survey.steps_by_role.get(role, ()) for role in judging.lanes)
    if judging.kinds is not None:
        return [step for step in steps if step.kind in judging.kinds]
    return steps


def concerns(survey: Survey, judging: Rule, subject: Subject) -> bool:
    """Whether a rule is to be asked about one step, flow or column."""
    if isinstance(subject, Step):
        if subject.kind is StepKind.NOTE:
            return False
        return (judging.kinds is None or subject.kind in judging.kinds) and (
            judging.lanes is None or survey.role(subject) in judging.lanes
        )
    if isinstance(subject, Flow):
        return judging.joins is None or survey.roles_at(subject) in judging.joins
    return True


def judged(
    document: Document, judging: Rule, survey: Survey, subjects: Iterable[Subject]
) -> list[Finding]:
    """What one rule finds; where it crashes, a finding that says so."""
    check = judging.check
    found: list[Finding] = []
    for subject in subjects:
        try:
            found += check(survey) if subject is None else check(survey, subject)
        except Exception as failure:
            found.append(_crash(judging, subject, failure))
    severity = document.properties.severities.get(judging.id)
    if severity is not None:
        found = [replace(finding, severity=severity) for finding in found]
    return found


def _crash(judging: Rule, subject: Subject, failure: Exception) -> Finding:
    return judging.finding(
        message(
            "The rule {rule} failed on this document ({failure}).",
            rule=judging.id,
            failure=type(failure).__name__,
        ),
        steps=(subject.id,) if isinstance(subject, Step) else (),
        flows=(subject.id,) if isinstance(subject, Flow) else (),
        why=message("What this rule looks for is not known here. All other rules have run."),
        hint=message("Report this with the file. Until then, switch the rule off."),
        fixable=False,
    )


def sorted_out(document: Document, found: Iterable[Finding]) -> Review:
    """Findings in order, those that a dismissal names apart."""
    return set_apart(document, sorted(found, key=SortKeys(document)))


def set_apart(document: Document, ordered: Sequence[Finding]) -> Review:
    """The findings that a dismissal names, apart from the others."""
    dismissals = dismissals_of(document)
    if not dismissals:
        return Review(tuple(ordered), ())
    kept: list[Finding] = []
    aside: list[Dismissed] = []
    for finding in ordered:
        dismissal = dismissals.get((finding.rule, finding.subjects))
        if dismissal is None:
            kept.append(finding)
        else:
            aside.append(Dismissed(finding, dismissal))
    return Review(tuple(kept), tuple(aside))


def dismissals_of(document: Document) -> dict[tuple[str, tuple[str, ...]], Dismissal]:
    """What was set aside, by rule and subjects."""
    found = document.of_kind(Dismissal).values()
    return {(one.rule, tuple(sorted(one.subjects))): one for one in found}


def fix(document: Document, finding: Finding) -> Change:
    """The change that removes `finding`, named after what it does.

    Raises ChangeRefused if the finding has no fix.
    """
    remedy = rule(finding.rule).fix
    if remedy is None or not finding.fixable:
        raise ChangeRefused(message("This problem has no automatic fix."))
    return Change(fix_name(finding), remedy.make(document, finding).entries)


def fix_name(finding: Finding) -> Message:
    """What the fix of a finding does, as buttons and the history name it."""
    remedy = rule(finding.rule).fix
    assert remedy is not None
    return message("Fix: {act}", act=remedy.name)
