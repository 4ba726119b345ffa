"""Findings that follow a document: after an edit only what it touched is judged again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from blueprint.model.change import Change
from blueprint.model.document import Document
from blueprint.model.entities import Column, Dismissal, Flow, Properties, Step
from blueprint.model.reading import Columns
from blueprint.rules.finding import Finding
from blueprint.rules.ordered import OrderedFindings
from blueprint.rules.runner import Dismissed, Review, concerns, judged, rules_on, set_apart
from blueprint.rules.survey import Survey
from blueprint.rules.touched import Touched, everything, touched_by

Near = dict[str, list[Finding]]
"""Findings of the rules of steps, flows and columns by what they were run on."""


class _Judgement(NamedTuple):
    """What the pending rules found in one version of the document."""

    near: Near | None
    far: list[Finding]
    version: int


class Checker:
    """Keeps the findings of one document.

    Call `update` with each change that the document has applied: rules of steps, flows and
    columns run at once, for what it touched. Rules of the graph and of the document wait
    (`pending`) until `run_pending`, or until what `in_background` answers has run.
    """

    def __init__(self, document: Document, *, later: bool = False) -> None:
        """With `later` no rule runs yet; all of them are pending."""
        self._document = document
        self._columns = Columns(document)
        self._near: Near | None = None
        self._far: list[Finding] = []
        self._ordered = OrderedFindings(document)
        self._review: Review | None = None
        self._version = 0
        self._judged_version = -1
        self._arrived: _Judgement | None = None
        if not later:
            self.run_pending()

    @property
    def pending(self) -> bool:
        """Whether some rules have still to run."""
        self._take_arrived()
        return self._judged_version != self._version

    @property
    def review(self) -> Review:
        """Findings by severity, rule and place, and those that were set aside."""
        self._take_arrived()
        if self._review is None:
            self._review = set_apart(self._document, self._ordered.findings())
        return self._review

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings that nobody set aside."""
        return self.review.findings

    @property
    def dismissed(self) -> tuple[Dismissed, ...]:
        """The findings that were set aside, and by what."""
        return self.review.dismissed

    def by_subject(self) -> Mapping[str, list[Finding]]:
        """The findings of each step and flow, the gravest first."""
        found: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in self.findings:
            for id in finding.subjects:
                found[id].append(finding)
        return found

    def update(self, change: Change) -> None:
        """Judge again what `change`, which the document has applied, touched."""
        self._take_arrived()
        self._review = None
        if _only_dismisses(change):
            return
        self._version += 1
        moved = self._columns.have_moved
        before = self._columns.standing(None if moved else change.entries)
        self._columns.update(change)
        self._ordered.follow(change)
        if self._near is None:
            return
        touched = None
        ids: Iterable[str] = list(self._near)
        if not _changes_everything(change):
            touched = touched_by(self._document, self._columns, change, before, moved)
            ids = touched.ids
        survey = Survey(self._document, self._columns)
        self._swap_near(self._near, ids, _judged_near(survey, touched))

    def _swap_near(self, near: Near, ids: Iterable[str], fresh: Near) -> None:
        gone = [finding for id in ids for finding in near.pop(id, ())]
        near.update(fresh)
        self._ordered.swap(gone, (finding for found in fresh.values() for finding in found))

    def run_pending(self) -> None:
        """Run what is pending, here and now."""
        self._arrived = self._judgement(self._document, self._version)

    def in_background(self) -> Callable[[], None]:
        """What is pending, to be run in any thread: it works on a snapshot taken now.

        Its findings are taken over when the checker is asked next. If the document has changed
        in the meantime, rules stay pending.
        """
        snapshot, version = self._document.snapshot(), self._version

        def work() -> None:
            self._arrived = self._judgement(snapshot, version)

        return work

    def _judgement(self, document: Document, version: int) -> _Judgement:
        survey = Survey(document)
        near = _judged_near(survey) if self._near is None else None
        far = [
            finding
            for rule in rules_on(document)
            if rule.scope in ("graph", "document")
            for finding in judged(document, rule, survey, (None,))
        ]
        return _Judgement(near, far, version)

    def _take_arrived(self) -> None:
        """Take over what has been judged; the first findings of all only if they are the latest."""
        arrived, self._arrived = self._arrived, None
        if arrived is None:
            return
        if arrived.near is not None:
            if arrived.version != self._version or self._near is not None:
                return
            self._near = {}
            self._swap_near(self._near, (), arrived.near)
        self._ordered.swap(self._far, arrived.far)
        self._far, self._judged_version, self._review = arrived.far, arrived.version, None


def _judged_near(survey: Survey, touched: Touched | None = None) -> Near:
    document = survey.document
    touched = touched or everything(document)
    rules = rules_on(document)
    found: Near = {}
    subjects: tuple[tuple[str, Iterable[Step | Flow | Column]], ...] = (
        ("step", touched.steps),
        ("flow", touched.flows),
        ("column", touched.columns),
    )
    for scope, each in subjects:
        judges = [rule for rule in rules if rule.scope == scope]
        for subject in each:
            about = [
                finding
                for rule in judges
                if concerns(survey, rule, subject)
                for finding in judged(document, rule, survey, (subject,))
            ]
            if about:
                found[subject.id] = about
    return found


def _only_dismisses(change: Change) -> bool:
    pairs = change.entries.values()
    return all(part is None or isinstance(part, Dismissal) for pair in pairs for part in pair)


def _changes_everything(change: Change) -> bool:
    """Whether rules were switched, or the look of every card changed."""
    for before, after in change.entries.values():
        if isinstance(before, Properties) and isinstance(after, Properties):
            same = (before.severities, before.column_width, before.language)
            return same != (after.severities, after.column_width, after.language)
    return False
