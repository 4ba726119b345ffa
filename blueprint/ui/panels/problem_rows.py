"""The findings as a table model: one row a finding."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from blueprint.i18n import Message, message, tr
from blueprint.model.document import Document
from blueprint.rules import Finding
from blueprint.ui.badges import badge
from blueprint.ui.theming import LOOK
from blueprint.ui.words import plain

Index = QModelIndex | QPersistentModelIndex

SEVERITY_NAMES = {
    "error": message("Error"),
    "warning": message("Warning"),
    "hint": message("Advice"),
}


class Part(IntEnum):
    SEVERITY = 0
    RULE = 1
    MESSAGE = 2
    WHERE = 3
    ACTS = 4


class ProblemRows(QAbstractTableModel):
    """Shows the findings of one severity, or of all."""

    def __init__(self) -> None:
        super().__init__()
        self._document = Document()
        self._all: tuple[Finding, ...] = ()
        self._rows: list[Finding] = []
        self._severity = ""

    def show_findings(self, document: Document, findings: Sequence[Finding]) -> None:
        self._document = document
        self._all = tuple(findings)
        self._filter()

    def show_severity(self, severity: str) -> None:
        """Show one severity alone; all with ""."""
        self._severity = severity
        self._filter()

    def _filter(self) -> None:
        rows = [found for found in self._all if self._severity in ("", found.severity)]
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @property
    def findings(self) -> Sequence[Finding]:
        """Those in sight."""
        return self._rows

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return len(Part)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        finding = self._rows[index.row()]
        part = Part(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(finding, part)
        if role == Qt.ItemDataRole.DecorationRole and part is Part.SEVERITY:
            return badge(finding.severity, 18)
        if role == Qt.ItemDataRole.ForegroundRole and part in (Part.RULE, Part.WHERE):
            return QColor(LOOK.colours.ink2)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(f"{tr(finding.message)}\n{tr(finding.why)}\n{tr(finding.hint)}")
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self._spoken(finding, part)
        return None

    def _text(self, finding: Finding, part: Part) -> str:
        match part:
            case Part.RULE:
                return finding.rule
            case Part.MESSAGE:
                return tr(finding.message)
            case Part.WHERE:
                return self.where(finding)
            case _:
                return ""

    def _spoken(self, finding: Finding, part: Part) -> str:
        if part is Part.SEVERITY:
            return tr(SEVERITY_NAMES[finding.severity])
        return self._text(finding, part)

    def where(self, finding: Finding) -> str:
        """The label of the step that the finding names first."""
        for id in finding.steps:
            if id in self._document.steps:
                return self._document.step(id).label
        for id in finding.flows:
            if id in self._document.flows:
                return self._document.step(self._document.flow(id).source).label
        return ""


def severity_name(severity: str) -> Message:
    """The word for a severity; "" stands for all."""
    return SEVERITY_NAMES.get(severity, message("all"))
