"""The list of problems: where they are, why they matter, and what puts them right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from blueprint.i18n import message, tr
from blueprint.model.edits.properties import dismiss
from blueprint.rules import Finding, fix, fix_name, rules
from blueprint.ui.fixing import fix_all
from blueprint.ui.listening import listen
from blueprint.ui.panels.problem_acts import Act, ActsDelegate, RowDelegate
from blueprint.ui.panels.problem_rows import Part, ProblemRows
from blueprint.ui.quick_fixes import add_severities
from blueprint.ui.session import Session
from blueprint.ui.sizing import as_texts_grow, px, size_icon
from blueprint.ui.theming import LOOK
from blueprint.ui.widgets.labels import button, label
from blueprint.ui.words import WORDS, say


class _Table(QTableView):
    """A table whose Enter does what a double-click does."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "problems")
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().hide()
        rows = self.verticalHeader()
        as_texts_grow(self, lambda: rows.setDefaultSectionSize(px(31)))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        size_icon(self, 18)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.selectRow(0)  # so that it is seen where the keyboard is

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.doubleClicked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


NO_STEP: Final = message("Problems are listed here as soon as there is a first step.")


class ReasonBar(QFrame):
    """Asks why a finding is no problem; the answer is kept in the file."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 8, 5)
        self._asked = label("", "muted")
        self._reason = QLineEdit()
        say(
            self._reason,
            placeholder=message("Why is this no problem here?"),
            name=message("Reason for ignoring the problem"),
        )
        self._reason.returnPressed.connect(self._give)
        row.addWidget(self._asked)
        row.addWidget(self._reason, 1)
        row.addWidget(button(message("Ignore"), self._give))
        row.addWidget(button(message("Cancel"), self.hide, "flat"))
        self._then: Callable[[str], object] | None = None
        self.hide()

    def ask(self, rule: str, then: Callable[[str], object]) -> None:
        """Ask, and call `then` with the reason unless the user gives up."""
        self._then = then
        self._asked.setText(rule)
        self._reason.clear()
        self.show()
        self._reason.setFocus()

    def _give(self) -> None:
        reason = self._reason.text().strip()
        if not reason:
            self._reason.setFocus()
            return
        self.hide()
        if self._then:
            self._then(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)


def _resize(header: QHeaderView, part: Part, width: int) -> None:
    header.resizeSection(part, px(width))


class Problems(QWidget):
    """Click selects, double-click centres; the buttons show, fix and ignore."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.rows = ProblemRows()
        self.table = _Table()
        self.table.setModel(self.rows)
        self._acts = ActsDelegate(self._acts_of, self._do, self.table)
        self._rows = RowDelegate(self.table)
        self.table.setItemDelegate(self._rows)
        self.table.setItemDelegateForColumn(Part.ACTS, self._acts)
        say(self.table, name=message("Problems"))
        self._none = label("", "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.reason = ReasonBar()
        self._arrange()
        self._connect()
        self.refresh()

    def _arrange(self) -> None:
        header = self.table.horizontalHeader()
        header.setMinimumSectionSize(20)
        for part, width in ((Part.SEVERITY, 40), (Part.RULE, 64), (Part.WHERE, 150)):
            header.setSectionResizeMode(part, QHeaderView.ResizeMode.Fixed)
            as_texts_grow(self, partial(_resize, header, part, width))
        header.setSectionResizeMode(Part.MESSAGE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Part.ACTS, QHeaderView.ResizeMode.Fixed)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.reason)

    def _connect(self) -> None:
        session = self._session
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.refresh)
        listen(self, session.findings_changed, self._timer.start)
        listen(self, session.document_replaced, self._timer.start)
        listen(self, WORDS.changed, self.refresh)
        listen(self, LOOK.changed, self.refresh)
        self.table.clicked.connect(self._clicked)
        self.table.doubleClicked.connect(lambda index: self._do(index.row(), "show"))
        self.table.customContextMenuRequested.connect(self._show_menu)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def refresh(self) -> None:
        """Take up the findings as they are now."""
        chosen = self._current()
        self.rows.show_findings(self._session.document, self._session.findings)
        if self.isVisible():  # counting the rules loads them all, too early for a start page
            count = len(rules())
            words = message("No problems found. {count} rules checked.", count=count)
            waits = not self._session.document.steps
            self._none.setText(tr(NO_STEP if waits else words))
        self._stack.setCurrentWidget(self.table if self.rows.findings else self._none)
        metrics = self.table.fontMetrics()
        shown = range(min(len(self.rows.findings), 200))
        width = max((self._acts.width(row, metrics) for row in shown), default=120)
        self.table.horizontalHeader().resizeSection(Part.ACTS, width)
        if chosen in self.rows.findings:
            self.table.selectRow(self.rows.findings.index(chosen))

    @property
    def fixable(self) -> Sequence[Finding]:
        """The findings in sight that have a fix."""
        return [found for found in self.rows.findings if found.fixable]

    def fix_all(self) -> None:
        """Put right all that can be, as one act."""
        self._session.push(fix_all(self._session.document, self.fixable))
        self._session.check_now()

    def go(self, by: int) -> None:
        """Show the next problem, or with −1 the previous one."""
        count = len(self.rows.findings)
        if not count:
            return
        current = self.table.currentIndex()
        row = (current.row() + by) % count if current.isValid() else (0 if by > 0 else count - 1)
        self.table.selectRow(row)
        self._do(row, "show")

    def fix_current(self) -> None:
        """Put right the problem that is selected in the list."""
        row = self.table.currentIndex().row()
        if row >= 0:
            self._do(row, "fix")

    def _current(self) -> Finding | None:
        row = self.table.currentIndex().row()
        return self.rows.findings[row] if 0 <= row < len(self.rows.findings) else None

    def _acts_of(self, row: int) -> list[Act]:
        finding = self.rows.findings[row]
        acts = [Act("show", tr(message("Show")), False)]
        if finding.fixable:
            acts.append(Act("fix", tr(fix_name(finding)), True))
        acts.append(Act("ignore", tr(message("Ignore")), False))
        return acts

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() != Part.ACTS:
            self._select(self.rows.findings[index.row()])

    def _select(self, finding: Finding) -> None:
        self._session.select((*finding.steps, *finding.flows))

    def _do(self, row: int, act: str) -> None:
        if not 0 <= row < len(self.rows.findings):
            return
        finding = self.rows.findings[row]
        session = self._session
        if act == "show":
            self._select(finding)
            session.reveal((*finding.steps, *finding.flows))
        elif act == "fix" and finding.fixable:
            session.attempt(lambda: fix(session.document, finding))
            session.check_now()
        elif act == "ignore":
            self.reason.ask(finding.rule, lambda reason: self._ignore(finding, reason))

    def _ignore(self, finding: Finding, reason: str) -> None:
        session = self._session
        session.attempt(lambda: dismiss(session.document, finding.rule, finding.subjects, reason))
        session.check_now()

    def _show_menu(self, at: QPoint) -> None:
        index = self.table.indexAt(at)
        if not index.isValid():
            return
        menu = QMenu(self)
        for act in self._acts_of(index.row()):
            menu.addAction(act.text.replace("&", "&&"), partial(self._do, index.row(), act.id))
        add_severities(menu, self._session, self.rows.findings[index.row()].rule)
        menu.exec(self.table.viewport().mapToGlobal(at))
        menu.deleteLater()
