"""Paints what lies above the drawing: rings, handles, the cursor, ghosts, drops and bands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPolygonF

from blueprint.drawing.theme import Theme
from blueprint.i18n import message, tr
from blueprint.layout.geometry import Box, Cell, Point
from blueprint.layout.layout import Layout
from blueprint.model.document import Document
from blueprint.model.edits.flows import takes_connectors
from blueprint.ui.canvas.hit import HANDLES_FROM, bar_handles, handle_points
from blueprint.ui.canvas.panes import Panes, free_body
from blueprint.ui.canvas.pens import at, brush, drawing_font, pen, rect
from blueprint.ui.canvas.view import View
from blueprint.ui.tools.overlay import InsertLine, Overlay, Wire

HANDLE_RADIUS: Final = 4.5
CORNER_RADIUS: Final = 13.0
MANY: Final = 400
"""Rings of more selected cards than this are not looked for one by one."""


@dataclass(frozen=True, slots=True)
class Scenery:
    """What the overlay is painted over."""

    document: Document
    layout: Layout
    view: View
    theme: Theme
    selection: tuple[str, ...]
    cursor: Cell | None
    focused: bool
    """Whether the canvas has the keyboard."""
    typing: bool = False
    """Whether a text is being typed in place."""
    band_hovered: bool = False
    """Whether the pointer is over the phases and columns at the top."""
    lane_hovered: str = ""
    """The lane that the pointer is in."""
    fixed: bool = False
    """Whether the document is to be looked at alone, and nothing can be added to it."""

    def box_of(self, step: str) -> Box | None:
        """A card's box in pixels, if it is in view."""
        if not self.layout.shows_step(step):
            return None
        box = self.layout.card(step).box
        if not box.grown(24).meets(self.view.visible):
            return None
        return self.view.box_on_screen(box)


def paint_overlay(painter: QPainter, scenery: Scenery, overlay: Overlay) -> None:
    """Everything above the drawing, in pixels; the painter is clipped to the body."""
    _grid(painter, scenery, overlay)
    _drop(painter, scenery, overlay)
    if not overlay.ghosts:
        _selection(painter, scenery)
        _hover(painter, scenery, overlay)
        _cursor(painter, scenery)
    _targets(painter, scenery, overlay)
    _letters(painter, scenery, overlay)
    for wire in overlay.wires:
        paint_wire(painter, scenery, wire)
    _corner(painter, scenery, overlay)
    _insert(painter, scenery, overlay)
    _band(painter, scenery, overlay)


def _selection(painter: QPainter, scenery: Scenery) -> None:
    boxes = [box for id in _shown(scenery) if (box := scenery.box_of(id)) is not None]
    colours = scenery.theme.window
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for box in boxes:
        _ring(painter, box, 4, 8)
        painter.setPen(pen(colours.sheet, 2))
        painter.drawRoundedRect(rect(box.grown(2.5)), 7, 7)
        painter.setPen(pen(colours.accent, 2))
        painter.drawRoundedRect(rect(box.grown(4)), 8, 8)
    for flow in scenery.selection:
        if scenery.layout.shows_flow(flow):
            _selected_flow(painter, scenery, flow)
    _columns_and_lanes(painter, scenery)
    if len(boxes) > 1:
        _box_round_all(painter, scenery, boxes)
    elif len(boxes) == 1 and len(scenery.selection) == 1:
        step = scenery.document.step(scenery.selection[0])
        if takes_connectors(scenery.document, step):
            _handles(painter, scenery, boxes[0])


def _shown(scenery: Scenery) -> Iterator[str]:
    """Selected steps that may be in view; all are asked unless they are very many."""
    if len(scenery.selection) <= MANY:
        yield from scenery.selection
        return
    chosen = set(scenery.selection)
    seen = scenery.layout.steps_in(scenery.view.visible)
    yield from (id for id in seen[: MANY * 5] if id in chosen)


def _ring(painter: QPainter, box: Box, by: float, radius: float) -> None:
    painter.drawRoundedRect(rect(box.grown(by)), radius, radius)


def _box_round_all(painter: QPainter, scenery: Scenery, boxes: list[Box]) -> None:
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    around = Box(left, top, right - left, bottom - top).grown(12)
    colours = scenery.theme.window
    painter.setPen(pen(colours.accent, 1, (4, 3)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect(around), 10, 10)
    steps = sum(scenery.layout.shows_step(id) for id in scenery.selection)
    text = tr(message("{count} selected", count=steps))
    _pill(painter, scenery, Point(around.right - 8, around.bottom), text)


def _pill(painter: QPainter, scenery: Scenery, right: Point, text: str) -> None:
    colours = scenery.theme.window
    font = drawing_font(11, bold=True)
    width = QFontMetricsF(font).horizontalAdvance(text) + 18
    box = QRectF(right.x - width, right.y - 9, width, 18)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush(colours.accent))
    painter.drawRoundedRect(box, 9, 9)
    painter.setFont(font)
    painter.setPen(pen(colours.accent_ink, 1))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _handles(painter: QPainter, scenery: Scenery, box: Box) -> None:
    if scenery.view.zoom < HANDLES_FROM:
        return
    painter.setPen(pen(scenery.theme.window.accent, 1.75))
    painter.setBrush(brush(scenery.theme.window.sheet))
    for _, point in handle_points(box):
        painter.drawEllipse(at(point), HANDLE_RADIUS, HANDLE_RADIUS)


def _selected_flow(painter: QPainter, scenery: Scenery, flow: str) -> None:
    points = scenery.layout.connector(flow).points
    on_screen = [at(scenery.view.to_screen(*point)) for point in points]
    colours = scenery.theme.window
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(colours.accent, 6, opacity=0.25))
    painter.drawPolyline(QPolygonF(on_screen))
    painter.setPen(pen(colours.accent, 1.75))
    painter.setBrush(brush(colours.sheet))
    for point in (on_screen[0], on_screen[-1]):
        painter.drawEllipse(point, HANDLE_RADIUS, HANDLE_RADIUS)
    for bar, middle in bar_handles(scenery.layout, scenery.view, flow):
        half = Point(4, 7.5) if bar.vertical else Point(7.5, 4)
        handle = QRectF(middle.x - half.x, middle.y - half.y, 2 * half.x, 2 * half.y)
        painter.drawRoundedRect(handle, 4, 4)


def _columns_and_lanes(painter: QPainter, scenery: Scenery) -> None:
    chosen = set(scenery.selection)
    layout, view = scenery.layout, scenery.view
    if not layout.lanes:
        return
    top, bottom = layout.lanes[0].box.y, layout.lanes[-1].box.bottom
    boxes = [
        Box(band.left, top, band.right - band.left, bottom - top)
        for band in layout.columns
        if band.column in chosen
    ]
    boxes += [
        Box(span.box.x, top, span.box.width, bottom - top)
        for span in layout.phases
        if span.phase in chosen
    ]
    boxes += [band.box for band in layout.lanes if band.lane in chosen]
    painter.setPen(pen(scenery.theme.window.accent, 1.5))
    painter.setBrush(brush(scenery.theme.window.accent, 0.06))
    for box in boxes:
        painter.drawRoundedRect(rect(view.box_on_screen(box)), 4, 4)


def _hover(painter: QPainter, scenery: Scenery, overlay: Overlay) -> None:
    colours = scenery.theme.window
    box = scenery.box_of(overlay.hover) if overlay.hover else None
    if box is not None:
        if overlay.hover not in scenery.selection:
            painter.setPen(pen(colours.accent, 1.25, opacity=0.55))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect(box.grown(3)), 7, 7)
        if overlay.hover in overlay.handles:
            _handles(painter, scenery, box)
    elif overlay.hover and scenery.layout.shows_flow(overlay.hover):
        points = scenery.layout.connector(overlay.hover).points
        painter.setPen(pen(colours.accent, 5, opacity=0.18))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([at(scenery.view.to_screen(*p)) for p in points]))


def cursor_box(scenery: Scenery) -> Box | None:
    """Where the focus ring stands, in pixels: round the focused card, or in its empty cell."""
    cursor = scenery.cursor
    if cursor is None:
        return None
    standing = [step.id for step in scenery.document.cell(*cursor)]
    chosen = [id for id in scenery.selection if id in standing]
    for id in chosen or standing[:1]:
        return scenery.box_of(id)
    try:
        cell = scenery.layout.cell_box(*cursor)
    except KeyError:
        return None
    band = next(found for found in scenery.layout.columns if found.column == cursor.column)
    height = min(52.0, cell.height - 16)
    inside = Box(band.x, cell.y + (cell.height - height) / 2, band.width, height)
    return scenery.view.box_on_screen(inside)


def _cursor(painter: QPainter, scenery: Scenery) -> None:
    box = cursor_box(scenery)
    if box is None or scenery.cursor is None:
        return
    colours = scenery.theme.window
    filled = bool(scenery.document.cell(*scenery.cursor))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    steps = [id for id in scenery.selection if scenery.layout.shows_step(id)]
    alone = len(steps) == 1 and scenery.document.step(steps[0]).column == scenery.cursor.column
    if filled and scenery.focused and not alone:
        painter.setPen(pen(colours.sheet, 1.5))
        painter.drawRoundedRect(rect(box.grown(7)), 10, 10)
        painter.setPen(pen(colours.ink, 1.5, (3, 3)))
        painter.drawRoundedRect(rect(box.grown(7)), 10, 10)
    elif not filled:
        _empty_cell(painter, scenery, box)


def _empty_cell(painter: QPainter, scenery: Scenery, box: Box) -> None:
    colours = scenery.theme.window
    painter.setBrush(brush(colours.sheet, 0.7))
    painter.setPen(pen(colours.accent if scenery.focused else colours.ink3, 1.25, (4, 3)))
    painter.drawRoundedRect(rect(box), 6, 6)
    middle = box.middle
    painter.setPen(pen(colours.accent, 1.75))
    painter.drawLine(QPointF(middle.x - 5, middle.y), QPointF(middle.x + 5, middle.y))
    painter.drawLine(QPointF(middle.x, middle.y - 5), QPointF(middle.x, middle.y + 5))


def _drop(painter: QPainter, scenery: Scenery, overlay: Overlay) -> None:
    if overlay.drop is None:
        return
    colours = scenery.theme.window
    colour = colours.accent if overlay.drop.allowed else colours.error
    painter.setPen(pen(colour, 1.5, (5, 4)))
    painter.setBrush(brush(colour, 0.10 if overlay.drop.allowed else 0.07))
    for box in overlay.drop.boxes:
        painter.drawRoundedRect(rect(scenery.view.box_on_screen(box)), 6, 6)


def _targets(painter: QPainter, scenery: Scenery, overlay: Overlay) -> None:
    colours = scenery.theme.window
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for id in overlay.targets:
        box = scenery.box_of(id)
        if box is None:
            continue
        joined = id == overlay.joined
        painter.setPen(pen(colours.ok, 2 if joined else 1.25, opacity=1 if joined else 0.45))
        painter.drawRoundedRect(rect(box.grown(5 if joined else 3)), 8, 8)


def _letters(painter: QPainter, scenery: Scenery, overlay: Overlay) -> None:
    """The letters that choose a card, on its middle."""
    colours = scenery.theme.window
    painter.setFont(drawing_font(13, bold=True))
    for id, letters in overlay.letters:
        box = scenery.box_of(id)
        if box is None:
            continue
        middle = box.middle
        tag = QRectF(middle.x - 14, box.bottom - 12, 28, 24)
        painter.setPen(pen(colours.sheet, 2))
        painter.setBrush(brush(colours.accent))
        painter.drawRoundedRect(tag, 6, 6)
        painter.setPen(pen(colours.accent_ink, 1))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, letters)


def paint_wire(painter: QPainter, scenery: Scenery, wire: Wire) -> None:
    """A connector in the making."""
    colours = scenery.theme.window
    points = [at(scenery.view.to_screen(*point)) for point in wire.points]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(colours.accent, 1.75, (5, 4)))
    painter.drawPolyline(QPolygonF(points))
    painter.setPen(pen(colours.accent, 1.75))
    painter.setBrush(brush(colours.sheet))
    painter.drawEllipse(points[0], HANDLE_RADIUS, HANDLE_RADIUS)
    if wire.snapped is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush(colours.ok))
        painter.drawEllipse(at(scenery.view.to_screen(*wire.snapped)), 5.5, 5.5)


def _corner(painter: QPainter, scenery: Scenery, overlay: Overlay) -> None:
    """The corner of a card where a badge or a chip will land lights up."""
    if overlay.corner is None:
        return
    colours = scenery.theme.window
    landing, hand = (at(scenery.view.to_screen(*point)) for point in overlay.corner)
    painter.setPen(pen(colours.accent, 1.5, (3, 3)))
    painter.drawLine(landing, hand)
    painter.setBrush(brush(colours.accent_soft, 0.85))
    painter.drawEllipse(landing, CORNER_RADIUS, CORNER_RADIUS)


def _insert(painter: QPainter, scenery: Scenery, overlay: Overlay) -> None:
    line = overlay.insert
    if overlay.plus >= 0 and scenery.layout.columns:
        columns = scenery.layout.columns
        place = overlay.plus
        line = InsertLine(x=columns[place].left if place < len(columns) else columns[-1].right)
    if line is None:
        return
    colours, body = scenery.theme.window, scenery.view.body
    painter.setPen(pen(colours.accent if line.allowed else colours.error, 2))
    if line.x is not None:
        x = scenery.view.to_screen(line.x, 0).x
        painter.drawLine(QPointF(x, body.y), QPointF(x, body.bottom))
    if line.y is not None:
        y = scenery.view.to_screen(0, line.y).y
        painter.drawLine(QPointF(body.x, y), QPointF(body.right, y))


def _band(painter: QPainter, scenery: Scenery, overlay: Overlay) -> None:
    if overlay.band is None:
        return
    colours = scenery.theme.window
    painter.setPen(pen(colours.accent, 1))
    painter.setBrush(brush(colours.accent, 0.08))
    painter.drawRect(rect(scenery.view.box_on_screen(overlay.band)))


def _grid(painter: QPainter, scenery: Scenery, overlay: Overlay) -> None:
    """Dots at the corners of cells, while something is dragged."""
    if not overlay.grid or scenery.view.zoom < 0.4:
        return
    view = scenery.view
    seen = view.visible
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush(scenery.theme.window.line2))
    xs = [band.left for band in scenery.layout.columns if seen.x <= band.left <= seen.right]
    for lane in scenery.layout.lanes:
        for y in (lane.box.y, lane.box.bottom):
            for x in xs:
                painter.drawEllipse(at(view.to_screen(x, y)), 0.9, 0.9)


def paint_frozen_edges(painter: QPainter, scenery: Scenery, panes: Panes) -> None:
    """A line, and a shade, where what is frozen ends and what scrolls begins."""
    if len(panes) == 1:
        return
    view, free, colours = scenery.view, free_body(panes), scenery.theme.window
    for weight, opacity, by in ((1.0, 1.0, 0.5), (3.0, 0.10, 2.5)):
        painter.setPen(pen(colours.ink3, weight, opacity=opacity))
        if free.y > view.top:
            y = free.y - 1 + by
            painter.drawLine(QPointF(0, y), QPointF(view.width, y))
        if free.x > view.left:
            x = free.x - 1 + by
            painter.drawLine(QPointF(x, 0), QPointF(x, view.height))


def paint_hint(painter: QPainter, scenery: Scenery, point: Point, overlay: Overlay) -> None:
    """A few words beside the pointer, kept inside the window."""
    if overlay.hint is None:
        return
    colours, view = scenery.theme.window, scenery.view
    font = drawing_font(12)
    text = tr(overlay.hint)
    room = QRectF(0, 0, 300, 400)
    flags = int(Qt.TextFlag.TextWordWrap)
    needed = QFontMetricsF(font).boundingRect(room, flags, text)
    width, height = needed.width() + 20, needed.height() + 12
    x = min(point.x + 16, view.width - width - 8)
    y = point.y + 22 if point.y + 22 + height < view.height else point.y - height - 12
    box = QRectF(x, y, width, height)
    path = QPainterPath()
    path.addRoundedRect(box, 6, 6)
    painter.fillPath(path, brush(colours.error if overlay.refused else colours.ink))
    painter.setPen(pen(colours.panel, 1))
    painter.setFont(font)
    painter.drawText(box.adjusted(10, 6, -10, -6), flags, text)
