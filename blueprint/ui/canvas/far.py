"""The drawing from afar: blocks of colour and hairlines, painted many at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from blueprint.drawing.differences import difference_colour
from blueprint.drawing.stickies import paper
from blueprint.drawing.theme import Theme
from blueprint.layout.geometry import Box
from blueprint.layout.layout import Layout
from blueprint.model.comparison.matching import Difference
from blueprint.model.document import Document
from blueprint.model.notation import FlowKind, Line, StepKind
from blueprint.ui.canvas.far_marks import MOST, FarMarks


def paint_blocks(
    painter: QPainter,
    document: Document,
    layout: Layout,
    theme: Theme,
    box: Box,
    *,
    differences: Mapping[str, Difference] | None = None,
    markers: Mapping[str, str] | None = None,
) -> None:
    """Cards as solid blocks, connectors as hairlines; the painter is in the drawing's points.

    A card that differs has the colour of its difference. `markers` are the gravest severities
    by step.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    _paint_lines(painter, layout, document, theme, box)
    blocks: dict[str, list[QRectF]] = defaultdict(list)
    colours = {lane.id: theme.roles[lane.role].stroke for lane in document.lanes}
    marks = FarMarks(theme, max(1e-6, painter.transform().m11()), markers or {})
    differing = differences or {}
    for id in layout.steps_in(box.grown(MOST / 2)):
        step = document.step(id)
        x, y, width, height = layout.box(id)
        difference = differing.get(id)
        mark = theme.marks.get(step.colour)
        colour = mark.stroke if mark else colours[step.lane]
        if difference:
            colour = difference_colour(difference, theme)
        elif step.kind is StepKind.NOTE:
            colour = paper(step.sticky_colour, theme).edge
        blocks[colour].append(QRectF(x, y, width, height))
        marks.add(step, Box(x, y, width, height))
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, rects in blocks.items():
        painter.setBrush(QColor(colour))
        painter.drawRects(rects)
    marks.paint(painter)
    painter.restore()


def _paint_lines(
    painter: QPainter, layout: Layout, document: Document, theme: Theme, box: Box
) -> None:
    lines: dict[FlowKind, list[QLineF]] = defaultdict(list)
    for id in layout.flows_in(box):
        points = layout.course(id)
        lines[document.flow(id).kind] += [QLineF(*a, *b) for a, b in pairwise(points)]
    for kind, found in lines.items():
        pen = QPen(QColor(theme.flows[kind].colour), 0)
        painter.setPen(pen)
        painter.drawLines(found)


def paint_ground(painter: QPainter, layout: Layout, theme: Theme) -> None:
    """Lanes with their headers, and the lines between them."""
    painter.setPen(Qt.PenStyle.NoPen)
    for lane in layout.lanes:
        colours = theme.roles[lane.role]
        painter.fillRect(QRectF(*lane.box), QColor(colours.band))
        painter.fillRect(QRectF(*lane.header), QColor(colours.header))
        painter.fillRect(
            QRectF(lane.header.x, lane.header.y, 14, lane.header.height), QColor(colours.strong)
        )
    for line in layout.lines:
        stroke = theme.lines[line.line]
        pen = QPen(QColor(stroke.colour), 5 if line.line is Line.VISIBILITY else 2)
        painter.setPen(pen)
        painter.drawLine(round(line.x), round(line.y), round(line.right), round(line.y))
