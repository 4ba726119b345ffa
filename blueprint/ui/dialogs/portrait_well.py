"""Where a persona's picture is put: chosen from a file, dropped, or pasted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QFileDialog, QToolButton

from blueprint.i18n import message, tr
from blueprint.model.change import Change
from blueprint.model.document import ChangeRefused
from blueprint.model.edits.personas import show_persona_image, take_persona_image_away
from blueprint.model.entities import Image, Persona
from blueprint.ui.portraits import portrait_icon
from blueprint.ui.session import Session
from blueprint.ui.tools.clipboard import picture_paths
from blueprint.ui.tools.pictures import SUFFIXES, picture_from, picture_in, pixels_of
from blueprint.ui.words import say

SIZE: Final = 112
MOST_SIDE: Final = 512
"""Pixels of a portrait: what prints sharply at 3 cm."""


class PortraitWell(QToolButton):
    """Enter or a click chooses a file, Ctrl+V pastes, Delete takes the picture away."""

    def __init__(self, session: Session, refuse: Callable[[str], object]) -> None:
        super().__init__()
        self._session = session
        self._refuse = refuse
        self._persona: Persona | None = None
        self.ask: Callable[[], Path | None] = self._ask
        self.setFixedSize(SIZE + 12, SIZE + 12)
        self.setIconSize(QSize(SIZE, SIZE))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        say(
            self,
            name=message("Picture of the persona"),
            tip=message("Choose, drop or paste a picture"),
        )
        self.clicked.connect(self.choose)

    def show_persona(self, persona: Persona) -> None:
        self._persona = persona
        self.setIcon(portrait_icon(self._session.document, persona, SIZE))

    def choose(self) -> None:
        """Ask for a picture file."""
        path = self.ask()
        if path is not None:
            self._take(lambda: picture_in(path))

    def paste(self) -> None:
        """Take the picture on the clipboard, or the file that it names."""
        content = QGuiApplication.clipboard().mimeData()
        if content is None or not self._take_from(content):
            self._refuse(tr(message("There is no picture on the clipboard.")))

    def remove(self) -> None:
        """Go back to the initials."""
        persona = self._persona
        if persona is not None and persona.image:
            self._push(lambda: take_persona_image_away(self._session.document, persona.id))

    # --- inside ------------------------------------------------------------------------------

    def _take_from(self, content: QMimeData) -> bool:
        """Whether there is a picture among `content`."""
        if paths := picture_paths(content):
            self._take(lambda: picture_in(paths[0]))
            return True
        pixels = content.imageData() if content.hasImage() else None
        if not isinstance(pixels, QImage) or pixels.isNull():
            return False
        self._take(lambda: picture_from(pixels))
        return True

    def _take(self, read: Callable[[], Image]) -> None:
        persona = self._persona
        if persona is None:
            return
        try:
            image = _squared(read())
        except ChangeRefused as refusal:
            self._refuse(tr(refusal.reason))
            return
        self._push(lambda: show_persona_image(self._session.document, persona.id, image))

    def _push(self, edit: Callable[[], Change]) -> None:
        self._refuse("")
        self._session.attempt(edit)

    def _ask(self) -> Path | None:
        kinds = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        filters = f"{tr(message('Pictures'))} ({kinds})"
        title = tr(message("Picture of the persona"))
        name, _ = QFileDialog.getOpenFileName(self.window(), title, "", filters)
        return Path(name) if name else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        content = event.mimeData()
        if picture_paths(content) or content.hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self._take_from(event.mimeData()):
            event.acceptProposedAction()


def _squared(image: Image) -> Image:
    """The middle of a picture, as high as wide and no larger than a portrait needs."""
    pixels = pixels_of(image)
    side = min(pixels.width(), pixels.height())
    if pixels.width() == pixels.height() and side <= MOST_SIDE:
        return image
    x, y = (pixels.width() - side) // 2, (pixels.height() - side) // 2
    small = min(side, MOST_SIDE)
    made = pixels.copy(x, y, side, side).scaled(
        QSize(small, small),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    return picture_from(made, image.title)
