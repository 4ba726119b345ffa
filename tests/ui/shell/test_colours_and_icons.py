"""Steps are coloured and tagged, lanes get icons: by pointer, by key, and all can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu

from blueprint.layout.geometry import Point
from blueprint.model.edits.steps import add_step, set_fields
from blueprint.model.entities import Step
from blueprint.model.lane_icons import LANE_ICONS
from blueprint.model.notation import StepKind
from blueprint.resources import resource
from blueprint.storage.writing import dump
from blueprint.ui.canvas.content_menus import add_colours, add_icons
from blueprint.ui.canvas.menus import fill_menu
from blueprint.ui.dialogs.lane_icon import LaneIconDialog
from blueprint.ui.signs import sign_icon
from blueprint.ui.table.arranging import Sieve
from blueprint.ui.table.columns import PLACE_OF, TABLE_COLUMNS
from blueprint.ui.table.reading import Reading
from blueprint.ui.table.view import StepTable
from blueprint.ui.tools.targets import Part, Pointer, Target
from blueprint.ui.widgets.part_completer import PartCompleter
from blueprint.ui.words import switch_language
from tests.ui.desk import Desk

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def hotel(desk: Desk) -> Iterator[Desk]:
    """The hotel, which is as it was once everything is undone."""
    desk.window.files.open_path(Path(str(resource("samples/hotel.en.blueprint"))))
    desk.settle()
    before = dump(desk.window.session.document)
    yield desk
    while desk.window.session.history.undo_label is not None:
        desk.window.session.undo()
    assert dump(desk.window.session.document) == before


def by_label(desk: Desk, label: str) -> Step:
    steps = desk.window.session.document.steps.values()
    return next(step for step in steps if step.label == label)


def choose_two(desk: Desk) -> None:
    ids = [by_label(desk, label).id for label in ("Check in", "Go to room")]
    desk.window.session.select(ids)
    desk.settle()


def test_many_steps_are_coloured_from_their_menu_in_one_step(hotel: Desk) -> None:
    choose_two(hotel)
    menu = QMenu()
    add_colours(menu, hotel.window.session)
    inner = menu.actions()[0].menu()
    assert isinstance(inner, QMenu)
    red = next(action for action in inner.actions() if action.text() == "Red")
    red.trigger()
    assert by_label(hotel, "Check in").colour == by_label(hotel, "Go to room").colour == "red"
    assert str(hotel.window.session.history.undo_label) == "Colour 2 steps"


def test_steps_are_coloured_from_the_palette_without_a_mouse(hotel: Desk) -> None:
    choose_two(hotel)
    hotel.press(Key.Key_K, CTRL)
    hotel.type("Colour green")
    hotel.press(Key.Key_Return)
    hotel.settle()
    assert by_label(hotel, "Check in").colour == "green"
    hotel.window.actions_.run("colour.none")
    assert by_label(hotel, "Check in").colour == ""


def test_a_colour_is_chosen_in_the_inspector_by_its_meaning(hotel: Desk) -> None:
    meaning = hotel.window.workspace.inspector.field("colours.red")
    assert meaning is not None
    meaning.editor.type_in("Pain point")
    meaning.editor.given.emit()
    choose_two(hotel)
    row = hotel.window.workspace.inspector.field("colour")
    assert row is not None
    pick = row.editor.widget
    assert isinstance(pick, QComboBox)
    pick.setFocus()
    pick.setCurrentIndex(pick.findText("Pain point"))
    pick.activated.emit(pick.currentIndex())
    assert by_label(hotel, "Go to room").colour == "red"


def test_steps_of_one_colour_are_selected_together(hotel: Desk) -> None:
    choose_two(hotel)
    hotel.window.actions_.run("colour.blue")
    hotel.select("Check in")
    hotel.window.actions_.run("select_colour")
    labels = {hotel.window.session.document.step(id).label for id in hotel.window.session.selection}
    assert labels == {"Check in", "Go to room"}


def test_a_tag_dims_all_steps_that_do_not_have_it(hotel: Desk) -> None:
    choose_two(hotel)
    hotel.window.actions_.run("field.tags")
    hotel.type("digital")
    hotel.press(Key.Key_Return)
    hotel.select("Check in")
    hotel.window.actions_.run("find_tag")
    hotel.wait(150)
    lit = hotel.window.session.spotlight.lit
    assert set(lit or ()) == {by_label(hotel, label).id for label in ("Check in", "Go to room")}
    hotel.press(Key.Key_Escape)
    assert hotel.window.session.spotlight.lit is None


def test_a_colour_is_typed_into_the_step_table_in_either_language(hotel: Desk) -> None:
    field = TABLE_COLUMNS[PLACE_OF["colour"]].field
    document, id = hotel.window.session.document, by_label(hotel, "Check in").id
    hotel.window.session.push(field.write(document, (id,), "Purple"))
    assert field.read(document, id) == "Purple"
    switch_language("zh_CN")
    assert field.read(document, id) == "紫色"
    hotel.window.session.push(field.write(document, (id,), "红色"))
    assert document.step(id).colour == "red"


def test_a_lane_gets_an_icon_by_arrow_keys_and_enter(hotel: Desk) -> None:
    session = hotel.window.session
    lane = session.document.lanes[1]
    session.select((lane.id,))
    hotel.window.actions_.run("lane_icon")
    hotel.settle()
    dialog = hotel.window.findChild(LaneIconDialog)
    assert dialog is not None
    dialog.icons.setFocus()
    hotel.press(Key.Key_Right)
    hotel.press(Key.Key_Right)
    hotel.press(Key.Key_Return)
    hotel.settle()
    assert session.document.lane(lane.id).icon == "people"
    field = hotel.window.workspace.inspector.field("icon")
    assert field is not None
    assert field.editor.typed == "people"


def test_leaving_the_icons_changes_nothing(hotel: Desk) -> None:
    session = hotel.window.session
    session.select((session.document.lanes[1].id,))
    menu = QMenu()
    add_icons(menu, session)
    hotel.window.activateWindow()
    hotel.settle()
    menu.actions()[0].trigger()
    hotel.settle()
    hotel.press(Key.Key_Right)
    hotel.press(Key.Key_Escape)
    assert session.document.lanes[1].icon == ""


def test_signs_have_a_picture_and_unknown_ones_none() -> None:
    assert not sign_icon("icon/truck").isNull()
    assert not sign_icon("colour/red").isNull()
    assert sign_icon("sound/bell").isNull()


def test_the_step_table_is_filtered_by_tag_once_there_are_tags(hotel: Desk) -> None:
    hotel.window.show_view("table")
    hotel.settle()
    table = hotel.window.views.currentWidget()
    assert isinstance(table, StepTable)
    assert table.bar.tag.isHidden()
    session = hotel.window.session
    chosen = by_label(hotel, "Check in").id
    session.push(set_fields(session.document, (chosen,), tags=("digital",)))
    hotel.wait(50)
    assert not table.bar.tag.isHidden()
    table.bar.tag.setCurrentIndex(table.bar.tag.findData("digital"))
    table.bar.tag.activated.emit(table.bar.tag.currentIndex())
    assert table.bar.sieve == Sieve(tag="digital")
    assert Sieve(tag="digital").lets_through(Reading(session.document), chosen)
    assert not Sieve(tag="new").lets_through(Reading(session.document), chosen)
    hotel.window.show_view("canvas")


def test_a_second_tag_is_suggested_and_the_first_stays(hotel: Desk) -> None:
    session = hotel.window.session
    session.push(set_fields(session.document, (by_label(hotel, "Eat").id,), tags=("digital",)))
    hotel.select("Check in")
    hotel.window.actions_.run("field.tags")
    hotel.type("new, dig")
    line = hotel.focus
    assert isinstance(line, QLineEdit)
    completer = line.completer()
    assert isinstance(completer, PartCompleter)
    assert completer.completionCount() == 1
    popup = completer.popup()
    assert popup is not None
    QTest.keyClick(popup, Key.Key_Down)
    QTest.keyClick(popup, Key.Key_Return)
    hotel.settle()
    assert by_label(hotel, "Check in").tags == ("new", "digital")


def test_a_text_that_begins_like_a_suggestion_is_taken_as_it_stands(hotel: Desk) -> None:
    hotel.select("Deliver bags")
    hotel.window.actions_.run("field.owner")
    hotel.type("Front")
    line = hotel.focus
    assert isinstance(line, QLineEdit)
    popup = line.completer().popup()
    assert popup is not None
    assert popup.isVisible()
    QTest.keyClick(popup, Key.Key_Return)
    hotel.wait(60)
    assert by_label(hotel, "Deliver bags").owner == "Front"


def test_a_lane_gets_an_icon_without_a_mouse(hotel: Desk) -> None:
    session = hotel.window.session
    hotel.window.canvas.setFocus()
    for _ in range(2):
        hotel.press(Key.Key_Down)
    assert session.cursor is not None
    lane = session.cursor.lane
    hotel.press(Key.Key_K, CTRL)
    hotel.type("icon of the lane")
    hotel.press(Key.Key_Return)
    hotel.settle()
    hotel.press(Key.Key_End)
    hotel.press(Key.Key_Return)
    hotel.settle()
    assert session.document.lane(lane).icon == list(LANE_ICONS)[-1]


def test_a_sticky_note_is_offered_its_own_colours_alone(hotel: Desk) -> None:
    session = hotel.window.session
    card = by_label(hotel, "Check in")
    note = session.attempt(
        lambda: add_step(session.document, card.lane, card.column, label="Why?", kind=StepKind.NOTE)
    )
    assert note
    hotel.settle()
    titles = {id: card_menu(hotel, id) for id in (card.id, note)}
    assert "Card colour" in titles[card.id]
    assert "Card colour" not in titles[note]


def card_menu(desk: Desk, id: str) -> list[str]:
    """What the menu of a card offers."""
    canvas = desk.window.canvas
    desk.window.session.select((id,))
    at = canvas.mapToGlobal(canvas.rect().center())
    point = Point(at.x(), at.y())
    menu = QMenu()
    fill_menu(menu, canvas, Pointer(point, point, Target(Part.CARD, id)))
    return [action.text() for action in menu.actions()]
