"""Personas are drawn up in their dialog and shown in inspector and corner; all can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from blueprint.model.entities import Persona
from blueprint.resources import resource
from blueprint.storage.writing import dump
from blueprint.ui.dialogs.palette import Palette
from blueprint.ui.dialogs.personas import PersonasDialog
from blueprint.ui.panels.persona_chips import PersonaChips
from blueprint.ui.theming import switch_theme
from blueprint.ui.words import switch_language
from tests.ui.desk import Desk, key_in

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bank(desk: Desk) -> Iterator[Desk]:
    """The drive-up bank, which is as it was once everything is undone."""
    desk.window.files.open_path(Path(str(resource("samples/drive-up-bank.en.blueprint"))))
    desk.settle()
    before = dump(desk.window.session.document)
    yield desk
    while desk.window.session.history.undo_label is not None:
        desk.window.session.undo()
    assert dump(desk.window.session.document) == before


def opened(desk: Desk) -> PersonasDialog:
    desk.window.actions_.run("personas")
    desk.settle()
    dialog = desk.window.findChild(PersonasDialog)
    assert isinstance(dialog, PersonasDialog)
    return dialog


def first(desk: Desk) -> Persona:
    return desk.window.session.document.personas[0]


def with_one(desk: Desk) -> PersonasDialog:
    dialog = opened(desk)
    dialog.add()
    desk.type("Commuter")
    desk.press(Key.Key_Return)
    return dialog


def picture(path: Path, width: int = 90, height: int = 60) -> Path:
    pixels = QImage(width, height, QImage.Format.Format_RGB32)
    pixels.fill(Qt.GlobalColor.darkCyan)
    pixels.save(str(path))
    return path


def test_a_persona_is_drawn_up_without_a_mouse(bank: Desk) -> None:
    bank.press(Key.Key_K, CTRL)
    bank.type("Personas")
    bank.press(Key.Key_Return)
    bank.settle()
    dialog = bank.window.findChild(PersonasDialog)
    assert isinstance(dialog, PersonasDialog)
    dialog.new.setFocus()
    bank.press(Key.Key_Space)
    bank.type("Commuter")
    bank.press(Key.Key_Return)
    assert dialog.isVisible()
    bank.press(Key.Key_Tab)
    bank.type("Every weekday")
    for _ in range(3):
        bank.press(Key.Key_Tab)
    bank.type("Be on time")
    bank.press(Key.Key_Return)
    bank.type("Do not get wet")
    bank.press(Key.Key_Tab)
    bank.type("“I am late again.”")
    bank.press(Key.Key_Escape)
    bank.press(Key.Key_Escape)
    assert not dialog.isVisible()
    made = first(bank)
    assert (made.name, made.role) == ("Commuter", "Every weekday")
    assert made.goals == ("Be on time", "Do not get wet")
    assert bank.window.session.document.main_persona == made


def test_quotes_are_taken_without_their_marks_when_the_field_is_left(bank: Desk) -> None:
    dialog = with_one(bank)
    row = dialog.form.row("persona.quotes")
    assert row is not None
    row.editor.widget.setFocus()
    bank.type("“I am late again.”")
    dialog.close()
    bank.settle()
    assert first(bank).quotes == ("I am late again.",)


def test_a_picture_is_chosen_and_cut_square(bank: Desk, tmp_path: Path) -> None:
    dialog = with_one(bank)
    dialog.well.ask = lambda: picture(tmp_path / "face.png")
    dialog.well.setFocus()
    bank.press(Key.Key_Return)
    document = bank.window.session.document
    image = document.images[first(bank).image]
    from blueprint.ui.tools.pictures import pixels_of

    assert (pixels_of(image).width(), pixels_of(image).height()) == (60, 60)
    bank.press(Key.Key_Delete)
    assert first(bank).image == ""
    assert not document.images


def test_a_picture_is_dropped_on_the_persona(bank: Desk, tmp_path: Path) -> None:
    dialog = with_one(bank)
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(picture(tmp_path / "face.png", 900, 700)))])
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    dialog.well.dropEvent(QDropEvent(QPointF(9, 9), copy, content, buttons, modifiers))
    assert first(bank).image in bank.window.session.document.images


def test_a_picture_is_pasted_and_where_there_is_none_that_is_said(bank: Desk) -> None:
    dialog = with_one(bank)
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("no picture")
    dialog.well.setFocus()
    bank.press(Key.Key_V, CTRL)
    assert dialog.refusal.text() == "There is no picture on the clipboard."
    pixels = QImage(40, 40, QImage.Format.Format_RGB32)
    pixels.fill(Qt.GlobalColor.red)
    clipboard.setImage(pixels)
    bank.press(Key.Key_V, CTRL)
    assert first(bank).image
    assert dialog.refusal.isHidden()


def test_a_file_that_is_no_picture_is_refused_with_the_reason(bank: Desk, tmp_path: Path) -> None:
    dialog = with_one(bank)
    wrong = tmp_path / "face.png"
    wrong.write_text("hello")
    dialog.well.ask = lambda: wrong
    dialog.well.choose()
    assert "PNG, JPEG or WebP" in dialog.refusal.text()
    assert first(bank).image == ""


def test_personas_are_put_in_order_chosen_and_deleted(bank: Desk) -> None:
    dialog = with_one(bank)
    dialog.add()
    bank.type("Tourist")
    bank.press(Key.Key_Return)
    document = bank.window.session.document
    dialog.up.click()
    assert [found.name for found in document.personas] == ["Tourist", "Commuter"]
    switch = dialog.form.row("persona.main")
    assert switch is not None
    assert isinstance(switch.editor.widget, QPushButton | type(switch.editor.widget))
    switch.editor.widget.setFocus()
    bank.press(Key.Key_Space)
    assert document.main_persona == document.personas[0]
    dialog.list.setFocus()
    bank.press(Key.Key_Delete)
    assert [found.name for found in document.personas] == ["Commuter"]
    assert document.main_persona is None


def test_the_corner_names_the_main_persona_and_opens_it(bank: Desk) -> None:
    chip = bank.window.persona_chip
    assert chip.isHidden()
    with_one(bank).close()
    bank.settle()
    assert not chip.isHidden()
    assert chip.text() == "Commuter"
    assert chip.accessibleName() == "Main persona: Commuter"
    switch_language("zh_CN")
    assert chip.accessibleName() == "主要用户画像：Commuter"
    chip.click()
    bank.settle()
    dialog = bank.window.findChild(PersonasDialog)
    assert isinstance(dialog, PersonasDialog)
    assert dialog.chosen == first(bank).id
    bank.window.session.undo()
    bank.window.session.undo()
    assert chip.isHidden()


def test_the_inspector_lists_the_personas_while_nothing_is_selected(bank: Desk) -> None:
    with_one(bank).close()
    bank.window.session.select(())
    bank.settle()
    chips = bank.window.workspace.inspector.findChild(PersonaChips)
    assert chips is not None
    shown = [made for made in chips.findChildren(QPushButton) if made.text() == "Commuter"]
    assert [made.isVisible() for made in shown] == [True]
    switch_theme("dark")
    bank.settle()
    shown = [made for made in chips.findChildren(QPushButton) if made.text() == "Commuter"]
    shown[-1].click()
    bank.settle()
    assert opened(bank).chosen == first(bank).id


def test_one_dialog_is_enough(bank: Desk) -> None:
    assert opened(bank) is opened(bank)
    assert len(bank.window.findChildren(PersonasDialog)) == 1


def test_a_persona_is_found_by_its_name_and_opened(bank: Desk) -> None:
    with_one(bank).close()
    bank.settle()
    bank.window.actions_.run("palette")
    palette = bank.window.findChild(Palette)
    assert isinstance(palette, Palette)
    key_in(palette.field, "commuter")
    QTest.keyClick(palette.field, Key.Key_Return)
    bank.settle()
    dialogs = [found for found in bank.window.findChildren(PersonasDialog) if found.isVisible()]
    assert [dialog.chosen for dialog in dialogs] == [first(bank).id]
