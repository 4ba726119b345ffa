"""The command palette: one field for all commands, steps, lanes, phases and problems."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from blueprint.storage import open_sample
from blueprint.ui.dialogs.palette import Palette
from tests.ui.desk import Desk, key_in


@pytest.fixture
def palette(desk: Desk) -> Palette:
    desk.window.files.show_document(open_sample("hotel"))
    desk.settle()
    made = Palette(
        desk.window.session, desk.window.actions_.run, desk.window.actions_.can, desk.window
    )
    made.open(QPoint(800, 10))
    return made


def rows(palette: Palette) -> list[str]:
    return [palette.list.item(row).text() for row in range(palette.list.count())]


def test_a_step_is_found_by_its_words_in_any_order_and_gone_to(
    palette: Palette, desk: Desk
) -> None:
    key_in(palette.field, "in check")
    step = next(
        step for step in desk.window.session.document.steps.values() if step.label == "Check in"
    )
    assert "Check in" in rows(palette)
    palette.list.setCurrentRow(rows(palette).index("Check in"))
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert step.id in desk.window.session.selection
    assert not palette.isVisible()


def test_a_command_is_found_by_its_english_name_in_the_chinese_window(
    palette: Palette, desk: Desk
) -> None:
    desk.window.choose_language("zh_CN")
    key_in(palette.field, "select all")
    assert rows(palette) == ["选择泳道，再选全部"]
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert desk.window.session.selection


def test_a_problem_is_found_by_its_rule_and_gone_to(palette: Palette, desk: Desk) -> None:
    finding = desk.window.session.findings[0]
    key_in(palette.field, finding.rule)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert set(desk.window.session.selection) == {*finding.steps, *finding.flows}


def test_what_is_not_there_is_said(palette: Palette) -> None:
    key_in(palette.field, "no such thing at all")
    assert rows(palette) == []
    assert "no such thing" in palette._none.text()


def test_a_slash_leaves_commands_out(palette: Palette) -> None:
    key_in(palette.field, "/undo")
    assert rows(palette) == []


def test_who_asks_for_themes_is_shown_every_one_of_them(palette: Palette) -> None:
    key_in(palette.field, "theme")
    assert {"Light", "Dark", "High contrast", "As the system"} <= set(rows(palette))


def test_annotation_rows_are_found_by_what_they_are(palette: Palette) -> None:
    key_in(palette.field, "annotation")
    assert {"Channel", "Emotion"} <= set(rows(palette))
