"""PNG: the drawing as a picture, painted by Qt; works without a display."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from blueprint.export.exporter import Exported, Exporter, Job
from blueprint.export.refusal import ExportRefused
from blueprint.i18n import message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QImage

    from blueprint.export.sheet import Sheet
    from blueprint.model.entities import Image

MOST_PIXELS: Final = 32_767
"""On a side; Qt paints no further."""
_MOST_ALTOGETHER: Final = 268_435_456
"""Pixels of a picture: a gigabyte of memory."""
_DOTS_PER_METRE: Final = 72 / 0.0254


def _write(job: Job) -> Exported:
    from blueprint.export.blueprint_sheet import drawing_sheet, page_sheet

    made = page_sheet(job) if job.options.framed else drawing_sheet(job)
    _check_size(made.sheet, job.options.scale)
    job.progress(0.3)
    return Exported(paint_png(made.sheet, scale=job.options.scale), made.notices)


def _check_size(sheet: Sheet, scale: float) -> None:
    if not scale > 0:
        raise ExportRefused(message("The scale must be above zero."))
    width, height = sheet.width * scale, sheet.height * scale
    fits = max(width, height) <= MOST_PIXELS and width * height <= _MOST_ALTOGETHER
    if not fits:
        by_side = MOST_PIXELS / max(sheet.width, sheet.height)
        by_area = (_MOST_ALTOGETHER / (sheet.width * sheet.height)) ** 0.5
        raise ExportRefused(
            message(
                "On this scale the picture would be {width} × {height} pixels; at most {most} are "
                "possible on a side. A scale of {scale} works.",
                width=round(width),
                height=round(height),
                most=MOST_PIXELS,
                scale=f"{int(min(by_side, by_area) * 1000) / 1000:g}",
            )
        )


def paint_png(sheet: Sheet, *, scale: float = 1.0) -> bytes:
    """The sheet as a PNG file with `scale` pixels a point.

    Starts Qt without a display if it does not run yet.
    """
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImageWriter

    _start_qt()
    try:
        picture = _painted(sheet, scale)
    finally:
        _leave_thread()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"png")).write(picture):
        raise ExportRefused(message("The picture could not be made: there is too little memory."))
    return bytes(buffer.data().data())


def _leave_thread() -> None:
    """A thread beside the window may end after this, and Qt's fonts with it."""
    from threading import current_thread, main_thread

    from blueprint.drawing.qt import forget_letters

    if current_thread() is not main_thread():
        forget_letters()


def _start_qt() -> None:
    import os

    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        global _application
        _application = QGuiApplication(["blueprint"])


_application: object = None
"""Kept alive: Qt needs it as long as anything is painted."""


def _painted(sheet: Sheet, scale: float) -> QImage:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QColor, QImage, QPainter

    from blueprint.drawing.qt import paint_group

    width, height = max(1, round(sheet.width * scale)), max(1, round(sheet.height * scale))
    picture = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    if picture.isNull():
        raise ExportRefused(message("The picture could not be made: there is too little memory."))
    picture.fill(QColor(sheet.background) if sheet.background else Qt.GlobalColor.transparent)
    picture.setDotsPerMeterX(round(_DOTS_PER_METRE * scale))
    picture.setDotsPerMeterY(round(_DOTS_PER_METRE * scale))
    picture.setText("Title", sheet.about.title)
    picture.setText("Author", sheet.about.author)
    images = _decoded(sheet.images)
    painter = QPainter(picture)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for piece in sheet.pieces:
            painter.resetTransform()
            painter.scale(scale, scale)
            painter.translate(piece.x, piece.y)
            painter.scale(piece.scale, piece.scale)
            for group in piece.groups:
                paint_group(painter, group, images)
    finally:
        painter.end()
    return picture


def _decoded(images: Mapping[str, Image]) -> dict[str, QImage]:
    from base64 import b64decode
    from contextlib import suppress

    from PySide6.QtGui import QImage

    found = {}
    for id, image in images.items():
        with suppress(ValueError):
            picture = QImage.fromData(b64decode(image.data))
            if not picture.isNull():
                found[id] = picture
    return found


EXPORTER = Exporter("png", ".png", message("PNG picture"), "image/png", _write)
