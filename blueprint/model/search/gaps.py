"""What is usually said of a step and is not said yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from blueprint.i18n import Message, message
from blueprint.model.document import Document
from blueprint.model.entities import Step
from blueprint.model.notation import LaneRole, StepKind
from blueprint.model.reading.roles import BEHIND, is_customer_action, is_on_path
from blueprint.model.search.texts import reading_order

_DONE: Final = (StepKind.ACTION, StepKind.DECISION)


class Survey:
    """What is asked of the document again and again while its gaps are looked for."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def evident(self) -> frozenset[str]:
        """The columns in which there is evidence, spans counted."""
        document = self.document
        columns = [column.id for column in document.columns]
        places = {id: place for place, id in enumerate(columns)}
        lanes = {lane.id for lane in document.lanes if lane.role is LaneRole.EVIDENCE}
        found = (step for step in document.steps.values() if step.lane in lanes)
        evidence = [step for step in found if step.kind is not StepKind.NOTE]
        starts = ((places[step.column], step.span) for step in evidence)
        return frozenset(id for at, span in starts for id in columns[at : at + span])


Lacks = Callable[[Survey, Step, LaneRole], bool]


@dataclass(frozen=True, slots=True)
class Gap:
    """`key` is the field of the step table that fills it, or "evidence"."""

    key: str
    title: Message
    lacks: Lacks


def _unnamed(survey: Survey, step: Step, role: LaneRole) -> bool:
    return not step.label.strip()


def _unowned(survey: Survey, step: Step, role: LaneRole) -> bool:
    return role in BEHIND and step.kind in _DONE and not step.owner.strip()


def _without_channel(survey: Survey, step: Step, role: LaneRole) -> bool:
    meets = role in (LaneRole.CUSTOMER, LaneRole.ONSTAGE, LaneRole.ONSTAGE_TECHNOLOGY)
    return meets and step.kind in _DONE and not step.channel.strip()


def _untimed(survey: Survey, step: Step, role: LaneRole) -> bool:
    return is_on_path(step, role) and step.kind in _DONE and step.duration is None


def _without_limit(survey: Survey, step: Step, role: LaneRole) -> bool:
    return step.duration is not None and step.tolerance is None


def _without_cost(survey: Survey, step: Step, role: LaneRole) -> bool:
    return role in BEHIND and step.kind is StepKind.ACTION and step.cost is None


def _without_recovery(survey: Survey, step: Step, role: LaneRole) -> bool:
    return step.fail is not None and not step.fail.recovery.strip()


def _without_feeling(survey: Survey, step: Step, role: LaneRole) -> bool:
    return is_customer_action(step, role) and step.emotion is None


def _without_evidence(survey: Survey, step: Step, role: LaneRole) -> bool:
    return is_customer_action(step, role) and step.column not in survey.evident


GAPS: Final = (
    Gap("label", message("Name"), _unnamed),
    Gap("owner", message("Owner"), _unowned),
    Gap("channel", message("Channel"), _without_channel),
    Gap("duration", message("Time"), _untimed),
    Gap("tolerance", message("Longest time"), _without_limit),
    Gap("cost", message("Cost"), _without_cost),
    Gap("evidence", message("Evidence"), _without_evidence),
    Gap("recovery", message("Recovery"), _without_recovery),
    Gap("emotion", message("Emotion"), _without_feeling),
)
GAP: Final = {gap.key: gap for gap in GAPS}


def lacking(document: Document, key: str) -> list[str]:
    """The steps with a gap, in reading order."""
    survey, lacks = Survey(document), GAP[key].lacks
    roles = {lane.id: lane.role for lane in document.lanes}
    steps = (document.step(id) for id in reading_order(document))
    return [step.id for step in steps if lacks(survey, step, roles[step.lane])]
