"""Misspelt words in the real window: marked while typing, corrected by menu, key and walk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from blueprint.model.edits.steps import set_fields
from blueprint.storage.writing import dump
from blueprint.ui.dialogs.preferences import Preferences
from blueprint.ui.dialogs.spelling import SpellingDialog
from blueprint.ui.settings import Settings
from blueprint.ui.spelling.dictionaries import Speller, found_in, opened
from blueprint.ui.spelling.spelling import SPELLING
from blueprint.ui.spelling.waves import menu_for
from tests.ui.desk import Desk

CASES = Path(__file__).parents[2] / "cases"
Key = Qt.Key
WRONG = {"recieve": ["receive", "relieve"], "clothh": ["cloth"]}


class Knowing:
    """Knows all words but those of WRONG."""

    def knows(self, word: str) -> bool:
        return word.lower() not in WRONG

    def suggestions(self, word: str) -> Sequence[str]:
        return WRONG[word.lower()]


def open_knowing(name: str, folder: Path) -> Speller:
    if name == "xx_YY":
        raise OSError
    return Knowing()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "dictionaries"
    made.mkdir()
    for name in ("en_GB", "de_DE", "xx_YY"):
        (made / f"{name}.aff").write_text("SET UTF-8\n", encoding="utf-8")
        (made / f"{name}.dic").write_text("2\nreceive\ncloth\n", encoding="utf-8")
    (made / "hyph_en.dic").write_text("", encoding="utf-8")
    (made / "alone.dic").write_text("", encoding="utf-8")
    return made


@pytest.fixture
def shine(desk: Desk, qtbot: QtBot, folder: Path) -> Iterator[Desk]:
    SPELLING.use(desk.settings, [folder], open_knowing)
    qtbot.waitUntil(lambda: SPELLING.is_ready)
    desk.window.files.open_path(CASES / "shoeshine.csv")
    desk.settle()
    session = desk.window.session
    before = dump(session.document)
    yield desk
    while session.history.undo_label:
        session.undo()
    assert dump(session.document) == before
    SPELLING.stop()


def waves(field: QPlainTextEdit) -> list[str]:
    """The words of the first line that bear a wave."""
    block = field.document().firstBlock()
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    formats = [f for f in block.layout().formats() if f.format.underlineStyle() == wave]
    return [block.text()[f.start : f.start + f.length] for f in formats]


def test_dictionaries_are_pairs_of_files(folder: Path) -> None:
    assert sorted(found_in([folder, folder / "none"])) == ["de_DE", "en_GB", "xx_YY"]


def test_a_dictionary_of_hunspell_is_read(folder: Path) -> None:
    pytest.importorskip("hunspell")
    speller = opened("en_GB", folder)
    assert speller.knows("receive")
    assert not speller.knows("recieve")
    assert "receive" in speller.suggestions("recieve")


def test_a_misspelt_word_gets_a_wave_once_it_is_ended(shine: Desk) -> None:
    shine.window.canvas.setFocus()
    shine.select("Buff")
    shine.press(Key.Key_F2)
    editor = shine.window.canvas.editor
    shine.type("Recieve")
    assert waves(editor) == []
    shine.type(" the clothh")
    assert waves(editor) == ["Recieve"]
    shine.press(Key.Key_Return)
    shine.settle()


def test_the_menu_of_a_field_corrects_a_word(shine: Desk) -> None:
    shine.window.canvas.setFocus()
    step = shine.select("Buff")
    shine.press(Key.Key_F2)
    editor = shine.window.canvas.editor
    shine.type("We recieve it")
    cursor = editor.textCursor()
    cursor.setPosition(5)
    editor.setTextCursor(cursor)
    menu = menu_for(editor, None)
    assert menu is not None
    offered = [action.text() for action in menu.actions()]
    assert offered[:3] == ["receive", "relieve", "Add “recieve” to the dictionary"]
    menu.actions()[0].trigger()
    assert editor.toPlainText() == "We receive it"
    shine.press(Key.Key_Return)
    shine.settle()
    assert shine.window.session.document.step(step).label == "We receive it"


def test_a_word_that_is_right_has_the_usual_menu(shine: Desk) -> None:
    shine.window.canvas.setFocus()
    shine.select("Buff")
    shine.press(Key.Key_F2)
    assert menu_for(shine.window.canvas.editor, None) is None
    shine.press(Key.Key_Escape)


def test_a_word_that_is_added_is_right_from_then_on(shine: Desk) -> None:
    assert SPELLING.is_wrong("recieve")
    SPELLING.add("Recieve")
    assert not SPELLING.is_wrong("recieve")
    assert shine.settings.text("spelling.words") == "recieve"


def test_with_the_keys_alone_all_texts_are_walked_and_corrected(shine: Desk) -> None:
    session = shine.window.session
    text = "They recieve it"
    note, step = shine.select("Buff"), shine.select("Takes the seat")
    session.attempt(lambda: set_fields(session.document, [note], description=text))
    session.attempt(lambda: set_fields(session.document, [step], label=text))
    shine.window.canvas.setFocus()
    shine.press(Key.Key_F7)
    shine.settle()
    dialog = shine.window.findChild(SpellingDialog)
    assert isinstance(dialog, SpellingDialog)
    assert "⟪recieve⟫" in dialog.context.text()
    assert dialog.word.text() == "receive"
    QTest.keyClick(dialog.word, Key.Key_Return)
    shine.settle()
    assert dialog.match is not None
    assert dialog.where.text() == "Notes of “Buff”"
    dialog.ignore()
    assert dialog.match is None
    assert dialog.where.text() == "No misspelt words are left."
    assert [str(label.text) for label in session.history.labels][-1] == "Correct spelling"
    dialog.close()


def test_everywhere_is_one_step_of_the_history(shine: Desk) -> None:
    session = shine.window.session
    ids = [shine.select("Buff"), shine.select("Takes the seat")]
    session.attempt(lambda: set_fields(session.document, ids, description="recieve recieve"))
    dialog = SpellingDialog(session, shine.window)
    dialog.change_everywhere()
    assert {session.document.step(id).description for id in ids} == {"receive receive"}
    session.undo()
    assert {session.document.step(id).description for id in ids} == {"recieve recieve"}
    dialog.close()


def test_the_canvas_is_worked_on_while_the_dialog_asks_about_a_word(shine: Desk) -> None:
    session = shine.window.session
    wrong, other = shine.select("Buff"), shine.select("Takes the seat")
    session.attempt(lambda: set_fields(session.document, [wrong], description="recieve"))
    dialog = SpellingDialog(session, shine.window)
    dialog.word.setText("receipt")
    session.select((other,))
    session.attempt(lambda: set_fields(session.document, [other], moment_of_truth=True))
    assert session.selection == (other,)
    assert dialog.word.text() == "receipt"
    session.attempt(lambda: set_fields(session.document, [wrong], description="receive"))
    assert dialog.match is None
    dialog.close()


def test_the_preferences_list_each_language(shine: Desk, qtbot: QtBot) -> None:
    dialog = Preferences(shine.settings, shine.window)
    boxes = dialog.spelling.boxes
    assert sorted(boxes) == ["de_DE", "en_GB", "xx_YY"]
    assert [name for name, box in sorted(boxes.items()) if box.isChecked()] == ["en_GB"]
    boxes["en_GB"].setChecked(False)
    assert not SPELLING.is_on
    assert not SPELLING.is_wrong("recieve")
    boxes["xx_YY"].setChecked(True)
    qtbot.waitUntil(lambda: "xx_YY" not in SPELLING.dictionaries)
    boxes["en_GB"].setChecked(True)
    qtbot.waitUntil(lambda: SPELLING.is_ready)
    assert SPELLING.is_wrong("recieve")
    dialog.close()


def test_without_a_dictionary_nothing_is_wrong(tmp_path: Path, desk: Desk) -> None:
    store = QSettings(str(tmp_path / "none.ini"), QSettings.Format.IniFormat)
    SPELLING.use(Settings(store), [tmp_path], open_knowing)
    assert not SPELLING.is_on
    assert not SPELLING.is_wrong("recieve")
    dialog = SpellingDialog(desk.window.session, desk.window)
    assert dialog.where.text().startswith("No dictionary is chosen.")
    dialog.close()
    SPELLING.stop()
