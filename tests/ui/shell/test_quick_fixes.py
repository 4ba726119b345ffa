"""Alt+Enter opens what can be done about the selection: fix, ignore with a reason, weigh anew."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QInputDialog, QMenu

from blueprint.model.edits import steps
from blueprint.ui.quick_fixes import open_quick_fixes, problems_of_selection
from blueprint.ui.session import Session
from tests.ui.desk import Desk


@pytest.fixture
def session(desk: Desk) -> Session:
    window = desk.window
    window.files.new()
    made = window.session
    made.attempt(lambda: steps.add_step(made.document, "lane-customer", "column-1", label="Asks"))
    (step,) = made.document.steps
    made.check_now()
    made.select((step,))
    return made


def opened(desk: Desk) -> QMenu:
    menu = open_quick_fixes(desk.window.session, desk.window.canvas)
    assert menu is not None
    return menu


def texts(menu: QMenu) -> list[str]:
    return [act.text() for act in menu.actions() if act.text()]


def test_the_menu_names_the_problems_of_the_selection_and_their_fixes(
    desk: Desk, session: Session
) -> None:
    menu = opened(desk)
    heads = [act.text()[:5] for act in menu.actions() if act.text().startswith("SB")]
    found = problems_of_selection(session)
    assert heads == [one.rule for one in found[: len(heads)]]
    assert "SB020" in heads
    assert any(text.startswith("Fix: ") for text in texts(menu))
    assert not session.document.properties.severities
    menu.close()


def test_a_fix_is_one_act_and_the_finding_is_gone(desk: Desk, session: Session) -> None:
    before = len(session.history.labels)
    menu = opened(desk)
    place = next(n for n, act in enumerate(menu.actions()) if act.text().startswith("SB020"))
    menu.actions()[place + 1].trigger()
    assert "SB020" not in {found.rule for found in problems_of_selection(session)}
    assert len(session.history.labels) == before + 1
    menu.close()


def test_a_finding_is_ignored_with_its_reason(
    desk: Desk, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Only a draft", True))
    menu = opened(desk)
    first = problems_of_selection(session)[0]
    next(act for act in menu.actions() if act.text() == "Ignore…").trigger()
    assert first not in session.findings
    (kept,) = [one for one in session.document.entities.values() if one.kind_name == "dismissal"]
    assert kept.model_dump()["reason"] == "Only a draft"
    menu.close()


def test_a_rule_is_switched_off_and_on_again_in_this_blueprint(
    desk: Desk, session: Session
) -> None:
    rule = problems_of_selection(session)[0].rule
    menu = opened(desk)
    (weights, *_) = [act.menu() for act in menu.actions() if act.menu() is not None]
    assert isinstance(weights, QMenu)
    weights.actions()[-1].trigger()
    assert session.document.properties.severities == {rule: "off"}
    assert rule not in {found.rule for found in session.findings}
    session.undo()
    session.check_now()
    assert rule in {found.rule for found in session.findings}
    menu.close()


def test_where_nothing_is_wrong_there_is_no_menu(desk: Desk, session: Session) -> None:
    session.select(("lane-customer",))
    assert open_quick_fixes(session, desk.window.canvas) is None
