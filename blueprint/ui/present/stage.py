"""The drawing on a stage: one stop in full strength, all else dimmed, headers in sight."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEasingCurve, QRectF, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from blueprint.drawing import qt
from blueprint.drawing.compose import compose
from blueprint.drawing.primitives import Group, Layer
from blueprint.drawing.qt import DecodedImages
from blueprint.layout.layout import Layout
from blueprint.layout.sizes import LANE_HEADER, PHASE_HEADER
from blueprint.model.document import Document
from blueprint.ui.motion import motion_is_reduced
from blueprint.ui.present.stops import Stop
from blueprint.ui.theming import LOOK

DIMMED: Final = 0.26
MOST: Final = 2.0
LEAST: Final = 0.6
MOVE: Final = 180
"""Milliseconds for the way from one stop to the next."""
FRAME: Final = 6.0


class Stage(QWidget):
    """Fits the drawing's height and centres the stop; `whole` shows all of it."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._layout = Layout(document)
        self._images = DecodedImages(document.images)
        language = document.properties.language
        self._drawing = compose(document, self._layout, LOOK.theme, language)
        self._headers = [g for g in self._drawing.groups if g.layer is Layer.HEADERS]
        self._rest = [g for g in self._drawing.groups if g.layer is not Layer.HEADERS]
        self._stop: Stop | None = None
        self._lit: frozenset[str] = frozenset()
        self._whole = False
        self._left = 0.0
        self._motion = QVariantAnimation(self, duration=MOVE)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._moved)

    def show_stop(self, stop: Stop | None, *, animated: bool = True) -> None:
        """Light one stop, or everything if there is none."""
        self._stop = stop
        steps = set(stop.steps) if stop else set()
        flows = {
            id
            for id, flow in self._document.flows.items()
            if flow.source in steps and flow.target in steps
        }
        self._lit = frozenset(steps | flows)
        self._go(animated)

    def show_whole(self, whole: bool) -> None:
        """The whole blueprint, or the stop at a size that can be read from afar."""
        self._whole = whole
        self._go(animated=False)

    @property
    def scale(self) -> float:
        width, height = self._drawing.width, self._drawing.height
        if self._whole:
            return min(self.width() / width, self.height() / height, MOST)
        return max(LEAST, min(MOST, self.height() / height))

    def _go(self, animated: bool) -> None:
        target = self._target()
        self._motion.stop()
        if animated and self.isVisible() and not self._whole and not motion_is_reduced():
            self._motion.setStartValue(self._left)
            self._motion.setEndValue(target)
            self._motion.start()
        else:
            self._left = target
        self.update()

    def _moved(self, value: object) -> None:
        self._left = float(value)  # type: ignore[arg-type]
        self.update()

    def _target(self) -> float:
        """What of the drawing, in its own units, stands at the stage's left edge."""
        room = self.width() / self.scale
        if self._whole or self._stop is None or self._drawing.width <= room:
            return 0.0
        box = self._box(self._stop)
        middle = box.center().x() - LANE_HEADER / 2
        return max(0.0, min(middle - room / 2, self._drawing.width - room))

    def _box(self, stop: Stop) -> QRectF:
        bands = [band for band in self._layout.columns if band.column in stop.columns]
        left, right = bands[0].left, bands[-1].right
        top = PHASE_HEADER + FRAME / 2
        return QRectF(left, top, right - left, self._drawing.height - top - 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(LOOK.colours.sheet))
        scale = self.scale
        painter.translate(0, max(0.0, (self.height() - self._drawing.height * scale) / 2))
        painter.scale(scale, scale)
        self._paint_drawing(painter)
        self._paint_headers(painter)
        painter.end()

    def _paint_drawing(self, painter: QPainter) -> None:
        painter.save()
        painter.translate(-self._left, 0)
        seen = QRectF(self._left, 0, self.width() / self.scale, self._drawing.height)
        for group in self._rest:
            if not _box_of(group).intersects(seen):
                continue
            painter.setOpacity(1.0 if self._is_lit(group) else DIMMED)
            qt.paint_group(painter, group, self._images)
        painter.setOpacity(1.0)
        if self._stop:
            painter.setPen(QPen(QColor(LOOK.colours.accent), 2))
            tint = QColor(LOOK.colours.accent)
            tint.setAlphaF(0.05)
            painter.setBrush(tint)
            painter.drawRoundedRect(self._box(self._stop), 8, 8)
        painter.restore()

    def _is_lit(self, group: Group) -> bool:
        if self._stop is None or group.layer in (Layer.GROUND, Layer.LINES):
            return True
        return group.entity in self._lit

    def _paint_headers(self, painter: QPainter) -> None:
        """Phases move with the drawing, lanes and lines stay at the left edge."""
        sheet = QColor(LOOK.colours.sheet)
        width = self.width() / self.scale
        painter.fillRect(QRectF(0, 0, width, PHASE_HEADER), sheet)
        for group in self._headers:
            if _box_of(group).left() >= LANE_HEADER - 1:
                painter.translate(-self._left, 0)
                qt.paint_group(painter, group, self._images)
                painter.translate(self._left, 0)
        painter.fillRect(QRectF(0, 0, LANE_HEADER, self._drawing.height), sheet)
        for group in self._headers:
            if _box_of(group).left() < LANE_HEADER - 1:
                qt.paint_group(painter, group, self._images)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._go(animated=False)


def _box_of(group: Group) -> QRectF:
    box = group.bounds
    return QRectF(group.x + box.x, group.y + box.y, box.width, box.height)
