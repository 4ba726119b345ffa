"""The canvas widget: one painter over the drawing, with what the hand and keyboard do to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from blueprint.drawing.theme import Theme, theme
from blueprint.layout.geometry import Box, Moved
from blueprint.model.change import Change
from blueprint.ui.canvas.dropping import Dropping
from blueprint.ui.canvas.editor import After, InlineEditor
from blueprint.ui.canvas.gliding import Gliding
from blueprint.ui.canvas.keyboard import Keyboard
from blueprint.ui.canvas.keyed_view import KeyedView
from blueprint.ui.canvas.menus import fill_lane_menu, offer_menu, open_menu, open_menu_by_key
from blueprint.ui.canvas.overlay import Scenery, cursor_box
from blueprint.ui.canvas.panes import frozen_of, steps_seen
from blueprint.ui.canvas.parting import Parting
from blueprint.ui.canvas.picture import CanvasPicture
from blueprint.ui.canvas.pointing import Pointing
from blueprint.ui.canvas.sharpening import Sharpening
from blueprint.ui.canvas.touch import Touch
from blueprint.ui.canvas.typing_in_place import TypingInPlace
from blueprint.ui.session import Session
from blueprint.ui.tools import commands, headings
from blueprint.ui.tools.grid import first_customer_cell
from blueprint.ui.tools.letters import letters_for, recovering
from blueprint.ui.tools.overlay import NOTHING, Overlay
from blueprint.ui.tools.state import Draft, Offer, PhaseDraft
from blueprint.ui.tools.targets import Pointer

_NONE = Qt.KeyboardModifier.NoModifier


class CanvasView(KeyedView):
    """Shows a session's document and lets it be edited. It is the tools' Bench."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._picture = CanvasPicture(session, theme("light"))
        self._typing = TypingInPlace(session, self.viewport(), self.view_of)
        self._pointing = Pointing(self, self, lambda: self.panes)
        self._dropping = Dropping(self, self.viewport(), self._pointing, self._refresh)
        self._keyboard = Keyboard(self, self._pointing, self._typing, self._navigator)
        self._gliding = Gliding(self, self.viewport().update)
        self._parting = Parting(self, self.viewport().update)
        self._touch = Touch(self, self, self._pointing, self._navigator)
        self._was_busy = False
        self._sharpening = Sharpening(self._picture, self.viewport())
        _set_up(self)
        self._listen()
        self.set_theme(theme("light"))
        self._document_replaced()

    def _listen(self) -> None:
        session = self._session
        session.document_changed.connect(self._document_changed)
        session.document_replaced.connect(self._document_replaced)
        session.findings_changed.connect(self._findings_changed)
        session.selection_changed.connect(self._cursor_changed)
        session.spotlight.changed.connect(self._refresh)
        session.cursor_changed.connect(self._cursor_changed)
        session.reveal_requested.connect(self._reveal)
        session.edit_requested.connect(self.edit)
        self._navigator.changed.connect(self._view_moved)
        self._pointing.changed.connect(self._refresh)
        self._typing.ended.connect(self._typed)
        self._typing.changed.connect(self._refresh)

    # --- for the window and the tools ----------------------------------------------------

    @property
    def editor(self) -> InlineEditor:
        """The field in which texts are typed in place."""
        return self._typing.editor

    @property
    def theme(self) -> Theme:
        return self._picture.theme

    @property
    def overlay(self) -> Overlay:
        """What the tool in hand shows above the drawing."""
        dropped = self._dropping.overlay
        return self._pointing.overlay if dropped is NOTHING else dropped

    @property
    def picture(self) -> CanvasPicture:
        """What is seen; it tells how much of it has been painted as it is now."""
        return self._picture

    @property
    def is_busy(self) -> bool:
        """Whether something is dragged or typed just now."""
        return self._typing.is_open or self._pointing.is_dragging

    def steps_in_view(self) -> Sequence[str]:
        """The steps that are seen, those of frozen lanes included."""
        return steps_seen(self._session.layout, self.panes)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._picture.set_theme(theme)
        self._typing.dress(theme)
        self.theme_changed.emit()
        self._refresh()

    def retranslate(self) -> None:
        """The language of the window has changed."""
        self._picture.forget_words()
        self._refresh()

    def edit(self, id: str) -> None:
        """Edit the text of something in place."""
        self._reveal((id,))
        self._typing.edit(id)

    def edit_focused(self) -> None:
        """Edit the text of what is selected or focused."""
        chosen = self._session.selection
        if headings.open_text(self):
            return
        if found := chosen[-1] if chosen else commands.focused_step(self._session):
            self.edit(found)

    def draft(self, draft: Draft) -> None:
        """Type a new step in place."""
        self._keyboard.begin(draft)

    @property
    def drafted_step(self) -> Draft | None:
        """The step that is being typed and does not exist yet."""
        return self._typing.draft

    def draft_phase(self, draft: PhaseDraft, text: str = "") -> None:
        """Type the title of a new phase in place."""
        self._reveal(draft.columns[:1])
        self._typing.begin(draft, text)

    def connect_by_letters(self, *, other: bool = False) -> None:
        """Show a letter on every card that may be chosen; typing it connects. See letters_for."""
        self._pointing.take(letters_for(self, commands.focused_step(self._session), other=other))

    def add_recovery(self, step: str) -> None:
        """Ask by letters, or a click, for the step that makes up for a failure."""
        self._pointing.take(recovering(self, step))

    def open_menu(self) -> None:
        """The menu of what is selected or focused, beside it."""
        open_menu_by_key(self, self.viewport())

    def offer(self, offers: Sequence[Offer]) -> None:
        """Show at the pointer what may be done; nothing is done by itself."""
        at = self._pointing.pointer.screen
        menu = offer_menu(self, offers)
        menu.popup(self.viewport().mapToGlobal(QPoint(round(at.x), round(at.y))))

    def open_lane_menu(self, pointer: Pointer) -> None:
        menu = QMenu(self)
        fill_lane_menu(menu, self._session)
        at = QPoint(round(pointer.screen.x), round(pointer.screen.y))
        menu.exec(self.viewport().mapToGlobal(at))

    # --- what the session tells ----------------------------------------------------------

    def _document_replaced(self) -> None:
        session = self._session
        self._typing.forget()
        self._gliding.stop()
        self._parting.close_at_once()
        self._pointing.reset()
        self._picture.start_over()
        self._navigator.frozen = frozen_of(session.document, session.layout)
        self._navigator.start_over()
        if not session.document.steps:
            session.move_cursor(first_customer_cell(session.document))
        self._refresh()

    def _document_changed(self, change: Change, moved: Moved) -> None:
        self._picture.take(change, moved)
        self._parting.close_at_once()
        self._gliding.follow(self._session.layout)
        self._navigator.frozen = frozen_of(self._session.document, self._session.layout)
        self._navigator.refit()
        self._typing.settle()
        self._refresh()

    def _findings_changed(self) -> None:
        self._picture.take_findings()
        self._refresh()

    def _cursor_changed(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, self._keyboard.takes_text)
        self._refresh()

    def _view_moved(self) -> None:
        self._typing.settle()
        self.view_changed.emit()
        self.viewport().update()

    def _refresh(self) -> None:
        self.viewport().setCursor(self._pointing.state.shape)
        self.viewport().update()
        if self.is_busy != self._was_busy:
            self._was_busy = self.is_busy
            self.busy_changed.emit(self._was_busy)

    def _typed(self, follows: After) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._keyboard.go_on(follows)

    # --- painting ------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        self._parting.follow(self.overlay.room)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        try:
            sharpened = self._picture.paint(
                painter,
                event.rect(),
                self.scenery(),
                self.panes,
                self.overlay,
                wire=self._typing.wire(),
                pointer=self._pointing.pointer.screen,
                gliding=self._gliding,
                parted=self._parting.now,
            )
        finally:
            painter.end()
        unseen = sharpened - event.region()
        if not unseen.isEmpty():
            self.viewport().update(unseen)
        self._sharpening.follow()
        if not self._pointing.is_dragging:
            self._gliding.note(self._session.layout, self.panes)

    def scenery(self) -> Scenery:
        """What the overlay is painted over, as it is now."""
        session = self._session
        typing = self._typing.is_open
        return Scenery(
            session.document,
            session.layout,
            self.view,
            self._picture.theme,
            () if typing else session.selection,
            None if typing or headings.heading(session) else session.cursor,
            self.hasFocus(),
            typing=typing,
            band_hovered=0 <= self._pointing.pointer.screen.y < self.view.top
            or headings.heading(session) is not None,
            lane_hovered=self._pointing.lane,
        )

    def _cursor_box(self) -> Box | None:
        """Where the cell cursor stands, in pixels."""
        cursor, layout = self._session.cursor, self._session.layout
        if cursor is None or not layout.has_cell(*cursor):
            return None
        view = self.view_of(layout.cell_box(*cursor))
        return cursor_box(replace(self.scenery(), view=view))

    # --- the hand ------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.begin_press(fingers=False)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointing.press(event.position(), event.modifiers())
        elif event.button() == Qt.MouseButton.MiddleButton:
            self._pointing.press_middle(event.position())
        elif event.button() == Qt.MouseButton.RightButton:
            self.offer_menu_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointing.move(event.position(), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self.let_go(event.position(), event.modifiers())

    def let_go(self, at: QPointF, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        """What the hand carries is dropped there."""
        carried = () if self.overlay.copying else self.overlay.ghosts
        if carried:
            self._gliding.carry(carried, self._parting.now)
        self._pointing.release(at, modifiers)
        if carried:
            self._gliding.follow(self._session.layout)

    def begin_press(self, *, fingers: bool) -> None:
        """A button or a finger goes down: what is being typed is accepted."""
        self._typing.close()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if fingers is not self._pointing.fingers:
            self._pointing.fingers = fingers
            self.touched.emit(fingers)

    def offer_menu_at(self, at: QPointF) -> None:
        """Open the menu for what lies there."""
        place = self.viewport().mapToGlobal(at).toPoint()
        open_menu(self, self._pointing.target_at(at), place)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            return self._touch.take(event)
        return super().viewportEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointing.double(event.position(), event.modifiers())

    def leaveEvent(self, event: QEvent) -> None:
        self._pointing.leave()

    # --- the keyboard --------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._refresh()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._pointing.hold_hand(False)
        self._refresh()


def _set_up(canvas: CanvasView) -> None:
    canvas.setFrameShape(QFrame.Shape.NoFrame)
    canvas.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    canvas.setAccessibleName("Blueprint")
    canvas.setObjectName("canvas")
    viewport = canvas.viewport()
    viewport.setMouseTracking(True)
    viewport.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
    viewport.ungrabGesture(Qt.GestureType.PanGesture)  # else Qt pans as well
    viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    viewport.setAutoFillBackground(False)
    canvas.setMinimumSize(240, 160)
