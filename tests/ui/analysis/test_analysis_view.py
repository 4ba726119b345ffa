"""The analysis shows figures of the open blueprint, follows edits, and runs the simulation."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blueprint.model.edits import steps
from blueprint.model.edits.properties import set_resource
from blueprint.storage import open_document
from blueprint.ui.analysis.view import AnalysisView
from blueprint.ui.session import Session

CASES = Path(__file__).parents[2] / "cases"


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    return Session(open_document(CASES / "shoeshine.csv").document)


@pytest.fixture
def view(qtbot: QtBot, session: Session) -> AnalysisView:
    made = AnalysisView(session)
    qtbot.addWidget(made)
    made.resize(1400, 900)
    made.show()
    qtbot.waitUntil(lambda: len(made.board.cards) == 6)
    return made


def names(view: AnalysisView) -> list[str]:
    return [card.accessibleName() for card in view.board.cards]


def test_six_charts_are_shown_with_their_names_and_summaries(view: AnalysisView) -> None:
    assert names(view)[0] == "Contact degree"
    assert "customers accept" in view.board.cards[1].accessibleDescription().lower()


def test_an_edit_changes_the_charts(qtbot: QtBot, session: Session, view: AnalysisView) -> None:
    before = view.board.cards[5].accessibleDescription()
    resource = session.document.resources["resource:Shoeshiner"]
    session.push(set_resource(session.document, resource.id, cost_per_hour=12.0))
    qtbot.waitUntil(lambda: view.board.cards[5].accessibleDescription() != before)
    assert "$0.20" in view.board.cards[5].accessibleDescription()


def test_a_chosen_mark_names_its_steps(qtbot: QtBot, view: AnalysisView) -> None:
    card = view.board.cards[1]
    chart = card._chart
    assert chart is not None
    polish = next(mark for mark in chart.marks if mark.steps == ("o2",))
    with qtbot.waitSignal(view.steps_picked) as picked:
        QTest.mouseClick(
            card,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QPoint(round(polish.box.middle.x), round(polish.box.middle.y)),
        )
    assert picked.args == [("o2",)]


def test_marks_can_be_chosen_with_keys_alone(qtbot: QtBot, view: AnalysisView) -> None:
    card = view.board.cards[1]
    QTest.keyClick(card, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.steps_picked) as picked:
        QTest.keyClick(card, Qt.Key.Key_Return)
    assert picked.args == [("o1",)]


def test_the_simulation_runs_and_fills_its_chart(qtbot: QtBot, view: AnalysisView) -> None:
    view.assumptions.customers.setValue(300)
    view.assumptions.replications.setValue(3)
    with qtbot.waitSignal(view.run.finished, timeout=20_000):
        view.assumptions.run.click()
    assert "900 customers" in view.assumptions.outcome.text()
    assert "arrivals" in view.board.cards[4].accessibleDescription()


def test_a_run_can_be_stopped(qtbot: QtBot, view: AnalysisView) -> None:
    view.assumptions.customers.setValue(1_900)
    view.assumptions.replications.setValue(10)
    view.assumptions.run.click()
    assert view.run.busy
    view.assumptions.run.click()
    assert not view.run.busy
    assert view.assumptions.progress.isHidden()


def test_an_edit_after_a_run_says_that_it_is_out_of_date(
    qtbot: QtBot, session: Session, view: AnalysisView
) -> None:
    view.assumptions.customers.setValue(200)
    view.assumptions.replications.setValue(2)
    with qtbot.waitSignal(view.run.finished, timeout=20_000):
        view.assumptions.run.click()
    session.push(steps.rename(session.document, "o1", "Brush"))
    assert "has changed" in view.assumptions.outcome.text()


def test_what_cannot_be_run_says_why(qtbot: QtBot, session: Session, view: AnalysisView) -> None:
    session.open(open_document(CASES / "hotel.csv").document)
    with qtbot.waitSignal(view.run.failed, timeout=20_000):
        view.assumptions.run.click()
    assert "Nobody arrives" in view.assumptions.outcome.text()


def test_a_what_if_study_adds_a_chart_and_an_edit_takes_it_away(
    qtbot: QtBot, session: Session, view: AnalysisView
) -> None:
    view.assumptions.customers.setValue(300)
    view.assumptions.replications.setValue(2)
    view.assumptions.what_if.values.setText("1, 2")
    with qtbot.waitSignal(view.run.swept, timeout=20_000):
        view.assumptions.what_if.run.click()
    qtbot.waitUntil(lambda: len(view.board.cards) == 7)
    assert names(view)[6] == "What if: Servers of “Shoeshiner”"
    assert "Shortest at 2" in view.board.cards[6].accessibleDescription()
    assert "1,200 customers" in view.assumptions.outcome.text()
    session.push(steps.rename(session.document, "o1", "Brush"))
    qtbot.waitUntil(lambda: len(view.board.cards) == 6)


def test_values_that_are_no_numbers_are_refused_with_the_reason(view: AnalysisView) -> None:
    view.assumptions.what_if.values.setText("two")
    view.assumptions.what_if.run.click()
    assert "“two” is not a number." in view.assumptions.outcome.text()
    assert not view.run.busy
