"""Notes as they read: emphasis, lists and code set in type; a link asks before it opens."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextBrowser

from blueprint.drawing.theme import WindowColours
from blueprint.prose import Block, Kind, Run, read
from blueprint.ui.listening import listen
from blueprint.ui.theming import LOOK
from blueprint.ui.tools.links import offer_to_open

INDENT = 16


def write(document: QTextDocument, text: str, colours: WindowColours) -> None:
    """Put a note into a document, block by block; no markup is ever handed to Qt."""
    document.clear()
    cursor = QTextCursor(document)
    for place, block in enumerate(read(text)):
        shape = _shape(block, first=place == 0)
        if place:
            cursor.insertBlock(shape)
        else:
            cursor.setBlockFormat(shape)
        for run in _with_marker(block):
            cursor.insertText(run.text.replace("\n", "\u2028"), _style(run, block, colours))


def _with_marker(block: Block) -> Iterator[Run]:
    if block.marker:
        yield Run(f"{block.marker}\u00a0")
    yield from block.runs


def _shape(block: Block, *, first: bool) -> QTextBlockFormat:
    shape = QTextBlockFormat()
    shape.setLeftMargin(INDENT * (block.level + (block.kind is Kind.QUOTE)))
    if block.marker:
        shape.setTextIndent(-INDENT)
    close = block.kind is Kind.ITEM and bool(block.marker)
    shape.setTopMargin(0 if first else 2 if close else 6)
    return shape


def _style(run: Run, block: Block, colours: WindowColours) -> QTextCharFormat:
    style = QTextCharFormat()
    if run.bold:
        style.setFontWeight(QFont.Weight.Bold)
    style.setFontItalic(run.italic)
    if run.code:
        style.setFontFamilies(["monospace"])
        style.setBackground(QColor(colours.panel2))
    if block.kind is Kind.QUOTE:
        style.setForeground(QColor(colours.ink2))
    if run.link:
        style.setAnchor(True)
        style.setAnchorHref(run.link)
        style.setForeground(QColor(colours.accent))
        style.setFontUnderline(True)
    return style


class ProseView(QTextBrowser):
    """Shows a note. A click on a link shows its address and asks; any other click is `clicked`."""

    clicked = Signal()

    def __init__(self, *, fitted: bool = False) -> None:
        """`fitted`: as high as its text, instead of scrolling."""
        super().__init__()
        self._text = ""
        self._fitted = fitted
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.document().setDocumentMargin(4)
        if fitted:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._ask)
        listen(self, LOOK.changed, self._write)

    def show_text(self, text: str) -> None:
        """Show a note in Markdown."""
        self._text = text
        self._write()

    def _write(self) -> None:
        write(self.document(), self._text, LOOK.colours)
        self.verticalScrollBar().setValue(0)
        self._fit()

    def _ask(self, address: QUrl) -> None:
        offer_to_open(address.toString(), self)

    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Nothing is loaded, wherever it is said to be."""
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._fitted and not self.anchorAt(event.position().toPoint()):
            event.ignore()  # whatever stands around is clicked
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        on_link = bool(self.anchorAt(event.position().toPoint()))
        chosen = self.textCursor().hasSelection()
        super().mouseReleaseEvent(event)
        if not on_link and not chosen:
            self.clicked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._fitted:
            height = round(self.document().size().height())
            if height != self.height():
                self.setFixedHeight(max(1, height))

    def sizeHint(self) -> QSize:
        return QSize(120, round(self.document().size().height()) if self._fitted else 60)
