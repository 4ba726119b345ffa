"""How long a step may take is spread, seen and taken back in the inspector, by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from blueprint.model.edits.steps import set_fields
from blueprint.storage import open_sample
from blueprint.ui.panels.density import DensityPicture
from tests.ui.desk import Desk


@pytest.fixture
def shown(desk: Desk) -> Desk:
    desk.window.files.show_document(open_sample("shoeshine"))
    desk.settle()
    return desk


def picture(desk: Desk) -> DensityPicture:
    found = desk.window.workspace.inspector.findChild(DensityPicture)
    assert isinstance(found, DensityPicture)
    return found


def spread_by_keys(desk: Desk, letter: Qt.Key) -> None:
    """Focus the field and choose the shape that begins with a letter."""
    row = desk.window.workspace.inspector.field("spread")
    assert row is not None
    row.editor.widget.setFocus()
    QTest.keyClick(row.editor.widget, letter)
    QTest.keyClick(row.editor.widget, Qt.Key.Key_Return)
    desk.settle()


def test_a_time_is_spread_and_drawn_with_what_takes_too_long(shown: Desk) -> None:
    session = shown.window.session
    before = dict(session.document.entities)
    id = shown.select("Apply polish")
    assert not picture(shown).isVisible()
    spread_by_keys(shown, Qt.Key.Key_E)
    duration = session.document.step(id).duration
    assert duration is not None
    assert (duration.shape, duration.mean) == ("exponential", 30)
    assert picture(shown).isVisible()
    told = "Mean 30 s; 9 in 10 within 1 min 9 s. 8% take longer than is acceptable."
    assert picture(shown).words.text() == told
    session.push(set_fields(session.document, (id,), tolerance=30.0))
    shown.settle()
    assert picture(shown).words.text().endswith("37% take longer than is acceptable.")
    while session.history.undo_label:
        session.undo()
    assert dict(session.document.entities) == before


def test_the_part_that_takes_too_long_has_a_colour_of_its_own(shown: Desk) -> None:
    id = shown.select("Apply polish")
    spread_by_keys(shown, Qt.Key.Key_E)
    calm = colours(shown)
    session = shown.window.session
    session.push(set_fields(session.document, (id,), tolerance=30.0))
    shown.settle()
    assert len(colours(shown) - calm) > 2


def colours(desk: Desk) -> set[int]:
    image = picture(desk).curve.grab().toImage()
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


def test_a_step_without_a_time_says_what_is_missing(shown: Desk) -> None:
    shown.select("Customer comes")
    spread_by_keys(shown, Qt.Key.Key_U)
    row = shown.window.workspace.inspector.field("spread")
    assert row is not None
    assert row.refusal.text() == "There is no standard time yet. Give one first."
    assert shown.window.session.history.labels == ()
