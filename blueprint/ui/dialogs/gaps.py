"""Fill gaps: the steps that lack something, filled many at a time as one step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from blueprint.i18n import message, tr
from blueprint.model.search.gaps import GAP, GAPS, lacking
from blueprint.ui.fields.field import InputError
from blueprint.ui.fields.filling import FILLING, filled
from blueprint.ui.listening import listen
from blueprint.ui.panels.editors import Editor, editor_for
from blueprint.ui.session import Session
from blueprint.ui.sizing import fix
from blueprint.ui.table.reading import Reading
from blueprint.ui.widgets.labels import button, label
from blueprint.ui.words import WORDS, say

_ID: Final = Qt.ItemDataRole.UserRole


class GapsDialog(QDialog):
    """`show_in_table(key)` shows the steps with a gap in the step table, to be filled one by one.

    It stays open beside the drawing, which dims the steps that lack nothing.
    """

    def __init__(
        self, session: Session, parent: QWidget, show_in_table: Callable[[str], object]
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._window = parent
        self._show_in_table = show_in_table
        self._editor: Editor | None = None
        self._filling = False
        say(self, window=message("Fill gaps"))
        self.resize(760, 480)
        self.gaps = QListWidget()
        fix(self.gaps, width=190)
        say(self.gaps, name=message("What is missing"))
        self.steps = QListWidget()
        say(self.steps, name=message("Steps that lack it"))
        self.asked = label("", "strong")
        self.refusal = label("", "refusal", wrap=True)
        self.refusal.hide()
        self.fill: QPushButton = button(message("Fill"), self.fill_all, "primary")
        self.every: QPushButton = button(message("All or none"), self._toggle_all, "flat")
        self.table: QPushButton = button(message("Fill in the table"), self._to_table, "flat")
        self._arrange()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.refresh)
        self._connect()
        self.refresh()
        self._choose_first()

    def _arrange(self) -> None:
        self._line = QHBoxLayout()
        self._line.setSpacing(8)
        self._line.addWidget(self.asked)
        acts = QHBoxLayout()
        for part in (self.every, self.table):
            acts.addWidget(part)
        acts.addStretch(1)
        acts.addWidget(button(message("Close"), self.close))
        acts.addWidget(self.fill)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(self._line)
        right.addWidget(self.refusal)
        right.addWidget(self.steps, 1)
        right.addLayout(acts)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 14)
        row.setSpacing(16)
        row.addWidget(self.gaps)
        row.addLayout(right, 1)
        self.fill.setDefault(True)

    def _connect(self) -> None:
        session = self._session
        listen(self, session.document_changed, lambda _change, _moved: self._timer.start())
        listen(self, session.document_replaced, self._timer.start)
        listen(self, WORDS.changed, self._timer.start)
        self.gaps.currentRowChanged.connect(lambda _row: self._show_gap())
        self.steps.itemChanged.connect(lambda _item: self._count())
        self.steps.currentItemChanged.connect(lambda item, _old: self._reveal(item))

    # --- acts --------------------------------------------------------------------------------

    @property
    def key(self) -> str:
        """The gap that is chosen."""
        item = self.gaps.currentItem()
        return str(item.data(_ID)) if item else GAPS[0].key

    @property
    def chosen(self) -> tuple[str, ...]:
        """The steps that are ticked."""
        rows = (self.steps.item(row) for row in range(self.steps.count()))
        ticked = (row for row in rows if row and row.checkState() == Qt.CheckState.Checked)
        return tuple(str(row.data(_ID)) for row in ticked)

    def fill_all(self) -> None:
        """Give what is typed to all ticked steps, as one step."""
        ids, text = self.chosen, self._editor.typed if self._editor else ""
        if not ids:
            return
        self._refuse("")
        if not text.strip():
            self._refuse(tr(message("Write what these steps are to have.")))
            return
        try:
            change = filled(self._session.document, self.key, ids, text)
        except InputError as problem:
            self._refuse(tr(problem.reason))
            return
        self._filling = True
        if self._session.push(change) and self._editor:
            self._editor.show_text("")
        self._filling = False
        self.refresh()

    def refresh(self) -> None:
        """Count the gaps anew and list the steps of the one that is chosen."""
        key, document = self.key, self._session.document
        self.gaps.blockSignals(True)
        self.gaps.clear()
        for gap in GAPS:
            count = len(lacking(document, gap.key))
            words = message("{field}: {count}", field=gap.title, count=count)
            item = QListWidgetItem(tr(words))
            item.setData(_ID, gap.key)
            if not count:
                item.setForeground(self.palette().placeholderText())
            self.gaps.addItem(item)
        self.gaps.setCurrentRow(next(n for n, gap in enumerate(GAPS) if gap.key == key))
        self.gaps.blockSignals(False)
        self._show_gap()

    # --- inside ------------------------------------------------------------------------------

    def _choose_first(self) -> None:
        """Begin with the first gap that there is."""
        document = self._session.document
        for row, gap in enumerate(GAPS):
            if lacking(document, gap.key):
                self.gaps.setCurrentRow(row)
                return

    def _show_gap(self) -> None:
        self._show_editor()
        reading = Reading(self._session.document)
        ids = lacking(self._session.document, self.key)
        self.steps.blockSignals(True)
        self.steps.clear()
        for id in ids:
            self.steps.addItem(_step_item(reading, id))
        self.steps.blockSignals(False)
        self._session.spotlight.show_only(ids if self.isVisible() else None)
        self._count()

    def _show_editor(self) -> None:
        field = FILLING[self.key]
        self.asked.setText(tr(GAP[self.key].title))
        if self._editor is None or self._editor.widget.objectName() != field.key:
            if self._editor is not None:
                self._editor.widget.hide()
                self._editor.widget.deleteLater()
            self._editor = editor_for(field)
            self._editor.widget.setObjectName(field.key)
            self._editor.show_text("")
            self._line.addWidget(self._editor.widget, 1)
            self._refuse("")
        self._editor.offer(field.choices(self._session.document))

    def _count(self) -> None:
        count = len(self.chosen)
        self.fill.setText(tr(message("Fill {count} step", "Fill {count} steps", count=count)))
        self.fill.setEnabled(count > 0)
        self.every.setEnabled(self.steps.count() > 0)
        self.table.setEnabled(self.steps.count() > 0 and self.key != "evidence")

    def _toggle_all(self) -> None:
        all_on = len(self.chosen) == self.steps.count()
        state = Qt.CheckState.Unchecked if all_on else Qt.CheckState.Checked
        for row in range(self.steps.count()):
            item = self.steps.item(row)
            if item:
                item.setCheckState(state)

    def _to_table(self) -> None:
        key = self.key
        self.close()
        self._show_in_table(key)

    def _reveal(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._filling:
            id = str(item.data(_ID))
            self._session.select((id,))
            self._session.reveal((id,))

    def _refuse(self, text: str) -> None:
        self.refusal.setText(text)
        self.refusal.setVisible(bool(text))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_gap()
        if self._editor:
            self._editor.widget.setFocus()

    def done(self, result: int) -> None:
        self._session.spotlight.show_only(None)
        super().done(result)
        self._window.activateWindow()


def _step_item(reading: Reading, id: str) -> QListWidgetItem:
    step = reading.document.step(id)
    words = message(
        "{step} · {lane}, column {column}",
        step=step.label or message("Untitled"),
        lane=reading.lane(id),
        column=reading.columns[step.column],
    )
    item = QListWidgetItem(tr(words))
    item.setData(_ID, id)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked)
    return item
