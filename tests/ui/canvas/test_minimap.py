"""The overview in the canvas's corner: there when it is of use, and a way to move about."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blueprint.model.edits.start import new_blueprint
from blueprint.model.edits.steps import add_step
from blueprint.ui.canvas.minimap import Minimap
from tests.ui.canvas.hands import LEFT, NONE, Hands


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    """Forty columns, so that only a part is in view."""
    document = new_blueprint(columns=40)
    for column in document.columns:
        document.apply(add_step(document, "lane-customer", column.id, label="Step").change)
    made = Hands(document)
    qtbot.addWidget(made.canvas)
    return made


def test_it_is_hidden_while_all_is_in_view(hands: Hands) -> None:
    overview = Minimap(hands.canvas)
    assert overview.isVisible()
    hands.canvas.fit_all()
    assert not overview.isVisible()
    hands.canvas.zoom_to(1.0)
    assert overview.isVisible()


def test_a_click_centres_and_a_drag_pans(hands: Hands) -> None:
    overview = Minimap(hands.canvas)
    end = QPoint(overview.width() - 10, overview.height() // 2)
    QTest.mouseClick(overview, LEFT, NONE, end)
    hands.settle()
    far = hands.canvas.view.x
    assert far > hands.session.layout.size[0] / 2
    QTest.mousePress(overview, LEFT, NONE, end)
    QTest.mouseMove(overview, QPoint(overview.width() // 2, end.y()))
    QTest.mouseRelease(overview, LEFT, NONE, QPoint(overview.width() // 2, end.y()))
    assert hands.canvas.view.x <= far


def test_the_wheel_zooms(hands: Hands) -> None:
    overview = Minimap(hands.canvas)
    at = QPointF(20, 10)
    event = QWheelEvent(
        at,
        QPointF(overview.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(overview, event)
    assert hands.canvas.zoom < 1.0
