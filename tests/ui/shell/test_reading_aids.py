"""The window for those who hear it and for those who read large texts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollBar,
    QWidget,
)

from blueprint.resources import resource
from blueprint.ui.present.presentation import Presentation
from blueprint.ui.tab_key import TAB_KEY
from blueprint.ui.theming import scale_text
from tests.ui.desk import Desk


@pytest.fixture
def reading(desk: Desk) -> Iterator[Desk]:
    """A window with a sample in it, and a step selected that has a value in most fields."""
    desk.window.files.open_path(resource("samples/shoeshine.en.blueprint"))
    desk.settle()
    desk.select("Apply polish")
    yield desk
    scale_text(100)


def shown(desk: Desk) -> list[QWidget]:
    desk.wait(300)
    return [
        widget
        for widget in QApplication.allWidgets()
        if widget.isVisible() and widget.window() is desk.window
    ]


def nameless(desk: Desk) -> list[str]:
    """The controls in sight that a screen reader has no name for."""
    found = []
    for widget in shown(desk):
        plain = type(widget) in (QWidget, QFrame, QLabel) or isinstance(widget, QScrollBar | QMenu)
        inside = widget.objectName().startswith("qt_")  # a part that Qt makes of a named control
        focusable = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        if plain or inside or not (focusable or isinstance(widget, QAbstractButton)):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name):
            above = widget.parentWidget()
            found.append(f"{type(widget).__name__} in {type(above).__name__}")
    return found


@pytest.mark.parametrize("view", ["canvas", "table", "analysis", "compare", "replay"])
def test_every_control_in_sight_has_a_name(reading: Desk, view: str) -> None:
    reading.window.actions_.run(f"view.{view}")
    assert nameless(reading) == []


def test_every_control_of_the_start_page_has_a_name(desk: Desk) -> None:
    assert nameless(desk) == []


@pytest.mark.parametrize("kind", ["flow", "lane", "column", "phase"])
def test_the_fields_of_everything_have_names(reading: Desk, kind: str) -> None:
    document = reading.window.session.document
    reading.window.session.select(
        [next(id for id, thing in document.entities.items() if thing.kind_name == kind)]
    )
    assert nameless(reading) == []


def test_a_toggle_speaks_its_state(reading: Desk) -> None:
    fail = reading.window.workspace.quick_bar.badges["fail"]
    state = QAccessible.queryAccessibleInterface(fail).state()
    assert state.checkable
    assert state.checked


def cut(desk: Desk) -> list[str]:
    """Texts and controls in sight that have less room than they need."""
    found = []
    for widget in shown(desk):
        if isinstance(widget, QPushButton | QLabel | QLineEdit):
            least = widget.minimumSizeHint()
            wraps = isinstance(widget, QLabel) and widget.wordWrap()
            narrow = widget.width() < least.width() - 1 and not wraps
            if widget.height() < least.height() - 1 or narrow:
                text = widget.placeholderText() if isinstance(widget, QLineEdit) else widget.text()
                found.append(f"{type(widget).__name__} “{text}”")
    return found


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_however_large_texts_are(reading: Desk, percent: int) -> None:
    scale_text(percent)
    reading.wait(400)
    assert cut(reading) == []


def test_the_panels_come_back_when_texts_are_small_again(reading: Desk) -> None:
    workspace = reading.window.workspace
    before = workspace.inspector.width()
    scale_text(200)
    reading.settle()
    assert workspace.inspector.width() > 1.5 * before
    assert not workspace.outline.isVisible()
    scale_text(100)
    reading.settle()
    assert workspace.outline.isVisible()
    assert workspace.inspector.minimumWidth() == 240


def test_an_empty_blueprint_is_not_greeted_with_problems(desk: Desk) -> None:
    desk.window.actions_.run("new")
    desk.wait(400)
    session = desk.window.session
    session.check_now()
    assert session.findings == ()
    problems = desk.window.workspace.bottom.problems
    problems.refresh()
    words = [found.text() for found in problems.findChildren(QLabel) if found.isVisible()]
    assert "Problems are listed here as soon as there is a first step." in words
    desk.type("Calls")
    desk.press(Qt.Key.Key_Return)
    session.check_now()
    assert session.findings


def test_after_presenting_the_focus_is_where_it_was(reading: Desk) -> None:
    reading.window.canvas.setFocus()
    reading.settle()
    toolbar = reading.window.toolbar
    QTest.mouseClick(toolbar.present, Qt.MouseButton.LeftButton)
    reading.settle()
    shown_now = next(w for w in QApplication.topLevelWidgets() if isinstance(w, Presentation))
    QTest.keyClick(shown_now, Qt.Key.Key_Escape)
    reading.settle()
    assert reading.window.focusWidget() is reading.window.canvas


def test_tab_leaves_the_canvas_for_screen_readers(reading: Desk) -> None:
    canvas = reading.window.canvas
    canvas.setFocus()
    reading.press(Qt.Key.Key_Tab)
    assert reading.focus in (canvas, canvas.editor)
    reading.press(Qt.Key.Key_Escape)
    canvas.setFocus()
    TAB_KEY.moves_focus = True
    try:
        reading.press(Qt.Key.Key_Tab)
        assert reading.focus not in (canvas, canvas.editor)
    finally:
        TAB_KEY.moves_focus = False
