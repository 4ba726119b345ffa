"""The one painter of primitives with QPainter: it decides nothing but how Qt is told."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QGlyphRun,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QRawFont,
)

from blueprint.drawing.primitives import (
    Cap,
    Circle,
    Colour,
    Command,
    Drawing,
    Group,
    Path,
    Picture,
    Primitive,
    Rect,
    Stroke,
    Text,
)
from blueprint.layout.fonts import FAMILY, FILES, UNITS, advances
from blueprint.model.entities import Image
from blueprint.resources import resource

Images = Mapping[str, QImage]
"""Decoded images of the document by id."""


class DecodedImages(Mapping[str, QImage]):
    """The images of a document, each decoded when it is first painted."""

    def __init__(self, images: Mapping[str, Image]) -> None:
        self._images = images

    def __getitem__(self, id: str) -> QImage:
        return _decoded(self._images[id].data)

    def __iter__(self) -> Iterator[str]:
        return iter(self._images)

    def __len__(self) -> int:
        return len(self._images)


@lru_cache(maxsize=64)
def _decoded(base64: str) -> QImage:
    """A null image if the bytes are no picture."""
    return QImage.fromData(QByteArray.fromBase64(base64.encode("ascii")))


_CAPS: Final = {Cap.FLAT: Qt.PenCapStyle.FlatCap, Cap.ROUND: Qt.PenCapStyle.RoundCap}
_NO_PEN: Final = QPen(Qt.PenStyle.NoPen)
_NO_BRUSH: Final = QBrush(Qt.BrushStyle.NoBrush)


def paint_drawing(painter: QPainter, drawing: Drawing, images: Images | None = None) -> None:
    """All groups of `drawing`, without its background."""
    for group in drawing.groups:
        paint_group(painter, group, images)


def paint_group(painter: QPainter, group: Group, images: Images | None = None) -> None:
    """One group at its place."""
    painter.translate(group.x, group.y)
    paint(painter, group.primitives, images)
    painter.translate(-group.x, -group.y)


def paint(painter: QPainter, primitives: Iterable[Primitive], images: Images | None = None) -> None:
    """Primitives in the painter's own coordinates; antialiasing is the caller's to set.

    A stroke of width 0 is one pixel wide at any zoom.
    """
    for part in primitives:
        match part:
            case Text():
                _paint_text(painter, part)
            case Path():
                _prepare(painter, part.fill, part.stroke)
                painter.drawPath(_path(part.commands))
            case Rect():
                _paint_rect(painter, part)
            case Circle():
                _prepare(painter, part.fill, part.stroke)
                painter.drawEllipse(QPointF(part.x, part.y), part.radius, part.radius)
            case Picture():
                _paint_picture(painter, part, images or {})


def raw_font(size: int, bold: bool = False) -> QRawFont:
    """The bundled font at `size` points of the drawing, without hinting."""
    fonts = _letters.fonts
    if (size, bold) not in fonts:
        no_hinting = QFont.HintingPreference.PreferNoHinting
        fonts[size, bold] = QRawFont(str(resource(FILES[bold])), size, no_hinting)
    return fonts[size, bold]


class _Letters(threading.local):
    """Qt binds a raw font to the thread that made it, and frees it with that thread."""

    def __init__(self) -> None:
        self.fonts: dict[tuple[int, bool], QRawFont] = {}
        self.runs: dict[tuple[str, int, bool], _Line] = {}


_letters: Final = _Letters()
_MOST_RUNS: Final = 20_000


def forget_letters() -> None:
    """To be called by a thread that has painted texts, before it ends."""
    _letters.runs.clear()
    _letters.fonts.clear()


JOINER: Final = "\u200d"
"""Makes one picture of the emojis before and after it."""


class _Borrowed(NamedTuple):
    """Characters that the drawing font lacks, such as an emoji, and where they stand."""

    text: str
    x: float
    width: float


class _Line(NamedTuple):
    """A line of text, ready to be painted."""

    run: QGlyphRun
    borrowed: tuple[_Borrowed, ...]


def _glyphs(text: str, size: int, bold: bool) -> _Line:
    """A line as glyphs, each where the layout's advance widths put it; no kerning."""
    runs = _letters.runs
    key = (text, size, bold)
    if key not in runs:
        if len(runs) >= _MOST_RUNS:
            runs.clear()
        runs[key] = _placed(text, size, bold)
    return runs[key]


def _placed(text: str, size: int, bold: bool) -> _Line:
    found = raw_font(size, bold)
    table = advances(bold)
    own, positions, x = [], [], 0
    borrowed: list[_Borrowed] = []
    for character in text:
        at, width = x * size / UNITS, table[character] * size / UNITS
        x += table[character]
        last = borrowed[-1] if borrowed else _Borrowed("", -1, 0)
        if character in table or character.isspace():
            own.append(character)
            positions.append(QPointF(at, 0))
        elif abs(last.x + last.width - at) < 0.01 and (not width or last.text[-1] == JOINER):
            joined = _Borrowed(last.text + character, last.x, last.width + width)
            borrowed[-1] = joined
        elif width:
            borrowed.append(_Borrowed(character, at, width))
    run = QGlyphRun()
    run.setRawFont(found)
    run.setGlyphIndexes(found.glyphIndexesForString("".join(own)))
    run.setPositions(positions)
    return _Line(run, tuple(borrowed))


def _paint_borrowed(painter: QPainter, part: _Borrowed, text: Text) -> None:
    """A picture from whichever font of the system has one, no wider than its place."""
    font = QFont(FAMILY)
    font.setPixelSize(text.size)
    font.setBold(text.bold)
    needed = QFontMetricsF(font).horizontalAdvance(part.text)
    painter.save()
    painter.translate(text.x + part.x, text.baseline)
    if needed > part.width > 0:
        painter.scale(part.width / needed, part.width / needed)
    painter.setFont(font)
    painter.drawText(QPointF(0, 0), part.text)
    painter.restore()


def _paint_text(painter: QPainter, text: Text) -> None:
    painter.setPen(_colour(text.colour))
    at = QPointF(text.x, text.baseline)
    words = _glyphs(text.text, text.size, text.bold)
    painter.drawGlyphRun(at, words.run)
    for part in words.borrowed:
        _paint_borrowed(painter, part, text)
    if text.struck:
        y = text.baseline - 0.3 * text.size
        painter.setPen(_pen(Stroke(text.colour, text.size / 13)))
        painter.drawLine(QPointF(text.x, y), QPointF(text.x + text.width, y))


def _paint_rect(painter: QPainter, rect: Rect) -> None:
    box = QRectF(rect.x, rect.y, rect.width, rect.height)
    if rect.stroke is None and not rect.radius and rect.fill is not None:
        painter.fillRect(box, _colour(rect.fill, rect.fill_opacity))
        return
    _prepare(painter, rect.fill, rect.stroke, rect.fill_opacity)
    if rect.radius:
        radius = min(rect.radius, rect.width / 2, rect.height / 2)
        painter.drawRoundedRect(box, radius, radius)
    else:
        painter.drawRect(box)


def _paint_picture(painter: QPainter, picture: Picture, images: Images) -> None:
    """The image as large as it fits into its box, in the middle of it."""
    image = images.get(picture.image)
    if image is None or image.isNull():
        return
    scale = min(picture.width / image.width(), picture.height / image.height())
    width, height = image.width() * scale, image.height() * scale
    x = picture.x + (picture.width - width) / 2
    y = picture.y + (picture.height - height) / 2
    smooth = QPainter.RenderHint.SmoothPixmapTransform
    before = painter.testRenderHint(smooth)
    painter.setRenderHint(smooth)
    painter.drawImage(QRectF(x, y, width, height), image)
    painter.setRenderHint(smooth, before)


def _prepare(
    painter: QPainter, fill: Colour | None, stroke: Stroke | None, opacity: float = 1.0
) -> None:
    painter.setBrush(_NO_BRUSH if fill is None else _brush(fill, opacity))
    painter.setPen(_NO_PEN if stroke is None else _pen(stroke))


@cache
def _colour(colour: Colour, opacity: float = 1.0) -> QColor:
    made = QColor(colour)
    made.setAlphaF(opacity)
    return made


@cache
def _brush(colour: Colour, opacity: float) -> QBrush:
    return QBrush(_colour(colour, opacity))


@cache
def _pen(stroke: Stroke) -> QPen:
    pen = QPen(_colour(stroke.colour), stroke.width)
    pen.setCapStyle(_CAPS[stroke.cap])
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if stroke.dash and stroke.width:
        pen.setDashPattern([length / stroke.width for length in stroke.dash])
    return pen


@lru_cache(maxsize=20_000)
def _path(commands: tuple[Command, ...]) -> QPainterPath:
    path = QPainterPath()
    for command in commands:
        if len(command) == 1:
            path.closeSubpath()
        elif len(command) == 7:
            path.cubicTo(*command[1:])
        elif command[0] == "M":
            path.moveTo(command[1], command[2])
        else:
            path.lineTo(command[1], command[2])
    return path
