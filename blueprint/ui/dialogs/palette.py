"""Search and commands in one field: every action, step, lane and phase by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from blueprint.i18n import message, tr
from blueprint.ui.actions.action import Action
from blueprint.ui.actions.catalogue import ACTIONS
from blueprint.ui.dialogs.palette_hits import MOST, Hit, actions_found, things_found
from blueprint.ui.session import Session
from blueprint.ui.sizing import fix, px
from blueprint.ui.theming import LOOK
from blueprint.ui.widgets.labels import label
from blueprint.ui.words import say

Index = QModelIndex | QPersistentModelIndex
ASIDE: Final = Qt.ItemDataRole.UserRole
ROW_HEIGHT: Final = 30
MOST_IN_SIGHT: Final = 12


class Palette(QFrame):
    """`run` does an action by id; `can` tells whether it can be done now."""

    def __init__(
        self,
        session: Session,
        run: Callable[[str], object],
        can: Callable[[Action], bool],
        host: QWidget,
    ) -> None:
        super().__init__(host, Qt.WindowType.Popup)
        self.setObjectName("palette")
        self._session = session
        self._run = run
        self._can = can
        self._host = host
        self._hits: list[Hit] = []
        self.field = QLineEdit()
        say(
            self.field,
            placeholder=message("Search or run a command"),
            name=message("Search or run a command"),
        )
        self.list = QListWidget()
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(RowPainter(self.list))
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._none = label("", "muted", wrap=True)
        self._none.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for part in (self.field, self.list, self._none):
            column.addWidget(part)
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(lambda _item: self._choose())

    def open(self, at: QPoint, sought: str = "") -> None:
        """Open at a point of the screen; "/" at the beginning looks in the blueprint alone."""
        fix(self, width=520)
        self.move(at.x() - self.width() // 2, at.y())
        self.field.setText(sought)
        self._search(sought)
        self.show()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8}
        if event.key() in steps and self.list.count():
            row = self.list.currentRow() + steps[Qt.Key(event.key())]
            self.list.setCurrentRow(row % self.list.count())
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
            return True
        return False

    def _choose(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._hits):
            chosen = self._hits[row]
            self.close()
            chosen.run()

    def _search(self, typed: str) -> None:
        sought = typed.removeprefix("/").strip()
        found: list[Hit] = []
        if not typed.startswith("/"):
            found += actions_found(filter(self._can, ACTIONS), sought, self._run)
        if sought:
            found += things_found(self._session, sought, self._open_persona)
        self._hits = found[:MOST]
        self.list.clear()
        for hit in self._hits:
            self._add(hit)
        self.list.setCurrentRow(0)
        self._say_none(sought)
        self._fit()

    def _open_persona(self, persona: str) -> None:
        from blueprint.ui.dialogs.personas import show_personas

        show_personas(self._session, self._host, persona)

    def _say_none(self, sought: str) -> None:
        none = bool(sought) and not self._hits
        self._none.setVisible(none)
        self.list.setVisible(not none)
        words = message(
            "Nothing called “{sought}”. Try a lane, an owner or a command.", sought=sought
        )
        self._none.setText(tr(words) if none else "")

    def _add(self, hit: Hit) -> None:
        item = QListWidgetItem(hit.text)
        item.setData(ASIDE, hit.aside)
        item.setData(
            Qt.ItemDataRole.AccessibleTextRole,
            f"{hit.text}, {hit.aside}" if hit.aside else hit.text,
        )
        if hit.icon is not None:
            item.setIcon(hit.icon)
        self.list.addItem(item)

    def _fit(self) -> None:
        """As high as what was found, up to a dozen rows."""
        rows = min(max(len(self._hits), 1), MOST_IN_SIGHT)
        self.list.setFixedHeight(rows * px(ROW_HEIGHT) + 2)
        self.setFixedHeight(self.sizeHint().height())


class RowPainter(QStyledItemDelegate):
    """What was found, and at the right its keys or where it is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        aside = str(index.data(ASIDE) or "")
        area: QRect = option.rect
        room = painter.fontMetrics().horizontalAdvance(aside) + 22 if aside else 0
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(LOOK.colours.accent_soft))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(LOOK.colours.hover))
        left = area.left() + 10
        icon: QIcon | None = index.data(Qt.ItemDataRole.DecorationRole)
        if icon is not None:
            icon.paint(painter, QRect(left, area.center().y() - 6, 14, 14))
            left += 22
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        side = Qt.AlignmentFlag.AlignVCenter
        whole = QRect(left, area.top(), area.right() - room - left, area.height())
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, whole.width())
        painter.setPen(QColor(LOOK.colours.ink))
        painter.drawText(whole, side | Qt.AlignmentFlag.AlignLeft, shown)
        painter.setPen(QColor(LOOK.colours.ink2))
        painter.drawText(area.adjusted(0, 0, -10, 0), side | Qt.AlignmentFlag.AlignRight, aside)
