"""A bar above the canvas that asks or tells something without standing in the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from blueprint.i18n import Message, message
from blueprint.ui.widgets.labels import button, icon_button, label

Answer = tuple[Message, Callable[[], object]]


class Notice(QFrame):
    """One bar; `answers` are its buttons, the last being what the user most likely wants."""

    def __init__(self, text: Message, answers: Sequence[Answer], severity: str = "info") -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setProperty("severity", severity)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(8)
        self.text: QLabel = label(text, wrap=True)
        row.addWidget(self.text, 1)
        self.buttons: list[QPushButton] = []
        for words, run in answers:
            self._add_answer(row, words, run)
        row.addWidget(icon_button("x", message("Close"), self.close_notice, 24))

    def _add_answer(self, row: QHBoxLayout, words: Message, run: Callable[[], object]) -> None:
        def answer() -> None:
            self.close_notice()
            run()

        made = button(words, answer)
        self.buttons.append(made)
        row.addWidget(made)

    def close_notice(self) -> None:
        self.hide()
        self.deleteLater()


class Notices(QWidget):
    """The place for notices; it takes no room while there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._named: dict[str, Notice] = {}

    def tell(
        self, text: Message, *answers: Answer, severity: str = "info", name: str = ""
    ) -> Notice:
        """Show a bar. Of bars with the same `name` only the latest stays."""
        self.withdraw(name)
        made = Notice(text, answers, severity)
        self._column.addWidget(made)
        if name:
            self._named[name] = made
            made.destroyed.connect(lambda: self._forget(name, made))
        return made

    def shows(self, name: str) -> bool:
        """Whether the bar with that name is in sight."""
        found = self._named.get(name)
        return found is not None and not found.isHidden()

    def withdraw(self, *names: str) -> None:
        """Take away the bars with these names, if they are there."""
        for name in names:
            old = self._named.pop(name, None)
            if old is not None:
                old.close_notice()

    def _forget(self, name: str, gone: Notice) -> None:
        if self._named.get(name) is gone:
            del self._named[name]
