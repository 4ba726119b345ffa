"""Actions on what is selected, and on the history."""

from __future__ import annotations

from typing import Final

from blueprint.i18n import message
from blueprint.ui.actions.action import (
    Action,
    Desk,
    with_selection,
    with_steps,
    with_steps_or_flows,
)
from blueprint.ui.quick_fixes import open_quick_fixes
from blueprint.ui.tools import clipboard, commands
from blueprint.ui.tools.connectors import chosen_flow, switch_exchange


def _can_undo(desk: Desk) -> bool:
    return desk.session.history.undo_label is not None


def _can_redo(desk: Desk) -> bool:
    return desk.session.history.redo_label is not None


EDIT_ACTIONS: Final = (
    Action(
        "undo",
        message("Undo"),
        lambda desk: desk.session.undo(),
        shortcut="Ctrl+Z",
        icon="undo",
        enabled=_can_undo,
    ),
    Action(
        "redo",
        message("Redo"),
        lambda desk: desk.session.redo(),
        shortcut="Ctrl+Shift+Z",
        icon="redo",
        enabled=_can_redo,
    ),
    Action(
        "cut",
        message("Cut"),
        lambda desk: clipboard.cut(desk.session),
        shortcut="Ctrl+X",
        icon="cut",
        enabled=with_steps,
    ),
    Action(
        "copy",
        message("Copy"),
        lambda desk: clipboard.copy(desk.session),
        shortcut="Ctrl+C",
        icon="copy",
        enabled=with_steps,
    ),
    Action(
        "paste",
        message("Paste"),
        lambda desk: clipboard.paste(desk.session),
        shortcut="Ctrl+V",
        icon="paste",
    ),
    Action(
        "duplicate",
        message("Duplicate"),
        lambda desk: commands.duplicate_right(desk.session),
        shortcut="Ctrl+D",
        enabled=with_steps,
    ),
    Action(
        "delete",
        message("Delete"),
        lambda desk: commands.remove_selected(desk.session),
        key="Del",
        icon="trash",
        enabled=with_selection,
    ),
    Action(
        "rename",
        message("Edit text"),
        lambda desk: desk.canvas.edit_focused(),
        key="F2",
        enabled=with_selection,
    ),
    Action(
        "select_more",
        message("Select lane, then all"),
        lambda desk: commands.select_more(desk.session),
        shortcut="Ctrl+A",
    ),
    Action(
        "find",
        message("Find…"),
        lambda desk: desk.frame.show_find(),
        shortcut="Ctrl+F",
        icon="search",
    ),
    Action(
        "replace",
        message("Replace…"),
        lambda desk: desk.frame.show_find(replacing=True),
        shortcut="Ctrl+H",
    ),
    Action(
        "find_next",
        message("Next match"),
        lambda desk: desk.frame.find_next(1),
        shortcut="F3",
    ),
    Action(
        "find_previous",
        message("Previous match"),
        lambda desk: desk.frame.find_next(-1),
        shortcut="Shift+F3",
    ),
    Action(
        "fill_gaps",
        message("Fill gaps…"),
        lambda desk: desk.frame.show_gaps(),
        shortcut="Ctrl+Shift+G",
    ),
    Action(
        "check_spelling",
        message("Check spelling…"),
        lambda desk: desk.frame.open_dialog("spelling"),
        shortcut="F7",
    ),
    Action(
        "follow_forwards",
        message("Follow connector forwards"),
        lambda desk: commands.follow(desk.session, 1),
        shortcut="Ctrl+]",
        enabled=with_steps,
    ),
    Action(
        "follow_backwards",
        message("Follow connector backwards"),
        lambda desk: commands.follow(desk.session, -1),
        shortcut="Ctrl+[",
        enabled=with_steps,
    ),
    Action(
        "connect",
        message("Connect by letters"),
        lambda desk: desk.canvas.connect_by_letters(),
        shortcut="Ctrl+L",
        icon="link",
        enabled=with_steps_or_flows,
    ),
    Action(
        "next_connector",
        message("Next connector of the step"),
        lambda desk: commands.next_connector(desk.session, 1),
        key="L",
        enabled=with_steps_or_flows,
    ),
    Action(
        "switch_exchange",
        message("Exchange or next step"),
        lambda desk: switch_exchange(desk.session),
        key="X",
        enabled=lambda desk: chosen_flow(desk.session) is not None,
    ),
    Action(
        "connect_other",
        message("Add recovery, or move the connector's start"),
        lambda desk: desk.canvas.connect_by_letters(other=True),
        shortcut="Ctrl+Shift+L",
        enabled=with_steps_or_flows,
    ),
    Action(
        "evidence_here",
        message("Evidence in this column"),
        lambda desk: commands.evidence_here(desk.canvas),
        key="Alt+E",
    ),
    Action(
        "next_customer_step",
        message("Next customer step"),
        lambda desk: commands.next_customer_step(desk.canvas),
        shortcut="Ctrl+Shift+Return",
    ),
    Action(
        "open_link",
        message("Open link"),
        lambda desk: desk.canvas.open_link(),
        icon="external",
        enabled=with_steps,
    ),
    Action(
        "open_linked",
        message("Open linked blueprint"),
        lambda desk: desk.frame.open_linked(),
        icon="folder",
        enabled=with_steps,
    ),
    Action(
        "link_blueprint",
        message("Link to a blueprint…"),
        lambda desk: desk.frame.link_blueprint(),
        icon="file",
        enabled=with_steps,
        hint=message("sub-process, child, part"),
    ),
    Action(
        "next_problem",
        message("Next problem"),
        lambda desk: desk.frame.go_to_problem(1),
        shortcut="F8",
    ),
    Action(
        "previous_problem",
        message("Previous problem"),
        lambda desk: desk.frame.go_to_problem(-1),
        shortcut="Shift+F8",
    ),
    Action(
        "fix_problem",
        message("Fix this problem"),
        lambda desk: desk.frame.fix_problem(),
    ),
    Action(
        "quick_fixes",
        message("Quick fixes…"),
        lambda desk: open_quick_fixes(desk.session, desk.canvas),
        shortcut="Alt+Return",
    ),
    Action(
        "fix_all",
        message("Fix all safe problems"),
        lambda desk: desk.frame.fix_all_problems(),
    ),
)
