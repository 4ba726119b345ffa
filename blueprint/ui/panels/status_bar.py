"""The bar at the bottom: how large the blueprint is, what was just done, language and look."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from blueprint.i18n import Message, current_language, message, tr
from blueprint.ui.listening import listen
from blueprint.ui.session import Session
from blueprint.ui.sizing import fix
from blueprint.ui.theming import LOOK, theme_title
from blueprint.ui.widgets.labels import label
from blueprint.ui.words import WORDS

LANGUAGE_NAMES = {"en": "English", "zh_CN": "简体中文"}
"""Each language by its own name."""


class StatusBar(QFrame):
    """`next_language` and `next_theme` are what its two buttons do."""

    def __init__(
        self,
        session: Session,
        next_language: Callable[[], object],
        next_theme: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setObjectName("statusbar")
        fix(self, height=26)
        self._session = session
        self.counts = label()
        self.selected = label()
        self.said = label()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 8, 0)
        row.setSpacing(16)
        row.addWidget(self.counts)
        row.addWidget(self.selected)
        row.addWidget(self.said, 1)
        self.aside = label()
        row.addWidget(self.aside)
        self.language = _text_button(next_language)
        self.theme = _text_button(next_theme)
        row.addWidget(self.language)
        row.addWidget(self.theme)
        self._quiet = QTimer(self, singleShot=True, interval=8000)
        self._quiet.timeout.connect(self.said.clear)
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.refresh)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        session = self._session
        listen(self, session.document_changed, lambda _change, _moved: self._timer.start())
        listen(self, session.document_replaced, self._timer.start)
        listen(self, session.selection_changed, self._timer.start)
        listen(self, session.announced, self.tell)
        listen(self, WORDS.changed, self.refresh)
        listen(self, LOOK.changed, self.refresh)

    def refresh(self) -> None:
        """Count anew."""
        document = self._session.document
        parts = (
            message("{count} column", "{count} columns", count=len(document.columns)),
            message("{count} lane", "{count} lanes", count=len(document.lanes)),
            message("{count} item", "{count} items", count=len(document.steps)),
        )
        self.counts.setText("      ".join(tr(part) for part in parts))
        count = len(self._session.selection)
        self.selected.setText(tr(message("{count} selected", count=count)) if count else "")
        self.language.setText(LANGUAGE_NAMES[current_language()])
        self.language.setAccessibleName(tr(message("Language")))
        self.language.setToolTip(tr(message("Change the language of the window")))
        self.theme.setText(theme_title(LOOK.choice))
        self.theme.setAccessibleName(tr(message("Theme")))
        self.theme.setToolTip(tr(message("Change the look of the window")))

    def show_aside(self, parts: Sequence[Message]) -> None:
        """Show at the right what lasts, such as how far a lesson has come."""
        self.aside.setText("      ".join(tr(part) for part in parts))

    def tell(self, what: Message) -> None:
        """Show for a while what has been done; screen readers speak it."""
        self.said.setText(tr(what))
        self.said.setAccessibleName(tr(what))
        self._quiet.start()


def _text_button(run: Callable[[], object]) -> QToolButton:
    made = QToolButton()
    fix(made, height=22)
    made.clicked.connect(lambda _checked=False: run())
    return made
