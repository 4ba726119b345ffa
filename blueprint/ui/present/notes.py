"""What there is to say at a stop, large enough to be read from afar."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from blueprint.i18n import current_language, message, tr
from blueprint.model.document import Document
from blueprint.ui.present.stops import Stop, facts
from blueprint.ui.sizing import bound
from blueprint.ui.widgets.labels import label
from blueprint.ui.widgets.prose import ProseView

LEAST_WIDTH = 280


class Notes(QFrame):
    """Place, title, description, facts, and what comes next."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("inspector")
        bound(self, least_width=LEAST_WIDTH)
        self.where = label("", "lead")
        self.title = label("", "title", wrap=True)
        self.text = ProseView(fitted=True)
        self.text.setProperty("look", "lead")
        self.next = label("", "muted", wrap=True)
        self._facts = QWidget()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(28, 32, 28, 24)
        column.setSpacing(10)
        for part in (self.where, self.title, self.text, self._facts):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(self.next)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self._column = column

    def show_stop(
        self, document: Document, stop: Stop, place: int, count: int, following: str
    ) -> None:
        """Show what a stop is about; `following` is the title of the next, if there is one."""
        where = tr(message("Step {place} of {count}", place=place, count=count))
        self.where.setText(f"{where}, {stop.phase}" if stop.phase else where)
        self.title.setText(stop.title)
        self.text.show_text(stop.text)
        self.text.setVisible(bool(stop.text))
        self.next.setText(tr(message("Next: {title}", title=following)) if following else "")
        self._show_facts(document, stop)

    def show_empty(self) -> None:
        """Say that there is nothing to show yet."""
        self.where.setText("")
        self.title.setText(tr(message("Nothing to present yet")))
        self.text.show_text(tr(message("Add the customer's first step, then come back.")))
        self.next.setText("")

    def _show_facts(self, document: Document, stop: Stop) -> None:
        grid = QWidget()
        rows = QGridLayout(grid)
        rows.setContentsMargins(0, 8, 0, 0)
        rows.setHorizontalSpacing(18)
        rows.setVerticalSpacing(10)
        rows.setColumnStretch(1, 1)
        for number, (name, text) in enumerate(facts(document, stop, current_language())):
            shown: QLabel = label(text, "spoken", wrap=True)
            rows.addWidget(label(name, "lead"), number, 0, Qt.AlignmentFlag.AlignTop)
            rows.addWidget(shown, number, 1)
        self._column.replaceWidget(self._facts, grid)
        self._facts.hide()
        self._facts.deleteLater()
        self._facts = grid
