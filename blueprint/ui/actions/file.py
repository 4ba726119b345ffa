"""Actions on files."""

from __future__ import annotations

from typing import Final

from blueprint.i18n import message
from blueprint.model.edits.start import to_be_of
from blueprint.ui.actions.action import Action, always, with_document

FILE_ACTIONS: Final = (
    Action(
        "new",
        message("New"),
        lambda desk: desk.files.new(),
        shortcut="Ctrl+N",
        icon="new",
        enabled=always,
    ),
    Action(
        "open",
        message("Open…"),
        lambda desk: desk.files.open(),
        shortcut="Ctrl+O",
        icon="open",
        enabled=always,
    ),
    Action(
        "home",
        message("Start page"),
        lambda desk: desk.frame.show_home(),
        icon="grid",
        enabled=always,
    ),
    Action("save", message("Save"), lambda desk: desk.files.save(), shortcut="Ctrl+S", icon="save"),
    Action(
        "save_as", message("Save as…"), lambda desk: desk.files.save_as(), shortcut="Ctrl+Shift+S"
    ),
    Action(
        "import",
        message("Import table…"),
        lambda desk: desk.files.open_table(),
        icon="import",
        enabled=always,
    ),
    Action(
        "report",
        message("Report…"),
        lambda desk: desk.frame.open_dialog("export", "report"),
        icon="note",
    ),
    Action(
        "to_be",
        message("Duplicate as to-be"),
        lambda desk: desk.files.show_elsewhere(to_be_of(desk.session.document)),
        icon="copy",
    ),
    Action(
        "compare",
        message("Compare with…"),
        lambda desk: desk.frame.compare(),
        icon="swap",
        hint=message("as-is, to-be, difference, version"),
    ),
    Action(
        "link_map",
        message("Map of linked blueprints"),
        lambda desk: desk.frame.show_link_map(),
        icon="share",
        enabled=with_document,
    ),
    Action(
        "export",
        message("Export…"),
        lambda desk: desk.frame.open_dialog("export"),
        shortcut="Ctrl+E",
        icon="export",
    ),
    Action(
        "print",
        message("Print…"),
        lambda desk: desk.frame.open_dialog("print"),
        shortcut="Ctrl+P",
        icon="print",
    ),
    Action(
        "properties",
        message("Blueprint properties"),
        lambda desk: desk.frame.show_properties(),
        icon="settings",
    ),
    Action(
        "preferences",
        message("Preferences…"),
        lambda desk: desk.frame.open_dialog("preferences"),
        shortcut="Ctrl+,",
        icon="tools",
        enabled=always,
    ),
    Action(
        "close",
        message("Close"),
        lambda desk: desk.frame.close_document(),
        shortcut="Ctrl+W",
        icon="x",
        enabled=always,
    ),
)
