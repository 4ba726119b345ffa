"""What a rule says about a document, ready for a panel, a badge or a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from blueprint.i18n import Message, translate
from blueprint.model.document import Document

SEVERITIES: Final = ("error", "warning", "hint")
"""From the gravest on."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`message` says what is wrong and where, `why` why it matters, `hint` what to do.

    `steps` and `flows` are ids; a finding that names none is about the document as a whole.
    """

    rule: str
    severity: str
    steps: tuple[str, ...]
    flows: tuple[str, ...]
    message: Message
    why: Message
    hint: Message
    fixable: bool = False

    @property
    def subjects(self) -> tuple[str, ...]:
        """Sorted ids of the steps and flows: what a dismissal remembers."""
        return tuple(sorted((*self.steps, *self.flows)))


def finding_as_json(finding: Finding, language: str) -> Mapping[str, object]:
    """The finding in the form of `blueprint check --format json`, its texts in `language`."""
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "steps": list(finding.steps),
        "flows": list(finding.flows),
        "message": translate(finding.message, language),
        "why": translate(finding.why, language),
        "hint": translate(finding.hint, language),
        "fixable": finding.fixable,
    }


SortKey = tuple[int, str, tuple[str, str, str, str], tuple[str, ...]]


def sort_key(document: Document, finding: Finding) -> SortKey:
    """Orders findings by severity, rule and place: by column, then from top to bottom."""
    return (
        SEVERITIES.index(finding.severity),
        finding.rule,
        min(_places(document, finding), default=("", "", "", "")),
        finding.subjects,
    )


def _places(document: Document, finding: Finding) -> Iterable[tuple[str, str, str, str]]:
    sources = [document.flow(flow).source for flow in finding.flows[:1]]
    for id in finding.steps or sources:
        step = document.step(id)
        yield (
            document.column(step.column).order,
            step.column,
            document.lane(step.lane).order,
            step.order,
        )
