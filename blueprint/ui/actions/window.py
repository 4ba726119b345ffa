"""Actions on tabs and windows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QApplication

from blueprint.i18n import message
from blueprint.ui.actions.action import Action, Desk, always
from blueprint.ui.tabs.around import Around


def _ask(what: Callable[[Around], object]) -> Callable[[Desk], object]:
    """Ask it of the window around the document, if there is one."""

    def run(desk: Desk) -> None:
        if desk.frame.around:
            what(desk.frame.around)

    return run


def _has_window(desk: Desk) -> bool:
    return desk.frame.around is not None


def _has_tabs(desk: Desk) -> bool:
    return desk.frame.around is not None and desk.frame.around.count > 1


def _has_last_session(desk: Desk) -> bool:
    return bool(desk.files.last_session.paths)


WINDOW_ACTIONS: Final = (
    Action(
        "new_tab",
        message("New tab"),
        _ask(lambda around: around.new_tab()),
        shortcut="Ctrl+T",
        icon="plus",
        enabled=_has_window,
    ),
    Action(
        "new_window",
        message("New window"),
        _ask(lambda around: around.new_window()),
        shortcut="Ctrl+Shift+N",
        enabled=_has_window,
    ),
    Action(
        "next_tab",
        message("Next tab"),
        _ask(lambda around: around.go_to_tab(1)),
        shortcut="Ctrl+Tab",
        enabled=_has_tabs,
    ),
    Action(
        "previous_tab",
        message("Previous tab"),
        _ask(lambda around: around.go_to_tab(-1)),
        shortcut="Ctrl+Shift+Tab",
        enabled=_has_tabs,
    ),
    Action(
        "move_tab",
        message("Move to a new window"),
        _ask(lambda around: around.tear_off()),
        enabled=_has_tabs,
    ),
    Action(
        "next_window",
        message("Next window"),
        _ask(lambda around: around.go_to_window(1)),
        shortcut="Ctrl+`",
        enabled=_has_window,
    ),
    Action(
        "reopen_session",
        message("Reopen last session"),
        lambda desk: desk.files.last_session.reopen(),
        icon="reset",
        enabled=_has_last_session,
    ),
    Action(
        "close_window",
        message("Close window"),
        _ask(lambda around: around.close_window()),
        shortcut="Ctrl+Shift+W",
        enabled=_has_window,
    ),
    Action(
        "quit",
        message("Quit"),
        lambda desk: QApplication.closeAllWindows(),
        shortcut="Ctrl+Q",
        enabled=always,
    ),
)
