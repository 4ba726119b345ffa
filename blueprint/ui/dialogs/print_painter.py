"""Paints the pages of a print: on the preview and on the printer's paper alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QByteArray, QMarginsF, QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from blueprint.drawing.qt import paint_group
from blueprint.export.pages import Page, Pages
from blueprint.export.refusal import ExportRefused
from blueprint.i18n import message
from blueprint.model.entities import Image
from blueprint.ui.background import GivenUp, Progress

_SIZES = {
    "A4": QPageSize.PageSizeId.A4,
    "A3": QPageSize.PageSizeId.A3,
    "A2": QPageSize.PageSizeId.A2,
    "A1": QPageSize.PageSizeId.A1,
    "A0": QPageSize.PageSizeId.A0,
    "Letter": QPageSize.PageSizeId.Letter,
    "Tabloid": QPageSize.PageSizeId.Tabloid,
}


def paint_page(painter: QPainter, page: Page, images: Mapping[str, QImage]) -> None:
    """One page, a unit of the painter a point."""
    for part in page.parts:
        painter.save()
        if part.clip:
            painter.setClipRect(QRectF(*part.clip), Qt.ClipOperation.IntersectClip)
        painter.translate(part.piece.x, part.piece.y)
        painter.scale(part.piece.scale, part.piece.scale)
        for group in part.piece.groups:
            paint_group(painter, group, images)
        painter.restore()


def picture(pages: Pages, place: int, scale: float) -> QImage:
    """A page as a picture, for the preview."""
    page = pages.pages[place]
    made = QImage(
        max(1, round(page.width * scale)),
        max(1, round(page.height * scale)),
        QImage.Format.Format_RGB32,
    )
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(scale, scale)
        paint_page(painter, page, decoded(pages.images))
    finally:
        painter.end()
    return made


def decoded(images: Mapping[str, Image]) -> dict[str, QImage]:
    """The pictures of a document, as Qt has them."""
    found = {
        id: QImage.fromData(QByteArray.fromBase64(image.data.encode()))
        for id, image in images.items()
    }
    return {id: image for id, image in found.items() if not image.isNull()}


@dataclass(frozen=True, slots=True)
class Order:
    """What is printed on a printer, and under what name it waits there."""

    printer: str
    paper: str
    copies: int
    title: str


def print_on_paper(order: Order, pages: Pages, progress: Progress) -> None:
    """Print all pages as ordered. Raises ExportRefused."""
    found = QPrinterInfo.printerInfo(order.printer)
    printer = QPrinter(found, QPrinter.PrinterMode.HighResolution)
    printer.setCopyCount(order.copies)
    _print(printer, order.paper, pages, order.title, progress)


def printed_pdf(paper: str, pages: Pages, title: str, progress: Progress) -> bytes:
    """All pages as the bytes of one PDF file. Raises ExportRefused.

    A single sheet is written as the export writes it: searchable and with bookmarks.
    """
    sheet = pages.pages[0].sheet
    if sheet is not None and len(pages.pages) == 1:
        from blueprint.export.pdf_painter import paint_pdf

        return paint_pdf(sheet)
    with TemporaryDirectory() as folder:
        path = Path(folder, "pages.pdf")
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        printer.setResolution(600)
        _print(printer, paper, pages, title, progress)
        return path.read_bytes()


def _print(printer: QPrinter, paper: str, pages: Pages, title: str, progress: Progress) -> None:
    """Send all pages to a printer; if the work is given up, none. Raises ExportRefused."""
    _set_page(printer, paper, pages.pages[0])
    printer.setDocName(title)
    painter = QPainter()
    if not painter.begin(printer):
        raise ExportRefused(
            message("The printer does not answer. Choose another, or print into a PDF file.")
        )
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        images = decoded(pages.images)
        for place, page in enumerate(pages.pages):
            progress(place / len(pages.pages))
            if place:
                printer.newPage()
            painter.resetTransform()
            painter.scale(printer.resolution() / 72, printer.resolution() / 72)
            paint_page(painter, page, images)
    except GivenUp:
        printer.abort()
        raise
    finally:
        painter.end()


def _set_page(printer: QPrinter, paper: str, page: Page) -> None:
    lying = page.width > page.height
    way = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(_SIZES[paper]))
    printer.setPageOrientation(way)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
