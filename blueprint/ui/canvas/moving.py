"""Moves the pieces of a picture in place: what made room stands aside at once, unpainted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple, cast

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion


class Run(NamedTuple):
    """A stretch of one axis in device pixels of the picture: where it was, and is now."""

    start: int
    end: int
    now: int
    now_end: int

    @property
    def by(self) -> int:
        return self.now - self.start

    @property
    def is_rigid(self) -> bool:
        return self.end - self.start == self.now_end - self.now


def keep_their_order(runs: Sequence[Run]) -> bool:
    """Whether nothing has changed places with something else."""
    return all(a.end <= b.start and a.now_end <= b.now for a, b in pairwise(runs))


def move_across(picture: QPixmap, runs: Sequence[Run], ground: QColor) -> None:
    """Move strips from left to right and back. The runs keep their order."""
    height = picture.height()
    _move(picture, [(run, _strip(run, height)) for run in runs], ground)


def move_down(picture: QPixmap, runs: Sequence[Run], ground: QColor) -> None:
    """Move strips down and up. The runs keep their order."""
    width = picture.width()
    _move(picture, [(run, _strip(run, width).turned()) for run in runs], ground)


class _Strip(NamedTuple):
    """Where a run was and is now, and the vector between."""

    was: QRect
    now: QRect
    dx: int
    dy: int

    def turned(self) -> _Strip:
        """The same along the other axis."""
        return _Strip(_turned(self.was), _turned(self.now), self.dy, self.dx)


def _strip(run: Run, breadth: int) -> _Strip:
    was = QRect(run.start, 0, run.end - run.start, breadth)
    return _Strip(was, QRect(run.now, 0, run.now_end - run.now, breadth), run.by, 0)


def _turned(area: QRect) -> QRect:
    return QRect(area.y(), area.x(), area.height(), area.width())


def _move(picture: QPixmap, strips: Sequence[tuple[Run, _Strip]], ground: QColor) -> None:
    ratio = picture.devicePixelRatio()
    picture.setDevicePixelRatio(1.0)
    whole = picture.rect()
    stretched = [
        (strip, picture.copy(strip.was & whole))
        for run, strip in strips
        if not run.is_rigid and strip.was.intersects(whole) and not strip.now.isEmpty()
    ]
    for strip in _in_order(strips):
        picture.scroll(strip.dx, strip.dy, (strip.was | strip.now) & whole)
    _fill(picture, strips, stretched, ground)
    picture.setDevicePixelRatio(ratio)


def _in_order(strips: Sequence[tuple[Run, _Strip]]) -> list[_Strip]:
    """Those that move, each before another takes its place."""
    backward = [strip for run, strip in strips if run.is_rigid and run.by < 0]
    forward = [strip for run, strip in strips if run.is_rigid and run.by > 0]
    return [*backward, *reversed(forward)]


def _fill(
    picture: QPixmap,
    strips: Sequence[tuple[Run, _Strip]],
    stretched: Iterable[tuple[_Strip, QPixmap]],
    ground: QColor,
) -> None:
    """What grew is stretched, and what is new is bare."""
    bare = QRegion(picture.rect())
    for _, strip in strips:
        bare -= strip.now
    painter = QPainter(picture)
    for strip, pixels in stretched:
        painter.drawPixmap(strip.now, pixels)
    for area in cast(Iterable[QRect], bare):
        painter.fillRect(area, ground)
    painter.end()
