"""The parts of context menus that say what a step or a lane looks like."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from blueprint.i18n import message, tr
from blueprint.model.colours import COLOURS, colour_title
from blueprint.ui.session import Session
from blueprint.ui.signs import sign_icon
from blueprint.ui.tools.colours import (
    COLOUR_ACTS,
    colour_selected,
    select_same_colour,
    shared_colour,
)


def add_colours(menu: QMenu, session: Session) -> None:
    """A menu of the colours that the selected steps can have."""
    inner = menu.addMenu(tr(message("Card colour")))
    now = shared_colour(session)
    for colour in ("", *COLOURS):
        title = colour_title(session.document.properties, colour) or COLOUR_ACTS[""]
        action = inner.addAction(sign_icon(f"colour/{colour}"), _plain(tr(title)))
        action.setCheckable(True)
        action.setChecked(colour == now)
        if colour == now:  # a style that shows a picture may show no tick
            font = action.font()
            font.setBold(True)
            action.setFont(font)
        action.triggered.connect(lambda _on, colour=colour: colour_selected(session, colour))
    inner.addSeparator()
    alike = inner.addAction(tr(message("Select steps of the same colour")))
    alike.triggered.connect(lambda _on: select_same_colour(session))


def add_icons(menu: QMenu, session: Session) -> None:
    """What opens the icons that the selected lanes can have."""
    act = menu.addAction(tr(message("Icon of the lane…")))
    act.triggered.connect(lambda _on: _choose_icon(session))


def _choose_icon(session: Session) -> None:
    from blueprint.ui.dialogs.lane_icon import LaneIconDialog

    dialog = LaneIconDialog(session, QApplication.activeWindow())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()


def _plain(text: str) -> str:
    return text.replace("&", "&&")
