"""One editor for each way in which a field is asked. All of them speak in text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from blueprint.i18n import message, tr
from blueprint.ui.fields.codec import YES
from blueprint.ui.fields.field import Choice, Field, Form
from blueprint.ui.signs import SIZE, sign_icon
from blueprint.ui.sizing import bound
from blueprint.ui.spelling.waves import check_spelling_in
from blueprint.ui.theming import LOOK
from blueprint.ui.widgets.labels import label
from blueprint.ui.widgets.part_completer import PartCompleter
from blueprint.ui.widgets.prose import ProseView
from blueprint.ui.widgets.segments import Segments
from blueprint.ui.widgets.switch import Switch
from blueprint.ui.words import say

SEVERAL: Final = message("Several")


class Editor(Protocol):
    """What the form needs of an editor."""

    given: SignalInstance
    """The user has answered: `typed` is the answer."""

    @property
    def widget(self) -> QWidget: ...

    @property
    def typed(self) -> str: ...

    @property
    def is_edited(self) -> bool:
        """Whether the user has typed something that is not yet taken."""

    def show_text(self, text: str | None) -> None:
        """None: the things differ."""

    def type_in(self, text: str) -> None:
        """Show `text` as if the user had typed it and not yet given it."""

    def offer(self, choices: Sequence[Choice]) -> None: ...

    def measure(self, unit: str) -> None: ...


class Line(QLineEdit):
    """A line of text: given by Enter or by leaving, put back by Escape."""

    given = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._hint = field.hint
        bound(self, least_width=40)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._shown: str | None = ""
        self._back: Callable[[], object] | None = None
        self._unit = label("", "faint")
        self._unit.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 9, 0)
        row.addStretch(1)
        row.addWidget(self._unit)
        self.editingFinished.connect(self._finished)

    @property
    def widget(self) -> QWidget:
        return self

    @property
    def typed(self) -> str:
        return self.text()

    @property
    def is_edited(self) -> bool:
        return self.text() != (self._shown or "")

    def _finished(self) -> None:
        if self.is_edited:
            self.given.emit()

    def show_text(self, text: str | None) -> None:
        self._shown = text
        self.setText(text or "")
        self.setCursorPosition(0)
        hint = SEVERAL if text is None else self._hint
        self.setPlaceholderText(tr(hint) if hint else "")

    def type_in(self, text: str) -> None:
        self.setText(text)

    def offer(self, choices: Sequence[Choice]) -> None:
        pass

    def measure(self, unit: str) -> None:
        self._unit.setText(unit)
        space = self._unit.sizeHint().width() + 6 if unit else 0
        self.setTextMargins(0, 0, space, 0)

    def lend(self, back: Callable[[], object]) -> None:
        """Run `back` once Enter has given the text: whoever came by a key goes back by a key."""
        self._back = back
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_edited:
            self.show_text(self._shown)
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.is_edited:
            back, self._back = self._back, None
            if back:
                back()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._back = None


class Suggest(Line):
    """A line of text with suggestions: all of them on Down, those that fit while typing."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self._choices: list[str] = []
        self._due: Sequence[Choice] = ()
        self._later = QTimer(self, singleShot=True, interval=20)
        self._later.timeout.connect(lambda: self.offer(self._due))

    def offer(self, choices: Sequence[Choice]) -> None:
        shown = [tr(choice.text) for choice in choices]
        if shown == self._choices:
            return
        if self._is_suggesting:  # Enter came through the popup, which is not to go meanwhile
            self._due = choices
            self._later.start()
            return
        self._choices = shown
        completer = self._completer(shown)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(12)
        completer.activated.connect(self._picked)
        self.setCompleter(completer)

    def _completer(self, shown: list[str]) -> QCompleter:
        return QCompleter(shown, self)

    @property
    def _is_suggesting(self) -> bool:
        completer = self.completer()
        popup = completer.popup() if completer else None
        return popup is not None and popup.isVisible()

    def _picked(self) -> None:
        if self.is_edited:
            self.given.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        completer = self.completer()
        popup = completer.popup() if completer else None
        if event.key() == Qt.Key.Key_Down and popup and not popup.isVisible():
            completer.setCompletionPrefix("")
            completer.complete()
            return
        super().keyPressEvent(event)


class SeveralOf(Suggest):
    """Several texts on a line, each of them suggested: what stands before the last stays."""

    def _completer(self, shown: list[str]) -> QCompleter:
        return PartCompleter(shown, self)


class Lines(QPlainTextEdit):
    """Several lines of text: given by leaving or by Ctrl+Enter."""

    given = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._shown: str | None = ""
        self.setTabChangesFocus(True)
        bound(self, least_height=56, most_height=72)
        self.waves = check_spelling_in(self)

    @property
    def widget(self) -> QWidget:
        return self

    @property
    def typed(self) -> str:
        return self.toPlainText()

    @property
    def is_edited(self) -> bool:
        return self.toPlainText() != (self._shown or "")

    def show_text(self, text: str | None) -> None:
        self._shown = text
        if self.toPlainText() != (text or ""):
            self.setPlainText(text or "")
        self.setPlaceholderText(tr(SEVERAL) if text is None else "")

    def type_in(self, text: str) -> None:
        self.setPlainText(text)

    def offer(self, choices: Sequence[Choice]) -> None:
        pass

    def measure(self, unit: str) -> None:
        pass

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.is_edited and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.given.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.is_edited:
                self.given.emit()
        elif event.key() == Qt.Key.Key_Escape and self.is_edited:
            self.show_text(self._shown)
        else:
            super().keyPressEvent(event)


class Prose(Lines):
    """Lines in Markdown: shown as they read while nobody types, and as they are written then."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self._hint = field.hint
        bound(self, least_height=104, most_height=180)
        self.view = ProseView()
        self.view.setParent(self)
        self.view.clicked.connect(lambda: self.setFocus(Qt.FocusReason.MouseFocusReason))
        self.view.hide()

    def show_text(self, text: str | None) -> None:
        super().show_text(text)
        if text is not None and self._hint:
            self.setPlaceholderText(tr(self._hint))
        self._settle()

    def type_in(self, text: str) -> None:
        super().type_in(text)
        self._settle()

    def _settle(self) -> None:
        text = self.toPlainText()
        reads = bool(text.strip()) and not self.hasFocus()
        if reads:
            self.view.show_text(text)
        self.view.setVisible(reads)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.view.hide()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.view.setGeometry(self.rect().adjusted(2, 2, -2, -2))


class Pick(QComboBox):
    """One of a closed list."""

    given = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._offered: tuple[str, list[tuple[str, str, str]]] = "", []
        self._shown: str | None = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(4)
        self.activated.connect(lambda _: self.given.emit() if self.is_edited else None)
        self.installEventFilter(self)

    @property
    def widget(self) -> QWidget:
        return self

    @property
    def typed(self) -> str:
        return str(self.currentData() or "")

    @property
    def is_edited(self) -> bool:
        return self.currentIndex() >= 0 and self.typed != self._shown

    def show_text(self, text: str | None) -> None:
        self._shown = text
        self.setPlaceholderText(tr(SEVERAL) if text is None else "")
        self.setCurrentIndex(-1 if text is None else self.findData(text))

    def type_in(self, text: str) -> None:
        self.show_text(text)

    def offer(self, choices: Sequence[Choice]) -> None:
        look = LOOK.theme.name
        offered = [(choice.value, tr(choice.text), choice.sign) for choice in choices]
        if (look, offered) == self._offered:
            return
        self._offered = look, offered
        self.clear()
        if any(choice.sign for choice in choices):
            self.setIconSize(SIZE)
        for value, text, sign in offered:
            self.addItem(sign_icon(sign), text, value)
        self.show_text(self._shown)

    def measure(self, unit: str) -> None:
        pass

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the panel; it never changes a value in passing."""
        if event.type() == QEvent.Type.Wheel and not self.hasFocus():
            event.ignore()
            return True
        return False


class Toggle(Switch):
    """Yes or no."""

    given = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__(field.label)
        self.clicked.connect(lambda _on: self.given.emit())

    @property
    def widget(self) -> QWidget:
        return self

    @property
    def is_edited(self) -> bool:
        return False

    @property
    def typed(self) -> str:
        return YES if self.isChecked() else ""

    def show_text(self, text: str | None) -> None:
        self.setChecked(text == YES)

    def type_in(self, text: str) -> None:
        self.show_text(text)

    def offer(self, choices: Sequence[Choice]) -> None:
        pass

    def measure(self, unit: str) -> None:
        pass


class Buttons(Segments):
    """A choice among few, all in sight."""

    given = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__(field.label, ())
        self.chosen.connect(lambda _value: self.given.emit())

    @property
    def widget(self) -> QWidget:
        return self

    @property
    def typed(self) -> str:
        return self.value

    @property
    def is_edited(self) -> bool:
        return False

    def show_text(self, text: str | None) -> None:
        self.show_value(text)

    def type_in(self, text: str) -> None:
        self.show_value(text)

    def measure(self, unit: str) -> None:
        pass


_EDITORS: Final[dict[Form, Callable[[Field], Editor]]] = {
    Form.LINE: Line,
    Form.LINES: Lines,
    Form.PROSE: Prose,
    Form.CHOICE: Pick,
    Form.SUGGEST: Suggest,
    Form.SUGGEST_SEVERAL: SeveralOf,
    Form.SEGMENTS: Buttons,
    Form.SWITCH: Toggle,
}


def editor_for(field: Field) -> Editor:
    """A new editor for `field`, with its name for screen readers."""
    made = _EDITORS[field.form](field)
    say(made.widget, name=field.label)
    return made
