"""Findings kept in order while a few of them come and go with each edit."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter

from blueprint.model.change import Change
from blueprint.model.document import Document
from blueprint.model.entities import Column, Lane
from blueprint.rules.finding import Finding, SortKey, SortKeys


class OrderedFindings:
    """The findings of one document by severity, rule and place.

    Nothing is sorted until somebody looks, so that a burst of edits costs one sorting.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._keyed: list[tuple[SortKey, Finding]] = []
        self._come: list[Finding] = []
        self._gone: list[Finding] = []
        self._rekey = self._recheck = False

    def swap(self, gone: Iterable[Finding], come: Iterable[Finding]) -> None:
        """Take some findings out and put others in."""
        self._gone += gone
        self._come += come

    def follow(self, change: Change) -> None:
        """Note what a change that the document has applied means for places and for names."""
        for before, after in change.entries.values():
            self._recheck |= after is None
            self._rekey |= isinstance(before or after, (Column, Lane))

    def findings(self) -> list[Finding]:
        """All findings in order, without those that name what is no longer there."""
        if self._gone or self._come or self._rekey or self._recheck:
            self._settle()
        return [finding for _, finding in self._keyed]

    def _settle(self) -> None:
        gone = {id(finding) for finding in self._gone}
        kept = [pair for pair in self._keyed if id(pair[1]) not in gone]
        come = [finding for finding in self._come if id(finding) not in gone]
        if self._rekey:
            come, kept = [*(finding for _, finding in kept), *come], []
        elif self._recheck:
            kept = [pair for pair in kept if self._is_there(pair[1])]
        key = SortKeys(self._document)
        self._keyed = [*kept, *((key(one), one) for one in come if self._is_there(one))]
        self._keyed.sort(key=itemgetter(0))
        self._come, self._gone = [], []
        self._rekey = self._recheck = False

    def _is_there(self, finding: Finding) -> bool:
        entities = self._document.entities
        return all(id in entities for id in (*finding.steps, *finding.flows))
