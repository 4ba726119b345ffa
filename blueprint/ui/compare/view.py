"""The comparison of the open blueprint with another file, kept in step with every edit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from blueprint.i18n import Message, message, tr
from blueprint.model.comparison.matching import Difference
from blueprint.model.comparison.telling import Told
from blueprint.model.document import Document
from blueprint.ui.canvas.navigation import ORIGIN
from blueprint.ui.compare.half import Half
from blueprint.ui.compare.pane import DrawingPane
from blueprint.ui.compare.panel import BESIDE, OVERLAY, STACKED, ComparePanel
from blueprint.ui.compare.versions import STATES, Versions, versions
from blueprint.ui.listening import listen
from blueprint.ui.session import Session
from blueprint.ui.theming import LOOK
from blueprint.ui.widgets.labels import button, icon_button, label
from blueprint.ui.words import WORDS

LEAST_FIRST_ZOOM = 0.6
_COUNTED = {
    Difference.ADDED: message("{count} added"),
    Difference.REMOVED: message("{count} removed"),
    Difference.MOVED: message("{count} moved"),
    Difference.CHANGED: message("{count} changed"),
}
DELAY = 150
"""Milliseconds from an edit to the new comparison."""


class CompareView(QWidget):
    """Until `show_other` has been called it says what to do, and asks for a file if told to."""

    file_asked = Signal()
    export_asked = Signal(object)
    """The Versions that are shown."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._other: tuple[Document, str] | None = None
        self._swapped = False
        self._following = False
        self.versions: Versions | None = None
        self.old, self.new, self.overlay = Half(), Half(), Half()
        self.panel = ComparePanel()
        self._both = QSplitter(Qt.Orientation.Vertical)
        self._drawings = QStackedWidget()
        self._stack = QStackedWidget()
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self.refresh)
        self._arrange()
        self._connect()
        self.show_way(STACKED)

    def _arrange(self) -> None:
        for half in (self.old, self.new):
            self._both.addWidget(half)
            self._both.setStretchFactor(self._both.count() - 1, 1)
        self._both.setHandleWidth(1)
        self._both.setChildrenCollapsible(False)
        self._drawings.addWidget(self._both)
        self._drawings.addWidget(self.overlay)
        self.old.tools.addWidget(label(message("Scroll and zoom are linked"), "muted"))
        self.old.tools.addWidget(icon_button("swap", message("Swap the versions"), self.swap))
        for half in (self.new, self.overlay):
            half.tools.addWidget(button(message("Previous change"), lambda: self.go(-1), "flat"))
            half.tools.addWidget(button(message("Next change"), lambda: self.go(1), "flat"))
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._drawings, 1)
        row.addWidget(self.panel)
        self._stack.addWidget(_invitation(self.file_asked.emit))
        self._stack.addWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _connect(self) -> None:
        listen(self, self._session.document_changed, lambda _change, _moved: self._timer.start())
        listen(self, self._session.document_replaced, self.forget)
        listen(self, WORDS.changed, self._relook)
        listen(self, LOOK.changed, self._relook)
        self.panel.way_chosen.connect(self.show_way)
        self.panel.changes.chosen.connect(self._light)
        self.panel.export_asked.connect(lambda: self.export_asked.emit(self.versions))
        for pane in self._panes():
            pane.picked.connect(self._picked)
            pane.view_moved.connect(lambda pane=pane: self._linked(pane))

    def _panes(self) -> tuple[DrawingPane, DrawingPane, DrawingPane]:
        return self.old.pane, self.new.pane, self.overlay.pane

    # --- what is compared --------------------------------------------------------------------

    def show_other(self, document: Document, name: str, *, as_new: bool = False) -> None:
        """Compare the open blueprint with another one, the older of the two unless `as_new`."""
        self._other = document, name
        self._swapped = as_new
        self._stack.setCurrentIndex(1)
        self.refresh()
        self.fit_all()

    @property
    def is_comparing(self) -> bool:
        return self._other is not None

    def forget(self) -> None:
        """Another document is open: what it was compared with is of no interest any more."""
        self._other = self.versions = None
        self._stack.setCurrentIndex(0)

    def swap(self) -> None:
        """Take the old version for the new one."""
        self._swapped = not self._swapped
        self.refresh()

    def refresh(self) -> None:
        """Compare anew, if anybody is looking."""
        if self._other is None or not self.isVisible():
            return
        other, name = self._other
        opened = self._session.document.snapshot()
        own = opened.properties.title or tr(message("This blueprint"))
        self.versions = found = versions(opened, other, (own, name), swapped=self._swapped)
        self.old.pane.show_document(found.old, found.marks(old=True))
        self.new.pane.show_document(found.new, found.marks(old=False))
        self.overlay.pane.show_document(found.overlay.document, found.overlay.marks)
        self._tell()

    def _tell(self) -> None:
        found = self.versions
        if found is None:
            return
        self.old.name_it(_named(found, found.old, found.old_name), found.old)
        self.new.name_it(_named(found, found.new, found.new_name), found.new)
        self.overlay.name_it(tr(message("Overlay")), found.overlay.document)
        self.panel.show_metrics(found.heads, found.metrics())
        self.panel.show_differences(found.differences)
        self.panel.show_unplanned(found.unplanned())
        self._session.announce(tally(found.differences))

    # --- how it is shown ---------------------------------------------------------------------

    def show_way(self, way: str) -> None:
        """STACKED, BESIDE or OVERLAY."""
        self.panel.ways.show_value(way)
        self._drawings.setCurrentIndex(1 if way == OVERLAY else 0)
        down = Qt.Orientation.Horizontal if way == BESIDE else Qt.Orientation.Vertical
        self._both.setOrientation(down)
        self._both.setSizes([10_000, 10_000])

    def fit_all(self) -> None:
        """Show as much of both as can be read."""
        navigators = [pane.navigator for pane in self._panes()]
        self._following = True
        for navigator in navigators:
            navigator.fit_all()
        self._following = False
        zoom = min(found.zoom_of_width() for found in navigators[:2])
        zoom = max(LEAST_FIRST_ZOOM, min(1.0, zoom))
        for navigator in navigators[:2]:
            navigator.show(replace(navigator.view, zoom=zoom, x=ORIGIN.x, y=ORIGIN.y))

    def zoom_by(self, steps: float) -> None:
        shown = self.overlay.pane if self._drawings.currentIndex() else self.old.pane
        shown.navigator.zoom_by(steps)

    def go(self, by: int) -> None:
        """The next difference, or with −1 the previous one."""
        self.panel.changes.go(by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turn = {Qt.Key.Key_N: 1, Qt.Key.Key_P: -1}.get(Qt.Key(event.key()))
        if turn and not event.modifiers() and self.is_comparing:
            self.go(turn)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    # --- inside ------------------------------------------------------------------------------

    def _light(self, told: Told) -> None:
        found = self.versions
        if found is None:
            return
        old, new = told.pair.old, told.pair.new
        own = {
            self.old.pane: old.id if old else "",
            self.new.pane: new.id if new else "",
            self.overlay.pane: new.id if new else found.overlay.ids.get(old.id if old else "", ""),
        }
        for pane, id in own.items():
            pane.light((id,) if id else ())

    def _picked(self, id: str) -> None:
        found = self.versions
        back = {new: old for old, new in found.overlay.ids.items()} if found else {}
        shown = self.overlay.pane.document.steps if self._drawings.currentIndex() else ()
        self.panel.changes.go_to_step(id)
        if id in shown and id in back:
            self.panel.changes.go_to_step(back[id])

    def _linked(self, pane: DrawingPane) -> None:
        if self._following or pane is self.overlay.pane:
            return
        self._following = True
        other = self.new.pane if pane is self.old.pane else self.old.pane
        other.follow(pane.view)
        self._following = False

    def _relook(self) -> None:
        for pane in self._panes():
            pane.relook()
        self._tell()


def tally(differences: tuple[Told, ...]) -> Message:
    """How many differences there are of each kind."""
    counts = Counter(told.difference for told in differences)
    if not counts:
        return message("The two blueprints do not differ in any step.")
    parts = [message(_COUNTED[kind].text, count=count) for kind, count in counts.items()]
    listed = parts[0]
    for part in parts[1:]:
        listed = message("{first}, {rest}", first=listed, rest=part)
    return listed


def _named(found: Versions, document: Document, name: str) -> str:
    """With its state, where that tells the two versions apart."""
    state = document.properties.state
    return f"{tr(STATES[state])}: {name}" if found.states_differ else name


def _invitation(ask: Callable[[], object]) -> QWidget:
    """What stands in the view while there is nothing to compare with."""
    made = QWidget()
    made.setObjectName("board")
    column = QVBoxLayout(made)
    column.addStretch(1)
    words = message("Compare this blueprint with another version: as-is with to-be, old with new.")
    for part in (
        label(message("Compare"), "heading"),
        label(words, "lead"),
        button(message("Choose a file…"), ask, "primary"),
    ):
        column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(2)
    return made
