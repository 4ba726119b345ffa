"""The line beneath the step table: how many rows, which are hidden, and what could not be taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from blueprint.i18n import message, tr
from blueprint.ui.listening import listen
from blueprint.ui.sizing import fix
from blueprint.ui.table.columns import TABLE_COLUMNS
from blueprint.ui.table.pasting import Refused
from blueprint.ui.table.rows import StepRows
from blueprint.ui.widgets.labels import button, label
from blueprint.ui.words import WORDS, plain


class TableFoot(QFrame):
    """Emits `draft_asked` when the user wants to see a cell that could not be taken."""

    draft_asked = Signal()

    def __init__(self, rows: StepRows) -> None:
        super().__init__()
        self.setObjectName("statusbar")
        fix(self, height=32)
        self._rows = rows
        self._total = 0
        self.count = label()
        self.drafts = label("", "refusal")
        self.show_draft = button(message("Show next"), self.draft_asked.emit, "link")
        self.drop_drafts = button(message("Discard them"), rows.forget_drafts, "link")
        self.outcome = label("", "refusal")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        for part in (self.count, self.drafts, self.show_draft, self.drop_drafts):
            row.addWidget(part)
        self.outcome.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self.outcome, 1)
        row.addStretch(1)
        self.keys = label(
            message("Enter: down · Tab: right · Ctrl+Enter: new row · Ctrl+D: fill down")
        )
        row.addWidget(self.keys)
        rows.drafts_changed.connect(self._show)
        rows.modelReset.connect(self._show)
        listen(self, WORDS.changed, self._show)
        self._show()

    def refresh(self, total: int) -> None:
        """Say how many of `total` steps are shown."""
        self._total = total
        self._show()

    def tell_refused(self, refused: Sequence[Refused], first: int) -> None:
        """Say what of a paste made no row at all; `first` is the row that it began at."""
        lost = [found for found in refused if not found.id]
        self.outcome.setVisible(bool(lost))
        if lost:
            words = message(
                "Row {row}: {reason}", row=first + lost[0].row + 1, reason=lost[0].reason
            )
            self.outcome.setText(tr(words))
            self.outcome.setToolTip(plain(tr(words)))

    def _show(self) -> None:
        shown, total = len(self._rows.ids), self._total
        if shown == total:
            words = message("{count} step", "{count} steps", count=total)
        else:
            words = message("{shown} of {total} steps", shown=shown, total=total)
        text = tr(words)
        sorting = self._rows.sorting
        if sorting.column is not None:
            text += " · " + tr(message("sorted by {column}", column=sorting.column.title))
        self.count.setText(text)
        self._show_drafts(len(self._rows.drafts))

    def _show_drafts(self, count: int) -> None:
        self.keys.setVisible(count == 0)
        for part in (self.drafts, self.show_draft, self.drop_drafts):
            part.setVisible(count > 0)
        if count:
            id, place = self._rows.drafts.cells()[0]
            draft = self._rows.drafts.get(id, place)
            first = tr(draft.reason) if draft else ""
            name = tr(TABLE_COLUMNS[place].title)
            words = message(
                "{count} cell could not be taken",
                "{count} cells could not be taken",
                count=count,
            )
            self.drafts.setText(tr(words))
            self.drafts.setToolTip(plain(f"{name}: {first}"))
        if not count:
            self.outcome.hide()
