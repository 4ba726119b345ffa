"""Actions that change what is seen and never the document."""

from __future__ import annotations

from typing import Final

from blueprint.i18n import Message, current_language, message
from blueprint.ui.actions.action import Action, Desk, always, with_selection
from blueprint.ui.motion import motion_is_reduced, reduce_motion
from blueprint.ui.panels.status_bar import LANGUAGE_NAMES
from blueprint.ui.theming import LOOK, THEME_NAMES
from blueprint.ui.views import VIEW_NAMES


def _panel(name: str, text: Message, shortcut: str) -> Action:
    return Action(
        f"panel.{name}",
        text,
        lambda desk: desk.frame.show_panel(name, not desk.frame.shows_panel(name)),
        shortcut=shortcut,
        checked=lambda desk: desk.frame.shows_panel(name),
    )


def _view(name: str, shortcut: str) -> Action:
    return Action(
        f"view.{name}",
        VIEW_NAMES[name],
        lambda desk: desk.frame.show_view(name),
        shortcut=shortcut,
        checked=lambda desk: desk.frame.view == name,
    )


def _theme(name: str) -> Action:
    return Action(
        f"theme.{name}",
        THEME_NAMES[name],
        lambda desk: desk.frame.choose_theme(name),
        enabled=always,
        checked=lambda desk: LOOK.choice == name,
        hint=message("colours, palette, theme"),
    )


def _language(code: str) -> Action:
    return Action(
        f"language.{code}",
        Message(LANGUAGE_NAMES[code]),
        lambda desk: desk.frame.choose_language(code),
        enabled=always,
        checked=lambda desk: current_language() == code,
    )


def _comparing(desk: Desk) -> bool:
    return desk.frame.view == "compare"


def _palette(desk: Desk) -> None:
    desk.frame.show_palette()


THEME_ACTIONS: Final = (
    *map(_theme, THEME_NAMES),
    Action(
        "own_themes",
        message("Own themes…"),
        lambda desk: desk.frame.open_dialog("own_themes"),
        enabled=always,
        hint=message("colours, palette, theme"),
    ),
)
LANGUAGE_ACTIONS: Final = tuple(map(_language, LANGUAGE_NAMES))

VIEW_ACTIONS: Final = (
    Action(
        "zoom_in",
        message("Zoom in"),
        lambda desk: desk.canvas.zoom_by(1),
        shortcut="Ctrl++",
        icon="plus",
    ),
    Action(
        "zoom_out",
        message("Zoom out"),
        lambda desk: desk.canvas.zoom_by(-1),
        shortcut="Ctrl+-",
        icon="minus",
    ),
    Action(
        "zoom_100",
        message("Zoom to 100 %"),
        lambda desk: desk.canvas.zoom_to(1.0),
        shortcut="Ctrl+0",
    ),
    Action(
        "fit_width",
        message("Fit width"),
        lambda desk: desk.canvas.fit_width(),
        shortcut="Ctrl+1",
    ),
    Action(
        "fit_all",
        message("Fit all"),
        lambda desk: desk.canvas.fit_all(),
        shortcut="Ctrl+2",
        icon="fit",
    ),
    Action(
        "fit_selection",
        message("Fit selection"),
        lambda desk: desk.canvas.fit_selection(),
        shortcut="Ctrl+3",
        enabled=with_selection,
    ),
    _view("canvas", "Ctrl+Alt+1"),
    _view("table", "Ctrl+Alt+2"),
    _view("analysis", "Ctrl+Alt+3"),
    _view("compare", "Ctrl+Alt+4"),
    _view("replay", "Ctrl+Alt+5"),
    Action(
        "reduce_motion",
        message("Reduce motion"),
        lambda desk: reduce_motion(not motion_is_reduced()),
        enabled=always,
        checked=lambda desk: motion_is_reduced(),
    ),
    Action(
        "next_difference",
        message("Next difference"),
        lambda desk: desk.frame.go_to_difference(1),
        shortcut="Ctrl+Alt+N",
        enabled=_comparing,
    ),
    Action(
        "previous_difference",
        message("Previous difference"),
        lambda desk: desk.frame.go_to_difference(-1),
        shortcut="Ctrl+Alt+P",
        enabled=_comparing,
    ),
    Action("present", message("Present"), lambda desk: desk.frame.present(), shortcut="F5"),
    _panel("outline", message("Outline"), "Ctrl+Alt+O"),
    _panel("inspector", message("Inspector"), "Ctrl+Alt+I"),
    _panel("bottom", message("Problems, comments and history"), "Ctrl+Alt+B"),
    Action(
        "comments",
        message("Comments"),
        lambda desk: desk.frame.show_comments(),
        shortcut="Ctrl+Alt+C",
        icon="comment",
    ),
    Action(
        "palette",
        message("Search or run a command"),
        _palette,
        shortcut="Ctrl+K",
        icon="search",
        enabled=always,
    ),
    Action(
        "next_region",
        message("Next region of the window"),
        lambda desk: desk.frame.focus_region(1),
        shortcut="F6",
    ),
    Action(
        "previous_region",
        message("Previous region of the window"),
        lambda desk: desk.frame.focus_region(-1),
        shortcut="Shift+F6",
    ),
)

HELP_ACTIONS: Final = (
    Action(
        "shortcuts",
        message("Keyboard shortcuts"),
        lambda desk: desk.frame.open_dialog("shortcuts"),
        key="?",
        shortcut="F1",
        icon="keyboard",
        enabled=always,
    ),
    Action(
        "about",
        message("About Blueprint Designer"),
        lambda desk: desk.frame.open_dialog("about"),
        icon="info",
        enabled=always,
    ),
)
