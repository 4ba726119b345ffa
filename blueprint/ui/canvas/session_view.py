"""A view of a session's drawing, and what it asks of the window around it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from blueprint.layout.geometry import Box, Point
from blueprint.ui.canvas.hit import Sight, pick
from blueprint.ui.canvas.places import around
from blueprint.ui.canvas.zooming import ZoomingView
from blueprint.ui.session import Session
from blueprint.ui.tools.links import ask_to_open, leads_to_blueprint
from blueprint.ui.tools.targets import Target


class SessionView(ZoomingView):
    """Scrolls and zooms; fields, links and help are the window's."""

    theme_changed = Signal()
    field_requested = Signal(str)
    """The inspector's field "duration", "cost" or "owner" is wanted."""
    help_requested = Signal()
    link_requested = Signal()
    """A blueprint is to be chosen that the selected steps lead to."""
    linked_requested = Signal()
    """The blueprint that the selected step leads to is to be opened."""
    thread_requested = Signal(str)
    """What is said of a step is to be shown beside its card."""
    busy_changed = Signal(bool)
    """Whether something is dragged or typed just now."""
    touched = Signal(bool)
    """Whether the last press was a finger's."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(lambda: session.layout.size, parent)
        self._session = session
        self.foot = 0
        """Pixels at its foot that something may cover: what is brought into view stands above."""

    @property
    def session(self) -> Session:
        return self._session

    def target_at(self, at: QPoint) -> Target:
        """What lies under a pixel, headers included."""
        point = Point(at.x(), at.y())
        session = self._session
        return pick(Sight(session.document, session.layout, self.view_at(point)), point)

    def ask_field(self, key: str) -> None:
        """Go to a field of the selected steps."""
        if self._session.selected_steps:
            self.field_requested.emit(key)

    def ask_help(self) -> None:
        self.help_requested.emit()

    def fit_selection(self) -> None:
        """Show what is selected as large as it may be; everything if nothing is."""
        box = around(self._session.layout, self._session.selection)
        self._navigator.fit_all() if box is None else self._navigator.fit(box.grown(24), most=2.0)

    def open_link(self) -> None:
        """Offer to open the link of the selected step."""
        if leads_to_blueprint(self._session):
            self.linked_requested.emit()
        else:
            ask_to_open(self._session, self)

    def open_thread(self, step: str) -> None:
        """Show what is said of a step beside its card."""
        self.thread_requested.emit(step)

    def choose_link(self) -> None:
        """Ask for a blueprint that the selected steps lead to."""
        self.link_requested.emit()

    def _reveal(self, ids: tuple[str, ...]) -> None:
        box = around(self._session.layout, ids)
        if box is not None:
            below = self.foot / self.zoom
            self._navigator.reveal(Box(box.x, box.y, box.width, box.height + below))
