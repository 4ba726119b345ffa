"""Gaps are filled many at a time, in the real window; one undo takes all of it back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from blueprint.model.search.gaps import lacking
from blueprint.storage.writing import dump
from blueprint.ui.dialogs.gaps import GapsDialog
from blueprint.ui.table.view import StepTable
from tests.ui.desk import Desk

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


def opened(desk: Desk, gap: str) -> GapsDialog:
    desk.window.actions_.run("fill_gaps")
    desk.settle()
    dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, GapsDialog)]
    dialog = next(found for found in dialogs if found.isVisible())
    for row in range(dialog.gaps.count()):
        item = dialog.gaps.item(row)
        if item and item.data(Qt.ItemDataRole.UserRole) == gap:
            dialog.gaps.setCurrentRow(row)
    desk.settle()
    return dialog


def give(desk: Desk, dialog: GapsDialog, text: str) -> None:
    assert dialog._editor is not None
    dialog._editor.type_in(text)
    dialog.fill.click()
    desk.settle()


@pytest.mark.parametrize(
    ("gap", "text"),
    [("duration", "2 min"), ("cost", "0.10"), ("channel", "In person"), ("emotion", "1")],
)
def test_all_steps_with_a_gap_are_filled_as_one_step(shine: Desk, gap: str, text: str) -> None:
    session = shine.window.session
    dialog = opened(shine, gap)
    before = lacking(session.document, gap)
    assert len(dialog.chosen) == len(before) > 2
    give(shine, dialog, text)
    assert lacking(session.document, gap) == []
    assert len(session.history.labels) == 1
    session.undo()
    assert lacking(session.document, gap) == before
    assert dialog.close()
    assert not dialog.isVisible()


def test_only_ticked_steps_are_filled(shine: Desk) -> None:
    dialog = opened(shine, "duration")
    first = dialog.steps.item(0)
    assert first is not None
    first.setCheckState(Qt.CheckState.Unchecked)
    assert dialog.fill.text() == "Fill 3 steps"
    give(shine, dialog, "30 s")
    assert lacking(shine.window.session.document, "duration") == ["c1"]
    dialog.close()


def test_missing_evidence_is_added_to_its_columns(shine: Desk) -> None:
    from blueprint.model.edits.steps import delete

    session = shine.window.session
    session.push(delete(session.document, ["e1", "e2"]))
    dialog = opened(shine, "evidence")
    give(shine, dialog, "Signs")
    made = [step for step in session.document.steps.values() if step.label == "Signs"]
    assert len(made) == 2
    assert lacking(session.document, "evidence") == []
    dialog.close()


def test_what_cannot_be_taken_says_why_and_changes_nothing(shine: Desk) -> None:
    dialog = opened(shine, "duration")
    give(shine, dialog, "soon")
    assert dialog.refusal.isVisible()
    assert "soon" in dialog.refusal.text()
    give(shine, dialog, "")
    assert dialog.refusal.text() == "Write what these steps are to have."
    assert shine.window.session.history.labels == ()
    dialog.close()


def test_the_drawing_dims_what_lacks_nothing(shine: Desk) -> None:
    dialog = opened(shine, "duration")
    spotlight = shine.window.session.spotlight
    assert set(spotlight.lit or ()) == {"c1", "cw", "s1", "c2"}
    dialog.close()
    assert spotlight.lit is None


def test_a_gap_can_be_filled_one_by_one_in_the_table(shine: Desk) -> None:
    dialog = opened(shine, "emotion")
    dialog.table.click()
    shine.settle()
    table = shine.window.views.currentWidget()
    assert isinstance(table, StepTable)
    assert list(table.rows.ids) == ["c1", "cw", "c2"]
    shine.type("1")
    shine.press(Qt.Key.Key_Return)
    shine.type("2")
    shine.press(Qt.Key.Key_Return)
    steps = shine.window.session.document.steps
    assert [steps[id].emotion for id in ("c1", "cw", "c2")] == [1, 2, None]
