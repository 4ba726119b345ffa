"""What a step may have, by the words with which a lesson asks for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from blueprint.i18n import Message, message
from blueprint.lessons.vocabulary import meaning
from blueprint.lessons.work import Work
from blueprint.lessons.wrong import Wrong, unknown
from blueprint.model.entities import Step
from blueprint.model.notation import FlowKind, LaneRole, StepKind


@dataclass(frozen=True, slots=True)
class Feature:
    """`lacking` says that {card} has none."""

    words: tuple[str, ...]
    lacking: Message
    holds: Callable[[Work, Step], bool]


def _fails(ask: Callable[[Step], object]) -> Callable[[Work, Step], bool]:
    """A question that can only be answered for a step with a fail point."""
    return lambda _work, step: step.fail is not None and ask(step) not in (None, "")


def _says(ask: Callable[[Step], object]) -> Callable[[Work, Step], bool]:
    return lambda _work, step: ask(step) not in (None, "", False)


def _has_evidence(work: Work, step: Step) -> bool:
    return any(work.role(other) is LaneRole.EVIDENCE for other in work.survey.beside(step))


def _has_recovery_flow(work: Work, step: Step) -> bool:
    return any(flow.kind is FlowKind.RECOVERY for flow in work.document.outgoing(step.id))


def _has_recovery(work: Work, step: Step) -> bool:
    said = step.fail is not None and bool(step.fail.recovery)
    return said or _has_recovery_flow(work, step)


def _has_wait_time(_work: Work, step: Step) -> bool:
    wait = step.wait
    return wait is not None and not (wait.expected is None and wait.longest is None)


FEATURES: Final[dict[str, Feature]] = {
    "fail point": Feature(
        ("fail", "失败点"), message("“{card}” has no fail point."), _says(lambda step: step.fail)
    ),
    "failure": Feature(
        ("what fails", "失败描述"),
        message("“{card}” does not say what may fail."),
        _fails(lambda step: step.fail and step.fail.what),
    ),
    "prevention": Feature(
        ("poka-yoke", "预防", "防错"),
        message("“{card}” has nothing that prevents the failure."),
        _fails(lambda step: step.fail and step.fail.prevention),
    ),
    "recovery": Feature(
        ("补救", "服务补救"),
        message("“{card}” has no recovery, in words or as a flow."),
        _has_recovery,
    ),
    "recovery flow": Feature(
        ("补救连线",), message("No recovery flow leaves “{card}”."), _has_recovery_flow
    ),
    "probability": Feature(
        ("失败概率",),
        message("“{card}” does not say how probable the failure is."),
        _fails(lambda step: step.fail and step.fail.probability),
    ),
    "severity": Feature(
        ("严重度",),
        message("“{card}” does not say how severe the failure is."),
        _fails(lambda step: step.fail and step.fail.severity),
    ),
    "wait": Feature(
        ("wait point", "等待点"),
        message("“{card}” is no wait point."),
        lambda _work, step: step.wait is not None or step.kind is StepKind.WAIT,
    ),
    "wait time": Feature(
        ("等待时间",), message("“{card}” does not say how long the wait is."), _has_wait_time
    ),
    "moment of truth": Feature(
        ("star", "关键时刻"),
        message("“{card}” is not marked as a moment of truth."),
        _says(lambda step: step.moment_of_truth),
    ),
    "time": Feature(
        ("standard time", "标准时间", "标准执行时间"),
        message("“{card}” has no standard time."),
        _says(lambda step: step.duration),
    ),
    "tolerance": Feature(
        ("acceptable time", "可接受时间", "可接受执行时间"),
        message("“{card}” has no acceptable time."),
        _says(lambda step: step.tolerance),
    ),
    "owner": Feature(
        ("责任角色",), message("“{card}” has no owner."), _says(lambda step: step.owner)
    ),
    "evidence": Feature(
        ("有形证据",), message("No evidence stands in the column of “{card}”."), _has_evidence
    ),
    "resource": Feature(
        ("资源",), message("“{card}” names no resource."), _says(lambda step: step.resource)
    ),
    "cost": Feature(("成本",), message("“{card}” has no cost."), _says(lambda step: step.cost)),
    "price": Feature(("价格",), message("“{card}” has no price."), _says(lambda step: step.price)),
    "channel": Feature(
        ("渠道",), message("“{card}” has no channel."), _says(lambda step: step.channel)
    ),
    "emotion": Feature(
        ("情绪",), message("“{card}” has no emotion."), _says(lambda step: step.emotion)
    ),
    "description": Feature(
        ("说明",), message("“{card}” has no description."), _says(lambda step: step.description)
    ),
    "latitude": Feature(
        ("选择数",),
        message("“{card}” does not say in how many ways it may be done."),
        _says(lambda step: step.latitude),
    ),
}


def feature_named(line: int, word: str) -> str:
    """The name of the feature that a word means. Raises Wrong."""
    name = meaning(word, {name: feature.words for name, feature in FEATURES.items()})
    if name is None:
        raise Wrong(line, unknown(word, FEATURES))
    return name
