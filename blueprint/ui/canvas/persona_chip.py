"""Whom the blueprint is about, in the corner above the lanes' headers."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from blueprint.i18n import message, tr
from blueprint.layout.sizes import LANE_HEADER, PHASE_HEADER
from blueprint.ui.listening import listen
from blueprint.ui.portraits import portrait_icon
from blueprint.ui.session import Session
from blueprint.ui.theming import LOOK
from blueprint.ui.words import WORDS, plain

_PORTRAIT: Final = 20


class PersonaChip(QToolButton):
    """A click opens the personas, as “Personas…” does; it is gone where nobody is named."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("personachip")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(_PORTRAIT, _PORTRAIT))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setGeometry(2, 3, LANE_HEADER - 6, PHASE_HEADER - 6)
        self.clicked.connect(self._open)
        listen(self, session.document_changed, lambda _change, _moved: self.refresh())
        listen(self, session.document_replaced, self.refresh)
        listen(self, WORDS.changed, self.refresh)
        listen(self, LOOK.changed, self.refresh)
        self._shown: tuple[object, ...] | None = None
        self.refresh()

    def refresh(self) -> None:
        """Show the main persona as it is now."""
        document = self._session.document
        persona = document.main_persona
        shown = (persona, LOOK.theme.name, tr(message("Unnamed persona")))
        if shown == self._shown:
            return
        self._shown = shown
        self.setVisible(persona is not None)
        if persona is None:
            return
        name = persona.name or tr(message("Unnamed persona"))
        room = self.width() - _PORTRAIT - 18
        words = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room)
        self.setText(words.replace("&", "&&"))
        self.setIcon(portrait_icon(document, persona, _PORTRAIT))
        self.setAccessibleName(tr(message("Main persona: {name}", name=name)))
        goals = "\n".join(f"• {goal}" for goal in persona.goals)
        lines = [name, persona.role, goals]
        self.setToolTip(plain("\n".join(line for line in lines if line)))

    def _open(self) -> None:
        from blueprint.ui.dialogs.personas import show_personas

        show_personas(self._session, self.window(), self._session.document.properties.persona)
