"""The headers that stick: lanes at the left of the window, phases and columns at its top."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import ceil, floor
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from blueprint.drawing.detail import Detail, detail_at
from blueprint.drawing.headers import (
    GAP,
    lane_header,
    lane_signs,
    lane_title,
    line_label,
    phase_header,
)
from blueprint.drawing.icons import icon
from blueprint.drawing.primitives import Group, Layer, Rect
from blueprint.drawing.qt import paint, paint_group
from blueprint.drawing.writing import block, line, shortened
from blueprint.i18n import message, tr
from blueprint.layout.geometry import Box, LaneBand, PhaseSpan
from blueprint.layout.text import break_text
from blueprint.model.lane_icons import lane_icon
from blueprint.model.notation import LaneRole
from blueprint.ui.canvas.hit import slot
from blueprint.ui.canvas.overlay import Scenery
from blueprint.ui.canvas.panes import Panes
from blueprint.ui.canvas.parting import Parted, paint_parted
from blueprint.ui.canvas.pens import brush, drawing_font, pen, rect
from blueprint.ui.canvas.view import View
from blueprint.ui.tools.overlay import Overlay

LOW: Final = 54
"""Pixels: a lane's header below this height says its name on one line."""
LINE_LABELS_FROM: Final = 0.48
"""The least zoom at which the labels of lines have room between two lanes."""
MOST_PICTURES: Final = 100
"""Pictures of lanes' headers that are kept, about 0.1 MB each."""
PHASE_TOP: Final = 6
PHASE_HEIGHT: Final = 24


class Headers:
    """Paints the sticky headers; keeps both bands as pictures while nothing in them changes."""

    def __init__(self) -> None:
        self._lane_pictures: dict[tuple[str, int], tuple[object, QPixmap]] = {}
        self._groups: dict[object, Group] = {}
        self._pictures: dict[str, tuple[object, QPixmap]] = {}

    def forget(self) -> None:
        """The document, the theme or the language has changed."""
        self._lane_pictures.clear()
        self._groups.clear()
        self._pictures.clear()

    def follow(self, lanes: Iterable[LaneBand]) -> None:
        """The document has changed: what depends on more than on its lanes is forgotten."""
        if any(band.role is LaneRole.METRIC for band in lanes):
            self.forget()
        self._groups.clear()
        self._pictures.pop("phases", None)

    def paint(
        self,
        painter: QPainter,
        scenery: Scenery,
        panes: Panes,
        overlay: Overlay,
        *,
        area: QRect,
        parted: Parted | None = None,
    ) -> None:
        """Both header bands and the corner between them, as far as they lie in `area`.

        They part with the drawing, lanes up and down, phases to both sides.
        """
        view = scenery.view
        ratio = painter.device().devicePixelRatioF()
        side = Box(0, view.top, view.left, view.height - view.top)
        band = Box(view.left, 0, view.width - view.left, view.top)
        chosen = frozenset(id for id in scenery.selection if not scenery.layout.shows_step(id))
        look = (view.zoom, view.width, view.height, ratio, chosen, overlay.carried)
        if rect(side).intersects(QRectF(area)):
            rows = [replace(scenery, view=pane.view) for pane in panes if not pane.has_columns]
            document, layout = scenery.document, scenery.layout
            stands = tuple((part.view.y, part.view.top) for part in rows)
            lanes = (document.lanes, document.properties, layout.lanes, layout.lines)
            look_down = (*look, stands, *lanes)
            picture = self._picture("lanes", look_down, side, rows, overlay)
            across = parted if parted and parted.room.y is not None else None
            _put(painter, picture, side, view, across)
        if rect(band).intersects(QRectF(area)):
            look_across = (*look, view.x, overlay.plus, scenery.band_hovered)
            parts = [replace(scenery, view=pane.view) for pane in panes if not pane.lane]
            picture = self._picture("phases", look_across, band, parts, overlay)
            along = parted if parted and parted.room.x is not None else None
            _put(painter, picture, band, view, along)
        self._corner(painter, scenery)

    def _picture(
        self,
        name: str,
        look: tuple[object, ...],
        box: Box,
        parts: Sequence[Scenery],
        overlay: Overlay,
    ) -> QPixmap:
        """One band as a picture, painted anew if it looks different; each part as its pane is."""
        known = self._pictures.get(name)
        if known is not None and known[0] == look:
            return known[1]
        ratio = look[3]
        assert isinstance(ratio, float)
        size = QSize(max(1, ceil(box.width * ratio)), max(1, ceil(box.height * ratio)))
        usable = known is not None and known[1].size() == size
        picture = known[1] if known is not None and usable else QPixmap(size)
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        try:
            painter.translate(-box.x, -box.y)
            for part in parts:
                self._part(painter, name, part, overlay)
        finally:
            painter.end()
        self._pictures[name] = look, picture
        return picture

    def _part(self, painter: QPainter, name: str, part: Scenery, overlay: Overlay) -> None:
        """What stands beside one pane, or above it."""
        view = part.view
        beside = QRectF(0, view.top, view.left, view.height - view.top)
        above = QRectF(view.left, 0, view.width - view.left, view.top)
        area, paint_all = (beside, self._lanes) if name == "lanes" else (above, self._phases)
        painter.setClipRect(area)
        painter.fillRect(area, brush(part.theme.window.sheet))
        paint_all(painter, part, overlay)

    def _lanes(self, painter: QPainter, scenery: Scenery, overlay: Overlay) -> None:
        view = scenery.view
        carried = None
        for band in scenery.layout.lanes:
            y = view.to_screen(0, band.box.y).y
            height = round(band.box.height * view.zoom)
            if y + height < view.top or y > view.height:
                continue
            if overlay.carried is not None and overlay.carried.id == band.lane:
                carried = (band, round(y + overlay.carried.shift), height)
                painter.setOpacity(0.35)
            self._lane(painter, scenery, band, round(y), height)
            painter.setOpacity(1.0)
        for line_band in scenery.layout.lines if view.zoom >= LINE_LABELS_FROM else ():
            y = view.to_screen(0, line_band.y).y
            group = line_label(
                replace(line_band, x=view.left),
                scenery.theme,
                scenery.document.properties.language,
            )
            paint_group(painter, replace(group, y=round(y)))
        edge = pen(scenery.theme.window.line2, 1)
        painter.setPen(edge)
        x = view.left - 0.5
        bottom = slot(scenery.layout, view)
        painter.drawLine(QPointF(x, view.top), QPointF(x, bottom.y - 8))
        if not scenery.fixed:
            _add_lane(painter, scenery, bottom)
        if carried is not None:
            self._lane(painter, scenery, *carried)
            band, y, height = carried
            painter.setPen(pen(scenery.theme.window.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(1, y, view.left - GAP - 2, height), 4, 4)

    def _lane(
        self, painter: QPainter, scenery: Scenery, band: LaneBand, y: int, height: int
    ) -> None:
        """The header of a lane; its words stay in the part of it that is in view."""
        view = scenery.view
        top, bottom = max(y, floor(view.top)), min(y + height, ceil(view.height))
        if bottom > top:
            whole = bottom - top == height
            shown = self._lane_picture(painter, scenery, band, bottom - top, whole=whole)
            painter.drawPixmap(QPointF(0, top), shown)
        if band.lane in scenery.selection:
            painter.setPen(pen(scenery.theme.window.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(1, y + 1, view.left - GAP - 2, height - 2), 3, 3)

    def _lane_picture(
        self, painter: QPainter, scenery: Scenery, band: LaneBand, height: int, *, whole: bool
    ) -> QPixmap:
        """One lane's header, painted anew where the lane, its height or the sharpness differs."""
        key = (band.lane, height if whole else -1)
        ratio = painter.device().devicePixelRatioF()
        lane, properties = scenery.document.lane(band.lane), scenery.document.properties
        look = (ratio, height, detail_at(scenery.view.zoom) is Detail.BLOCKS, lane, properties)
        known = self._lane_pictures.get(key)
        if known is None or known[0] != look:
            if len(self._lane_pictures) > MOST_PICTURES:
                self._lane_pictures.clear()
            size = QSize(ceil(scenery.view.left * ratio), max(1, ceil(height * ratio)))
            picture = _transparent(size, ratio)
            within = QPainter(picture)
            within.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_group(within, replace(_lane_group(scenery, band, height), x=0, y=0))
            within.end()
            known = self._lane_pictures[key] = look, picture
        return known[1]

    def _phases(self, painter: QPainter, scenery: Scenery, overlay: Overlay) -> None:
        view = scenery.view
        seen = view.visible
        for span in scenery.layout.phases:
            if span.phase is None or span.box.right < seen.x or span.box.x > seen.right:
                continue
            shift = 0.0
            if overlay.carried is not None and overlay.carried.id == span.phase:
                shift = overlay.carried.shift
            self._phase(painter, scenery, span, shift)
        bare = all(span.phase is None for span in scenery.layout.phases)
        if bare or overlay.carried is not None or overlay.plus >= 0 or scenery.band_hovered:
            _column_numbers(painter, scenery, overlay)
        if overlay.plus >= 0:
            _plus(painter, scenery, overlay.plus)

    def _phase(self, painter: QPainter, scenery: Scenery, span: PhaseSpan, shift: float) -> None:
        view, phase = scenery.view, span.phase
        left = view.to_screen(span.box.x, 0).x
        width = round(span.box.width * view.zoom)
        x = round(left + shift)
        if x < view.left and not shift:  # the title stays in view
            width -= floor(view.left) - x
            x = floor(view.left)
            group = _phase_group(scenery, span, width)
        else:
            key = (phase, width)
            if key not in self._groups:
                self._groups[key] = _phase_group(scenery, span, width)
            group = self._groups[key]
        paint_group(painter, replace(group, x=x, y=PHASE_TOP))
        if phase in scenery.selection:
            painter.setPen(pen(scenery.theme.window.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(x + 1, PHASE_TOP + 1, width - 2, PHASE_HEIGHT - 2), 5, 5)

    def _corner(self, painter: QPainter, scenery: Scenery) -> None:
        view = scenery.view
        painter.fillRect(QRectF(0, 0, view.left, view.top), brush(scenery.theme.window.sheet))
        word = line(tr(message("Phases")), 13, 22, 11, scenery.theme.window.ink3)
        paint(painter, (word,))


def _phase_group(scenery: Scenery, span: PhaseSpan, width: int) -> Group:
    wide = replace(span, box=Box(0, 0, max(8, width), PHASE_HEIGHT))
    language = scenery.document.properties.language
    return phase_header(scenery.document, wide, scenery.theme, language)


def _transparent(size: QSize, ratio: float) -> QPixmap:
    picture = QPixmap(size)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def _lane_group(scenery: Scenery, band: LaneBand, height: int) -> Group:
    language = scenery.document.properties.language
    lane = scenery.document.lane(band.lane)
    width = scenery.view.left
    if height < LOW:
        return _low_header(scenery, band, width - GAP, height)
    timed = band.role is LaneRole.METRIC and not any(
        scenery.layout.shows_step(id) and step.lane == band.lane
        for id, step in scenery.document.steps.items()
    )
    if detail_at(scenery.view.zoom) is Detail.BLOCKS:
        lane, timed = lane.replaced(subtitle=""), False
    header = replace(band, header=Box(0, 0, width, height))
    return lane_header(lane, header, scenery.theme, language, bare=timed, on_screen=True)


def _low_header(scenery: Scenery, band: LaneBand, width: float, height: int) -> Group:
    """Icon and name on one line, in a band too low for more."""
    colours = scenery.theme.roles[band.role]
    lane = scenery.document.lane(band.lane)
    title = lane_title(lane, scenery.document.properties.language)
    parts = [
        Rect(0, 0, width, height, fill=colours.header),
        Rect(0, 0, 4, height, fill=colours.strong),
    ]
    bounds = Box(0, 0, width, height)
    if height < 11:
        return Group(band.lane, Layer.HEADERS, 0, 0, bounds, tuple(parts), title)
    lines = max(1, int(height // 14))
    text = break_text(title, width - 34, 11, bold=True, line_height=13, most_lines=lines)
    words = block(text, 30, (height - text.height) / 2, colours.text)
    sign = icon(lane_icon(lane), 11, height / 2 - 7, 14, colours.strong)
    signs = [sign, *lane_signs(lane, width - 14, 3, 11, colours.strong)]
    return Group(band.lane, Layer.HEADERS, 0, 0, bounds, (*parts, *signs, *words), title)


def _add_lane(painter: QPainter, scenery: Scenery, box: Box) -> None:
    colours = scenery.theme.window
    painter.setPen(pen(colours.line2, 1.25, (4, 4)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect(box), 4, 4)
    middle = box.middle.y
    painter.setPen(pen(colours.ink2, 1.4))
    painter.drawLine(QPointF(12, middle), QPointF(20, middle))
    painter.drawLine(QPointF(16, middle - 4), QPointF(16, middle + 4))
    text = shortened(tr(message("Add lane")), box.width - 36, 12)
    paint(painter, (line(text, 29, middle + 4.5, 12, colours.ink2),))


def _column_numbers(painter: QPainter, scenery: Scenery, overlay: Overlay) -> None:
    """A number above each column, by which it is taken."""
    view, colours = scenery.view, scenery.theme.window
    seen = view.visible
    if scenery.layout.columns and scenery.layout.columns[0].width * view.zoom < 28:
        return
    painter.setFont(drawing_font(11, bold=True))
    for place, band in enumerate(scenery.layout.columns, start=1):
        if band.right < seen.x or band.left > seen.right:
            continue
        x = view.to_screen((band.left + band.right) / 2, 0).x
        if overlay.carried is not None and overlay.carried.id == band.column:
            x += overlay.carried.shift
        chosen = band.column in scenery.selection
        box = QRectF(round(x) - 12, 10, 24, 16)
        painter.setPen(pen(colours.accent if chosen else colours.line2, 1))
        painter.setBrush(brush(colours.accent if chosen else colours.panel))
        painter.drawRoundedRect(box, 8, 8)
        painter.setPen(pen(colours.accent_ink if chosen else colours.ink2, 1))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(place))


def _plus(painter: QPainter, scenery: Scenery, place: int) -> None:
    columns = scenery.layout.columns
    if not columns:
        return
    x = columns[place].left if place < len(columns) else columns[-1].right
    at = QPointF(scenery.view.to_screen(x, 0).x, 17)
    colours = scenery.theme.window
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush(colours.accent))
    painter.drawEllipse(at, 10, 10)
    painter.setPen(pen(colours.accent_ink, 1.75))
    painter.drawLine(at - QPointF(4.5, 0), at + QPointF(4.5, 0))
    painter.drawLine(at - QPointF(0, 4.5), at + QPointF(0, 4.5))


def _put(painter: QPainter, picture: QPixmap, box: Box, view: View, parted: Parted | None) -> None:
    """Put the picture of a band in its place, in parts if the drawing has parted."""
    corner = QPointF(box.x, box.y)
    if parted is None:
        painter.drawPixmap(corner, picture)
        return
    ratio = picture.devicePixelRatio()

    def stretch(source: QRect, target: QRect) -> None:
        piece = QRectF(source).translated(-box.x, -box.y)
        piece = QRectF(
            piece.x() * ratio, piece.y() * ratio, piece.width() * ratio, piece.height() * ratio
        )
        painter.drawPixmap(QRectF(target), picture, piece)

    area = rect(box).toAlignedRect()
    paint_parted(
        painter,
        view,
        parted,
        area,
        paint=lambda: painter.drawPixmap(corner, picture),
        gap=stretch,
    )
