"""One version in the comparison: a bar that names it, and its drawing."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from blueprint.i18n import message, tr
from blueprint.model.document import Document
from blueprint.ui.compare.pane import DrawingPane
from blueprint.ui.sizing import fix
from blueprint.ui.widgets.labels import label


class Half(QWidget):
    """`tools` is the row at the right of the bar."""

    def __init__(self) -> None:
        super().__init__()
        self.pane = DrawingPane()
        self.name = label("", "panel")
        self.size_ = label("", "muted")
        bar = QFrame()
        bar.setObjectName("compare_bar")
        fix(bar, height=36)
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(8)
        row.addWidget(self.name)
        row.addWidget(self.size_)
        row.addStretch(1)
        self.tools = row
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.pane, 1)

    def name_it(self, name: str, document: Document) -> None:
        """Show what this version is called and how large it is."""
        self.name.setText(name)
        steps, columns = len(document.steps), len(document.columns)
        self.size_.setText(
            ", ".join(
                (
                    tr(message("{count} column", "{count} columns", count=columns)),
                    tr(message("{count} step", "{count} steps", count=steps)),
                )
            )
        )
