"""Groups of fields as a form: what is typed is taken, or marked with the reason why not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from blueprint.i18n import Message, tr
from blueprint.model.document import Document
from blueprint.ui.fields.codec import YES
from blueprint.ui.fields.field import Field, Form, Group, Ids, InputError, changed, shared
from blueprint.ui.panels.editors import Editor, editor_for
from blueprint.ui.session import Session
from blueprint.ui.sizing import fix
from blueprint.ui.widgets.labels import label

LABEL_WIDTH: Final = 84
_UNLABELLED: Final = ("description", "note")
"""Fields that are alone in their group, under its title."""


class FieldLabel(QFrame):
    """A field's name. Ctrl and a click on it copy the field's value."""

    def __init__(self, text: Message, editor: Editor) -> None:
        super().__init__()
        self._editor = editor
        self.text = label(text, "field", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            QGuiApplication.clipboard().setText(self._editor.typed)


class FieldRow(QWidget):
    """A field with its label, its editor, and beneath it what is wrong with the input."""

    def __init__(
        self,
        field: Field,
        session: Session,
        drafts: dict[tuple[Ids, str], str],
        labelled: bool = True,
    ) -> None:
        super().__init__()
        self.field = field
        self._labelled = labelled and field.key not in _UNLABELLED
        self.editor = editor_for(field)
        self._session = session
        self._drafts = drafts
        self._ids: Ids = ()
        self._reason: Message | None = None
        self.refusal = label("", "refusal", wrap=True)
        self.refusal.hide()
        self._arrange()
        self.editor.given.connect(self._take)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if not self._labelled:
            column.addWidget(self.editor.widget)
        elif self.field.form in (Form.LINES, Form.PROSE):
            column.addWidget(FieldLabel(self.field.label, self.editor))
            column.addWidget(self.editor.widget)
        else:
            column.addLayout(self._beside())
        column.addWidget(self.refusal)

    def _beside(self) -> QHBoxLayout:
        """Label and editor side by side; a switch stands at the right end."""
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        name = FieldLabel(self.field.label, self.editor)
        switch = self.field.form is Form.SWITCH
        if not switch:
            fix(name, width=LABEL_WIDTH)
        row.addWidget(name, 1 if switch else 0)
        row.addWidget(self.editor.widget, 0 if switch else 1)
        return row

    def show_ids(self, document: Document, ids: Ids) -> None:
        """Show what the field says of `ids`; a draft that was refused comes back with them."""
        if ids == self._ids and self.editor.is_edited and self.editor.widget.hasFocus():
            return
        self._show(document, ids)

    def _show(self, document: Document, ids: Ids) -> None:
        self._ids = ids
        with QSignalBlocker(self.editor.widget):
            self.editor.offer(self.field.choices(document))
            unit = self.field.unit(document)
            self.editor.measure(tr(unit) if isinstance(unit, Message) else unit)
            self.editor.show_text(shared(self.field, document, ids))
        self._show_draft()

    def _show_draft(self) -> None:
        draft = self._drafts.get((self._ids, self.field.key))
        self._refuse(None)
        if draft is None:
            return
        self.editor.type_in(draft)
        self._try(draft, push=False)

    def _take(self) -> None:
        self._try(self.editor.typed, push=True)

    def _try(self, typed: str, *, push: bool) -> None:
        key = (self._ids, self.field.key)
        try:
            change = changed(self.field, self._session.document, self._ids, typed)
        except InputError as problem:
            self._drafts[key] = typed
            self._refuse(problem.reason)
            return
        if push:
            self._drafts.pop(key, None)
            self._refuse(None)
            self._session.push(change)
            self._show(self._session.document, self._ids)

    def _refuse(self, reason: Message | None) -> None:
        self._reason = reason
        self.refusal.setText(tr(reason) if reason else "")
        self.refusal.setVisible(reason is not None)
        widget = self.editor.widget
        refused = "true" if reason else "false"
        if widget.property("refused") != refused:
            widget.setProperty("refused", refused)
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        if reason:
            widget.setAccessibleDescription(tr(reason))


class GroupBox(QFrame):
    """A group of fields under its title, with the switch that shows them where it has one."""

    def __init__(
        self, group: Group, session: Session, drafts: dict[tuple[Ids, str], str], ruled: bool
    ) -> None:
        super().__init__()
        if ruled:
            self.setObjectName("group")
        self.group = group
        self.rows = [FieldRow(field, session, drafts) for field in group.fields]
        self._switch: FieldRow | None = None
        column = self.column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(6)
        if group.switch:
            self._switch = FieldRow(group.switch, session, drafts)
            name = self._switch.findChild(FieldLabel)
            assert isinstance(name, FieldLabel)
            name.text.setProperty("look", "group")
            column.addWidget(self._switch)
        elif group.title:
            column.addWidget(label(group.title, "group"))
        for row in self.rows:
            column.addWidget(row)

    @property
    def all_rows(self) -> list[FieldRow]:
        return [*([self._switch] if self._switch else []), *self.rows]

    def show_ids(self, document: Document, ids: Ids) -> None:
        for row in self.all_rows:
            row.show_ids(document, ids)
        if self._switch:
            on = self._switch.editor.typed == YES
            for row in self.rows:
                row.setVisible(on)


class GroupForm(QWidget):
    """Several groups, one under the other."""

    def __init__(self, groups: Sequence[Group], session: Session, first_ruled: bool = True) -> None:
        super().__init__()
        self._drafts: dict[tuple[Ids, str], str] = {}
        self.boxes: dict[str, GroupBox] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        for place, group in enumerate(groups):
            box = GroupBox(group, session, self._drafts, ruled=first_ruled or place > 0)
            self.boxes[group.key] = box
            self.column.addWidget(box)
        self.column.addStretch(1)

    def show_ids(self, document: Document, ids: Ids) -> None:
        """Show what the fields say of `ids`."""
        for box in self.boxes.values():
            box.show_ids(document, ids)

    def row(self, key: str) -> FieldRow | None:
        """The row of the field with that key."""
        rows = (row for box in self.boxes.values() for row in box.all_rows)
        return next((row for row in rows if row.field.key == key), None)
