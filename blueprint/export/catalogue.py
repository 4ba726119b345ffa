"""Every step of a blueprint in a table, and every fail point and wait point in another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from blueprint.drawing.badges import Badge, badge
from blueprint.drawing.moved import moved
from blueprint.drawing.primitives import Primitive, Rect, Stroke
from blueprint.drawing.silhouettes import silhouette
from blueprint.drawing.theme import Theme
from blueprint.export.report_page import Cell, Column, Pages
from blueprint.i18n import Message, message
from blueprint.measures.path import standard_seconds, tolerable_seconds
from blueprint.measures.summary import Measures
from blueprint.model.comparison.matching import in_reading_order
from blueprint.model.document import Document
from blueprint.model.entities import Step
from blueprint.model.notation import ANNOTATIONS, FlowKind, LaneRole, StepKind
from blueprint.model.terms import ROLE_TITLES
from blueprint.model.units import show_duration

LETTERS: Final = {
    LaneRole.EVIDENCE: "E",
    LaneRole.CUSTOMER: "C",
    LaneRole.ONSTAGE: "O",
    LaneRole.ONSTAGE_TECHNOLOGY: "T",
    LaneRole.BACKSTAGE: "B",
    LaneRole.SUPPORT: "S",
    LaneRole.PREPARATION: "P",
    LaneRole.MANAGEMENT: "M",
}
BAR: Final = (42.0, 7.0)
Numbers = dict[str, str]


def numbered(document: Document) -> Numbers:
    """What each step is called in tables: a letter of its lane's role, and a number."""
    counts: Counter[str] = Counter()
    found = {}
    for step in in_reading_order(document):
        letter = LETTERS.get(document.lane(step.lane).role)
        if letter is not None and step.kind is not StepKind.NOTE:
            counts[letter] += 1
            found[step.id] = f"{letter}{counts[letter]}"
    return found


def catalogue(pages: Pages, document: Document) -> None:
    """The table of all steps, lane by lane."""
    numbers = numbered(document)
    pages.heading(message("Step catalogue and recovery"), _lead(pages, document))
    pages.section(message("Step catalogue"))
    columns = (
        Column(message("No."), 26),
        Column(message("Lane"), 112),
        Column(message("Step"), 0),
        Column(message("Owner"), 66),
        Column(message("Standard"), 52, right=True),
        Column(message("Longest"), 52, right=True),
        Column(message("Used"), 54),
        Column(message("Mark"), 36),
    )
    pages.table(columns, [_row(pages, document, step, numbers) for step in _by_lane(document)])


def _lead(pages: Pages, document: Document) -> Message:
    steps = [step for step in document.steps.values() if step.duration is not None]
    count = len(numbered(document))
    if not steps:
        return message("{count} step", "{count} steps", count=count)
    longest = max(steps, key=standard_seconds)
    return message(
        "{count} steps, {timed} of them with a standard time. “{step}” takes longest: {time}.",
        count=count,
        timed=len(steps),
        step=longest.label,
        time=show_duration(standard_seconds(longest), pages.about.language),
    )


def _by_lane(document: Document) -> list[Step]:
    places = {lane.id: place for place, lane in enumerate(document.lanes)}
    shown = [
        step
        for step in in_reading_order(document)
        if step.kind is not StepKind.NOTE and document.lane(step.lane).role not in ANNOTATIONS
    ]
    return sorted(shown, key=lambda step: places[step.lane])


def _row(pages: Pages, document: Document, step: Step, numbers: Numbers) -> tuple[Cell | str, ...]:
    lane, language = document.lane(step.lane), pages.about.language
    title = lane.title or pages.say(ROLE_TITLES[lane.role])
    longest = step.tolerance
    if longest is None and step.wait is not None:
        longest = step.wait.longest
    return (
        numbers.get(step.id, ""),
        Cell(
            title,
            picture=silhouette(lane.role, step.kind, 34, 20, pages.theme, mark=step.colour),
            scale=0.5,
            indent=24,
        ),
        _named(pages, step),
        step.owner,
        "" if step.duration is None else show_duration(standard_seconds(step), language),
        "" if longest is None else show_duration(longest, language),
        Cell(picture=tuple(_used(step, pages.theme))),
        Cell(picture=tuple(_marks(step, pages.theme)), scale=0.62),
    )


def _named(pages: Pages, step: Step) -> str:
    """A step's name, and below it its tags."""
    if not step.tags:
        return step.label
    return f"{step.label}\n{pages.say(message('Tags: {tags}', tags=', '.join(step.tags)))}"


def _used(step: Step, look: Theme) -> Iterator[Primitive]:
    """A bar: how much of the time that customers accept the step takes."""
    if step.duration is None or not step.tolerance:
        return
    width, height = BAR
    share = standard_seconds(step) / tolerable_seconds(step)
    ink = look.window.ink2 if share <= 1 else look.window.error
    yield Rect(0.4, 2.4, width - 0.8, height - 0.8, 1, look.window.sheet, Stroke(ink, 0.6))
    yield Rect(0, 2, width * min(share, 1.0), height, 1, ink)


def _marks(step: Step, look: Theme) -> Iterator[Primitive]:
    kinds = []
    if step.fail is not None:
        kinds.append(Badge.FAIL)
    if step.wait is not None:
        kinds.append(Badge.WAIT)
    if step.moment_of_truth:
        kinds.append(Badge.MOMENT_OF_TRUTH)
    for place, kind in enumerate(kinds):
        yield from moved(badge(kind, look), 9 + place * 22, 9)


def fail_points(pages: Pages, document: Document, measures: Measures) -> None:
    """The table of what may fail or make wait, and what is done then."""
    numbers = numbered(document)
    risky = [step for step in _by_lane(document) if step.fail or step.wait]
    pages.section(message("Fail points and recovery"))
    if not risky:
        pages.paragraph(message("No step is marked as a fail point or a wait point."))
        return
    priorities = {risk.step: risk.rpn for risk in measures.risks}
    columns = (
        Column(message("Where"), 64),
        Column(message("What fails"), 120),
        Column(message("Seen by"), 64),
        Column(message("Recovery"), 0),
        Column(message("Adds"), 58, right=True),
        Column(message("Risk priority"), 68, right=True),
    )
    rows = []
    for step in risky:
        if step.fail is not None:
            rows.append(_failing(pages, document, step, numbers, priorities.get(step.id)))
        if step.wait is not None:
            rows.append(_waiting(pages, document, step, numbers))
    pages.table(columns, rows)


def _failing(
    pages: Pages, document: Document, step: Step, numbers: Numbers, priority: int | None
) -> tuple[Cell | str, ...]:
    assert step.fail is not None
    seconds = sum(standard_seconds(found) for found in _recovering(document, step))
    steps = [
        f"{numbers.get(found.id, '')} {found.label}".strip()
        for found in _recovering(document, step)
    ]
    answer = step.fail.recovery or ", ".join(steps) or step.fail.prevention
    return (
        _where(pages, step, numbers, Badge.FAIL),
        step.fail.what or step.label,
        _seen_by(pages, document, step),
        answer or Cell(pages.say(message("none")), bold=True),
        show_duration(seconds, pages.about.language) if seconds else "",
        "" if priority is None else str(priority),
    )


def _waiting(
    pages: Pages, document: Document, step: Step, numbers: Numbers
) -> tuple[Cell | str, ...]:
    assert step.wait is not None
    wait = step.wait.longest if step.wait.longest is not None else step.wait.expected
    return (
        _where(pages, step, numbers, Badge.WAIT),
        pages.say(message("Wait before “{step}”", step=step.label)),
        _seen_by(pages, document, step),
        "",
        "" if wait is None else show_duration(wait, pages.about.language),
        "",
    )


def _where(pages: Pages, step: Step, numbers: Numbers, kind: Badge) -> Cell:
    picture = tuple(moved(badge(kind, pages.theme), 9, 9))
    return Cell(numbers.get(step.id, ""), picture=picture, scale=0.62, indent=17)


def _recovering(document: Document, step: Step) -> list[Step]:
    """The steps that recovery flows lead to."""
    return [
        document.step(flow.target)
        for flow in document.flows.values()
        if flow.source == step.id and flow.kind is FlowKind.RECOVERY
    ]


def _seen_by(pages: Pages, document: Document, step: Step) -> str:
    role = document.lane(step.lane).role
    seen = role in (LaneRole.CUSTOMER, LaneRole.ONSTAGE, LaneRole.ONSTAGE_TECHNOLOGY)
    return pages.say(message("customer") if seen else message("staff alone"))
