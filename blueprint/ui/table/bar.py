"""The bar above the step table: what is sought, whose and where, and what is done with rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
)

from blueprint.i18n import Message, message, tr
from blueprint.model.document import Document
from blueprint.model.search.gaps import GAPS
from blueprint.ui.fields.step import CHANNEL, TAGS_FIELD
from blueprint.ui.icons import icon
from blueprint.ui.listening import listen
from blueprint.ui.session import Session
from blueprint.ui.sizing import bound, fix
from blueprint.ui.table.arranging import Sieve
from blueprint.ui.table.reading import lane_name
from blueprint.ui.table.shown_columns import ShownColumns
from blueprint.ui.theming import LOOK
from blueprint.ui.widgets.labels import button, keep_icon, name_buttons, rule
from blueprint.ui.words import WORDS, say


class SieveText(QLineEdit):
    """Escape empties it; Enter and Down leave it for the table."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (
            Qt.Key.Key_Escape,
            Qt.Key.Key_Down,
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        ):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class TableBar(QFrame):
    """Emits `sieve_changed` with the Sieve that the user has set."""

    sieve_changed = Signal(object)
    add_asked = Signal()
    delete_asked = Signal()
    left = Signal()

    def __init__(self, session: Session, columns: ShownColumns) -> None:
        super().__init__()
        self.setObjectName("toolbar")
        fix(self, height=44)
        self._session = session
        self._columns = columns
        self.text = SieveText()
        bound(self.text, least_width=120, most_width=220)
        self.text.setClearButtonEnabled(True)
        say(self.text, name=message("Filter steps"), placeholder=message("Filter steps"))
        self.text.textChanged.connect(lambda _text: self._tell())
        self.text.left.connect(self.left)
        self._add_glass()
        name_buttons(self.text, message("Clear"))
        self.lane = _pick(message("Lane"))
        self.owner = _pick(message("Owner"))
        self.channel = _pick(message("Channel"))
        self.tag = _pick(message("Tag"))
        self.gap = _pick(message("What is missing"))
        for pick in (self.lane, self.owner, self.channel, self.tag, self.gap):
            pick.activated.connect(lambda _place: self._tell())
        self.everything = button(message("Show all"), self.show_all, "link")
        self.choose = button(message("Columns"), self._choose_columns, "flat")
        keep_icon(self.choose, "column")
        self.delete = button(message("Delete rows"), self.delete_asked.emit, "flat")
        keep_icon(self.delete, "trash")
        self.add: QPushButton = button(message("Add row"), self.add_asked.emit)
        keep_icon(self.add, "plus")
        self._arrange()
        listen(self, WORDS.changed, lambda: self.refresh(self.delete.isEnabled()))
        self.refresh(False)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 10, 0)
        row.setSpacing(6)
        for part in (self.text, self.lane, self.owner, self.channel, self.tag, self.gap):
            row.addWidget(part)
        row.addWidget(self.everything)
        row.addStretch(1)
        row.addWidget(self.choose)
        row.addWidget(rule(vertical=True))
        row.addWidget(self.delete)
        row.addWidget(self.add)

    def _add_glass(self) -> None:
        glass = QAction(self)
        self.text.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)

        def paint() -> None:
            colours = LOOK.colours
            glass.setIcon(icon("search", colours.ink3, colours.line2, colours.accent))

        paint()
        listen(self, LOOK.changed, paint)

    @property
    def sieve(self) -> Sieve:
        """What a row must have to be shown."""
        return Sieve(
            self.text.text(),
            str(self.lane.currentData() or ""),
            str(self.owner.currentData() or ""),
            str(self.channel.currentData() or ""),
            str(self.gap.currentData() or ""),
            str(self.tag.currentData() or ""),
        )

    def show_sieve(self, sieve: Sieve) -> None:
        """Set the filters as if the user had."""
        self.text.blockSignals(True)
        self.text.setText(sieve.text)
        self.text.blockSignals(False)
        for pick, value in (
            (self.lane, sieve.lane),
            (self.owner, sieve.owner),
            (self.channel, sieve.channel),
            (self.tag, sieve.tag),
            (self.gap, sieve.gap),
        ):
            pick.setCurrentIndex(max(0, pick.findData(value)))
        self._tell()

    def show_all(self) -> None:
        """Let every step through."""
        self.show_sieve(Sieve())

    def refresh(self, any_selected: bool) -> None:
        """Offer the lanes, owners, channels and tags that the blueprint has now."""
        before = self.sieve
        document = self._session.document
        _offer(self.lane, message("Every lane"), [(x.id, lane_name(x)) for x in document.lanes])
        _offer(self.owner, message("Every owner"), [(x, x) for x in _owners(document)])
        _offer(self.channel, message("Every channel"), _channels(document))
        tags = [(tag.value, tag.value) for tag in TAGS_FIELD.choices(document)]
        _offer(self.tag, message("Every tag"), tags)
        self.tag.setVisible(bool(tags))
        gaps = [(gap.key, tr(message("Without: {field}", field=gap.title))) for gap in GAPS]
        _offer(self.gap, message("Full or not"), gaps)
        self.delete.setEnabled(any_selected)
        self.everything.setVisible(bool(self.sieve))
        if self.sieve != before:
            self.sieve_changed.emit(self.sieve)

    def _tell(self) -> None:
        self.everything.setVisible(bool(self.sieve))
        self.sieve_changed.emit(self.sieve)

    def _choose_columns(self) -> None:
        menu = QMenu(self)
        self._columns.fill(menu)
        menu.exec(self.choose.mapToGlobal(self.choose.rect().bottomLeft()))
        menu.deleteLater()


def _pick(name: Message) -> QComboBox:
    made = QComboBox()
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    bound(made, least_width=76)
    bound(made, most_width=180)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    say(made, name=name)
    return made


def _offer(pick: QComboBox, every: Message, choices: Sequence[tuple[str, str]]) -> None:
    """Offer these values, after one that stands for all; what is chosen stays if it can."""
    wanted = [("", tr(every)), *choices]
    if wanted == [(pick.itemData(at), pick.itemText(at)) for at in range(pick.count())]:
        return
    chosen = pick.currentData()
    pick.clear()
    for value, text in wanted:
        pick.addItem(text, value)
    pick.setCurrentIndex(max(0, pick.findData(chosen)))


def _owners(document: Document) -> list[str]:
    return sorted({step.owner for step in document.steps.values() if step.owner})


def _channels(document: Document) -> list[tuple[str, str]]:
    used = {step.channel for step in document.steps.values() if step.channel}
    known = {choice.value: choice.text for choice in CHANNEL.choices(document)}
    return sorted((code, tr(known.get(code, code))) for code in used)
