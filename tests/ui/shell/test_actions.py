"""Actions are data: whole, worded in both languages, and safe to call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from blueprint.i18n import translate
from blueprint.model.edits.start import new_blueprint
from blueprint.model.edits.steps import add_step
from blueprint.ui.actions.action import Action
from blueprint.ui.actions.catalogue import (
    ACTIONS,
    LINE,
    MENUS,
    OPEN_DOCUMENTS,
    RECENT,
    SUBJECT_MENU,
    Menu,
    action,
)
from blueprint.ui.main_window import MainWindow
from blueprint.ui.words import switch_language
from tests.ui.desk import Desk

RETURN = Qt.Key.Key_Return
OPENS_A_WINDOW = {
    "open",
    "import",
    "new",
    "close",
    "close_window",
    "quit",
    "export",
    "print",
    "preferences",
    "own_themes",
    "about",
    "shortcuts",
    "palette",
}
OPENS_A_WINDOW |= {"find", "save", "save_as"}


def ids(items: tuple[str | Menu, ...]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Menu):
            yield from ids(item.items)
        elif item not in (LINE, RECENT, OPEN_DOCUMENTS):
            yield item


def test_ids_are_unique() -> None:
    assert [id for id, count in Counter(found.id for found in ACTIONS).items() if count > 1] == []


def test_no_two_actions_share_a_shortcut() -> None:
    shortcuts = Counter(QKeySequence(found.shortcut).toString() for found in ACTIONS)
    assert [keys for keys, count in shortcuts.items() if keys and count > 1] == []


def test_menus_name_actions_that_there_are() -> None:
    every = {found.id for found in ACTIONS}
    named = {id for menu in MENUS for id in ids(menu.items)} | set(ids(SUBJECT_MENU))
    assert named <= every


def test_every_action_but_the_tools_stands_in_a_menu() -> None:
    named = {id for menu in MENUS for id in ids(menu.items)}
    assert {found.id for found in ACTIONS if not found.id.startswith("tool.")} <= named


def test_icons_exist() -> None:
    from blueprint.resources import resource

    icons = {found.icon for found in ACTIONS if found.icon}
    assert [name for name in icons if not resource(f"icons/{name}.svg").is_file()] == []


@pytest.mark.parametrize("found", ACTIONS, ids=lambda found: found.id)
def test_an_action_has_a_chinese_name(found: Action) -> None:
    own_name = found.id.startswith("language.")
    assert own_name or translate(found.text, "zh_CN") != str(found.text)


def groups(size: int) -> list[list[str]]:
    """The actions that show nothing beside the window: a window is made for each group of them."""
    every = sorted({found.id for found in ACTIONS} - OPENS_A_WINDOW)
    return [every[first : first + size] for first in range(0, len(every), size)]


@pytest.mark.parametrize("group", groups(20), ids=lambda group: group[0])
def test_an_action_runs_on_a_blueprint_with_a_selection(desk: Desk, group: list[str]) -> None:
    for id in group:
        begin_anew(desk)
        desk.window.actions_.run(id)
        desk.settle()
        assert desk.window.files.has_document, id
        assert action(id).enabled(desk.window.desk) in (True, False), id


def begin_anew(desk: Desk) -> None:
    """A blueprint with a step, which is selected, whatever an action has left open."""
    for shown in QApplication.topLevelWidgets():
        if shown.isVisible() and not isinstance(shown, MainWindow):
            shown.close()
    switch_language("en")
    document = new_blueprint()
    first = document.columns[0].id
    document.apply(add_step(document, "lane-customer", first, label="Arrives").change)
    desk.window.files.show_document(document)
    desk.window.show_view("canvas")
    desk.select("Arrives")


def test_names_change_with_the_language_at_once(desk: Desk) -> None:
    undo = desk.window.actions_["save"]
    assert undo.text() == "Save"
    desk.window.choose_language("zh_CN")
    assert undo.text() == "保存"
    assert desk.settings.language == "zh_CN"
    desk.window.choose_language("en")
    assert undo.text() == "Save"


def test_undo_says_what_it_takes_back(desk: Desk) -> None:
    desk.window.files.show_document(new_blueprint())
    desk.type("Arrives")
    desk.press(RETURN)
    desk.settle()
    assert desk.window.actions_["undo"].text() == "Undo Add step"
    assert not desk.window.actions_["redo"].isEnabled()


def test_nothing_that_needs_a_document_can_be_done_without_one(desk: Desk) -> None:
    for id in ("save", "export", "undo", "tool.step", "fit_all", "lane.support"):
        assert not desk.window.actions_[id].isEnabled(), id
