"""A student's blueprint as checks look at it: what they ask for is worked out once."""

from __future__ import annotations

from functools import cached_property

from blueprint.lessons.vocabulary import plain
from blueprint.measures.summary import Measures, measure
from blueprint.model.document import Document
from blueprint.model.entities import Step
from blueprint.model.notation import LaneRole
from blueprint.rules.finding import Finding
from blueprint.rules.runner import check
from blueprint.rules.survey import Survey


class Work:
    """The document must not change meanwhile."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.survey = Survey(document)
        self._called: dict[str, frozenset[str]] = {}

    def role(self, step: Step) -> LaneRole:
        return self.survey.role(step)

    @cached_property
    def steps(self) -> list[Step]:
        """All steps from left to right, those of one column from top to bottom."""
        place = self.survey.columns.place
        lanes = {lane.id: number for number, lane in enumerate(self.document.lanes)}

        def key(step: Step) -> tuple[int, int, str, str]:
            return place[step.column], lanes[step.lane], step.order, step.id

        return sorted(self.document.steps.values(), key=key)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        return check(self.document)

    @cached_property
    def measures(self) -> Measures:
        return measure(self.document)

    def called(self, name: str) -> frozenset[str]:
        """The steps that are called so: exactly, or else those whose label has all its words.

        “/” stands between several ways to put a name.
        """
        if name not in self._called:
            ways = [plain(way) for way in name.split("/") if way.strip()]
            self._called[name] = frozenset(id for way in ways for id in self._called_so(way))
        return self._called[name]

    def _called_so(self, way: str) -> list[str]:
        exactly = [id for id, label in self._labels.items() if label == way]
        words = way.split()
        return exactly or [
            id for id, label in self._labels.items() if all(word in label for word in words)
        ]

    @cached_property
    def _labels(self) -> dict[str, str]:
        return {step.id: plain(step.label) for step in self.document.steps.values()}

    def names(self, ids: tuple[str, ...]) -> list[str]:
        """What steps are called."""
        return [self.document.step(id).label for id in ids if id in self.document.steps]
