"""The panel at the bottom: problems, comments and history under tabs."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from blueprint.i18n import Message, message, tr
from blueprint.rules.finding import SEVERITIES
from blueprint.ui.listening import listen
from blueprint.ui.panels.comments import Comments
from blueprint.ui.panels.history import HistoryList
from blueprint.ui.panels.problem_rows import severity_name
from blueprint.ui.panels.problems import Problems
from blueprint.ui.session import Session
from blueprint.ui.settings import Settings
from blueprint.ui.sizing import fix, px
from blueprint.ui.widgets.labels import button, icon_button, keep_icon, label
from blueprint.ui.widgets.segments import Segment
from blueprint.ui.words import WORDS, say


class BottomPanel(QFrame):
    """Emits `folded` when the user folds it down to its tabs, or unfolds it."""

    folded = Signal(bool)

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("bottom")
        self._session = session
        self.problems = Problems(session)
        self.history = HistoryList(session)
        self.comments = Comments(session, settings)
        self._stack = QStackedWidget()
        self._severity = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs())
        column.addWidget(self._stack, 1)
        self.show_tab("problems")
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._refresh)
        listen(self, session.findings_changed, self._timer.start)
        listen(self, session.document_replaced, self._timer.start)
        listen(self, WORDS.changed, self._refresh)
        self._refresh()

    def sizeHint(self) -> QSize:
        return QSize(px(800), px(162))

    def _tabs(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("tabs")
        fix(bar, height=34)
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(2)
        self._group = QButtonGroup(self)
        self._pages: dict[str, QWidget] = {
            "problems": self.problems,
            "comments": self.comments,
            "history": self.history,
        }
        self.tabs = {
            "problems": self._tab("problems", message("Problems")),
            "comments": self._tab("comments", message("Comments")),
            "history": self._tab("history", message("History")),
        }
        self.count = label("", "count")
        fix(self.count, height=17)
        row.addWidget(self.tabs["problems"])
        row.addWidget(self.count, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.tabs["comments"])
        self.open_comments = label("", "count")
        fix(self.open_comments, height=17)
        self.comments.counted.connect(self._show_comment_count)
        row.addWidget(self.open_comments, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.tabs["history"])
        row.addStretch(1)
        row.addWidget(self._severity_button())
        self.fix_all = button(message("Fix all safe"), self.problems.fix_all, "flat")
        row.addWidget(self.fix_all)
        self.fold: QToolButton = icon_button("down", message("Fold"), self._toggle_fold, 24)
        row.addWidget(self.fold)
        return bar

    def _tab(self, name: str, text: Message) -> QPushButton:
        made = Segment()
        made.setProperty("look", "tab")
        say(made, text=text)
        made.clicked.connect(lambda _checked=False: self.show_tab(name))
        made.setCheckable(True)
        self._group.addButton(made)
        self._stack.addWidget(self._pages[name])
        return made

    def _severity_button(self) -> QPushButton:
        made = QPushButton()
        made.setProperty("look", "flat")
        made.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        say(made, name=message("Severity"))
        made.clicked.connect(lambda _checked=False: self._choose_severity())
        self.severity = made
        return made

    def show_tab(self, name: str) -> None:
        """Bring "problems", "comments" or "history" to the front."""
        self.tabs[name].setChecked(True)
        self._stack.setCurrentWidget(self._pages[name])
        self.severity.setVisible(name == "problems")
        self.fix_all.setVisible(name == "problems")
        if not self._stack.isVisible() and self.isVisible():
            self._toggle_fold()

    def _show_comment_count(self, count: int) -> None:
        self.open_comments.setText(str(count))
        self.open_comments.setVisible(count > 0)

    def _toggle_fold(self) -> None:
        fold = self._stack.isVisible()
        self._stack.setVisible(not fold)
        keep_icon(self.fold, "chevron_up" if fold else "down")
        self.fold.setToolTip(tr(message("Unfold") if fold else message("Fold")))
        self.setMaximumHeight(px(34) + 1 if fold else 16_777_215)
        self.folded.emit(fold)

    def _choose_severity(self) -> None:
        menu = QMenu(self)
        for severity in ("", *SEVERITIES):
            act = menu.addAction(tr(severity_name(severity)))
            act.setCheckable(True)
            act.setChecked(severity == self._severity)
            act.triggered.connect(lambda _on, chosen=severity: self._show_severity(chosen))
        menu.exec(self.severity.mapToGlobal(self.severity.rect().topLeft()))
        menu.deleteLater()

    def _show_severity(self, severity: str) -> None:
        self._severity = severity
        self.problems.rows.show_severity(severity)
        self._refresh()

    def _refresh(self) -> None:
        findings = self._session.findings
        self.count.setText(str(len(findings)))
        self.count.setVisible(bool(findings))
        shown = severity_name(self._severity)
        self.severity.setText(tr(message("Severity: {which}", which=shown)) + "  ▾")
        safe = sum(
            1 for found in findings if found.fixable and self._severity in ("", found.severity)
        )
        self.fix_all.setText(tr(message("Fix all safe ({count})", count=safe)))
        self.fix_all.setEnabled(safe > 0)
