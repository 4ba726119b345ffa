"""The personas of a blueprint, in the inspector while nothing is selected."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from blueprint.i18n import current_language, message, tr
from blueprint.model.document import Document
from blueprint.model.entities import Persona
from blueprint.ui.portraits import portrait_icon
from blueprint.ui.session import Session
from blueprint.ui.theming import LOOK
from blueprint.ui.widgets.labels import button, icon_button, label
from blueprint.ui.words import plain

_ROOM: Final = 190
"""For the name of a persona: what the narrowest inspector has beside its portrait."""


class PersonaChips(QFrame):
    """A click on a persona opens it; + adds one."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("group")
        self._session = session
        self._shown: tuple[object, ...] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(label(message("Personas"), "group"), 1)
        head.addWidget(icon_button("plus", message("Add persona"), self._add, 20))
        column.addLayout(head)
        self._rows = QWidget()
        self._column = QVBoxLayout(self._rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        column.addWidget(self._rows)
        self._none = button(message("Whom is the service for?"), self._add, "flat")
        column.addWidget(self._none)

    def show_document(self, document: Document) -> None:
        """List the personas of the blueprint."""
        about = document.properties.persona
        shown = (document.personas, about, LOOK.theme.name, current_language())
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for persona in document.personas:
            self._column.addWidget(self._row(document, persona))
        self._rows.setVisible(bool(document.personas))
        self._none.setVisible(not document.personas)

    def _row(self, document: Document, persona: Persona) -> QPushButton:
        name = persona.name or tr(message("Unnamed persona"))
        made = QPushButton()
        made.setProperty("look", "person")
        made.setProperty("main", document.properties.persona == persona.id)
        made.ensurePolished()
        made.setIcon(portrait_icon(document, persona, 20))
        made.setIconSize(QSize(20, 20))
        shown = made.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _ROOM)
        made.setText(shown.replace("&", "&&"))
        made.setAccessibleName(name)
        made.setToolTip(plain(f"{name}\n{persona.role}".strip()))
        made.clicked.connect(lambda _on=False: self._open(persona.id))
        return made

    def _open(self, persona: str) -> None:
        from blueprint.ui.dialogs.personas import show_personas

        show_personas(self._session, self.window(), persona)

    def _add(self) -> None:
        from blueprint.ui.dialogs.personas import show_personas

        dialog = show_personas(self._session, self.window())
        dialog.add()
