"""The threads about one step, beside its card: read, answered, worded anew and resolved there."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from blueprint.i18n import message, tr
from blueprint.layout.geometry import Box
from blueprint.model.edits.comments import comment, remove_comment, resolve, reword
from blueprint.model.entities import Comment
from blueprint.model.search.threads import Thread, threads
from blueprint.ui.canvas.canvas import CanvasView
from blueprint.ui.listening import listen
from blueprint.ui.panels.comments import AUTHOR, CommentText
from blueprint.ui.session import Session
from blueprint.ui.settings import Settings
from blueprint.ui.sizing import fix, px
from blueprint.ui.theming import LOOK
from blueprint.ui.threads.place import beside
from blueprint.ui.threads.remark import Remark
from blueprint.ui.widgets.labels import button, label
from blueprint.ui.words import WORDS, say

WIDTH: Final = 256
NOTCH: Final = 8
LEAST: Final = 120
EDGE: Final = 12
SPACING: Final = 8


class ThreadCard(QFrame):
    """Opens with `open`, closes with Escape or when another thing is selected."""

    def __init__(self, session: Session, settings: Settings, canvas: CanvasView) -> None:
        super().__init__(canvas.viewport())
        self._session = session
        self._settings = settings
        self._canvas = canvas
        self._step = ""
        self._on_right = True
        self.setObjectName("thread")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        say(self, name=message("Comments"))
        self.text = CommentText()
        fix(self.text, height=46)
        self.text.given.connect(self._write)
        self.text.left.connect(self.leave)
        self.give = button(message("Answer"), self._write, "primary")
        self._arrange()
        self.hide()
        listen(self, session.document_changed, lambda _change, _moved: self._follow())
        listen(self, session.document_replaced, self.close_card)
        listen(self, session.selection_changed, self._selected)
        listen(self, canvas.view_changed, self.settle)
        listen(self, LOOK.changed, self.update)
        listen(self, WORDS.changed, self._follow)
        canvas.viewport().installEventFilter(self)

    def _arrange(self) -> None:
        self._remarks = QWidget()
        self._rows = QVBoxLayout(self._remarks)
        self._rows.setContentsMargins(0, 0, 4, 0)
        self._rows.setSpacing(SPACING)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._remarks)
        column = QVBoxLayout(self)
        column.setContentsMargins(NOTCH + EDGE, EDGE, NOTCH + 8, EDGE)
        column.setSpacing(SPACING)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.text)
        row = QHBoxLayout()
        row.addWidget(self.give)
        row.addStretch(1)
        row.addWidget(label("Ctrl + Enter", "key"))
        column.addLayout(row)

    # --- acts --------------------------------------------------------------------------------

    @property
    def step(self) -> str:
        """The id of the step whose threads are shown; empty while closed."""
        return self._step

    def open(self, step: str) -> None:
        """Show what is said of a step, ready to answer."""
        self._session.select((step,))
        self._session.reveal((step,))
        self._step = step
        self._fill()
        self.show()
        self.raise_()
        self.settle()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Close, and go back to the canvas."""
        self.close_card()
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_card(self) -> None:
        """Close; what was typed and not given is dropped."""
        self._step = ""
        self.text.clear()
        self.hide()

    def _write(self) -> None:
        session, text = self._session, self.text.toPlainText()
        open_threads = self._threads()
        about = open_threads[-1].first.id if open_threads else self._step
        author = self._settings.text(AUTHOR)
        written = datetime.now().astimezone().isoformat(timespec="seconds")
        self.text.clear()
        made = session.attempt(
            lambda: comment(session.document, about, text, author=author, written=written)
        )
        if not made:
            self.text.setPlainText(text)

    def _resolve(self, thread: str) -> None:
        self._session.push(resolve(self._session.document, thread))
        if not self._threads():
            self.leave()

    def _reword(self, id: str, text: str) -> None:
        self._session.attempt(lambda: reword(self._session.document, id, text))
        self.text.setFocus()

    def _remove(self, id: str) -> None:
        self._session.push(remove_comment(self._session.document, id))
        self.text.setFocus()

    # --- inside ------------------------------------------------------------------------------

    def _threads(self) -> list[Thread]:
        found = threads(self._session.document)
        return [thread for thread in found if self._is_open(thread)]

    def _is_open(self, thread: Thread) -> bool:
        return thread.about == self._step and not thread.first.resolved

    def _fill(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        found = self._threads()
        for thread in found:
            for said in thread.comments:
                self._rows.addWidget(self._remark(said))
            close = button(message("Resolve"), partial(self._resolve, thread.first.id))
            self._rows.addWidget(close, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows.addStretch(1)
        self._scroll.setVisible(bool(found))
        say(self.give, text=message("Answer") if found else message("Comment"))
        hint = message("Answer…") if found else message("Say something about this step…")
        self.text.setPlaceholderText(tr(hint))

    def _remark(self, said: Comment) -> Remark:
        made = Remark(said, own=said.author == self._settings.text(AUTHOR))
        made.reworded.connect(partial(self._reword, said.id))
        made.removed.connect(partial(self._remove, said.id))
        made.left.connect(self._follow)
        made.grown.connect(self.settle)
        return made

    def _follow(self) -> None:
        """The document has changed: show what is said now, or close with the step gone."""
        if not self._step:
            return
        if self._step not in self._session.document.steps:
            self.close_card()
            return
        self._fill()
        self.settle()
        if not self.isAncestorOf(self.window().focusWidget() or self):
            return
        self.text.setFocus()

    def _selected(self) -> None:
        if self._step and self._session.selection != (self._step,):
            self.close_card()

    def settle(self) -> None:
        """Stand beside the card where it is now; away while the card is out of sight."""
        layout = self._session.layout
        if not self._step or not layout.shows_step(self._step):
            self.hide()
            return
        card = layout.card(self._step).box
        on_screen = self._canvas.view_of(card).box_on_screen(card)
        area = self._canvas.viewport().rect()
        room = Box(area.x(), area.y(), area.width(), area.height())
        width = min(px(WIDTH), area.width() - 24)
        height = min(self._height_at(width), max(px(LEAST), area.height() - 24))
        place = beside(on_screen, width, height, room)
        self._on_right = place.x >= on_screen.right
        self.setGeometry(round(place.x), round(place.y), width, round(place.height))
        self.setVisible(on_screen.meets(room))
        self.update()

    def _height_at(self, width: int) -> int:
        """What the card needs to show everything at that width."""
        inner = width - 2 * NOTCH - 24
        items = (self._rows.itemAt(place) for place in range(self._rows.count()))
        rows = (item.widget() for item in items if item is not None)
        shown = [row for row in rows if row is not None]
        said = sum(
            row.height_at(inner) if isinstance(row, Remark) else row.sizeHint().height()
            for row in shown
        )
        gaps = SPACING * (len(shown) + 2) + 2 * EDGE
        return int(said + gaps + self.text.height() + self.give.sizeHint().height() + 4)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._step:
            self.settle()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(LOOK.colours.panel))
            painter.setPen(QPen(QColor(LOOK.colours.line2), 1))
            body = self.rect().adjusted(NOTCH, 0, -NOTCH, -1)
            painter.drawRoundedRect(body, 8, 8)
            edge = body.left() if self._on_right else body.right() + 1
            tip = edge - NOTCH + 1 if self._on_right else edge + NOTCH - 1
            points = [QPointF(edge, 16), QPointF(tip, 24), QPointF(edge, 32)]
            painter.drawPolyline(QPolygonF(points))
        finally:
            painter.end()
