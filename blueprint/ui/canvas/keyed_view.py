"""Keys and input methods on their way to what they mean on the canvas."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from blueprint.layout.geometry import Box
from blueprint.ui.canvas import keys
from blueprint.ui.canvas.keyboard import Keyboard
from blueprint.ui.canvas.pens import rect
from blueprint.ui.canvas.session_view import SessionView
from blueprint.ui.tab_key import TAB_KEY


class KeyedView(SessionView):
    """Hands every key to `_keyboard`, its own also where a menu has them as shortcuts."""

    _keyboard: Keyboard

    def _cursor_box(self) -> Box | None:
        """Where the cell cursor stands, in pixels."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and keys.belongs_to_canvas(event):
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        return TAB_KEY.moves_focus and super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keyboard.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self._keyboard.release(event):
            super().keyReleaseEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if not self._keyboard.compose(event):
            event.ignore()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        if query == Qt.InputMethodQuery.ImEnabled:
            return self._keyboard.takes_text
        if query == Qt.InputMethodQuery.ImCursorRectangle:
            box = self._cursor_box()
            return rect(box) if box is not None else super().inputMethodQuery(query)
        return super().inputMethodQuery(query)
