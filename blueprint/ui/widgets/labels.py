"""Labels and buttons that never take a text for markup and know their look."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QSizePolicy, QToolButton

from blueprint.i18n import Message
from blueprint.ui.icons import icon
from blueprint.ui.listening import listen
from blueprint.ui.sizing import fix, size_icon
from blueprint.ui.theming import LOOK
from blueprint.ui.words import say


class Paragraph(QLabel):
    """A label of several lines that asks for the height that its width makes needful.

    Qt's own height-for-width lets layouts with many such labels cut the last ones.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        return QSize(40, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(10, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _height(self) -> int:
        return super().heightForWidth(max(40, self.width()))


def label(text: Message | str = "", look: str = "", *, wrap: bool = False) -> QLabel:
    """A label of plain text. A Message changes with the language, a str stays."""
    made = Paragraph() if wrap else QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    if look:
        made.setProperty("look", look)
    if isinstance(text, Message):
        say(made, text=text)
    else:
        made.setText(text)
    return made


def button(text: Message, run: Callable[[], object], look: str = "") -> QPushButton:
    """A push button that calls `run`."""
    made = QPushButton()
    if look:
        made.setProperty("look", look)
    say(made, text=text)
    made.clicked.connect(lambda _checked=False: run())
    return made


def icon_button(name: str, what: Message, run: Callable[[], object], size: int = 28) -> QToolButton:
    """A square button with an icon; `what` is its tool tip and its name for screen readers."""
    made = QToolButton()
    fix(made, width=size, height=size)
    size_icon(made, 16)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    say(made, tip=what, name=what)
    made.clicked.connect(lambda _checked=False: run())
    keep_icon(made, name)
    return made


def name_buttons(line: QLineEdit, what: Message) -> None:
    """Name the buttons that stand within a line of text for screen readers."""
    for made in line.findChildren(QToolButton):
        say(made, name=what)


def keep_icon(button: QToolButton | QPushButton, name: str, colour: str = "ink2") -> None:
    """Give a button an icon in a colour of the look, whichever look is in use."""

    def paint() -> None:
        colours = LOOK.colours
        button.setIcon(icon(name, getattr(colours, colour), colours.line2, colours.accent))

    paint()
    listen(button, LOOK.changed, paint)


def rule(vertical: bool = False, length: int = 20) -> QFrame:
    """A thin line between groups of controls."""
    made = QFrame()
    made.setProperty("look", "rule")
    made.setFixedSize(1, length) if vertical else made.setFixedSize(length, 1)
    return made
