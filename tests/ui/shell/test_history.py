"""What was done can be taken back and done again, as far as the oldest act that is kept."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from blueprint.i18n import message
from blueprint.model.change import Change
from blueprint.model.entities import Properties
from blueprint.ui.history import GESTURE_PAUSE, UNDO_LIMIT, History


class Page:
    """A title, what befell it, and how often it was said that the history is different."""

    def __init__(self) -> None:
        self.title = ""
        self.told = 0
        self.history = History(self.carry_out, self.tell)

    def carry_out(self, change: Change) -> None:
        [(before, after)] = change.entries.values()
        assert isinstance(before, Properties)
        assert isinstance(after, Properties)
        assert before.title == self.title
        self.title = after.title

    def tell(self) -> None:
        self.told += 1

    def write(self, title: str, gesture: str = "") -> None:
        before, after = Properties(title=self.title), Properties(title=title)
        self.history.add(Change(message("Rename"), {before.id: (before, after)}), gesture)


@pytest.fixture
def page() -> Page:
    return Page()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time as the history sees it."""
    now = [0.0]
    clock = SimpleNamespace(monotonic=lambda: now[0])
    monkeypatch.setattr("blueprint.ui.history.time", clock)
    return now


def test_what_was_done_is_undone_and_done_again(page: Page) -> None:
    page.write("a")
    page.write("b")

    assert page.history.undo() is not None
    assert page.title == "a"
    assert page.history.undo() is not None
    assert page.title == ""
    assert page.history.undo() is None
    assert page.history.undo_label is None
    page.history.redo()
    page.history.redo()
    assert page.title == "b"
    assert page.history.redo() is None
    assert page.history.redo_label is None
    assert page.told == 6


def test_a_new_act_forgets_what_was_undone(page: Page) -> None:
    page.write("a")
    page.write("b")
    page.history.undo()
    page.write("c")

    assert page.history.redo_label is None
    assert len(page.history.labels) == 2
    page.history.undo()
    assert page.title == "a"


def test_going_to_an_act_tells_once(page: Page) -> None:
    for title in "abcd":
        page.write(title)
    told = page.told

    page.history.go_to(1)
    assert (page.title, page.history.index, page.told) == ("a", 1, told + 1)
    page.history.go_to(99)
    assert (page.title, page.history.index) == ("d", 4)


def test_it_is_clean_where_it_was_saved_and_nowhere_else(page: Page) -> None:
    assert page.history.is_clean
    page.write("a")
    assert not page.history.is_clean
    page.history.mark_clean()
    page.write("b")
    assert not page.history.is_clean
    page.history.undo()
    assert page.history.is_clean
    page.history.undo()
    assert not page.history.is_clean


def test_a_saved_state_that_is_forgotten_is_never_met_again(page: Page) -> None:
    page.write("a")
    page.history.mark_clean()
    page.history.undo()
    page.write("b")

    assert not page.history.is_clean
    page.history.undo()
    assert not page.history.is_clean


def test_what_was_imported_is_not_saved_yet(page: Page) -> None:
    page.history.mark_changed()
    assert not page.history.is_clean
    page.history.mark_clean()
    assert page.history.is_clean


def test_one_gesture_is_one_act(page: Page, clock: list[float]) -> None:
    for title in "abc":
        page.write(title, "turn")
        clock[0] += GESTURE_PAUSE / 2

    assert len(page.history.labels) == 1
    page.history.undo()
    assert page.title == ""


@pytest.mark.parametrize(("gesture", "wait"), [("turn", GESTURE_PAUSE * 2), ("other", 0.0)])
def test_another_gesture_is_another_act(
    page: Page, clock: list[float], gesture: str, wait: float
) -> None:
    page.write("a", "turn")
    clock[0] += wait
    page.write("b", gesture)

    assert len(page.history.labels) == 2


def test_a_gesture_that_goes_on_after_saving_is_another_act(page: Page, clock: list[float]) -> None:
    page.write("a", "turn")
    page.history.mark_clean()
    page.write("b", "turn")

    assert not page.history.is_clean
    page.history.undo()
    assert (page.title, page.history.is_clean) == ("a", True)


def test_a_gesture_that_comes_back_to_its_beginning_is_no_act(
    page: Page, clock: list[float]
) -> None:
    page.write("a", "turn")
    page.write("", "turn")

    assert page.history.labels == ()
    assert page.history.is_clean


def test_the_oldest_acts_are_forgotten(page: Page) -> None:
    for number in range(UNDO_LIMIT + 3):
        page.write(f"{number}")

    assert len(page.history.labels) == page.history.index == UNDO_LIMIT
    while page.history.undo() is not None:
        pass
    assert page.title == "2"
    assert not page.history.is_clean
