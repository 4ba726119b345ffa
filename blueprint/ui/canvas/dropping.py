"""What is dragged onto the canvas from elsewhere: pictures, badges and cards of the tool rail.

Other files are left to the window, which opens them.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from blueprint.drawing.cards import BADGE_STEP
from blueprint.i18n import message
from blueprint.layout.geometry import Point
from blueprint.ui.canvas.pointing import Pointing
from blueprint.ui.session import Session
from blueprint.ui.tools import clipboard
from blueprint.ui.tools.badges import BADGES, steps_with, toggle_badge
from blueprint.ui.tools.copying import MIME
from blueprint.ui.tools.grid import place_of
from blueprint.ui.tools.overlay import NOTHING, Drop, Overlay
from blueprint.ui.tools.place import KINDS, NO_EVIDENCE_LANE, OUTSIDE, evidence_lane, objection
from blueprint.ui.tools.state import Bench, Draft
from blueprint.ui.tools.targets import Part, Pointer

FIELDS = ("duration", "cost")
TOOL_MIME = "application/x-service-blueprint-tool"
"""What the tool rail lets be dragged: the name of a tool."""
_ON_CARD = (Part.CARD, Part.CARD_EDGE, Part.HANDLE)


class Dropping(QObject):
    """Listens to the drags over a widget; `changed` is called when the overlay is another."""

    def __init__(
        self, bench: Bench, over: QWidget, pointing: Pointing, changed: Callable[[], object]
    ) -> None:
        super().__init__(over)
        self._bench = bench
        self._pointing = pointing
        self._changed = changed
        self.overlay: Overlay = NOTHING
        over.setAcceptDrops(True)
        over.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self._drop(event)
            return True
        if isinstance(event, (QDragEnterEvent, QDragMoveEvent)):
            self._hover(event)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._show(NOTHING)
        return False

    def _hover(self, event: QDropEvent) -> None:
        if not _is_ours(event.mimeData()):
            event.ignore()
            return
        event.acceptProposedAction()
        pointer = self._pointing.target_at(event.position())
        self._show(self._preview(event.mimeData(), pointer))

    def _show(self, overlay: Overlay) -> None:
        self.overlay = overlay
        self._changed()

    def _preview(self, content: QMimeData, pointer: Pointer) -> Overlay:
        session, target = self._bench.session, pointer.target
        tool = _tool(content)
        if target.part in _ON_CARD and tool not in KINDS:
            corner = _corner(session, target.id, tool) if tool else None
            return Overlay(
                hover=target.id,
                targets=(target.id,),
                joined=target.id,
                corner=None if corner is None else (corner, pointer.at),
            )
        if tool in (*BADGES, *FIELDS):
            return NOTHING
        if target.cell is None:
            return NOTHING
        lane = target.cell.lane
        if tool == "evidence" or clipboard.picture_paths(content):
            lane = evidence_lane(session.document) or lane
        box = session.layout.cell_box(lane, target.cell.column).grown(-4)
        refusal = objection(session.document, target.cell, KINDS[tool]) if tool in KINDS else None
        if tool == "evidence":
            refusal = None
        return Overlay(
            drop=Drop((box,), refusal is None), hint=refusal, refused=refusal is not None
        )

    def _drop(self, event: QDropEvent) -> None:
        self._show(NOTHING)
        content = event.mimeData()
        if not _is_ours(content):
            event.ignore()
            return
        event.acceptProposedAction()
        pointer = self._pointing.target_at(event.position())
        if tool := _tool(content):
            self._drop_tool(tool, pointer)
        else:
            self._drop_content(content, pointer)

    def _drop_tool(self, tool: str, pointer: Pointer) -> None:
        session, target = self._bench.session, pointer.target
        on_card = target.id if target.part in _ON_CARD else ""
        if tool in (*BADGES, *FIELDS):
            self._drop_mark(tool, on_card)
            return
        lane = target.cell.lane if target.cell else ""
        if tool == "evidence":
            lane = evidence_lane(session.document)
            if not lane:
                session.refuse(NO_EVIDENCE_LANE)
                return
        if target.cell is None or not lane:
            session.refuse(OUTSIDE)
            return
        place = place_of(session.document, target.cell.column)
        self._bench.draft(Draft(lane, place, kind=KINDS[tool]))

    def _drop_mark(self, tool: str, step: str) -> None:
        """A badge is put on the card, a chip's field is asked for; beside a card nothing is."""
        session = self._bench.session
        if not step:
            session.refuse(message("This belongs on a card. Drop it on the step that it is about."))
            return
        session.select((step,))
        if tool in FIELDS:
            self._bench.ask_field(tool)
        elif not steps_with(session.document, [step], tool):
            session.attempt(lambda: toggle_badge(session.document, [step], tool))

    def _drop_content(self, content: QMimeData, pointer: Pointer) -> None:
        session, target = self._bench.session, pointer.target
        if target.cell is not None:
            session.move_cursor(target.cell)
        paths = clipboard.picture_paths(content)
        if not paths:
            clipboard.paste_content(session, content)
        elif target.cell is None:
            session.refuse(OUTSIDE)
        else:
            step = target.id if target.part in _ON_CARD else ""
            column = place_of(session.document, target.cell.column)
            clipboard.place_pictures(session, paths, step, column)


def _tool(content: QMimeData) -> str:
    if not content.hasFormat(TOOL_MIME):
        return ""
    name = bytes(content.data(TOOL_MIME).data()).decode("utf-8", "replace")
    return name if name in (*KINDS, *BADGES, *FIELDS) else ""


def _corner(session: Session, step: str, tool: str) -> Point:
    """Where on a card a badge or a chip will stand."""
    box, found = session.layout.card(step).box, session.document.step(step)
    if tool in FIELDS:
        return Point(box.x + 22, box.bottom - 13)
    if tool == "star":
        return Point(box.x + 6, box.y)
    beside = tool == "wait" and found.fail is not None
    return Point(box.right - 8 - (BADGE_STEP if beside else 0), box.y)


def _is_ours(content: QMimeData) -> bool:
    """Whether the canvas takes it; files that are no pictures it leaves to the window."""
    if _tool(content) or content.hasFormat(MIME) or clipboard.picture_paths(content):
        return True
    return not content.hasUrls() and (content.hasImage() or content.hasText())
