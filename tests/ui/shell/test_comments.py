"""Comments in the real window: said, answered, resolved and found again, with the keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from blueprint.model.edits.comments import comment, reword
from blueprint.storage.writing import dump
from blueprint.ui.panels.comments import Comments
from tests.ui.desk import Desk

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CASES = Path(__file__).parents[2] / "cases"


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


def panel(desk: Desk) -> Comments:
    return desk.window.workspace.bottom.comments


def top(desk: Desk, place: int) -> None:
    """Put the cursor on a thread."""
    item = panel(desk).list.topLevelItem(place)
    assert item is not None
    panel(desk).list.setCurrentItem(item)


def rows(desk: Desk) -> list[str]:
    """What the list shows, answers after a dash."""
    found = []
    for place in range(panel(desk).list.topLevelItemCount()):
        item = panel(desk).list.topLevelItem(place)
        assert item is not None
        found.append(item.text(0))
        answers = [item.child(at) for at in range(item.childCount())]
        found += [f"- {answer.text(0)}" for answer in answers if answer]
    return found


def say(desk: Desk, step: str, text: str) -> None:
    desk.window.canvas.setFocus()
    desk.select(step)
    desk.press(Key.Key_C, SHIFT)
    desk.settle()
    desk.type(text)
    desk.press(Key.Key_Return, CTRL)
    desk.settle()


def test_shift_c_on_a_step_writes_a_comment_about_it(shine: Desk) -> None:
    say(shine, "Buff", "Which cloth")
    [made] = shine.window.session.document.comments.values()
    assert (made.about, made.text, made.resolved) == ("o3", "Which cloth", False)
    assert made.written.startswith("20")
    assert rows(shine) == ["Which cloth"]
    assert shine.window.workspace.bottom.open_comments.text() == "1"


def test_a_comment_bears_the_name_that_was_given_once(shine: Desk) -> None:
    panel(shine).author.setText("Planner")
    panel(shine).author.editingFinished.emit()
    say(shine, "Buff", "Which cloth")
    [made] = shine.window.session.document.comments.values()
    assert made.author == "Planner"
    assert shine.settings.text("author") == "Planner"


def test_a_thread_is_answered_resolved_and_opened_again(shine: Desk) -> None:
    say(shine, "Buff", "Which cloth")
    comments = panel(shine)
    comments.list.setFocus()
    shine.press(Key.Key_Return)
    assert comments.subject.text() == "Answer about “Buff”"
    comments.text.setFocus()
    shine.type("The yellow one")
    shine.press(Key.Key_Return, CTRL)
    shine.settle()
    assert rows(shine) == ["Which cloth", "- The yellow one"]
    comments.close_thread.click()
    shine.settle()
    assert rows(shine) == []
    comments.shown.chosen.emit("resolved")
    comments.shown.show_value("resolved")
    comments.refresh()
    assert rows(shine) == ["Resolved: Which cloth", "- The yellow one"]
    comments.list.setFocus()
    top(shine, 0)
    assert comments.close_thread.text() == "Reopen"
    comments.close_thread.click()
    shine.settle()
    names = [label.text for label in shine.window.session.history.labels]
    assert names == ["Add comment", "Answer comment", "Resolve comment", "Reopen comment"]


def test_a_card_shows_how_many_threads_are_open(shine: Desk) -> None:
    scene = shine.window.canvas._picture._scene
    say(shine, "Buff", "Which cloth")
    say(shine, "Buff", "How long")
    assert scene._comments["o3"] == 2
    top(shine, 0)
    panel(shine).close_thread.click()
    shine.settle()
    assert scene._comments["o3"] == 1


def test_a_comment_leads_to_its_step(shine: Desk) -> None:
    say(shine, "Buff", "Which cloth")
    say(shine, "Takes the seat", "Is it high enough")
    comments = panel(shine)
    assert rows(shine) == ["Is it high enough", "Which cloth"]
    comments.list.setFocus()
    top(shine, 1)
    shine.press(Key.Key_Return)
    assert shine.window.session.selection == ("o3",)


def test_delete_takes_a_comment_with_its_answers(shine: Desk) -> None:
    session = shine.window.session
    say(shine, "Buff", "Which cloth")
    [first] = session.document.comments
    session.attempt(lambda: comment(session.document, first, "The yellow one"))
    shine.settle()
    panel(shine).list.setFocus()
    panel(shine).list.put_cursor(first)
    shine.press(Key.Key_Delete)
    assert not session.document.comments
    session.undo()
    assert len(session.document.comments) == 2


def test_a_comment_without_text_is_refused(shine: Desk) -> None:
    said: list[object] = []
    shine.window.session.refused.connect(said.append)
    say(shine, "Buff", "  ")
    assert str(said[0]) == "A comment needs a text. Write it first."
    assert not shine.window.session.document.comments


def test_escape_goes_back_to_the_canvas_and_keeps_what_is_written(shine: Desk) -> None:
    shine.window.canvas.setFocus()
    shine.select("Buff")
    shine.press(Key.Key_C, SHIFT)
    shine.type("Which")
    shine.press(Key.Key_Escape)
    assert shine.focus is shine.window.canvas
    assert panel(shine).text.toPlainText() == "Which"


def test_a_comment_can_be_reworded(shine: Desk) -> None:
    say(shine, "Buff", "Which cloth")
    session = shine.window.session
    [first] = session.document.comments
    session.push(reword(session.document, first, "Which brush"))
    shine.settle()
    assert rows(shine) == ["Which brush"]


def test_no_comments_say_how_to_begin(shine: Desk) -> None:
    shine.window.actions_.run("comments")
    shine.settle()
    shown = panel(shine)._stack.currentWidget()
    assert shown is panel(shine)._empty
    assert panel(shine)._empty.text() == "No comments. Select a step and press Shift + C."
