"""A canvas with hands: real mouse and key events on a real widget, in the drawing's terms."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from blueprint.layout.geometry import Box
from blueprint.model.document import Document
from blueprint.model.entities import Step
from blueprint.ui.canvas.canvas import CanvasView
from blueprint.ui.session import Session
from tests.ui.desk import key_in

Key = Qt.Key
NONE: Final = Qt.KeyboardModifier.NoModifier
CTRL: Final = Qt.KeyboardModifier.ControlModifier
SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
ALT: Final = Qt.KeyboardModifier.AltModifier
LEFT: Final = Qt.MouseButton.LeftButton


class Hands:
    """Works a canvas as a user does, and tells what has become of the document."""

    def __init__(self, document: Document) -> None:
        self.session = Session(document)
        self.canvas = CanvasView(self.session)
        self.canvas.resize(1600, 1000)
        self.canvas.show()
        self.canvas.setFocus()
        self.refusals: list[str] = []
        self.session.refused.connect(lambda reason: self.refusals.append(str(reason)))
        self.settle()

    def settle(self) -> None:
        """Let Qt deliver and paint all that waits."""
        QApplication.processEvents()

    # --- the keyboard --------------------------------------------------------------------

    @property
    def focus(self) -> QWidget:
        """Whatever gets the keys: the canvas, or the field over it."""
        editor = self.canvas.editor
        return editor if editor.is_open else self.canvas

    def type(self, text: str) -> None:
        for character in text:
            key_in(self.focus, character)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.focus, key, modifiers)

    # --- the mouse -----------------------------------------------------------------------

    def at(self, x: float, y: float) -> QPoint:
        """A point of the drawing in the widget's pixels, as the pane has it that shows it."""
        found = self.canvas.view_of(Box(x, y, 0, 0)).to_screen(x, y)
        return QPoint(round(found.x), round(found.y))

    def middle(self, label: str) -> QPoint:
        return self.at(*self.box(label).middle)

    def side(self, label: str, across: float, down: float) -> QPoint:
        """A point of a card's edge, by shares of its width and height."""
        box = self.box(label)
        return self.at(box.x + box.width * across, box.y + box.height * down)

    def cell(self, lane: str, column: int) -> QPoint:
        return self.at(*self.cell_box(lane, column).middle)

    def cell_box(self, lane: str, column: int) -> Box:
        found = self.session.document.columns[column].id
        return self.session.layout.cell_box(lane, found)

    def click(self, at: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseClick(self.canvas.viewport(), LEFT, modifiers, at)

    def double_click(self, at: QPoint) -> None:
        self.click(at)
        QTest.mouseDClick(self.canvas.viewport(), LEFT, NONE, at)

    def grasp(self, at: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press the button and begin to drag."""
        self.move(at, modifiers, pressed=False)
        QTest.mousePress(self.canvas.viewport(), LEFT, modifiers, at)
        self.move(at + QPoint(5, 5), modifiers)

    def move(
        self, at: QPoint, modifiers: Qt.KeyboardModifier = NONE, *, pressed: bool = True
    ) -> None:
        buttons = LEFT if pressed else Qt.MouseButton.NoButton
        viewport = self.canvas.viewport()
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(at),
            QPointF(viewport.mapToGlobal(at)),
            Qt.MouseButton.NoButton,
            buttons,
            modifiers,
        )
        QApplication.sendEvent(viewport, event)

    def let_go(self, at: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseRelease(self.canvas.viewport(), LEFT, modifiers, at)
        self.settle()

    def drag(self, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.grasp(start, modifiers)
        self.move((start + end) / 2, modifiers)
        self.move(end, modifiers)
        self.let_go(end, modifiers)

    def wheel(self, at: QPoint, notches: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
        event = QWheelEvent(
            QPointF(at),
            QPointF(self.canvas.viewport().mapToGlobal(at)),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.canvas.viewport(), event)

    # --- what has become of it -----------------------------------------------------------

    def step(self, label: str) -> Step:
        return next(step for step in self.session.document.steps.values() if step.label == label)

    def box(self, label: str) -> Box:
        return self.session.layout.card(self.step(label).id).box

    def labels(self, lane: str) -> list[str]:
        """The labels of a lane's steps from left to right."""
        columns = {column.id: n for n, column in enumerate(self.session.document.columns)}
        steps = [step for step in self.session.document.steps.values() if step.lane == lane]
        steps.sort(key=lambda step: (columns[step.column], step.order))
        return [step.label for step in steps]

    def place(self, label: str) -> tuple[str, int]:
        """Lane and column number of a step."""
        step = self.step(label)
        columns = [column.id for column in self.session.document.columns]
        return step.lane, columns.index(step.column)

    def flows(self) -> list[tuple[str, str, str]]:
        """Label of source, kind, label of target, sorted."""
        document = self.session.document
        return sorted(
            (
                document.step(flow.source).label,
                flow.kind.value,
                document.step(flow.target).label,
            )
            for flow in document.flows.values()
        )

    def undo_all(self) -> None:
        while self.session.history.undo_label is not None:
            self.session.undo()
