"""Notes read as they are meant, in the inspector and the presentation, and as written on typing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from blueprint.export.exporter import Job, exporters
from blueprint.model.edits.steps import set_fields
from blueprint.storage.writing import dump
from blueprint.ui.panels.editors import Prose
from blueprint.ui.present.presentation import Presentation
from tests.export.pages import opened
from tests.ui.desk import Desk

CASES = Path(__file__).parents[2] / "cases"
CTRL = Qt.KeyboardModifier.ControlModifier
NOTE = "Use the **yellow** cloth, see [here](https://example.org/cloth).\n\n- soft\n- dry"


@pytest.fixture
def shine(desk: Desk) -> Iterator[Desk]:
    desk.window.files.open_path(CASES / "shoeshine.csv")
    desk.settle()
    session = desk.window.session
    before = dump(session.document)
    yield desk
    while session.history.undo_label:
        session.undo()
    assert dump(session.document) == before


def editor(desk: Desk) -> Prose:
    row = desk.window.workspace.inspector.field("description")
    assert row is not None
    found = row.editor
    assert isinstance(found, Prose)
    return found


def shown(desk: Desk) -> str:
    return editor(desk).view.toPlainText().replace("\u00a0", " ")


def test_notes_are_typed_as_written_and_shown_as_they_read(shine: Desk) -> None:
    step = shine.select("Buff")
    field = editor(shine)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    assert not field.view.isVisible()
    QTest.keyClicks(field, "Use the **yellow** cloth")
    shine.window.canvas.setFocus()
    shine.settle()
    assert shine.window.session.document.step(step).description == "Use the **yellow** cloth"
    assert field.view.isVisible()
    assert shown(shine) == "Use the yellow cloth"
    cursor = QTextCursor(field.view.document())
    cursor.setPosition(10)
    assert cursor.charFormat().fontWeight() > 400
    field.setFocus(Qt.FocusReason.TabFocusReason)
    assert not field.view.isVisible()
    assert field.toPlainText() == "Use the **yellow** cloth"


def test_a_click_on_the_note_begins_to_edit_it(shine: Desk) -> None:
    shine.select("Buff")
    session = shine.window.session
    session.attempt(lambda: set_fields(session.document, session.selected_steps, description=NOTE))
    shine.settle()
    view = editor(shine).view
    assert shown(shine) == "Use the yellow cloth, see here.\n• soft\n• dry"
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(80, view.height() - 12))
    shine.settle()
    assert editor(shine).hasFocus()
    assert not view.isVisible()


def test_a_link_shows_its_address_before_anything_opens(shine: Desk) -> None:
    shine.select("Buff")
    session = shine.window.session
    session.attempt(lambda: set_fields(session.document, session.selected_steps, description=NOTE))
    shine.settle()
    view = editor(shine).view
    from PySide6.QtCore import QUrl

    view.anchorClicked.emit(QUrl("https://example.org/cloth"))
    box = view.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "https://example.org/cloth" in box.text()
    box.reject()


def test_no_resource_is_ever_loaded(shine: Desk) -> None:
    view = editor_after(shine, "![x](https://example.org/x.png) <img src='file:///etc/passwd'>")
    assert view.view.loadResource(2, "file:///etc/passwd") is None
    assert "<img src='file:///etc/passwd'>" in shown(shine)


def editor_after(desk: Desk, text: str) -> Prose:
    desk.select("Buff")
    session = desk.window.session
    session.attempt(lambda: set_fields(session.document, session.selected_steps, description=text))
    desk.settle()
    return editor(desk)


def test_presentation_and_report_show_notes_as_they_read(shine: Desk) -> None:
    step = shine.select("Takes the seat")
    session = shine.window.session
    session.attempt(lambda: set_fields(session.document, [step], description=NOTE))
    document = session.document.snapshot()
    shown = Presentation(document, document.step(step).column)
    assert "Use the yellow cloth, see here." in shown.notes.text.toPlainText()
    shown.close()
    pages = opened(exporters()["report"].write(Job(document)).content)
    text = "\n".join(page.get_textpage().get_text_range() for page in pages)
    assert "Use the yellow cloth, see here (https://example.org/cloth)." in text
    assert "**" not in text
