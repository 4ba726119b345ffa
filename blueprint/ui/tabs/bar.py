"""The row of tabs above the documents of a window; it hides while there is only one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QTabBar, QToolButton, QWidget

from blueprint.i18n import message, tr
from blueprint.ui.sizing import fix
from blueprint.ui.widgets.labels import icon_button
from blueprint.ui.words import plain, say

HEIGHT: Final = 36
_AWAY: Final = 48
"""Pixels above or below the bar from which a dragged tab leaves its window."""
_WIDEST: Final = 260
_MORE: Final = 28
"""Pixels that Qt does not count: for bold letters and the button that closes."""


class Bar(QTabBar):
    """Tabs are moved by dragging, and leave the window when they are dragged away from the bar."""

    torn_off = Signal(int, QPoint)
    """The place of a tab, and where on the screen it was let go."""

    def __init__(self) -> None:
        super().__init__()
        self._on_tab = False
        """Whether the mouse went down on a tab, and not beside them."""
        self.setObjectName("tab_bar")
        self.setDrawBase(False)
        self.setMovable(True)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        say(self, name=message("Open blueprints"))

    def tabSizeHint(self, place: int) -> QSize:
        """Qt leaves no room for the bold letters and the button of a tab that has a style."""
        hint = super().tabSizeHint(place)
        return QSize(min(_WIDEST, hint.width() + _MORE), hint.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._on_tab = self.tabAt(event.position().toPoint()) >= 0
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self.currentIndex()
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.MiddleButton:
            self.tabCloseRequested.emit(self.tabAt(event.position().toPoint()))
        elif event.button() != Qt.MouseButton.LeftButton or not self._on_tab:
            return
        elif not -_AWAY < event.position().y() < self.height() + _AWAY:
            self.torn_off.emit(place, event.globalPosition().toPoint())


class TabRow(QFrame):
    """The bar with a button for another tab."""

    new_asked = Signal()
    others_closed = Signal(int)
    moved_out = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tab_row")
        fix(self, height=HEIGHT)
        self.bar = Bar()
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 10, 0)
        row.setSpacing(4)
        row.addWidget(self.bar, alignment=Qt.AlignmentFlag.AlignBottom)
        self.add = icon_button("plus", message("New tab"), self.new_asked.emit)
        row.addWidget(self.add)
        row.addStretch(1)
        self.bar.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.bar.customContextMenuRequested.connect(self._show_menu)
        self.hide()

    def insert(self, place: int, title: str) -> None:
        """Add a tab, with a button that closes it."""
        self.bar.blockSignals(True)
        self.bar.insertTab(place, title)
        self.bar.setTabButton(place, QTabBar.ButtonPosition.RightSide, self._closer())
        self.bar.blockSignals(False)
        self.setVisible(self.bar.count() > 1)

    def remove(self, place: int) -> None:
        self.bar.blockSignals(True)
        self.bar.removeTab(place)
        self.bar.blockSignals(False)
        self.setVisible(self.bar.count() > 1)

    def name(self, place: int, title: str, tip: str, *, unsaved: bool) -> None:
        """Call a tab anew; a dot stands for changes that are not saved."""
        shown = title.replace("&", "&&")
        self.bar.setTabText(place, f"• {shown}" if unsaved else shown)
        said = tr(message("{name}, not saved", name=title)) if unsaved else title
        self.bar.setAccessibleTabName(place, said)
        self.bar.setTabToolTip(place, plain(tip or title))

    def _closer(self) -> QToolButton:
        made = icon_button("x", message("Close tab"), lambda: self._close(made), 20)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return made

    def _close(self, button: QWidget) -> None:
        side = QTabBar.ButtonPosition.RightSide
        for place in range(self.bar.count()):
            if self.bar.tabButton(place, side) is button:
                self.bar.tabCloseRequested.emit(place)
                return

    def _show_menu(self, at: QPoint) -> None:
        place = self.bar.tabAt(at)
        if place < 0:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        close = self.bar.tabCloseRequested
        menu.addAction(tr(message("Close tab")), lambda: close.emit(place))
        menu.addAction(tr(message("Close other tabs")), lambda: self.others_closed.emit(place))
        menu.addAction(tr(message("Move to a new window")), lambda: self.moved_out.emit(place))
        menu.popup(self.bar.mapToGlobal(at))
