"""The canvas widget: one painter over the drawing, with what the hand and keyboard do to it."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QMenu, QWidget

from blueprint.drawing.theme import Theme, theme
from blueprint.layout.geometry import Box, Cell, Moved, Point
from blueprint.model.change import Change
from blueprint.ui.canvas import keys
from blueprint.ui.canvas.editor import After, InlineEditor
from blueprint.ui.canvas.ghosts import paint_ghosts
from blueprint.ui.canvas.headers import Headers
from blueprint.ui.canvas.menus import fill_lane_menu, open_menu
from blueprint.ui.canvas.navigation import Navigator
from blueprint.ui.canvas.overlay import Scenery, cursor_box, paint_hint, paint_overlay, paint_wire
from blueprint.ui.canvas.pens import rect
from blueprint.ui.canvas.pointing import Pointing
from blueprint.ui.canvas.scene import Scene
from blueprint.ui.canvas.surface import Surface
from blueprint.ui.canvas.teaching import paint_teaching
from blueprint.ui.canvas.typing_in_place import TypingInPlace
from blueprint.ui.canvas.view import View
from blueprint.ui.session import Session
from blueprint.ui.tools import commands
from blueprint.ui.tools.grid import first_customer_cell, place_of
from blueprint.ui.tools.overlay import Overlay
from blueprint.ui.tools.state import Draft
from blueprint.ui.tools.targets import Pointer

CHANGE_BUDGET: Final = 40.0
"""Milliseconds for painting a change at once; what is left follows in the next frames."""
FRAME_BUDGET: Final = 8.0
TAP: Final = 0.25
"""Seconds within which the space bar is tapped, not held."""


class CanvasView(QAbstractScrollArea):
    """Shows a session's document and lets it be edited. It is the tools' Bench."""

    zoom_changed = Signal(float)
    view_changed = Signal()
    """What is in view has changed; see `view`."""
    field_requested = Signal(str)
    """The inspector's field "duration", "cost" or "owner" is wanted."""
    help_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme("light")
        self._scene = Scene(session.document, session.layout, self._theme)
        self._surface = Surface()
        self._headers = Headers()
        self._navigator = Navigator(
            self.horizontalScrollBar(), self.verticalScrollBar(), lambda: session.layout.size
        )
        self._typing = TypingInPlace(session, self.viewport(), lambda: self.view)
        self._pointing = Pointing(self, self, lambda: self.view)
        self._budget = FRAME_BUDGET
        self._space_down = 0.0
        self._sharpen = QTimer(self, singleShot=True, interval=0)
        self._sharpen.timeout.connect(self.viewport().update)
        self._set_up()
        self._listen()
        self.set_theme(self._theme)
        self._document_replaced()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Blueprint")
        self.setObjectName("canvas")
        viewport = self.viewport()
        viewport.setMouseTracking(True)
        viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        viewport.setAutoFillBackground(False)
        self.setMinimumSize(240, 160)

    def _listen(self) -> None:
        session = self._session
        session.document_changed.connect(self._document_changed)
        session.document_replaced.connect(self._document_replaced)
        session.findings_changed.connect(self._findings_changed)
        session.selection_changed.connect(self._refresh)
        session.cursor_changed.connect(self._cursor_changed)
        session.reveal_requested.connect(self._reveal)
        session.edit_requested.connect(self.edit)
        self._navigator.changed.connect(self._view_moved)
        self._navigator.zoom_changed.connect(self.zoom_changed)
        self._pointing.changed.connect(self._refresh)
        self._typing.ended.connect(self._typed)
        self._typing.changed.connect(self._refresh)

    # --- for the window and the tools ----------------------------------------------------

    @property
    def session(self) -> Session:
        return self._session

    @property
    def view(self) -> View:
        return self._navigator.view

    @property
    def editor(self) -> InlineEditor:
        """The field in which texts are typed in place."""
        return self._typing.editor

    @property
    def overlay(self) -> Overlay:
        """What the tool in hand shows above the drawing."""
        return self._pointing.overlay

    @property
    def is_sharp(self) -> bool:
        """Whether all that is in view has been painted at its zoom."""
        return self._surface.is_sharp

    @property
    def zoom(self) -> float:
        return self.view.zoom

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        self._scene.set_theme(theme)
        self._surface.set_ground(theme.window.sheet)
        self._headers.forget()
        self._typing.dress(theme)
        self._refresh()

    def retranslate(self) -> None:
        """The language of the window has changed."""
        self._headers.forget()
        self._refresh()

    def edit(self, id: str) -> None:
        """Edit the text of something in place."""
        self._reveal((id,))
        self._typing.edit(id)

    def edit_focused(self) -> None:
        """Edit the text of what is selected or focused."""
        chosen = self._session.selection
        found = chosen[-1] if chosen else commands.focused_step(self._session)
        if found:
            self.edit(found)

    def draft(self, draft: Draft) -> None:
        """Type a new step in place."""
        self._begin(draft, "")

    def pan(self, dx: float, dy: float) -> None:
        self._navigator.pan(dx, dy)

    def zoom_by(self, steps: float) -> None:
        self._navigator.zoom_by(steps)

    def zoom_to(self, zoom: float) -> None:
        self._navigator.zoom_to(zoom)

    def fit_width(self) -> None:
        self._navigator.fit_width()

    def fit_all(self) -> None:
        self._navigator.fit_all()

    def fit_selection(self) -> None:
        """Show what is selected as large as it may be; everything if nothing is."""
        boxes = [self._scene_box(id) for id in self._session.selection]
        found = [box for box in boxes if box is not None]
        if found:
            self._navigator.fit(_around(found).grown(24), most=2.0)
        else:
            self.fit_all()

    def centre_on(self, x: float, y: float) -> None:
        """Bring a point of the drawing to the middle."""
        self._navigator.centre_on(x, y)

    def open_lane_menu(self, pointer: Pointer) -> None:
        menu = QMenu(self)
        fill_lane_menu(menu, self._session)
        at = QPoint(round(pointer.screen.x), round(pointer.screen.y))
        menu.exec(self.viewport().mapToGlobal(at))

    # --- what the session tells ----------------------------------------------------------

    def _document_replaced(self) -> None:
        session = self._session
        self._typing.forget()
        self._pointing.reset()
        self._scene = Scene(session.document, session.layout, self._theme)
        self._scene.take_findings(session.findings)
        self._surface.invalidate_all()
        self._headers.forget()
        self._navigator.start_over()
        if not session.document.steps:
            session.move_cursor(first_customer_cell(session.document))
        self._refresh()

    def _document_changed(self, change: Change, moved: Moved) -> None:
        boxes = self._scene.take(change, moved)
        if boxes is None:
            self._surface.invalidate_all()
        else:
            self._surface.invalidate(boxes)
        self._headers.forget()
        self._navigator.refit()
        self._typing.settle()
        self._budget = CHANGE_BUDGET
        self._refresh()

    def _findings_changed(self) -> None:
        self._surface.invalidate(self._scene.take_findings(self._session.findings))
        self._refresh()

    def _cursor_changed(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, self._empty_cell() is not None)
        self._refresh()

    def _view_moved(self) -> None:
        self._typing.settle()
        self.view_changed.emit()
        self.viewport().update()

    def _refresh(self) -> None:
        self.viewport().setCursor(self._pointing.state.shape)
        self.viewport().update()

    def _reveal(self, ids: tuple[str, ...]) -> None:
        boxes = [box for id in ids if (box := self._scene_box(id)) is not None]
        if boxes:
            self._navigator.reveal(_around(boxes))

    def _scene_box(self, id: str) -> Box | None:
        layout = self._session.layout
        if layout.shows_step(id):
            return layout.card(id).box
        if layout.shows_flow(id):
            points = layout.connector(id).points
            return _around([Box(point.x, point.y, 0, 0) for point in points])
        return None

    def _typed(self, follows: After) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if follows is After.NEXT:
            commands.next_step(self, 1)
        elif follows is After.PREVIOUS:
            commands.next_step(self, -1)
        elif follows is After.SECOND:
            commands.second_step(self)

    # --- painting ------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        size = self.viewport().size()
        self._navigator.resize(size.width(), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        try:
            self._paint(painter, event.rect())
        finally:
            painter.end()

    def _paint(self, painter: QPainter, area: QRect) -> None:
        view = self.view
        self._surface.show(view, self.devicePixelRatioF())
        budget, self._budget = self._budget, FRAME_BUDGET
        if not self._surface.render(self._scene.paint, budget):
            self._sharpen.start()
        body = rect(view.body)
        self._surface.draw(painter, area)
        overlay = self.overlay
        scenery = self.scenery()
        painter.save()
        painter.setClipRect(body)
        paint_overlay(painter, scenery, overlay)
        for step in self._ringed(overlay):
            self._scene.paint_badges(painter, step, view)
        paint_ghosts(painter, scenery, overlay, self._scene)
        wire = self._typing.wire()
        if wire is not None:
            paint_wire(painter, scenery, wire)
        if not self._session.document.steps and not self._typing.is_open:
            paint_teaching(painter, scenery)
        painter.restore()
        self._headers.paint(painter, scenery, overlay, area)
        paint_hint(painter, scenery, self._pointing.pointer.screen, overlay)

    def _ringed(self, overlay: Overlay) -> list[str]:
        """The few cards that have a ring round them, which badges stand above."""
        if overlay.ghosts or self._typing.is_open:
            return []
        ringed = dict.fromkeys((*self._session.selection[:20], overlay.hover, overlay.joined))
        return [id for id in ringed if self._session.layout.shows_step(id)]

    def scenery(self) -> Scenery:
        """What the overlay is painted over, as it is now."""
        session = self._session
        typing = self._typing.is_open
        return Scenery(
            session.document,
            session.layout,
            self.view,
            self._theme,
            () if typing else session.selection,
            None if typing else session.cursor,
            self.hasFocus(),
            band_hovered=0 <= self._pointing.pointer.screen.y < self.view.top,
        )

    # --- the hand ------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._typing.close()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointing.press(event.position(), event.modifiers())
        elif event.button() == Qt.MouseButton.MiddleButton:
            self._pointing.press_middle(event.position())
        elif event.button() == Qt.MouseButton.RightButton:
            pointer = self._pointing.target_at(event.position())
            open_menu(self, pointer, event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointing.move(event.position(), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._pointing.release(event.position(), event.modifiers())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointing.double(event.position(), event.modifiers())

    def leaveEvent(self, event: QEvent) -> None:
        self._pointing.leave()

    def wheelEvent(self, event: QWheelEvent) -> None:
        pixels, angle = event.pixelDelta(), event.angleDelta()
        at = Point(event.position().x(), event.position().y())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = pixels.y() / 100 if not pixels.isNull() else angle.y() / 240
            self._navigator.zoom_by(steps, at)
        else:
            dx = pixels.x() if not pixels.isNull() else angle.x()
            dy = pixels.y() if not pixels.isNull() else angle.y()
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not dx:
                dx, dy = dy, 0
            self._navigator.pan(-dx, -dy)
        event.accept()

    # --- the keyboard --------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and keys.belongs_to_canvas(event):
            event.accept()
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            return self._gesture(event)
        return super().viewportEvent(event)

    def _gesture(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        at = Point(event.position().x(), event.position().y())
        self._navigator.zoom_to(self.zoom * (1 + event.value()), at)
        return True

    def focusNextPrevChild(self, next: bool) -> bool:
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cell = self._empty_cell()
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            if not event.isAutoRepeat():
                self._space_down = time.monotonic()
                self._pointing.hold_hand(True)
        elif event.key() == Qt.Key.Key_Escape:
            self._peel()
        elif cell is not None and keys.is_text(event):
            column = place_of(self._session.document, cell.column)
            self._begin(Draft(cell.lane, column), event.text())
        elif (act := keys.act_for(event)) is not None:
            act(self)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            tapped = time.monotonic() - self._space_down < TAP
            was_held = self._pointing.holds_hand
            self._pointing.hold_hand(False)
            if tapped and was_held:
                commands.toggle_focused(self._session)
        else:
            super().keyReleaseEvent(event)

    def _peel(self) -> None:
        """Esc gives up one thing at a time: the drag, the tool, the selection, the cell."""
        session = self._session
        if self._pointing.cancel():
            return
        if session.tool != "select":
            session.set_tool("select")
        elif session.selection:
            session.select(())
        else:
            session.move_cursor(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._refresh()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._pointing.hold_hand(False)
        self._refresh()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        cell = self._empty_cell()
        if cell is None or not (event.preeditString() or event.commitString()):
            event.ignore()
            return
        column = place_of(self._session.document, cell.column)
        self._typing.compose(Draft(cell.lane, column), event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        if query == Qt.InputMethodQuery.ImEnabled:
            return self._empty_cell() is not None
        if query == Qt.InputMethodQuery.ImCursorRectangle:
            box = cursor_box(self.scenery())
            return rect(box) if box is not None else super().inputMethodQuery(query)
        return super().inputMethodQuery(query)

    def _empty_cell(self) -> Cell | None:
        """The cursor's cell, if nothing stands in it and steps can be typed there."""
        cell, session = self._session.cursor, self._session
        if cell is None or session.tool != "select" or session.document.cell(*cell):
            return None
        return cell

    def _begin(self, draft: Draft, text: str) -> None:
        columns = self._session.layout.columns
        band = columns[min(draft.column, len(columns) - 1)]
        lane = self._session.layout.cell_box(draft.lane, band.column)
        beyond = lane.width if draft.column >= len(columns) else 0
        self._navigator.reveal(Box(lane.x + beyond, lane.y, lane.width, lane.height))
        self._typing.begin(draft, text)


def _around(boxes: list[Box]) -> Box:
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Box(left, top, right - left, bottom - top)
