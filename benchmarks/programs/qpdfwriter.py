"""The program that PDF export is measured against: Qt's own PDF writer, handed all coordinates.

It reads a pickled list of shapes and does nothing but draw them, the way a Qt program would:
`python benchmarks/programs/qpdfwriter.py SHAPES OUT.pdf`. Prints the seconds that drawing and
writing took.
"""

from __future__ import annotations

import os
import pickle
import sys
import time
from pathlib import Path
from typing import Any

FONT = Path(__file__).parents[2] / "resources" / "fonts"
Shapes = dict[str, Any]


def main(shapes: Path, out: Path) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QMarginsF, QSizeF
    from PySide6.QtGui import (
        QFontDatabase,
        QGuiApplication,
        QPageSize,
        QPainter,
        QPdfWriter,
    )

    given: Shapes = pickle.loads(shapes.read_bytes())
    application = QGuiApplication([])
    for file in sorted(FONT.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    begun = time.process_time()
    writer = QPdfWriter(str(out))
    writer.setResolution(72)
    writer.setPageSize(QPageSize(QSizeF(*given["size"]), QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle("Benchmark")
    painter = QPainter(writer)
    painter.scale(given["scale"], given["scale"])
    _draw(painter, given["groups"])
    painter.end()
    del writer
    print(time.process_time() - begun)
    del application


def _draw(painter: Any, groups: Any) -> None:
    from PySide6.QtCore import QPointF, QRectF

    pens = _Pens()
    for x, y, shapes in groups:
        painter.translate(x, y)
        for kind, *told in shapes:
            if kind == "text":
                left, baseline, text, size, bold, colour = told
                painter.setPen(pens.colour(colour))
                painter.setFont(pens.font(size, bold))
                painter.drawText(QPointF(left, baseline), text)
                continue
            fill, stroke, place = told
            painter.setBrush(pens.brush(fill))
            painter.setPen(pens.pen(stroke))
            if kind == "rect":
                left, top, width, height, radius = place
                painter.drawRoundedRect(QRectF(left, top, width, height), radius, radius)
            elif kind == "circle":
                painter.drawEllipse(QPointF(place[0], place[1]), place[2], place[2])
            else:
                painter.drawPath(_path(place))
        painter.translate(-x, -y)


def _path(commands: Any) -> Any:
    from PySide6.QtGui import QPainterPath

    path = QPainterPath()
    for letter, *numbers in commands:
        if letter == "M":
            path.moveTo(*numbers)
        elif letter == "L":
            path.lineTo(*numbers)
        elif letter == "C":
            path.cubicTo(*numbers)
        else:
            path.closeSubpath()
    return path


class _Pens:
    """Colours, pens and fonts, each made once."""

    def __init__(self) -> None:
        self._made: dict[Any, Any] = {}

    def colour(self, name: str) -> Any:
        from PySide6.QtGui import QColor

        return self._once(("colour", name), lambda: QColor(name))

    def brush(self, fill: str | None) -> Any:
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QBrush, QColor

        nothing = Qt.BrushStyle.NoBrush
        return self._once(("brush", fill), lambda: QBrush(QColor(fill) if fill else nothing))

    def pen(self, stroke: tuple[str, float, tuple[float, ...]] | None) -> Any:
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QColor, QPen

        def made() -> Any:
            if stroke is None:
                return QPen(Qt.PenStyle.NoPen)
            colour, width, dash = stroke
            pen = QPen(QColor(colour), width)
            if dash:
                pen.setDashPattern([length / width for length in dash])
            return pen

        return self._once(("pen", stroke), made)

    def font(self, size: int, bold: bool) -> Any:
        from PySide6.QtGui import QFont

        def made() -> Any:
            font = QFont("Blueprint Sans")
            font.setPixelSize(size)
            font.setBold(bold)
            return font

        return self._once(("font", size, bold), made)

    def _once(self, key: Any, make: Any) -> Any:
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
