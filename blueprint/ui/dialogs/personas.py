"""Personas: whom the service is designed for, each with a picture, goals and quotes."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from blueprint.i18n import message, tr
from blueprint.model.edits.personas import add_persona, move_persona, remove_persona
from blueprint.model.entities import Persona
from blueprint.ui.dialogs.portrait_well import PortraitWell
from blueprint.ui.fields.persona import PERSONA_GROUPS
from blueprint.ui.listening import listen
from blueprint.ui.panels.form import GroupForm
from blueprint.ui.portraits import portrait_icon
from blueprint.ui.session import Session
from blueprint.ui.theming import LOOK
from blueprint.ui.widgets.labels import button, icon_button, label
from blueprint.ui.words import WORDS, plain, say

_ID: Final = Qt.ItemDataRole.UserRole
_PORTRAIT: Final = 28
_LIST_HEIGHT: Final = 92
"""Pixels for four goals or quotes."""


class PersonasDialog(QDialog):
    """It stays open beside the drawing; every field is taken at once and can be undone."""

    def __init__(self, session: Session, parent: QWidget | None, persona: str = "") -> None:
        super().__init__(parent)
        self._session = session
        say(self, window=message("Personas"))
        self.resize(740, 640)
        self.list = QListWidget()
        self.list.setIconSize(QSize(_PORTRAIT, _PORTRAIT))
        say(self.list, name=message("Personas"))
        self.refusal = label("", "refusal", wrap=True)
        self.refusal.hide()
        self.well = PortraitWell(session, self._refuse)
        self.form = GroupForm(PERSONA_GROUPS, session, first_ruled=False)
        self.empty = label(
            message(
                "A persona stands for the customers that the service is designed for: a role "
                "with goals, no real person."
            ),
            "muted",
            wrap=True,
        )
        self.page = QWidget()
        for key in ("persona.goals", "persona.quotes"):
            row = self.form.row(key)
            if row:
                row.editor.widget.setFixedHeight(_LIST_HEIGHT)
        self._arrange()
        listen(self, session.document_changed, lambda _change, _moved: self.refresh())
        listen(self, session.document_replaced, self.refresh)
        listen(self, WORDS.changed, self.refresh)
        listen(self, LOOK.changed, self.refresh)
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self.refresh()
        self.choose(persona or session.document.properties.persona)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 14)
        row.setSpacing(16)
        row.addLayout(self._left())
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.empty)
        right.addWidget(self.page, 1)
        right.addWidget(self.refusal)
        acts = QHBoxLayout()
        acts.addStretch(1)
        shut = button(message("Close"), self.close)
        shut.setAutoDefault(False)  # Enter takes what is typed, and no more
        acts.addWidget(shut)
        right.addLayout(acts)
        row.addLayout(right, 1)
        self._fill_page()

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        self.list.setFixedWidth(220)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        column.addWidget(self.list, 1)
        tools = QHBoxLayout()
        tools.setSpacing(4)
        self.new = button(message("Add persona"), self.add)
        self.new.setAutoDefault(False)
        self.up = icon_button("chevron_up", message("Move up"), lambda: self._move(-1))
        self.down = icon_button("down", message("Move down"), lambda: self._move(1))
        self.gone = icon_button("trash", message("Delete persona"), self.remove)
        tools.addWidget(self.new, 1)
        for tool in (self.up, self.down, self.gone):
            tools.addWidget(tool)
        column.addLayout(tools)
        return column

    def _fill_page(self) -> None:
        column = QVBoxLayout(self.page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self.well)
        beside = QVBoxLayout()
        beside.addStretch(1)
        for made in (
            button(message("Choose picture…"), self.well.choose),
            button(message("Paste picture"), self.well.paste),
            button(message("Remove picture"), self.well.remove, "flat"),
        ):
            made.setAutoDefault(False)
            beside.addWidget(made)
        beside.addStretch(1)
        head.addLayout(beside)
        head.addStretch(1)
        column.addLayout(head)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.form)
        column.addWidget(scroll, 1)

    # --- acts --------------------------------------------------------------------------------

    @property
    def chosen(self) -> str:
        """The id of the persona that is shown; empty for none."""
        item = self.list.currentItem()
        return str(item.data(_ID)) if item else ""

    def choose(self, persona: str) -> None:
        """Show a persona, or the first if there is none of that id."""
        ids = [found.id for found in self._session.document.personas]
        if ids:
            self.list.setCurrentRow(ids.index(persona) if persona in ids else 0)

    def add(self) -> None:
        """Add a persona and put the cursor into its name."""
        made = self._session.attempt(lambda: add_persona(self._session.document))
        if made:
            self.choose(made)
            row = self.form.row("persona.name")
            if row:
                row.editor.widget.setFocus()

    def remove(self) -> None:
        """Delete the persona that is shown."""
        persona = self.chosen
        if persona:
            self._session.attempt(lambda: remove_persona(self._session.document, persona))
            self.list.setFocus()

    def refresh(self) -> None:
        """List the personas anew; the one that is shown stays."""
        document, chosen = self._session.document, self.chosen
        self.list.blockSignals(True)
        self.list.clear()
        for persona in document.personas:
            self.list.addItem(self._item(persona))
        self.choose(chosen)
        self.list.blockSignals(False)
        self._show()

    # --- inside ------------------------------------------------------------------------------

    def _item(self, persona: Persona) -> QListWidgetItem:
        document = self._session.document
        name = persona.name or tr(message("Unnamed persona"))
        item = QListWidgetItem(portrait_icon(document, persona, _PORTRAIT), name)
        item.setData(_ID, persona.id)
        if document.properties.persona == persona.id:
            font = self.list.font()
            font.setBold(True)
            item.setFont(font)
            said = tr(message("Main persona: {name}", name=name))
            item.setToolTip(plain(said))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        return item

    def _show(self) -> None:
        persona = self._session.document.get(self.chosen, Persona)
        self.empty.setVisible(persona is None)
        self.page.setVisible(persona is not None)
        for tool in (self.up, self.down, self.gone):
            tool.setEnabled(persona is not None)
        if persona is None:
            return
        row, count = self.list.currentRow(), self.list.count()
        self.up.setEnabled(row > 0)
        self.down.setEnabled(row < count - 1)
        self.well.show_persona(persona)
        self.form.show_ids(self._session.document, (persona.id,))

    def _move(self, by: int) -> None:
        persona, place = self.chosen, self.list.currentRow() + by
        self._session.attempt(lambda: move_persona(self._session.document, persona, place))

    def _refuse(self, text: str) -> None:
        self.refusal.setText(text)
        self.refusal.setVisible(bool(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self.remove()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        typing = self.focusWidget()
        if typing is not None:
            typing.clearFocus()  # what is typed is taken before the dialog goes
        super().done(result)


def show_personas(session: Session, parent: QWidget | None, persona: str = "") -> PersonasDialog:
    """Show the personas beside a window; the dialog that is open already if there is one."""
    found = parent.findChild(PersonasDialog) if parent else None
    dialog = found if isinstance(found, PersonasDialog) else None
    if dialog is None or not dialog.isVisible():
        dialog = PersonasDialog(session, parent, persona)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    elif persona:
        dialog.choose(persona)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    return dialog
