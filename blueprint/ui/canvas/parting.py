"""The drawing parts under a card that is carried: animated, and painted from its kept picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEasingCurve, QObject, QRect, QVariantAnimation
from PySide6.QtGui import QPainter

from blueprint.layout.geometry import Box
from blueprint.ui.canvas.view import View
from blueprint.ui.motion import motion_is_wanted
from blueprint.ui.tools.room import Room

TIME: Final = 120
"""Milliseconds."""


Gap = Callable[[QRect, QRect], object]
"""Draws one rectangle of the picture stretched over another."""


@dataclass(frozen=True, slots=True)
class Parted:
    """A room that is opening: the drawing has parted by `split`, cards are pushed by `share`.

    `leaving` is how far the room before it had pushed its cards.
    """

    room: Room
    share: float
    split: float
    leaving: Mapping[str, float]

    def pushed(self) -> dict[str, float]:
        """Steps with how far they have been pushed down, in points."""
        wanted = dict(self.room.pushed)
        return {
            id: wanted.get(id, 0.0) * self.share + self.leaving.get(id, 0.0) * (1 - self.share)
            for id in {*wanted, *self.leaving}
        }

    def moved(self, step: str, box: Box) -> Box:
        """Where a step's box is shown."""
        dx, dy = self.room.shift(box, self.split)
        return Box(box.x + dx, box.y + dy + self.pushed().get(step, 0.0), box.width, box.height)


class Parting(QObject):
    """Opens and closes rooms; `changed` asks for a frame."""

    def __init__(self, parent: QObject, changed: Callable[[], object]) -> None:
        super().__init__(parent)
        self._room: Room | None = None
        self._end = 0.0
        self._kept = 0.0
        """By how much the drawing had parted when the room was turned to."""
        self._leaving: dict[str, float] = {}
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(TIME)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(lambda _value: changed())

    def follow(self, room: Room | None) -> None:
        """Open this room, or close the one that is open."""
        if room is None:
            if self._end:
                self._kept, self._leaving = 0.0, {}
                self._go(self._share, 0.0)
        elif room != self._room:
            before = self.now
            self._leaving = before.pushed() if before else {}
            same = before is not None and _split(before.room) == _split(room)
            self._kept = before.split if before and same else 0.0
            self._room = room
            self._go(0.0, 1.0)
        elif not self._end:
            self._go(self._share, 1.0)

    def _go(self, start: float, end: float) -> None:
        self._animation.stop()
        self._end = end
        if motion_is_wanted():
            self._animation.setStartValue(start)
            self._animation.setEndValue(end)
            self._animation.start()

    @property
    def _share(self) -> float:
        if self._animation.state() is QVariantAnimation.State.Running:
            return float(self._animation.currentValue())
        return self._end

    @property
    def now(self) -> Parted | None:
        """What has parted just now."""
        share = self._share
        if self._room is None or not (share or self._end):
            return None
        return Parted(self._room, share, self._kept + (1 - self._kept) * share, self._leaving)

    def close_at_once(self) -> None:
        """The drawing itself has changed: it stands as it is."""
        self._animation.stop()
        self._end = 0.0
        self._room = None


def _split(room: Room) -> tuple[float | None, float | None, float, float]:
    return room.x, room.y, room.before, room.after


def paint_parted(
    painter: QPainter,
    view: View,
    parted: Parted,
    area: QRect,
    *,
    paint: Callable[[], object],
    gap: Gap,
) -> None:
    """Call `paint` for each part of an area, moved and clipped; `gap` fills what opens.

    `gap(source, target)` draws a line of pixels of the picture as wide as the gap.
    """
    room, scale = parted.room, view.zoom * parted.split
    parts: list[tuple[QRect, int, int]]
    before, after = round(room.before * scale), round(room.after * scale)
    if room.x is not None:
        at = round(view.to_screen(room.x, 0).x)
        first = QRect(area.left(), area.top(), at + before - area.left(), area.height())
        last = QRect(at + after, area.top(), area.right() + 1 - at - after, area.height())
        parts = [(first, before, 0), (last, after, 0)]
        middle = QRect(at + before, area.top(), after - before, area.height())
        line = QRect(min(max(at, area.left()), area.right()), area.top(), 1, area.height())
    elif room.y is not None:
        at = round(view.to_screen(0, room.y).y)
        first = QRect(area.left(), area.top(), area.width(), at + before - area.top())
        last = QRect(area.left(), at + after, area.width(), area.bottom() + 1 - at - after)
        parts = [(first, 0, before), (last, 0, after)]
        middle = QRect(area.left(), at + before, area.width(), after - before)
        line = QRect(area.left(), min(max(at, area.top()), area.bottom()), area.width(), 1)
    else:
        parts, middle, line = [(area, 0, 0)], QRect(), area
    if middle.intersects(area):
        gap(line, middle.intersected(area))
    for clip, dx, dy in parts:
        painter.save()
        painter.setClipRect(clip.intersected(area))
        painter.translate(dx, dy)
        paint()
        painter.restore()
