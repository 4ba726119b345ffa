"""What a page of the start page is, and what pages work with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from blueprint.i18n import Message
from blueprint.ui.actions.qt_actions import QtActions
from blueprint.ui.files import Files
from blueprint.ui.settings import Settings
from blueprint.ui.start.pictures import Pictures


@dataclass(frozen=True, slots=True)
class Start:
    """The collaborators of the pages. `show` goes to the page of a name."""

    files: Files
    settings: Settings
    actions: QtActions
    pictures: Pictures
    show: Callable[[str], None]
    begin_lesson: Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Page:
    """One entry of the navigation; its widget is made anew each time it is shown.

    `beside_recent` makes what the home page shows of it, in the column beside the recent files.
    A page without an icon is no entry of the navigation: links lead to it.
    """

    name: str
    title: Message
    icon: str
    make: Callable[[Start], QWidget]
    beside_recent: Callable[[Start], QWidget] | None = None
