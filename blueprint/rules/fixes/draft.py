"""Several edits as one change, and the choice of a change that makes nothing worse."""

from __future__ import annotations

from collections.abc import Iterable

from blueprint.i18n import Message, message, translate
from blueprint.model.change import Change
from blueprint.model.document import Document
from blueprint.model.edits.added import Added
from blueprint.rules.finding import Finding
from blueprint.rules.runner import review, rules


class Draft:
    """A copy of a document that edits are tried on; `change` is all of them together."""

    def __init__(self, document: Document) -> None:
        self.document = document.snapshot()
        self.change = Change(message("Fix"))

    def do(self, change: Change) -> None:
        self.document.apply(change)
        self.change = self.change.then(change)

    def add(self, added: Added) -> str:
        """Do what adds something; answers its id."""
        self.do(added.change)
        return added.id


def in_document_language(document: Document, text: Message) -> str:
    """A text that becomes part of the document, in the document's language."""
    return translate(text, document.properties.language)


def first_sound(document: Document, finding: Finding, candidates: Iterable[Change]) -> Change:
    """The first candidate that removes the finding and makes no new error; else the first.

    Judging a candidate costs a full check.
    """
    before = _errors(document)
    known = {_problem(one, document) for one in before}
    if any(one.rule == "SB003" for one in before):
        # What is added to steps out of reach is out of reach with them.
        known.add(("SB003", ()))
    first: Change | None = None
    for change in candidates:
        first = first or change
        after = document.snapshot()
        after.apply(change)
        left = _errors(after)
        gone = all((one.rule, one.subjects) != (finding.rule, finding.subjects) for one in left)
        if gone and {_problem(one, document) for one in left} <= known:
            return change
    assert first is not None
    return first


def _errors(document: Document) -> list[Finding]:
    judging = [rule for rule in rules() if rule.severity == "error"]
    found = review(document, among=judging).findings
    return [one for one in found if one.severity == "error"]


def _problem(finding: Finding, before: Document) -> tuple[object, ...]:
    """What the user would call the same problem before and after a fix.

    A loop or an island is the same with the steps that the fix has put into it; that no end is
    reached is the same whichever starts there are.
    """
    old = tuple(step for step in finding.steps if step in before.steps)
    return (finding.rule,) if finding.rule == "SB002" else (finding.rule, old)
