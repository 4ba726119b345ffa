"""Choosing the icon of a lane: all of them in sight, by pointer, by arrow keys or by typing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from blueprint.i18n import message, tr
from blueprint.model.lane_icons import LANE_ICONS, ROLE_ICONS
from blueprint.ui.icons import icon
from blueprint.ui.session import Session
from blueprint.ui.theming import LOOK
from blueprint.ui.tools.folding import chosen_lanes
from blueprint.ui.tools.lane_icons import set_icon, shared_icon
from blueprint.ui.widgets.labels import button
from blueprint.ui.words import say

_NAME: Final = Qt.ItemDataRole.UserRole
_CELL: Final = QSize(92, 64)


class LaneIconDialog(QDialog):
    """Enter or a double click takes the icon; Escape leaves the old one."""

    def __init__(self, session: Session, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._session = session
        say(self, window=message("Icon of the lane"))
        self.resize(640, 470)
        self.icons = QListWidget()
        self.icons.setViewMode(QListView.ViewMode.IconMode)
        self.icons.setResizeMode(QListView.ResizeMode.Adjust)
        self.icons.setMovement(QListView.Movement.Static)
        self.icons.setGridSize(_CELL)
        self.icons.setIconSize(QSize(24, 24))
        self.icons.setWordWrap(True)
        say(self.icons, name=message("Icon of the lane"))
        self.icons.itemActivated.connect(lambda _item: self.accept())
        acts = QHBoxLayout()
        acts.addStretch(1)
        acts.addWidget(button(message("Cancel"), self.reject))
        take = button(message("Use this icon"), self.accept, "primary")
        take.setDefault(True)
        acts.addWidget(take)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.icons, 1)
        column.addLayout(acts)
        self._fill()
        self.accepted.connect(self._take)

    @property
    def chosen(self) -> str:
        """The name of the icon that is chosen; empty for the role's own."""
        item = self.icons.currentItem()
        return str(item.data(_NAME)) if item else ""

    def _fill(self) -> None:
        lanes = [self._session.document.lane(id) for id in chosen_lanes(self._session)]
        own = ROLE_ICONS[lanes[0].role] if lanes else "lane"
        self._add("", own, tr(message("The role’s own")))
        for name, title in LANE_ICONS.items():
            self._add(name, name, tr(title))
        now = shared_icon(self._session)
        rows = range(self.icons.count())
        row = next((row for row in rows if self.icons.item(row).data(_NAME) == now), 0)
        self.icons.setCurrentRow(row)

    def _add(self, name: str, picture: str, title: str) -> None:
        item = QListWidgetItem(icon(picture, LOOK.colours.ink), title)
        item.setData(_NAME, name)
        item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
        item.setToolTip(title)
        self.icons.addItem(item)

    def _take(self) -> None:
        set_icon(self._session, self.chosen)
