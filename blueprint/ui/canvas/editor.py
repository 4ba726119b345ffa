"""The field in which texts are typed in place: plain text over the card, growing as it is typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QPalette,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from blueprint.drawing.theme import Theme
from blueprint.layout.geometry import Box
from blueprint.ui.canvas.pens import drawing_font
from blueprint.ui.spelling.waves import check_spelling_in
from blueprint.ui.tab_key import TAB_KEY

LEAST_WIDTH: Final = 96
LEAST_TEXT: Final = 11
"""Pixels: text that is typed is never smaller, however far the canvas is zoomed out."""

_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_PAD: Final = Qt.KeyboardModifier.KeypadModifier
_WAYS: Final[dict[int, tuple[int, int]]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class After(Enum):
    """What follows when a text is accepted."""

    STAY = auto()
    NEXT = auto()
    PREVIOUS = auto()
    SECOND = auto()
    BELOW = auto()
    """The step in the lane below."""
    CUSTOMER = auto()
    """The customer's next step."""
    CONNECT = auto()
    """Letters for where the step leads."""
    EVIDENCE = auto()
    """Evidence in the step's column."""
    PHASE = auto()
    """The title of a phase that begins in the step's column."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where and how something is typed. `box` is in pixels; `pixels` is the size of the text."""

    box: Box
    pixels: float
    radius: int = 6
    bold: bool = False
    centred: bool = False
    grows: bool = True


class InlineEditor(QPlainTextEdit):
    """Accepts on Tab, Enter and on leaving; Esc gives up. Shift + Enter begins a new line."""

    accepted = Signal(str, object)
    """(text, After)"""
    abandoned = Signal()
    steered = Signal(int, int)
    """An arrow key while nothing is typed: so many cells to the right and down."""
    marked = Signal(str)
    """A key that marks what is typed: "fail", "wait", "star" or "exchange"."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(False)
        self.setObjectName("inlineEditor")
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._grow)
        self.waves = check_spelling_in(self)
        self._place: Callable[[], Place] | None = None
        self._leaving = False
        self._look = ""
        self.hide()

    @property
    def is_open(self) -> bool:
        return self._place is not None

    def open(self, text: str, place: Callable[[], Place], *, select: bool = True) -> None:
        """Begin to edit `text` at a place, which is asked for again whenever the view moves."""
        self._place = place
        self._leaving = False
        self.setPlainText(text)
        self.document().clearUndoRedoStacks()
        self.settle()
        if select:
            self.selectAll()
        else:
            self.moveCursor(self.textCursor().MoveOperation.End)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def dress(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(theme.window.sheet))
        palette.setColor(QPalette.ColorRole.Text, QColor(theme.window.ink))
        palette.setColor(QPalette.ColorRole.Highlight, QColor(theme.window.accent_soft))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(theme.window.ink))
        self.setPalette(palette)
        window = theme.window
        self._look = (
            f"background: {window.sheet}; color: {window.ink};"
            f" border: 2px solid {window.accent}; padding: 0;"
        )

    def settle(self) -> None:
        """Stand where the place is now, at the size that the zoom asks for."""
        if self._place is None:
            return
        place = self._place()
        self.setFont(drawing_font(max(LEAST_TEXT, round(place.pixels)), place.bold))
        option = self.document().defaultTextOption()
        centre, left = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignLeft
        option.setAlignment(centre if place.centred else left)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        self.setStyleSheet(
            f"QPlainTextEdit#inlineEditor {{ {self._look} border-radius: {place.radius}px; }}"
        )
        self._grow()

    def _grow(self) -> None:
        if self._place is None:
            return
        place = self._place()
        metrics = QFontMetricsF(self.font())
        side = 8 if place.grows else 4
        width = max(LEAST_WIDTH, round(place.box.width))
        self.setViewportMargins(side, 0, side, 0)
        inner = width - 2 * side - 4
        self.document().setTextWidth(inner)
        lines = self._line_count(inner, metrics)
        needed = round(lines * metrics.lineSpacing()) + 12
        height = max(needed, round(place.box.height))
        gap = max(0, (height - needed) // 2)
        self.setViewportMargins(side, gap + 4, side, gap + 4)
        left = round(place.box.middle.x - width / 2)
        self.setGeometry(QRect(left, round(place.box.y), width, height))

    def _line_count(self, width: float, metrics: QFontMetricsF) -> int:
        """Lines as they wrap at `width`; a little generous, so that none is hidden."""
        count = 0
        for line in (self.toPlainText() + self.composed).split("\n") or [""]:
            box = metrics.boundingRect(
                QRectF(0, 0, width, 1e6), int(Qt.TextFlag.TextWordWrap), line
            )
            count += max(1, round(box.height() / metrics.lineSpacing()))
        return count

    def event(self, event: QEvent) -> bool:
        """Keys that mean something here are no shortcuts of the window meanwhile."""
        asks = event.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and (_follows(event) or _mark(event)):
            event.accept()
            return True
        return super().event(event)

    @property
    def composed(self) -> str:
        """What an input method is composing and has not committed yet."""
        layout = self.textCursor().block().layout()
        return layout.preeditAreaText() if layout is not None else ""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        follows = _follows(event)
        if self.composed:
            event.accept()  # whatever the key means, it means it to the input method
        elif event.key() == Qt.Key.Key_Escape:
            self.abandon()
        elif mark := _mark(event):
            self.marked.emit(mark)
        elif way := self._way(event):
            self.steered.emit(*way)
        elif follows is not None:
            self.accept(follows)
        else:
            super().keyPressEvent(event)

    def _way(self, event: QKeyEvent) -> tuple[int, int] | None:
        """Where an arrow leads from an empty field; None if it belongs to the text."""
        if self.toPlainText() or event.modifiers() & ~(_PAD | _CTRL):
            return None
        return _WAYS.get(event.key())

    def focusNextPrevChild(self, next: bool) -> bool:
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        kept = (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.MenuBarFocusReason,
        )
        if event.reason() not in kept:
            self.accept(After.STAY)

    def accept(self, follows: After) -> None:
        """End with the text as it is."""
        if self._place is None or self._leaving:
            return
        if self.composed:
            QGuiApplication.inputMethod().commit()
        text = self.toPlainText().strip()
        self._close()
        self.accepted.emit(text, follows)

    def abandon(self) -> None:
        """End and leave everything as it was."""
        self._close()
        self.abandoned.emit()

    def _close(self) -> None:
        self._leaving = True
        self._place = None
        self.hide()


def _mark(event: QKeyEvent) -> str:
    """What a key marks without leaving the text; "" for none."""
    alone = event.modifiers() == Qt.KeyboardModifier.AltModifier
    return _MARKS.get(event.key(), "") if alone else ""


_MARKS: Final[dict[int, str]] = {
    Qt.Key.Key_F: "fail",
    Qt.Key.Key_W: "wait",
    Qt.Key.Key_M: "star",
    Qt.Key.Key_X: "exchange",
}
_GOING_ON: Final[dict[int, After]] = {
    Qt.Key.Key_Down: After.BELOW,
    Qt.Key.Key_L: After.CONNECT,
    Qt.Key.Key_G: After.PHASE,
}


def _follows(event: QKeyEvent) -> After | None:
    """What a key asks for; None if it belongs to the text."""
    key, modifiers = event.key(), event.modifiers()
    shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    ctrl = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
    if key == Qt.Key.Key_Backtab or (key == Qt.Key.Key_Tab and shift):
        return After.STAY if TAB_KEY.moves_focus else After.PREVIOUS
    if key == Qt.Key.Key_Tab:
        return After.STAY if TAB_KEY.moves_focus else After.NEXT
    if key == Qt.Key.Key_J and ctrl:
        return After.NEXT
    if key == Qt.Key.Key_E and modifiers == Qt.KeyboardModifier.AltModifier:
        return After.EVIDENCE
    if ctrl and not shift and key in _GOING_ON:
        return _GOING_ON[key]
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and shift and ctrl:
        return After.CUSTOMER
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
        return After.SECOND if ctrl else After.STAY
    return None
