"""Threads beside their cards: read, answered, worded anew and resolved by hand and by key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from blueprint.drawing.cards import bubble_place
from blueprint.layout.geometry import Point
from blueprint.model.edits.comments import comment
from blueprint.storage.writing import dump
from blueprint.ui.canvas.menus import fill_menu
from blueprint.ui.canvas.spoken import card_words
from blueprint.ui.panels.comments import CommentText
from blueprint.ui.threads.avatar import Avatar
from blueprint.ui.threads.remark import Remark
from blueprint.ui.threads.thread_card import ThreadCard
from blueprint.ui.tools.targets import Part, Pointer, Target
from tests.ui.desk import Desk

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CASES = Path(__file__).parents[2] / "cases"


@pytest.fixture
def shine(desk: Desk) -> Iterator[Desk]:
    desk.settings.set_text("author", "Student")
    desk.window.files.open_path(CASES / "shoeshine.csv")
    desk.settle()
    session = desk.window.session
    before = dump(session.document)
    yield desk
    while session.history.undo_label:
        session.undo()
    assert dump(session.document) == before


def thread(desk: Desk) -> ThreadCard:
    return desk.window.workspace.said


def say(desk: Desk, step: str, text: str, author: str) -> str:
    session = desk.window.session
    id = next(id for id, found in session.document.steps.items() if found.label == step)
    moment = f"2026-01-02T10:0{len(session.document.comments)}:00+00:00"
    made = session.attempt(
        lambda: comment(session.document, id, text, author=author, written=moment)
    )
    desk.settle()
    assert made
    return id


def click_bubble(desk: Desk, step: str) -> None:
    canvas, session = desk.window.canvas, desk.window.session
    box = session.layout.card(step).box
    x, y = bubble_place(session.document.step(step), box.width)
    at = canvas.view.to_screen(box.x + x, box.y + y)
    place = QPoint(round(at.x), round(at.y))
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)
    desk.settle()


def remarks(desk: Desk) -> list[Remark]:
    return [found for found in thread(desk).findChildren(Remark) if not found.isHidden()]


def test_a_click_on_the_bubble_opens_the_thread_beside_the_card(shine: Desk) -> None:
    step = say(shine, "Buff", "Which cloth", "Instructor")
    click_bubble(shine, step)
    card = thread(shine)
    assert card.isVisible()
    canvas = shine.window.canvas
    box = canvas.view.box_on_screen(shine.window.session.layout.card(step).box)
    left, right = card.geometry().left(), card.geometry().right()
    assert right < box.x or left > box.right
    assert canvas.viewport().rect().contains(card.geometry())
    [said] = remarks(shine)
    assert said.words.text() == "Which cloth"
    assert said.findChildren(Avatar)[0].letters == "IN"
    assert "1 comment." in card_words(shine.window.session, step)


def test_with_the_keys_alone_a_thread_is_opened_answered_and_left(shine: Desk) -> None:
    say(shine, "Buff", "Which cloth", "Instructor")
    shine.window.canvas.setFocus()
    shine.select("Buff")
    shine.press(Key.Key_C, CTRL | SHIFT)
    shine.settle()
    assert thread(shine).isVisible()
    shine.type("The yellow one")
    shine.press(Key.Key_Return, CTRL)
    shine.settle()
    answer = list(shine.window.session.document.comments.values())[-1]
    assert (answer.text, answer.author) == ("The yellow one", "Student")
    assert answer.about in shine.window.session.document.comments
    assert [said.words.text() for said in remarks(shine)] == ["Which cloth", "The yellow one"]
    shine.press(Key.Key_Escape)
    shine.settle()
    assert not thread(shine).isVisible()
    assert shine.window.canvas.hasFocus()


def test_a_first_comment_is_written_beside_the_card(shine: Desk) -> None:
    step = shine.select("Buff")
    shine.window.canvas.setFocus()
    shine.press(Key.Key_C, CTRL | SHIFT)
    shine.type("Too dear")
    shine.press(Key.Key_Return, CTRL)
    [made] = shine.window.session.document.comments.values()
    assert (made.about, made.text) == (step, "Too dear")


def test_one_words_only_ones_own_comments_anew(shine: Desk) -> None:
    step = say(shine, "Buff", "Which cloth", "Instructor")
    say(shine, "Buff", "How long", "Student")
    click_bubble(shine, step)
    theirs, own = remarks(shine)
    assert not hasattr(theirs, "edit")
    own.edit.click()
    field = own.findChild(CommentText)
    assert isinstance(field, CommentText)
    shine.settle()
    assert field.hasFocus()
    shine.type("How long does it take")
    shine.press(Key.Key_Return, CTRL)
    shine.settle()
    texts = [found.text for found in shine.window.session.document.comments.values()]
    assert texts == ["Which cloth", "How long does it take"]
    assert str(shine.window.session.history.undo_label) == "Change comment"


def test_a_thread_that_is_resolved_closes(shine: Desk) -> None:
    step = say(shine, "Buff", "Which cloth", "Student")
    click_bubble(shine, step)
    from PySide6.QtWidgets import QPushButton

    buttons = {button.text(): button for button in thread(shine).findChildren(QPushButton)}
    buttons["Resolve"].click()
    shine.settle()
    assert not thread(shine).isVisible()
    [said] = shine.window.session.document.comments.values()
    assert said.resolved


def test_another_selection_closes_the_thread(shine: Desk) -> None:
    step = say(shine, "Buff", "Which cloth", "Student")
    click_bubble(shine, step)
    shine.select("Takes the seat")
    assert not thread(shine).isVisible()


def test_the_panel_words_ones_own_comment_anew(shine: Desk) -> None:
    say(shine, "Buff", "Which cloth", "Student")
    panel = shine.window.workspace.bottom.comments
    shine.window.actions_.run("comments")
    shine.settle()
    item = panel.list.topLevelItem(0)
    assert item is not None
    panel.list.setCurrentItem(item)
    panel.change.click()
    assert panel.text.toPlainText() == "Which cloth"
    panel.text.setPlainText("Which brush")
    panel.give.click()
    shine.settle()
    [made] = shine.window.session.document.comments.values()
    assert made.text == "Which brush"
    assert panel.give.text() == "Comment"


def test_the_menu_of_a_card_begins_a_thread_there(shine: Desk) -> None:
    session, canvas = shine.window.session, shine.window.canvas
    id = next(id for id, found in session.document.steps.items() if found.label == "Buff")
    menu, at = QMenu(), Point(0, 0)
    fill_menu(menu, canvas, Pointer(at, at, Target(Part.CARD, id)))
    next(action for action in menu.actions() if action.text() == "Add comment").trigger()
    shine.settle()
    assert thread(shine).isVisible()
    shine.type("For how long?")
    shine.press(Key.Key_Return, CTRL)
    [said] = session.document.comments.values()
    assert (said.text, said.about) == ("For how long?", id)
