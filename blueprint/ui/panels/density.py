"""A small picture of how long a step may take, and how often that is too long."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from blueprint.i18n import Message, current_language, message, tr
from blueprint.measures.spread import density, quantile, share_over, varies
from blueprint.model.distribution import Distribution
from blueprint.model.entities import Step
from blueprint.model.units import show_duration
from blueprint.ui.theming import LOOK
from blueprint.ui.widgets.labels import label

_POINTS: Final = 120
_MOST_SHOWN: Final = 0.99
"""The picture ends where this share of all times have ended, or at the limit if that is later."""
_HEIGHT: Final = 54


class _Curve(QWidget):
    """The density as a hill; what lies beyond the longest acceptable time is marked in it."""

    def __init__(self) -> None:
        super().__init__()
        self._distribution: Distribution | None = None
        self._limit: float | None = None

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, _HEIGHT)

    def show_times(self, distribution: Distribution, limit: float | None) -> None:
        self._distribution, self._limit = distribution, limit
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._distribution is None:
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter, self._distribution)
        finally:
            painter.end()

    def _paint(self, painter: QPainter, distribution: Distribution) -> None:
        colours = LOOK.colours
        box = QRectF(self.rect()).adjusted(0.5, 4, -0.5, -1.5)
        most = max(quantile(distribution, _MOST_SHOWN), 1.05 * (self._limit or 0.0))
        hill = _hill(distribution, most, box)
        painter.fillPath(hill, QColor(colours.accent_soft))
        if self._limit is not None:
            x = box.left() + box.width() * self._limit / most
            painter.save()
            painter.setClipRect(QRectF(x, 0, self.width() - x, self.height()))
            painter.fillPath(hill, QColor(colours.error_soft))
            painter.restore()
        painter.setPen(QPen(QColor(colours.accent), 1.5))
        painter.drawPath(hill)
        painter.setPen(QPen(QColor(colours.line2), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        self._mark(painter, box, distribution.mean / most, QPen(QColor(colours.ink2), 1))
        if self._limit is not None:
            limit = QPen(QColor(colours.error), 1.5, Qt.PenStyle.DashLine)
            self._mark(painter, box, self._limit / most, limit)

    @staticmethod
    def _mark(painter: QPainter, box: QRectF, share: float, pen: QPen) -> None:
        x = round(box.left() + box.width() * min(1.0, max(0.0, share))) + 0.5
        painter.setPen(pen)
        painter.drawLine(QPointF(x, 1), QPointF(x, box.bottom()))


def _hill(distribution: Distribution, most: float, box: QRectF) -> QPainterPath:
    """The curve from zero to `most` seconds, closed along the bottom of `box`."""
    times = [most * place / _POINTS for place in range(_POINTS + 1)]
    heights = [density(distribution, time) for time in times]
    highest = max(heights) or 1.0
    path = QPainterPath(box.bottomLeft())
    for place, height in enumerate(heights):
        x = box.left() + box.width() * place / _POINTS
        path.lineTo(x, box.bottom() - box.height() * height / highest)
    path.lineTo(box.bottomRight())
    path.closeSubpath()
    return path


class DensityPicture(QFrame):
    """Hidden for a step that always takes equally long, and for several steps."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 4)
        column.setSpacing(2)
        self.curve = _Curve()
        self.words = label("", "faint", wrap=True)
        column.addWidget(self.curve)
        column.addWidget(self.words)
        self.hide()

    def show_step(self, step: Step | None) -> None:
        """Show the times of a step."""
        duration = step.duration if step else None
        if step is None or duration is None or not varies(duration):
            self.hide()
            return
        self.curve.show_times(duration, step.tolerance)
        words = " ".join(map(tr, _told(duration, step.tolerance)))
        self.words.setText(words)
        self.curve.setAccessibleName(words)
        self.show()


def _told(distribution: Distribution, limit: float | None) -> list[Message]:
    language = current_language()
    told = [
        message(
            "Mean {mean}; 9 in 10 within {most}.",
            mean=show_duration(distribution.mean, language),
            most=show_duration(quantile(distribution, 0.9), language),
        )
    ]
    if limit is not None:
        over = f"{share_over(distribution, limit):.0%}"
        told.append(message("{share} take longer than is acceptable.", share=over))
    return told
