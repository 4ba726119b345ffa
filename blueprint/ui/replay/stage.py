"""The drawing with the customers in it, at one moment of the simulation."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from blueprint.i18n import message
from blueprint.layout.geometry import Box, Point
from blueprint.layout.layout import Layout
from blueprint.measures.simulation.recording import Recording, Token
from blueprint.model.document import Document
from blueprint.ui.canvas.pens import brush, drawing_font, pen, rect
from blueprint.ui.compare.pane import DrawingPane
from blueprint.ui.replay.ways import Ways
from blueprint.ui.theming import LOOK
from blueprint.ui.words import say

RADIUS: Final = 6.0
BETWEEN: Final = 14.0
MOST_QUEUED: Final = 7
"""Tokens that are drawn in a queue; then its length is written."""
BUSY, FULL = 0.8, 0.95
"""Utilisations from which a resource is shown as busy, and as overloaded."""


class ReplayStage(DrawingPane):
    """Shows `time` of a recording; `travel` is how long tokens are on their way, in seconds."""

    def __init__(self) -> None:
        super().__init__()
        say(self, name=message("Replay"))
        self._recording: Recording | None = None
        self._ways: Ways | None = None
        self._time = 0.0
        self._travel = 0.0
        self._busy: dict[str, float] = {}

    def show_recording(
        self, document: Document, recording: Recording | None, layout: Layout | None = None
    ) -> None:
        """`layout` is the document's own, if it is there already."""
        self.show_document(document, {}, layout)
        self._recording = recording
        self._ways = Ways(document, self._layout)
        self.show_time(0.0, 0.0, {})

    def show_time(self, time: float, travel: float, busy: dict[str, float]) -> None:
        """`busy` is the utilisation of each resource of late."""
        self._time, self._travel, self._busy = time, travel, busy
        self.viewport().update()

    def queue_lengths(self) -> dict[str, int]:
        """How many wait at each step at the moment shown."""
        return self._recording.queues(self._time) if self._recording else {}

    def token_points(self) -> list[Point]:
        """Where the customers are that do not wait, in the drawing."""
        return [point for _, point in self._moving()]

    def _moving(self) -> list[tuple[Token, Point]]:
        if self._recording is None or self._ways is None:
            return []
        found = []
        for token in self._recording.tokens(self._time, self._travel):
            if token.stay.queued and token.along >= 1:
                continue
            point = self._ways.point(token.stay.path, token.along)
            if point is not None:
                found.append((token, point))
        return found

    # --- painting ----------------------------------------------------------------------------

    def paint_above(self, painter: QPainter) -> None:
        super().paint_above(painter)
        if self._recording is None:
            return
        self._paint_busy(painter)
        for step, length in self.queue_lengths().items():
            if self._layout.shows_step(step):
                self._paint_queue(painter, self._layout.card(step).box, length)
        standing: dict[str, int] = defaultdict(int)
        for token, point in self._moving():
            place = point
            if token.along >= 1:
                place = Point(point.x + standing[token.stay.step] * BETWEEN, point.y)
                standing[token.stay.step] += 1
            self._token(painter, place, LOOK.colours.accent)

    def _paint_busy(self, painter: QPainter) -> None:
        """A ring and a bar at every step whose resource is at work, coloured by how busy it is."""
        assert self._recording is not None
        for step, resource in self._recording.needs.items():
            share = self._busy.get(resource, 0.0)
            if share <= 0 or not self._layout.shows_step(step):
                continue
            box = self.view.box_on_screen(self._layout.card(step).box)
            colour = colour_of(share)
            painter.setPen(pen(colour, 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect(box.grown(3)), 8, 8)
            painter.fillRect(QRectF(box.x, box.bottom + 5, box.width * share, 4), brush(colour))

    def _paint_queue(self, painter: QPainter, box: Box, length: int) -> None:
        """Tokens one beside the other above the card's top edge, and their number if many."""
        drawn = min(length, MOST_QUEUED)
        for place in range(drawn):
            at = Point(box.x + 8 + place * BETWEEN, box.y - 10)
            self._token(painter, at, LOOK.colours.warn)
        at_pixel = self.view.to_screen(box.x + 4 + drawn * BETWEEN, box.y - 6)
        painter.setFont(drawing_font(max(9, round(12 * self.view.zoom)), bold=True))
        painter.setPen(pen(LOOK.colours.warn, 1))
        painter.drawText(QPointF(at_pixel.x, at_pixel.y), str(length))

    def _token(self, painter: QPainter, point: Point, colour: str) -> None:
        place = self.view.to_screen(point.x, point.y)
        radius = max(3.0, RADIUS * self.view.zoom)
        painter.setPen(pen(LOOK.colours.sheet, 1.5))
        painter.setBrush(brush(colour))
        painter.drawEllipse(QPointF(place.x, place.y), radius, radius)


def colour_of(share: float) -> str:
    """Of a resource that is so busy."""
    colours = LOOK.colours
    return colours.error if share >= FULL else colours.warn if share > BUSY else colours.ok
