"""What an action is, and what actions work with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from blueprint.i18n import Message
from blueprint.ui.canvas.canvas import CanvasView
from blueprint.ui.files import Files
from blueprint.ui.frame import Frame
from blueprint.ui.session import Session
from blueprint.ui.tools.connectors import chosen_flow


@dataclass(frozen=True, slots=True)
class Desk:
    """The collaborators of one window that actions call upon."""

    session: Session
    canvas: CanvasView
    files: Files
    frame: Frame


def always(desk: Desk) -> bool:
    return True


def with_document(desk: Desk) -> bool:
    return desk.files.has_document


def with_steps(desk: Desk) -> bool:
    return bool(desk.session.selected_steps)


def with_steps_or_flows(desk: Desk) -> bool:
    return with_steps(desk) or chosen_flow(desk.session) is not None


def with_selection(desk: Desk) -> bool:
    return bool(desk.session.selection)


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the user can do, with one name everywhere.

    `shortcut` works in the whole window. `key` works on the canvas alone, which handles it
    itself; it is shown like a shortcut.
    """

    id: str
    text: Message
    run: Callable[[Desk], object]
    shortcut: str = ""
    key: str = ""
    icon: str = ""
    badge: str = ""
    sign: str = ""
    """A picture as `ui.signs` names it, where it is neither icon nor badge."""
    enabled: Callable[[Desk], bool] = with_document
    checked: Callable[[Desk], bool] | None = None
    hint: Message | None = None
