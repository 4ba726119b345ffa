"""Reordering lanes by their headers, and their least height by their lower edge."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from blueprint.i18n import Message, message
from blueprint.layout.geometry import LaneBand, Point
from blueprint.model.change import Change
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.edits.lanes import move_lane, set_lane
from blueprint.model.entities import Lane
from blueprint.model.notation import ANNOTATIONS, ROLE_ORDER, LaneRole
from blueprint.model.terms import ROLE_TITLES
from blueprint.ui.tools.compound import together
from blueprint.ui.tools.overlay import CarriedHeader, InsertLine, Overlay
from blueprint.ui.tools.state import Bench, Offer, Shape, State
from blueprint.ui.tools.targets import Pointer

GRID = 8
"""Points that lane heights snap to."""


@dataclass(frozen=True)
class LaneDragging(State):
    """A lane's header in the hand; `index` is its place among the other lanes."""

    lane: str
    start: Point
    now: Point
    back: State
    index: int = -1
    refusal: Message | None = None

    drags = True

    def move(self, pointer: Pointer, bench: Bench) -> State:
        document = bench.session.document
        bands = others(bench, self.lane)
        above = [band.lane for band in bands if band.box.middle.y < pointer.at.y]
        index = _index_below(bench, self.lane, above)
        refusal = self.refusal
        if index != self.index:
            refusal = None
            try:
                move_lane(document, self.lane, index)
            except ChangeRefused as found:
                refusal = found.reason
        return replace(self, now=pointer.at, index=index, refusal=refusal)

    def release(self, pointer: Pointer, bench: Bench) -> State:
        session = bench.session
        if self.refusal is not None and (offers := self._offers(bench)):
            bench.offer(offers)
        elif self.index >= 0:
            session.attempt(partial(move_lane, session.document, self.lane, self.index))
        return self.back

    def _offers(self, bench: Bench) -> list[Offer]:
        """The roles that a lane may have at the place where it was let go."""
        session = bench.session
        document = session.document
        return [
            Offer(
                message("Put it there as {role}", role=ROLE_TITLES[role]),
                partial(session.attempt, partial(self._as, document, role)),
            )
            for role in roles_at([d for d in document.lanes if d.id != self.lane], self.index)
        ]

    def _as(self, document: Document, role: LaneRole) -> Change:
        """The lane in another role and at the place where it was let go."""
        return together(
            document,
            message("Change role"),
            partial(set_lane, lane=self.lane, role=role),
            partial(move_lane, lane=self.lane, index=self.index),
        ).change

    def cancel(self, bench: Bench) -> State | None:
        return self.back

    def overlay(self, bench: Bench) -> Overlay:
        bands = others(bench, self.lane)
        above = [band for band in bands if band.box.middle.y < self.now.y]
        y = above[-1].box.bottom + 3 if above else bands[0].box.y - 3 if bands else self.now.y
        shift = (self.now.y - self.start.y) * bench.view.zoom
        return Overlay(
            carried=CarriedHeader(self.lane, shift),
            insert=InsertLine(y=y, allowed=self.refusal is None),
            hint=self.refusal,
            refused=self.refusal is not None,
        )

    @property
    def shape(self) -> Shape:
        return Shape.ForbiddenCursor if self.refusal is not None else Shape.ClosedHandCursor


@dataclass(frozen=True)
class LaneSizing(State):
    """The lower edge of a lane in the hand."""

    lane: str
    now: Point
    back: State

    drags = True
    keeps_pane = True

    def move(self, pointer: Pointer, bench: Bench) -> State:
        return replace(self, now=pointer.at)

    def release(self, pointer: Pointer, bench: Bench) -> State:
        session = bench.session
        height = self._height(bench, pointer.at.y, snaps=not pointer.alt)
        session.attempt(lambda: set_lane(session.document, self.lane, least_height=height))
        return self.back

    def _height(self, bench: Bench, y: float, *, snaps: bool) -> float:
        height = max(0.0, y - band_of(bench, self.lane).box.y)
        return float(round(height / GRID) * GRID) if snaps else height

    def cancel(self, bench: Bench) -> State | None:
        return self.back

    def overlay(self, bench: Bench) -> Overlay:
        top = band_of(bench, self.lane).box.y
        height = self._height(bench, self.now.y, snaps=True)
        hint = message("At least {height} points high", height=round(height))
        return Overlay(insert=InsertLine(y=top + height), hint=hint)

    @property
    def shape(self) -> Shape:
        return Shape.SizeVerCursor


def band_of(bench: Bench, lane: str) -> LaneBand:
    """Where a lane stands."""
    return next(band for band in bench.session.layout.lanes if band.lane == lane)


def others(bench: Bench, lane: str) -> list[LaneBand]:
    """The bands of all lanes but one, from the top."""
    return [band for band in bench.session.layout.lanes if band.lane != lane]


def roles_at(lanes: list[Lane], index: int) -> list[LaneRole]:
    """The roles of action lanes that fit between the lanes at a place, from the top."""
    drawn = [(place, lane.role) for place, lane in enumerate(lanes) if lane.role not in ANNOTATIONS]
    above = [ROLE_ORDER[role] for place, role in drawn if place < index]
    below = [ROLE_ORDER[role] for place, role in drawn if place >= index]
    low, high = max(above, default=0), min(below, default=len(ROLE_ORDER))
    return [
        role for role in LaneRole if role not in ANNOTATIONS and low <= ROLE_ORDER[role] <= high
    ]


def _index_below(bench: Bench, lane: str, above: list[str]) -> int:
    """The place right below the lanes `above`, hidden lanes counted, without `lane` itself."""
    order = [found.id for found in bench.session.document.lanes if found.id != lane]
    return order.index(above[-1]) + 1 if above else 0
