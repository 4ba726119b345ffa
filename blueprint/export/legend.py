"""The legend: what the signs on a page mean, and no sign that is not on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from blueprint.drawing.badges import Badge, badge
from blueprint.drawing.cards import step_badges
from blueprint.drawing.chips import HEIGHT, Chip, chip_row, chips, initials, owner_disc, row_width
from blueprint.drawing.connectors import connector_parts
from blueprint.drawing.primitives import Circle, Path, Primitive
from blueprint.drawing.shapes import polyline
from blueprint.drawing.silhouettes import silhouette
from blueprint.export.pen import text_width
from blueprint.i18n import Message, message
from blueprint.layout.geometry import Point
from blueprint.model.colours import COLOURS, card_colour, colour_title
from blueprint.model.notation import ANNOTATIONS, FlowKind, LaneRole, StepKind
from blueprint.model.terms import FLOW_KIND_TITLES, LINE_TITLES, ROLE_TITLES, STEP_KIND_TITLES

if TYPE_CHECKING:
    from blueprint.export.frame import Frame
    from blueprint.layout.layout import Layout
    from blueprint.model.entities import Step

TEXT_SIZE: Final = 9.5
_LONG: Final = 36.0
"""Length of the sample of a line, in points."""
_CARD: Final = (46.0, 26.0)
_CARD_SCALE: Final = 0.78
_LINE_SCALE: Final = 0.8
_SIGN_SCALE: Final = 0.88
_WIDE_INDENT: Final = 44.0
_NARROW_INDENT: Final = 26.0
_MIDDLE: Final = 10.0
"""Of badges and discs, from an entry's left."""

_BADGE_TITLES: Final = {
    Badge.FAIL: message("Fail point"),
    Badge.WAIT: message("Wait point"),
    Badge.MOMENT_OF_TRUTH: message("Moment of truth"),
}
_CHIP_TITLES: Final = {
    "clock": message("Time"),
    "coin": message("Cost"),
    "wait": message("Wait"),
}
_OVER: Final = message("Over its limit")
_EVIDENCE: Final = message("Evidence of")
_OWN_SHAPES: Final = (StepKind.DECISION, StepKind.START, StepKind.END)


@dataclass(frozen=True, slots=True)
class Entry:
    """A sign and its meaning. The sign stands left of its text, about the same middle line."""

    text: str
    sign: tuple[Primitive, ...]
    x: float = 0.0
    """Of the sign's origin, in points from the entry's left."""
    y: float = 0.0
    """Of the sign's origin, in points below the middle line."""
    scale: float = 1.0
    indent: float = _WIDE_INDENT
    """Of the text, in points."""

    @property
    def width(self) -> float:
        return self.indent + text_width(self.text, TEXT_SIZE)


def entries(frame: Frame, layout: Layout) -> list[list[Entry]]:
    """The groups of a legend: cards, colours, lines, connectors, badges, figures and owners."""
    document = frame.document
    steps = [
        step
        for step in document.steps.values()
        if layout.shows_step(step.id)
        and step.kind is not StepKind.NOTE
        and document.lane(step.lane).role not in ANNOTATIONS
    ]
    groups: list[Iterable[Entry]] = [
        _cards(frame, steps),
        _colours(frame, layout),
        _lines(frame, layout),
        _connectors(frame, layout),
        _badges(frame, steps),
        [*_figures(frame, steps), *_owners(frame, steps)],
    ]
    return [found for group in groups if (found := list(group))]


def _cards(frame: Frame, steps: list[Step]) -> Iterator[Entry]:
    document = frame.document
    width, height = _CARD
    plain = {document.lane(s.lane).role for s in steps if s.kind not in _OWN_SHAPES}
    kinds = {step.kind for step in steps}
    shapes: list[tuple[Message, LaneRole, StepKind]] = [
        (ROLE_TITLES[role], role, StepKind.ACTION) for role in LaneRole if role in plain
    ]
    shapes += [
        (STEP_KIND_TITLES[kind], LaneRole.CUSTOMER, kind) for kind in _OWN_SHAPES if kind in kinds
    ]
    for title, role, kind in shapes:
        sign = silhouette(role, kind, width, height, frame.theme)
        top = -height * _CARD_SCALE / 2
        yield Entry(frame.words(title), sign, 0, top, _CARD_SCALE)


def _colours(frame: Frame, layout: Layout) -> Iterator[Entry]:
    """What the colours of steps mean, each with its stripe."""
    document = frame.document
    shown = {
        card_colour(step)
        for step in document.steps.values()
        if layout.shows_step(step.id) and document.lane(step.lane).role is not LaneRole.EMOTION
    }
    width, height = _CARD
    for colour in COLOURS:
        if colour in shown:
            sign = silhouette(
                LaneRole.ONSTAGE, StepKind.ACTION, width, height, frame.theme, mark=colour
            )
            words = frame.words(colour_title(document.properties, colour))
            yield Entry(words, sign, 0, -height * _CARD_SCALE / 2, _CARD_SCALE)


def _lines(frame: Frame, layout: Layout) -> Iterator[Entry]:
    present = dict.fromkeys(band.line for band in layout.lines)
    course = polyline([(0, 0), (_LONG / _LINE_SCALE, 0)])
    for line in present:
        sign = Path(course, stroke=frame.theme.lines[line])
        yield Entry(frame.words(LINE_TITLES[line]), (sign,), scale=_LINE_SCALE)


def _connectors(frame: Frame, layout: Layout) -> Iterator[Entry]:
    flows = frame.document.flows.values()
    present = {flow.kind for flow in flows if layout.shows_flow(flow.id)}
    points = [Point(0, 0), Point(_LONG, 0)]
    for kind in FlowKind:
        if kind in present:
            sign = connector_parts(points, [], kind, frame.theme.flows[kind])
            yield Entry(frame.words(FLOW_KIND_TITLES[kind]), tuple(sign))
    if layout.evidence_links():
        stroke = frame.theme.evidence
        dots = [Circle(x, 0, 2.5, stroke.colour) for x in (0, _LONG)]
        dotted = Path(polyline(points), stroke=stroke)
        yield Entry(frame.words(_EVIDENCE), (dotted, *dots))


def _badges(frame: Frame, steps: list[Step]) -> Iterator[Entry]:
    present = {kind for step in steps for kind in step_badges(step)}
    if any(step.moment_of_truth for step in steps):
        present.add(Badge.MOMENT_OF_TRUTH)
    for kind, title in _BADGE_TITLES.items():
        if kind in present:
            sign = badge(kind, frame.theme)
            yield Entry(frame.words(title), sign, _MIDDLE, 0, _SIGN_SCALE, _NARROW_INDENT)


def _figures(frame: Frame, steps: list[Step]) -> Iterator[Entry]:
    currency = frame.document.properties.currency
    samples: dict[tuple[str, bool], Chip] = {}
    for step in steps:
        for chip in chips(step, frame.language, currency):
            samples.setdefault((chip.icon, chip.over), chip)
    indent = max((row_width([chip]) * _SIGN_SCALE + 8 for chip in samples.values()), default=0)
    for icon, title in _CHIP_TITLES.items():
        for over in (False, True):
            if (icon, over) in samples:
                sign = tuple(chip_row([samples[icon, over]], 0, -HEIGHT / 2, frame.theme))
                words = frame.words(_OVER if over else title)
                yield Entry(words, sign, 0, 0, _SIGN_SCALE, indent)


def _owners(frame: Frame, steps: list[Step]) -> Iterator[Entry]:
    found = dict.fromkeys(owner for step in steps if (owner := " ".join(step.owner.split())))
    for owner in found:
        sign = owner_disc(initials(owner), frame.theme)
        yield Entry(owner, sign, _MIDDLE, 0, _SIGN_SCALE, _NARROW_INDENT)
