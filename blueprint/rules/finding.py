"""What a rule says about a document, ready for a panel, a badge or a report."""

from __future__ import annotations

from collections.abc import Mapping
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


SortKey = tuple[int, str, tuple[str, str, str], tuple[str, ...], tuple[str, ...]]

_RANK: Final = {severity: rank for rank, severity in enumerate(SEVERITIES)}


class SortKeys:
    """Orders findings by severity, rule and place: by column, then from top to bottom.

    Places are order keys, which stay as they are when other columns or lanes come or go.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._columns = {column.id: column.order for column in document.columns}
        self._lanes = {lane.id: lane.order for lane in document.lanes}

    def __call__(self, finding: Finding) -> SortKey:
        rank = _RANK.get(finding.severity, len(_RANK))
        return rank, finding.rule, self._place(finding), finding.steps, finding.flows

    def _place(self, finding: Finding) -> tuple[str, str, str]:
        """The foremost step that the finding names, or the source of its first flow."""
        if len(finding.steps) == 1:
            return self._place_of(finding.steps[0])
        if finding.steps:
            return min(map(self._place_of, finding.steps))
        if finding.flows:
            return self._place_of(self._document.flow(finding.flows[0]).source)
        return "", "", ""

    def _place_of(self, id: str) -> tuple[str, str, str]:
        step = self._document.step(id)
        return self._columns[step.column], self._lanes[step.lane], step.order
