"""The dialogs of a window by name; each is loaded when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from blueprint.ui.files import Files
from blueprint.ui.session import Session
from blueprint.ui.settings import Settings


@dataclass(frozen=True, slots=True)
class Host:
    """What dialogs work with."""

    session: Session
    settings: Settings
    files: Files
    window: QWidget
    choice: str = ""
    """What is chosen in the dialog at first, where it offers a choice."""


def _export(host: Host) -> QDialog:
    from blueprint.ui.dialogs.export import ExportDialog

    suggested = host.files.suggested_export()
    return ExportDialog(host.session, host.settings, suggested, host.window, host.choice)


def _print(host: Host) -> QDialog:
    from blueprint.ui.dialogs.print import PrintDialog

    return PrintDialog(host.session, host.settings, host.files.suggested_export(), host.window)


def _preferences(host: Host) -> QDialog:
    from blueprint.ui.dialogs.preferences import Preferences

    return Preferences(host.settings, host.window)


def _own_themes(host: Host) -> QDialog:
    from blueprint.ui.dialogs.own_themes import OwnThemesDialog

    return OwnThemesDialog(host.settings, host.window)


def _shortcuts(host: Host) -> QDialog:
    from blueprint.ui.dialogs.shortcuts import ShortcutSheet

    return ShortcutSheet(host.window)


def _about(host: Host) -> QDialog:
    from blueprint.ui.dialogs.about import About

    return About(host.window)


def _lane_icon(host: Host) -> QDialog:
    from blueprint.ui.dialogs.lane_icon import LaneIconDialog

    return LaneIconDialog(host.session, host.window)


def _personas(host: Host) -> QDialog:
    from blueprint.ui.dialogs.personas import show_personas

    return show_personas(host.session, host.window)


def _spelling(host: Host) -> QDialog:
    from blueprint.ui.dialogs.spelling import SpellingDialog

    return SpellingDialog(host.session, host.window)


_DIALOGS: Final[dict[str, Callable[[Host], QDialog]]] = {
    "export": _export,
    "print": _print,
    "preferences": _preferences,
    "own_themes": _own_themes,
    "shortcuts": _shortcuts,
    "about": _about,
    "lane_icon": _lane_icon,
    "personas": _personas,
    "spelling": _spelling,
}


def show_dialog(name: str, host: Host) -> None:
    """Show a dialog beside the window, which stays usable. Raises KeyError for any other name."""
    made = _DIALOGS[name](host)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.show()
