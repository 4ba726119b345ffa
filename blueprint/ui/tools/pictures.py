"""Pictures from files, from the clipboard and from elsewhere, made fit to be kept in a document."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from blueprint.i18n import Message, message
from blueprint.model.change import Change
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.edits.added import Added
from blueprint.model.edits.columns import insert_column
from blueprint.model.edits.images import MediaType, add_pictured_step, image_of, show_image
from blueprint.model.entities import Image
from blueprint.ui.session import Session
from blueprint.ui.tools.compound import Edit, together
from blueprint.ui.tools.place import NO_EVIDENCE_LANE, evidence_lane

MOST_READ: Final = 50_000_000
"""Bytes of a file that is looked at."""
MOST_KEPT: Final = 4_000_000
"""Bytes of a picture in a document; larger ones are made smaller."""
MOST_SIDE: Final = 2_000
"""Pixels of a picture in a document."""
MOST_PIXELS: Final = 50_000_000
SUFFIXES: Final = (".png", ".jpg", ".jpeg", ".webp")
_TYPES: Final[dict[str, MediaType]] = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "webp": "image/webp",
}


def picture_in(path: Path) -> Image:
    """The picture in a file, under the file's name. Raises ChangeRefused."""
    try:
        if path.stat().st_size > MOST_READ:
            raise ChangeRefused(_too_large(path.name))
        content = path.read_bytes()
    except OSError as failure:
        raise ChangeRefused(message("“{file}” cannot be read.", file=path.name)) from failure
    return picture_of(content, path.stem)


def picture_of(content: bytes, title: str = "") -> Image:
    """The picture that these bytes are; made smaller where it is too large to be kept.

    Raises ChangeRefused if it is no PNG, JPEG or WebP, whatever its name says.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    kind = _TYPES.get(bytes(reader.format().data()).decode("ascii", "replace"))
    if kind is None:
        raise ChangeRefused(message("A picture is a PNG, JPEG or WebP file. Save it as one first."))
    size = reader.size()
    if size.width() * size.height() > MOST_PIXELS:
        raise ChangeRefused(_too_large(title))
    pixels = reader.read()
    if pixels.isNull():
        raise ChangeRefused(message("This picture is damaged and cannot be read."))
    if len(content) <= MOST_KEPT and max(size.width(), size.height()) <= MOST_SIDE:
        return image_of(content, kind, title)
    return picture_from(pixels, title)


def picture_from(pixels: QImage, title: str = "") -> Image:
    """A picture that is no file yet, such as a screenshot."""
    if max(pixels.width(), pixels.height()) > MOST_SIDE:
        pixels = pixels.scaled(
            QSize(MOST_SIDE, MOST_SIDE),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    content = _encoded(pixels, b"PNG")
    if len(content) <= MOST_KEPT:
        return image_of(content, "image/png", title)
    return image_of(_encoded(pixels, b"JPEG"), "image/jpeg", title)


def pixels_of(image: Image) -> QImage:
    """The pixels of a picture of a document; none if it is damaged."""
    return QImage.fromData(QByteArray.fromBase64(image.data.encode("ascii")))


def _encoded(pixels: QImage, format: bytes) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(format))
    writer.setQuality(88 if format == b"JPEG" else -1)
    writer.write(pixels)
    buffer.close()
    return bytes(content.data())


def _too_large(name: str) -> Message:
    return message("“{file}” is too large. Make the picture smaller first.", file=name)


def put_on_step(session: Session, step: str, image: Image) -> None:
    """Let a step show a picture."""
    if session.attempt(lambda: show_image(session.document, step, image)) is not None:
        session.select((step,))


def put_as_evidence(session: Session, column: int, images: list[Image]) -> None:
    """Pictures as evidence, the first in the column at a place, the others after it."""
    document = session.document
    lane = evidence_lane(document)
    if not lane:
        session.refuse(NO_EVIDENCE_LANE)
        return
    missing = column + len(images) - len(document.columns)
    edits: list[Edit] = [_one_more_column for _ in range(missing)]
    edits += [_as_evidence(lane, column + n, image) for n, image in enumerate(images)]
    label = message("Add picture", "Add {count} pictures", count=len(images))
    made = session.attempt(lambda: together(document, label, *edits))
    if made:
        session.select((made,))
        session.reveal((made,))


def _one_more_column(document: Document) -> Added:
    return insert_column(document, len(document.columns))


def _as_evidence(lane: str, place: int, image: Image) -> Edit:
    def edit(document: Document) -> Change | Added:
        column = document.columns[place].id
        return add_pictured_step(document, lane, column, image, label=image.title)

    return edit
