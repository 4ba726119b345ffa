"""What stands beside the two drawings: how they are laid out, the figures, the differences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from blueprint.i18n import message, tr
from blueprint.measures.deltas import Shown
from blueprint.model.comparison.telling import Told
from blueprint.rules import Finding
from blueprint.ui.compare.change_list import ChangeList
from blueprint.ui.compare.versions import COUNTERPARTS
from blueprint.ui.sizing import fix
from blueprint.ui.widgets.labels import button, keep_icon, label
from blueprint.ui.widgets.segments import Segments

WIDTH: Final = 328
STACKED, BESIDE, OVERLAY = "stacked", "beside", "overlay"
WAYS: Final = (
    (STACKED, message("Stacked")),
    (BESIDE, message("Side by side")),
    (OVERLAY, message("Overlay")),
)


class ComparePanel(QFrame):
    """Emits `way_chosen` with STACKED, BESIDE or OVERLAY."""

    way_chosen = Signal(str)
    export_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("inspector")
        fix(self, width=WIDTH)
        self.ways = Segments(message("Layout of the comparison"), WAYS)
        self.ways.chosen.connect(self.way_chosen)
        self.changes = ChangeList()
        self.count = label("", "muted")
        self.unplanned = label("", "muted", wrap=True)
        self.unplanned.hide()
        self.export = button(message("Export comparison as PDF"), self.export_asked.emit)
        keep_icon(self.export, "export")
        self._metrics = QWidget()
        self._grid = QGridLayout(self._metrics)
        self._grid.setContentsMargins(16, 0, 16, 12)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._arrange()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 9, 16, 9)
        head.addWidget(label(message("Differences"), "panel"))
        head.addStretch(1)
        head.addWidget(self.ways)
        column.addLayout(head)
        column.addWidget(self._metrics)
        title = QHBoxLayout()
        title.setContentsMargins(16, 12, 16, 8)
        title.addWidget(label(message("Changes"), "group"))
        title.addStretch(1)
        title.addWidget(self.count)
        group = QFrame()
        group.setObjectName("group")
        group.setLayout(title)
        column.addWidget(group)
        told = QVBoxLayout()
        told.setContentsMargins(16, 0, 16, 8)
        told.addWidget(self.unplanned)
        column.addLayout(told)
        column.addWidget(self.changes, 1)
        foot = QFrame()
        foot.setObjectName("group")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 10, 16, 10)
        row.addWidget(self.export)
        column.addWidget(foot)

    def show_differences(self, differences: Sequence[Told]) -> None:
        self.count.setText(str(len(differences)))
        self.changes.show_differences(differences)

    def show_unplanned(self, findings: Sequence[Finding]) -> None:
        """Say how many steps the rule of counterparts finds."""
        words = message(
            "{rule}: {count} step has no counterpart in the as-is.",
            "{rule}: {count} steps have no counterpart in the as-is.",
            count=len(findings),
            rule=COUNTERPARTS,
        )
        self.unplanned.setText(tr(words) if findings else "")
        self.unplanned.setVisible(bool(findings))

    def show_metrics(self, heads: tuple[str, str], metrics: Sequence[Shown]) -> None:
        """A row a metric: the two versions and the change, coloured by whether it is better."""
        while self._grid.count():
            gone = self._grid.takeAt(0)
            if gone is not None and (cell := gone.widget()) is not None:
                cell.deleteLater()
        names = (tr(message("Metric")), *heads, tr(message("Difference")))
        for column, name in enumerate(names):
            self._put(0, column, label(name, "muted"))
        for row, metric in enumerate(metrics, start=1):
            self._put(row, 0, label(metric.name, "muted"))
            self._put(row, 1, label(metric.old, "muted"))
            self._put(row, 2, label(metric.new, "strong"))
            look = {1: "better", -1: "worse"}.get(metric.verdict, "strong")
            self._put(row, 3, label(metric.change, look))

    def _put(self, row: int, column: int, cell: QLabel) -> None:
        fix(cell, height=25)
        side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
        cell.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(cell, row, column)
