"""All actions, and the order in which menus show them."""

from __future__ import annotations

from typing import Final, NamedTuple

from blueprint.i18n import Message, message
from blueprint.ui.actions.action import Action
from blueprint.ui.actions.content import COLOUR_ACTIONS, CONTENT_ACTIONS
from blueprint.ui.actions.edit import EDIT_ACTIONS
from blueprint.ui.actions.file import FILE_ACTIONS
from blueprint.ui.actions.grid import GRID_ACTIONS, WIDTH_ACTIONS
from blueprint.ui.actions.insert import INSERT_ACTIONS, LANE_ACTIONS, ROW_ACTIONS, SWAP_ACTIONS
from blueprint.ui.actions.lesson import LESSON_ACTIONS
from blueprint.ui.actions.tool import TOOL_ACTIONS
from blueprint.ui.actions.view import HELP_ACTIONS, LANGUAGE_ACTIONS, THEME_ACTIONS, VIEW_ACTIONS
from blueprint.ui.actions.window import WINDOW_ACTIONS

ACTIONS: Final = (
    *FILE_ACTIONS,
    *EDIT_ACTIONS,
    *TOOL_ACTIONS,
    *INSERT_ACTIONS,
    *LANE_ACTIONS,
    *ROW_ACTIONS,
    *SWAP_ACTIONS,
    *CONTENT_ACTIONS,
    *COLOUR_ACTIONS,
    *GRID_ACTIONS,
    *WIDTH_ACTIONS,
    *VIEW_ACTIONS,
    *THEME_ACTIONS,
    *LANGUAGE_ACTIONS,
    *WINDOW_ACTIONS,
    *LESSON_ACTIONS,
    *HELP_ACTIONS,
)


def action(id: str) -> Action:
    """Raises KeyError if there is no such action."""
    return _BY_ID[id]


_BY_ID: Final = {found.id: found for found in ACTIONS}
RECENT: Final = "…recent"
"""Stands in a menu where the recent files go."""
OPEN_DOCUMENTS: Final = "…open"
"""Stands in a menu where the documents go that are open."""
LINE: Final = "—"
_MADE: Final = ("step", "evidence", "decision", "connector")
"""Tools that the menu for what is new begins with."""


class Menu(NamedTuple):
    """A menu: ids of actions, LINE between groups, and menus within it."""

    title: Message
    items: tuple[str | Menu, ...]


MENUS: Final = (
    Menu(
        message("File"),
        (
            "new",
            "open",
            RECENT,
            "reopen_session",
            "home",
            LINE,
            "save",
            "save_as",
            LINE,
            "import",
            "export",
            "report",
            "print",
            "to_be",
            "compare",
            "link_map",
            "properties",
            "personas",
            LINE,
            "preferences",
            LINE,
            "close",
            "quit",
        ),
    ),
    Menu(
        message("Edit"),
        (
            "undo",
            "redo",
            LINE,
            "cut",
            "copy",
            "paste",
            "duplicate",
            "delete",
            LINE,
            "rename",
            "select_more",
            "select_colour",
            "find",
            "replace",
            "find_next",
            "find_previous",
            "find_tag",
            "fill_gaps",
            "check_spelling",
            LINE,
            "follow_forwards",
            "follow_backwards",
            "connect",
            "connect_other",
            "next_connector",
            "switch_exchange",
            "next_customer_step",
            "evidence_here",
            "open_link",
            "open_linked",
            "link_blueprint",
            LINE,
            "next_problem",
            "previous_problem",
            "quick_fixes",
            "fix_problem",
            "fix_all",
        ),
    ),
    Menu(
        message("Insert"),
        (
            *(found.id for found in TOOL_ACTIONS if found.id.removeprefix("tool.") in _MADE),
            "note",
            LINE,
            "column_after",
            "column_before",
            "phase",
            Menu(message("Lane"), tuple(found.id for found in LANE_ACTIONS)),
            Menu(message("Annotation row"), tuple(found.id for found in ROW_ACTIONS)),
            Menu(message("Show instead"), tuple(found.id for found in SWAP_ACTIONS)),
            LINE,
            "badge.fail",
            "badge.wait",
            "badge.star",
            Menu(message("Card colour"), tuple(found.id for found in COLOUR_ACTIONS)),
            LINE,
            "comment",
            "thread",
            "field.duration",
            "field.cost",
            "field.owner",
            "field.tags",
        ),
    ),
    Menu(
        message("View"),
        (
            "zoom_in",
            "zoom_out",
            "zoom_100",
            "fit_width",
            "fit_all",
            "fit_selection",
            LINE,
            "view.canvas",
            "view.table",
            "view.analysis",
            "view.compare",
            "view.replay",
            "next_difference",
            "previous_difference",
            "present",
            LINE,
            *(found.id for found in GRID_ACTIONS),
            "lane_icon",
            Menu(message("Columns"), tuple(found.id for found in WIDTH_ACTIONS)),
            LINE,
            "panel.outline",
            "panel.inspector",
            "panel.bottom",
            "comments",
            LINE,
            "reduce_motion",
            Menu(message("Language"), tuple(found.id for found in LANGUAGE_ACTIONS)),
            Menu(message("Theme"), tuple(found.id for found in THEME_ACTIONS)),
            LINE,
            "palette",
            "next_region",
            "previous_region",
        ),
    ),
    Menu(
        message("Lessons"),
        (
            "lesson.list",
            "lesson.open",
            LINE,
            "lesson.check",
            "lesson.hint",
            "lesson.solution",
            LINE,
            "lesson.previous",
            "lesson.next",
            "lesson.anew",
            "lesson.leave",
        ),
    ),
    Menu(
        message("Window"),
        (
            "new_tab",
            "new_window",
            LINE,
            "next_tab",
            "previous_tab",
            "move_tab",
            "next_window",
            LINE,
            OPEN_DOCUMENTS,
            LINE,
            "close_window",
        ),
    ),
    Menu(message("Help"), ("shortcuts", "about")),
)

SUBJECT_MENU: Final[tuple[str | Menu, ...]] = (
    "rename",
    LINE,
    "cut",
    "copy",
    "duplicate",
    "delete",
    LINE,
    "badge.fail",
    "badge.wait",
    "badge.star",
    Menu(message("Card colour"), tuple(found.id for found in COLOUR_ACTIONS)),
    "select_colour",
    "find_tag",
    LINE,
    "lane_icon",
    LINE,
    "link_blueprint",
    "open_linked",
    LINE,
    "column_before",
    "column_after",
    "phase",
)
"""What the inspector's menu offers for the selection."""
