"""The window while a document is open: rail, outline, canvas, inspector and the panel beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from blueprint.ui.actions.qt_actions import QtActions
from blueprint.ui.canvas.accessible import speak_for
from blueprint.ui.canvas.canvas import CanvasView
from blueprint.ui.canvas.minimap import Minimap
from blueprint.ui.listening import listen
from blueprint.ui.panels.bottom import BottomPanel
from blueprint.ui.panels.inspector import Inspector
from blueprint.ui.panels.outline import Outline
from blueprint.ui.panels.tool_rail import ToolRail
from blueprint.ui.quick.bar import QuickBar
from blueprint.ui.session import Session
from blueprint.ui.settings import Settings
from blueprint.ui.sizing import as_texts_grow, bound, px
from blueprint.ui.threads.thread_card import ThreadCard
from blueprint.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from blueprint.ui.lessons.panel import LessonPanel

OUTLINE_WIDTH: Final = 196
INSPECTOR_WIDTH: Final = 268
BOTTOM_HEIGHT: Final = 162
WITHOUT_OUTLINE: Final = 1280
WITHOUT_INSPECTOR: Final = 1120
"""Widths of the window under which a panel makes room for the canvas."""


class Workspace(QWidget):
    """Panels can be hidden, and are hidden by themselves where the window is narrow."""

    def __init__(
        self, session: Session, canvas: CanvasView, actions: QtActions, settings: Settings
    ) -> None:
        super().__init__()
        self.setObjectName("workspace")
        self._settings = settings
        self.rail = ToolRail(actions)
        self.outline = Outline(session)
        self.inspector = Inspector(session, actions.fill_subject_menu)
        self.bottom = BottomPanel(session, settings)
        self.canvas = canvas
        self.setFocusProxy(canvas)
        self.minimap = Minimap(canvas)
        self.said = ThreadCard(session, settings, canvas)
        canvas.thread_requested.connect(self.said.open)
        self.speaker = speak_for(canvas)
        self.quick_bar = QuickBar(canvas, actions.fill_subject_menu, self.minimap, self)
        self.toast = Toast(canvas, lambda: self.quick_bar.taken)
        listen(self, session.refused, self.toast.tell)
        self._unwanted: set[str] = set()
        self._hidden_for_lesson: set[str] = set()
        self._lesson: LessonPanel | None = None
        self._width = 0
        self._panels: dict[str, QWidget] = {
            "outline": self.outline,
            "inspector": self.inspector,
            "bottom": self.bottom,
        }
        self._arrange()

    def _arrange(self) -> None:
        self.down = QSplitter(Qt.Orientation.Vertical)
        self.down.addWidget(self.canvas)
        self.down.addWidget(self.bottom)
        self.across = QSplitter(Qt.Orientation.Horizontal)
        for part in (self.outline, self.down, self.inspector):
            self.across.addWidget(part)
        for splitter, stretching in ((self.down, 0), (self.across, 1)):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
            splitter.setStretchFactor(stretching, 1)
        bound(self.outline, least_width=160, most_width=320)
        bound(self.inspector, least_width=240, most_width=400)
        self.canvas.setMinimumSize(320, 160)
        self.bottom.folded.connect(self._bottom_folded)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.across, 1)
        as_texts_grow(self, self._resize)

    def _resize(self) -> None:
        """Give the panels the room that texts of this size need."""
        self._reset_sizes()
        if self._width:
            self.fit_panels(self._width)

    def _reset_sizes(self) -> None:
        self.across.setSizes([px(OUTLINE_WIDTH), 10_000, px(INSPECTOR_WIDTH)])
        self.down.setSizes([10_000, px(BOTTOM_HEIGHT)])

    def _bottom_folded(self, folded: bool) -> None:
        if not folded:
            self.down.setSizes([10_000, px(BOTTOM_HEIGHT)])

    def shows(self, panel: str) -> bool:
        """Whether a panel is in sight."""
        return self._panels[panel].isVisibleTo(self)

    def show_panel(self, panel: str, shown: bool) -> None:
        """Show or hide "outline", "inspector" or "bottom"."""
        self._unwanted.discard(panel) if shown else self._unwanted.add(panel)
        self._panels[panel].setVisible(shown)

    def show_lesson(self, panel: LessonPanel | None) -> None:
        """Let a lesson stand in the place of other panels; with None all is as before."""
        if self._lesson is not None:
            self._lesson.hide()
        for name in ("outline", "bottom"):
            if panel is not None and name not in self._unwanted:
                self._unwanted.add(name)
                self._hidden_for_lesson.add(name)
        if panel is None:
            self._unwanted -= self._hidden_for_lesson
            self._hidden_for_lesson.clear()
        self._lesson = panel
        if panel is not None:
            row = self.layout()
            assert isinstance(row, QHBoxLayout)
            row.insertWidget(0, panel)
            panel.show()
        self.bottom.setVisible("bottom" not in self._unwanted)
        self.fit_panels(self.window().width())

    def fit_panels(self, width: int) -> None:
        """Hide the panels that a window of that width has no room for."""
        narrower = 0
        if self._lesson is not None:
            self._lesson.fit(width)
            narrower = self._lesson.width() - OUTLINE_WIDTH
        self._width = width
        for panel, least in (("outline", WITHOUT_OUTLINE), ("inspector", WITHOUT_INSPECTOR)):
            grown = px(INSPECTOR_WIDTH) - INSPECTOR_WIDTH + narrower
            if panel == "outline":
                grown += px(OUTLINE_WIDTH) - OUTLINE_WIDTH
            self._panels[panel].setVisible(width >= least + grown and panel not in self._unwanted)

    def remember(self) -> None:
        """Keep the panels' sizes for the next start."""
        self._settings.set_state("across", self.across.saveState())
        self._settings.set_state("down", self.down.saveState())
        self._settings.set_text("hidden_panels", " ".join(sorted(self._unwanted)))

    def restore(self) -> None:
        """Show the panels of the last time in the sizes that they had."""
        for panel in self._settings.text("hidden_panels").split():
            if panel in self._panels:
                self.show_panel(panel, False)
        for name, splitter in (("across", self.across), ("down", self.down)):
            state = self._settings.state(name)
            if not state.isEmpty():
                splitter.restoreState(state)
                splitter.setHandleWidth(1)

    def regions(self) -> list[QWidget]:
        """What F6 walks through, in order."""
        every = [
            self.rail,
            self.outline,
            self.canvas,
            self.quick_bar,
            self.inspector,
            self.bottom,
        ]
        first = [self._lesson] if self._lesson is not None else []
        return [region for region in (*first, *every) if region.isVisible()]
