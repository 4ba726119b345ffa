"""Moving cards by hand, one or many, from cell to cell; with Ctrl a copy of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from blueprint.i18n import Message, message
from blueprint.layout.geometry import Box, Point
from blueprint.model.document import Document
from blueprint.model.notation import ABOVE_VISIBILITY, ROLE_ORDER, LaneRole
from blueprint.model.terms import ROLE_TITLES
from blueprint.ui.tools import drop
from blueprint.ui.tools.overlay import Drop, Ghost, Overlay
from blueprint.ui.tools.room import Room, room_for
from blueprint.ui.tools.state import Bench, Shape, State
from blueprint.ui.tools.targets import Pointer


@dataclass(frozen=True)
class Dragging(State):
    """Cards in the hand. `ids[0]` is the card that was grasped, at `start`."""

    ids: tuple[str, ...]
    start: Point
    now: Point
    back: State
    landing: drop.Landing | None = None
    refusal: Message | None = None
    copying: bool = False
    room: Room | None = None

    drags = True

    def move(self, pointer: Pointer, bench: Bench) -> State:
        session = bench.session
        landing = drop.landing_at(session.document, session.layout, pointer.at, self.ids)
        moved = replace(self, now=pointer.at, landing=landing, copying=pointer.ctrl)
        if landing is None:
            return replace(moved, refusal=drop.NO_ROOM, room=None)
        if landing == self.landing and pointer.ctrl == self.copying:
            return moved
        refusal = drop.objection(session.document, self.ids, landing)
        carried = () if pointer.ctrl else self.ids
        room = None
        if refusal is None:
            height = session.layout.card(self.ids[0]).box.height
            room = room_for(session.document, session.layout, carried, landing, height)
        return replace(moved, refusal=refusal, room=room)

    def release(self, pointer: Pointer, bench: Bench) -> State:
        session, landing = bench.session, self.landing
        if landing is None:
            return self.back
        if self.refusal is not None:
            session.refuse(self.refusal)
            return self.back
        before = _lane_title(session.document, session.document.step(self.ids[0]).lane)
        old = {lane.id: _lane_title(session.document, lane.id) for lane in session.document.lanes}
        known = set(session.document.steps)
        done = session.attempt(
            lambda: drop.landed(session.document, self.ids, landing, self.copying)
        )
        if done is None:
            return self.back
        made = [id for id in session.document.steps if id not in known] if self.copying else []
        session.select(made or self.ids)
        after = old[landing.cell.lane]
        if before != after and not self.copying:
            session.announce(message("Moved from {one} to {other}", one=before, other=after))
        return self.back

    def cancel(self, bench: Bench) -> State | None:
        return self.back

    def overlay(self, bench: Bench) -> Overlay:
        dx, dy = self.now.x - self.start.x, self.now.y - self.start.y
        ghosts = tuple(Ghost(id, dx, dy) for id in self.ids)
        session, landing = bench.session, self.landing
        shown = None
        if self.room is not None:
            shown = Drop((self.room.landing,))
        elif landing is not None:
            boxes = drop.landing_boxes(session.document, session.layout, self.ids, landing)
            shown = Drop(_inset(boxes), self.refusal is None)
        return Overlay(
            ghosts=ghosts,
            copying=self.copying,
            drop=shown,
            room=self.room,
            hint=self._hint(session.document),
            refused=self.refusal is not None,
            grid=True,
        )

    def _hint(self, document: Document) -> Message | None:
        if self.refusal is not None or self.landing is None:
            return self.refusal
        lanes = {lane.id: lane.role for lane in document.lanes}
        was = is_seen(lanes[document.step(self.ids[0]).lane])
        role = lanes[self.landing.cell.lane]
        if is_seen(role) == was:
            return None
        title = _lane_title(document, self.landing.cell.lane)
        if was:
            return message("{lane}: out of the customer's sight", lane=title)
        return message("{lane}: in the customer's sight", lane=title)

    @property
    def shape(self) -> Shape:
        if self.refusal is not None:
            return Shape.ForbiddenCursor
        return Shape.DragCopyCursor if self.copying else Shape.ClosedHandCursor


def is_seen(role: LaneRole) -> bool:
    """Whether what stands in a lane of that role is seen by the customer."""
    return role in ABOVE_VISIBILITY or ROLE_ORDER[role] < ROLE_ORDER[LaneRole.BACKSTAGE]


def gutter_x(bench: Bench, place: int) -> float:
    """The middle of the gutter before the column at `place`; beyond the last, after it."""
    columns = bench.session.layout.columns
    if not columns:
        return bench.view.x
    return columns[place].left if place < len(columns) else columns[-1].right


def _lane_title(document: Document, lane: str) -> object:
    found = document.lane(lane)
    return found.title or ROLE_TITLES[found.role]


def _inset(boxes: tuple[Box, ...]) -> tuple[Box, ...]:
    return tuple(box.grown(-4) for box in boxes)
