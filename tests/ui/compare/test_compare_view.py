"""Two versions in the real window: found, walked through, followed while editing, printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blueprint.model.comparison.matching import Difference
from blueprint.model.edits import steps
from blueprint.ui.compare.view import CompareView
from tests.ui.desk import Desk

CASES = Path(__file__).parents[2] / "cases"


@pytest.fixture
def view(desk: Desk, qtbot: QtBot) -> CompareView:
    window = desk.window
    window.files.open_path(CASES / "restaurant-to-be.csv")
    desk.answers.opening = CASES / "restaurant-as-is.csv"
    desk.window.actions_.run("compare")
    found = window.views.currentWidget()
    assert isinstance(found, CompareView)
    qtbot.waitUntil(lambda: found.versions is not None)
    return found


def test_the_as_is_state_is_the_old_version_and_the_to_be_state_the_new_one(
    view: CompareView,
) -> None:
    assert view.old.name.text() == "As-is: Family restaurant"
    assert view.new.name.text() == "To-be: Family restaurant"
    assert view.old.size_.text() == "6 columns, 17 steps"


def test_every_difference_is_listed_with_what_became_of_it(view: CompareView) -> None:
    changes = view.panel.changes
    spoken = [
        changes.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(changes.count())
    ]
    assert spoken[0] == "Removed, Call ahead, Customer actions, column 1"
    assert "Changed, Entrée, another latitude" in spoken
    assert len(spoken) == 13


def test_next_and_previous_light_the_step_in_both_drawings(view: CompareView) -> None:
    QTest.keyClick(view, Qt.Key.Key_N)
    assert (view.old.pane.lit, view.new.pane.lit) == (("c1",), ())
    assert view.overlay.pane.lit == ("c1",)
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_N)
    assert (view.old.pane.lit, view.new.pane.lit) == (("o2",), ("o2",))
    QTest.keyClick(view, Qt.Key.Key_P)
    assert view.old.pane.lit == ("o3",)


def test_scrolling_one_drawing_scrolls_the_other(view: CompareView, qtbot: QtBot) -> None:
    view.old.pane.navigator.zoom_to(2.0)
    view.old.pane.navigator.centre_on(0, 0)
    view.old.pane.navigator.pan(180, 60)
    assert view.new.pane.view.zoom == 2.0
    assert view.old.pane.view.x > 200
    assert view.new.pane.view.x == pytest.approx(view.old.pane.view.x)
    view.new.pane.navigator.pan(-50, 0)
    assert view.old.pane.view.x == pytest.approx(view.new.pane.view.x)


def test_a_click_on_a_card_finds_its_row(view: CompareView) -> None:
    pane = view.old.pane
    card = pane._layout.card("o3").box.middle
    at = pane.view.to_screen(card.x, card.y)
    QTest.mouseClick(
        pane.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPoint(round(at.x), round(at.y)),
    )
    found = view.panel.changes.current
    assert found is not None
    assert found.name == "Serve water and bread"


def test_an_edit_is_compared_at_once(view: CompareView, desk: Desk, qtbot: QtBot) -> None:
    session = desk.window.session
    session.push(steps.rename(session.document, "c2", "Comes in"))
    qtbot.waitUntil(lambda: view.panel.changes.count() == 14)
    assert view.new.pane.differences["c2"] is Difference.CHANGED


def test_the_overlay_holds_what_was_removed(view: CompareView) -> None:
    view.show_way("overlay")
    assert view.overlay.isVisible()
    assert not view.old.isVisible()
    shown = view.overlay.pane
    assert shown.differences["c1"] is Difference.REMOVED
    assert shown.document.steps["c1"].label == "Call ahead"


def test_versions_can_be_swapped(view: CompareView) -> None:
    view.swap()
    assert view.old.name.text().startswith("To-be")
    kinds = {told.difference for told in view.versions.differences} if view.versions else set()
    assert Difference.ADDED in kinds
    assert Difference.REMOVED not in kinds


def test_the_comparison_is_printed(
    view: CompareView, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.answers.pdf = tmp_path / "compared.pdf"
    view.panel.export.click()
    qtbot.waitUntil((tmp_path / "compared.pdf").exists, timeout=20_000)
    assert (tmp_path / "compared.pdf").read_bytes().startswith(b"%PDF")


def test_another_document_ends_the_comparison(view: CompareView, desk: Desk) -> None:
    desk.window.session.open(desk.window.session.document.snapshot())
    assert not view.is_comparing


def test_a_file_that_cannot_be_read_leaves_the_window_as_it_was(desk: Desk, tmp_path: Path) -> None:
    desk.window.files.open_path(CASES / "restaurant-to-be.csv")
    desk.answers.opening = tmp_path / "none.csv"
    desk.window.actions_.run("compare")
    assert desk.window.view == "canvas"
    assert desk.window.notices.isVisible()


def test_new_steps_of_the_to_be_are_told_by_the_rule(
    view: CompareView, desk: Desk, qtbot: QtBot
) -> None:
    assert view.panel.unplanned.isHidden()
    session = desk.window.session
    lane, column = session.document.lanes[0].id, session.document.columns[0].id
    session.attempt(
        lambda: steps.add_step(session.document, lane, column, label="Checks in online")
    )
    qtbot.waitUntil(lambda: not view.panel.unplanned.isHidden())
    assert view.panel.unplanned.text() == "SB067: 1 step has no counterpart in the as-is."


def test_a_state_that_both_versions_have_is_not_put_before_their_names(
    view: CompareView,
) -> None:
    assert view.versions is not None
    view.show_other(view.versions.new, "Solution", as_new=True)
    assert (view.old.name.text(), view.new.name.text()) == ("Family restaurant", "Solution")
