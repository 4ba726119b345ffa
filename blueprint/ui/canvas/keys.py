"""Which key does what on the canvas."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from blueprint.ui.tools import clipboard, commands
from blueprint.ui.tools.badges import BADGES
from blueprint.ui.tools.connectors import switch_exchange
from blueprint.ui.tools.resizing import resize
from blueprint.ui.tools.state import Bench
from blueprint.ui.tools.toolbox import BY_KEY

Key = Qt.Key
_NONE: Final = Qt.KeyboardModifier.NoModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_CTRL_SHIFT: Final = _CTRL | _SHIFT
_ALT_SHIFT: Final = _ALT | _SHIFT
_PAD: Final = Qt.KeyboardModifier.KeypadModifier

_FIELDS: Final = ("duration", "cost", "owner")
_ARROWS: Final = {
    Key.Key_Left: (-1, 0),
    Key.Key_Right: (1, 0),
    Key.Key_Up: (0, -1),
    Key.Key_Down: (0, 1),
}


class Keyboardable(Bench, Protocol):
    """A bench with what only keys ask for."""

    def edit_focused(self) -> None:
        """Edit the text of what is selected or focused."""

    def zoom_by(self, steps: float) -> None: ...

    def zoom_to(self, zoom: float) -> None: ...

    def connect_by_letters(self, *, other: bool = False) -> None:
        """Show a letter on every card that may be chosen; see letters_for."""

    def open_menu(self) -> None:
        """The menu of what is selected or focused."""

    def ask_help(self) -> None:
        """Show all shortcuts."""

    def fit_width(self) -> None: ...

    def fit_all(self) -> None: ...

    def fit_selection(self) -> None: ...


Act = Callable[[Keyboardable], object]


def act_for(event: QKeyEvent) -> Act | None:
    """What a key does; None for keys that do nothing by themselves."""
    modifiers = event.modifiers() & ~_PAD
    key = Key(event.key())
    if key in _ARROWS:
        return _arrow(*_ARROWS[key], modifiers)
    if event.text() == "?":
        return lambda bench: bench.ask_help()
    return _ACTS.get((key, modifiers)) or _tool_act(key, modifiers)


def plain_arrow(event: QKeyEvent) -> tuple[int, int] | None:
    """The cells to the right and down that an arrow without any other key leads."""
    if event.modifiers() & ~_PAD:
        return None
    return _ARROWS.get(Key(event.key()))


def _arrow(right: int, down: int, modifiers: Qt.KeyboardModifier) -> Act | None:
    if modifiers == _NONE:
        return lambda bench: commands.walk(bench.session, right, down)
    if modifiers == _CTRL:
        return lambda bench: commands.walk(bench.session, right, down, to_filled=True)
    if modifiers == _SHIFT:
        return lambda bench: commands.extend(bench.session, right, down)
    if modifiers == _ALT:
        return lambda bench: commands.nudge(bench.session, right, down)
    if modifiers == _ALT_SHIFT:
        return lambda bench: resize(bench.session, right, down)
    return None


def _tool_act(key: Key, modifiers: Qt.KeyboardModifier) -> Act | None:
    """A tool's key: with cards selected F, W, M, T, K and O act on them; else the tool is taken."""
    name = BY_KEY.get(chr(key)) if modifiers == _NONE and 0x20 <= key < 0x7F else None
    if name is None:
        return None

    def act(bench: Keyboardable) -> None:
        if name in BADGES and commands.switch_badge(bench.session, name):
            return
        if name in _FIELDS and bench.session.selected_steps:
            bench.ask_field(name)
        else:
            bench.session.set_tool(name)

    return act


def is_text(event: QKeyEvent) -> bool:
    """Whether a key types a character that could begin a step's text."""
    text = event.text()
    plain = not event.modifiers() & ~(_SHIFT | _PAD | Qt.KeyboardModifier.GroupSwitchModifier)
    return plain and bool(text) and text.isprintable() and not text.isspace()


def belongs_to_canvas(event: QKeyEvent) -> bool:
    """Whether a key is the canvas's own though a menu may have it as a shortcut."""
    key = Key(event.key())
    between_tabs = key in (Key.Key_Tab, Key.Key_Backtab) and event.modifiers() & _CTRL
    return is_text(event) or (key in _OWN and not between_tabs)


_OWN: Final = {
    Key.Key_Tab,
    Key.Key_Backtab,
    Key.Key_Return,
    Key.Key_Enter,
    Key.Key_Delete,
    Key.Key_Backspace,
    Key.Key_Space,
    Key.Key_Escape,
    Key.Key_Home,
    Key.Key_End,
    *_ARROWS,
}

_ACTS: Final[dict[tuple[Key, Qt.KeyboardModifier], Act]] = {
    (Key.Key_Tab, _NONE): lambda bench: commands.next_step(bench, 1),
    (Key.Key_Backtab, _SHIFT): lambda bench: commands.next_step(bench, -1),
    (Key.Key_Backtab, _NONE): lambda bench: commands.next_step(bench, -1),
    (Key.Key_Tab, _SHIFT): lambda bench: commands.next_step(bench, -1),
    (Key.Key_J, _CTRL): lambda bench: commands.next_step(bench, 1),
    (Key.Key_E, _ALT): commands.evidence_here,
    (Key.Key_Return, _CTRL_SHIFT): commands.next_customer_step,
    (Key.Key_Enter, _CTRL_SHIFT): commands.next_customer_step,
    (Key.Key_Return, _NONE): commands.step_below,
    (Key.Key_Enter, _NONE): commands.step_below,
    (Key.Key_Return, _CTRL): commands.second_step,
    (Key.Key_Enter, _CTRL): commands.second_step,
    (Key.Key_F2, _NONE): lambda bench: bench.edit_focused(),
    (Key.Key_Home, _NONE): lambda bench: commands.walk_to_edge(bench.session, -1),
    (Key.Key_End, _NONE): lambda bench: commands.walk_to_edge(bench.session, 1),
    (Key.Key_Delete, _NONE): lambda bench: commands.remove_selected(bench.session),
    (Key.Key_Backspace, _NONE): lambda bench: commands.remove_selected(bench.session),
    (Key.Key_I, _CTRL): lambda bench: commands.insert_column_beside(bench.session, 1),
    (Key.Key_I, _CTRL_SHIFT): lambda bench: commands.insert_column_beside(bench.session, 0),
    (Key.Key_BracketRight, _CTRL): lambda bench: commands.follow(bench.session, 1),
    (Key.Key_BracketLeft, _CTRL): lambda bench: commands.follow(bench.session, -1),
    (Key.Key_L, _CTRL): lambda bench: bench.connect_by_letters(),
    (Key.Key_L, _CTRL_SHIFT): lambda bench: bench.connect_by_letters(other=True),
    (Key.Key_L, _NONE): lambda bench: commands.next_connector(bench.session, 1),
    (Key.Key_X, _NONE): lambda bench: switch_exchange(bench.session),
    (Key.Key_L, _SHIFT): lambda bench: commands.next_connector(bench.session, -1),
    (Key.Key_Menu, _NONE): lambda bench: bench.open_menu(),
    (Key.Key_F10, _SHIFT): lambda bench: bench.open_menu(),
    (Key.Key_N, _SHIFT): commands.add_note,
    (Key.Key_C, _SHIFT): lambda bench: bench.ask_field("comment"),
    (Key.Key_D, _CTRL): lambda bench: commands.duplicate_right(bench.session),
    (Key.Key_A, _CTRL): lambda bench: commands.select_more(bench.session),
    (Key.Key_Z, _CTRL): lambda bench: bench.session.undo(),
    (Key.Key_Z, _CTRL_SHIFT): lambda bench: bench.session.redo(),
    (Key.Key_Y, _CTRL): lambda bench: bench.session.redo(),
    (Key.Key_C, _CTRL): lambda bench: clipboard.copy(bench.session),
    (Key.Key_X, _CTRL): lambda bench: clipboard.cut(bench.session),
    (Key.Key_V, _CTRL): lambda bench: clipboard.paste(bench.session),
    (Key.Key_0, _CTRL): lambda bench: bench.zoom_to(1.0),
    (Key.Key_1, _CTRL): lambda bench: bench.fit_width(),
    (Key.Key_2, _CTRL): lambda bench: bench.fit_all(),
    (Key.Key_3, _CTRL): lambda bench: bench.fit_selection(),
    (Key.Key_Plus, _CTRL): lambda bench: bench.zoom_by(1),
    (Key.Key_Plus, _CTRL_SHIFT): lambda bench: bench.zoom_by(1),
    (Key.Key_Equal, _CTRL): lambda bench: bench.zoom_by(1),
    (Key.Key_Minus, _CTRL): lambda bench: bench.zoom_by(-1),
}
