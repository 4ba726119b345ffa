"""Typing in place: where the field stands for each thing, and what an accepted text does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from blueprint.drawing.theme import Theme
from blueprint.layout import sizes
from blueprint.layout.geometry import Box, Point
from blueprint.model.edits.columns import insert_phase
from blueprint.model.entities import Flow, Lane, Phase, Step
from blueprint.model.notation import LaneRole, StepKind
from blueprint.ui.canvas.editor import After, InlineEditor, Place
from blueprint.ui.canvas.view import View
from blueprint.ui.session import Session
from blueprint.ui.tools.badges import BADGES, toggle_badge
from blueprint.ui.tools.edit_text import (
    MARK_TITLES,
    clean,
    drafted,
    marked,
    retitled,
    text_of,
)
from blueprint.ui.tools.grid import shown_lanes
from blueprint.ui.tools.overlay import Wire
from blueprint.ui.tools.state import Draft, PhaseDraft
from blueprint.ui.tools.wire import elbow, facing_sides, on_side


class TypingInPlace(QObject):
    """Opens the field over what is edited, and turns what was typed into one change.

    `ended` tells what is to follow (an After); the field is closed by then.
    """

    ended = Signal(object)
    steered = Signal(object)
    """The Draft that stands in another cell now."""
    changed = Signal()
    """The field has opened or closed."""

    def __init__(self, session: Session, parent: QWidget, view: Callable[[Box], View]) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._subject: str | Draft | PhaseDraft = ""
        self.editor = InlineEditor(parent)
        self.editor.accepted.connect(self._accept)
        self.editor.abandoned.connect(self._abandon)
        self.editor.steered.connect(self._steer)
        self.editor.marked.connect(self._mark)

    @property
    def draft(self) -> Draft | None:
        """The step that is being typed and does not exist yet."""
        return self._subject if isinstance(self._subject, Draft) else None

    @property
    def is_open(self) -> bool:
        return self.editor.is_open

    def dress(self, theme: Theme) -> None:
        self.editor.dress(theme)
        self.editor.settle()

    def edit(self, id: str, typed: str | None = None) -> bool:
        """Edit the text of something, which `typed` replaces; False if there is none to edit."""
        self.close()
        text = text_of(self._session.document, id)
        if text is None or self._box_of(id) is None:
            return False
        self._subject = id
        self.editor.open(text if typed is None else typed, self._place, select=typed is None)
        self.changed.emit()
        return True

    def begin(self, draft: Draft | PhaseDraft, text: str = "") -> None:
        """Type a new step or phase, beginning with `text`."""
        self.close()
        self._subject = draft
        self.editor.open(text, self._place, select=False)
        self.changed.emit()

    def compose(self, draft: Draft | PhaseDraft, event: QInputMethodEvent) -> None:
        """Type a new step with what an input method has begun to compose."""
        self.begin(draft)
        QApplication.sendEvent(self.editor, event)

    def close(self) -> None:
        """Accept what is being typed, if anything is."""
        self.editor.accept(After.STAY)

    def forget(self) -> None:
        """Drop what is being typed: its document is gone."""
        if self.editor.is_open:
            self.editor.abandon()

    def settle(self) -> None:
        """The view has moved, or the layout has."""
        if self.editor.is_open:
            gone = isinstance(self._subject, str) and self._box_of(self._subject) is None
            self.editor.abandon() if gone else self.editor.settle()

    def wire(self) -> Wire | None:
        """The connector that leads to the step being typed."""
        draft = self.draft
        if draft is None or not draft.source:
            return None
        layout = self._session.layout
        if not layout.shows_step(draft.source):
            return None
        start, end = layout.card(draft.source).box, self._draft_box(draft)
        leaves, joins = facing_sides(start, end)
        points = elbow(on_side(start, leaves), leaves, on_side(end, joins), joins)
        return Wire(points)

    # --- inside ----------------------------------------------------------------------------

    def _accept(self, text: str, follows: After) -> None:
        session, subject = self._session, self._subject
        self._subject, text = "", clean(text)
        if isinstance(subject, Draft):
            if text:
                made = session.attempt(lambda: drafted(session.document, subject, text))
                if made:
                    session.select([made])
                    session.reveal([made])
        elif isinstance(subject, PhaseDraft):
            columns = subject.columns
            if text:
                session.attempt(lambda: insert_phase(session.document, columns, text))
            session.select((subject.back,) if subject.back else columns[:1])
        elif subject in session.document.entities:
            session.attempt(lambda: retitled(session.document, subject, text))
        self.changed.emit()
        self.ended.emit(follows)

    def _steer(self, right: int, down: int) -> None:
        """Take an empty step to another cell before it is typed."""
        draft = self.draft
        if draft is None:
            return
        document = self._session.document
        lanes = [lane.id for lane in shown_lanes(document)]
        row = max(0, min(lanes.index(draft.lane) + down, len(lanes) - 1))
        column = max(0, min(draft.column + right, len(document.columns)))
        self._subject = replace(draft, lane=lanes[row], column=column, index=None)
        self.steered.emit(self._subject)
        self.editor.settle()
        self.changed.emit()

    def _mark(self, mark: str) -> None:
        """Mark the step that is typed, or make its connector an exchange, and say so."""
        subject, session = self._subject, self._session
        if isinstance(subject, Draft):
            self._subject = marked(session.document, subject, mark)
        elif isinstance(subject, str) and mark in BADGES and subject in session.document.steps:
            session.attempt(lambda: toggle_badge(session.document, [subject], mark))
        session.announce(MARK_TITLES[mark])
        self.changed.emit()

    def _abandon(self) -> None:
        subject = self._subject
        if isinstance(subject, PhaseDraft) and subject.back:
            self._session.select((subject.back,))
        self._subject = ""
        self.changed.emit()
        self.ended.emit(After.STAY)

    def _place(self) -> Place:
        document = self._session.document
        if isinstance(self._subject, PhaseDraft):
            columns = set(self._subject.columns)
            bands = [band for band in self._session.layout.columns if band.column in columns]
            across = Box(bands[0].left, 0, bands[-1].right - bands[0].left, 1)
            place = _phase_box(self._on_screen(across), self._view(across))
            return Place(place, 13, radius=4, bold=True, grows=False)
        if isinstance(self._subject, Draft):
            draft = self._subject
            drawn = self._draft_box(draft)
            view = self._view(drawn)
            box = view.box_on_screen(drawn)
            kind = draft.kind or StepKind.ACTION
            return _card_place(box, view.zoom, document.lane(draft.lane).role, kind)
        zoom = self._view(Box(0, 0, 0, 0)).zoom
        box = self._box_of(self._subject) or Box(0, 0, 100, 24)
        match document.entities.get(self._subject):
            case Step() as step:
                return _card_place(box, zoom, document.lane(step.lane).role, step.kind)
            case Flow():
                return Place(box, sizes.LABEL_SIZE * zoom, radius=4, centred=True, grows=False)
            case _:
                return Place(box, 13, radius=4, bold=True, grows=False)

    def _box_of(self, id: str) -> Box | None:
        """Where something's text stands, in pixels; None if it is not shown."""
        layout = self._session.layout
        match self._session.document.entities.get(id):
            case Step() if layout.shows_step(id):
                return self._on_screen(layout.card(id).box)
            case Flow() if layout.shows_flow(id):
                label = layout.connector(id).label
                place = label.box if label else _flow_box(layout.connector(id).points)
                at = self._view(place).to_screen(*place.middle)
                return Box(at.x - 56, at.y - 12, 112, 24)
            case Lane():
                for band in layout.lanes:
                    if band.lane == id:
                        found = self._on_screen(band.box)
                        return Box(
                            4, found.y + 4, sizes.LANE_HEADER - 12, max(24.0, found.height - 8)
                        )
            case Phase():
                for span in layout.phases:
                    if span.phase == id:
                        return _phase_box(self._on_screen(span.box), self._view(span.box))
        return None

    def _on_screen(self, box: Box) -> Box:
        return self._view(box).box_on_screen(box)

    def _draft_box(self, draft: Draft) -> Box:
        """Where a step that is being typed would stand, in the drawing."""
        return draft_box(self._session, draft)


def _phase_box(found: Box, view: View) -> Box:
    """Where the title of a phase is typed: in the band above its columns, as far as in view."""
    left = max(found.x, sizes.LANE_HEADER)
    return Box(left, 3, max(120.0, min(found.right, view.width) - left), 28)


def draft_box(session: Session, draft: Draft) -> Box:
    """The box of a step that does not exist yet: in its cell, below what stands there."""
    layout, document = session.layout, session.document
    bands = layout.columns
    lane = next(band for band in layout.lanes if band.lane == draft.lane)
    beyond = min(draft.column + draft.span, len(bands)) - 1
    width = bands[-1].width
    if draft.span > 1:
        width = bands[beyond].x + bands[beyond].width - bands[draft.column].x
    if draft.column < len(bands):
        x = bands[draft.column].x
        standing = document.cell(draft.lane, bands[draft.column].column)
        shown = [layout.card(step.id).box for step in standing if layout.shows_step(step.id)]
        if shown:
            below = shown[-1 if draft.index is None else max(0, draft.index - 1)]
            return Box(x, below.bottom + sizes.ROW_GAP, width, sizes.CARD_LEAST)
    else:
        x = bands[-1].right + (bands[-1].x - bands[-1].left)
    y = lane.box.y + max(0.0, (lane.box.height - sizes.CARD_LEAST) / 2)
    row = _first_row(session, draft.lane)
    return Box(x, row.y if row else y, width, row.height if row else sizes.CARD_LEAST)


def _first_row(session: Session, lane: str) -> Box | None:
    """The box of a card in the lane's first row, if any stands in it."""
    layout = session.layout
    found = next(band for band in layout.lanes if band.lane == lane)
    cards = (layout.card(id) for id in layout.steps_in(found.box))
    return next((card.box for card in cards if card.row == 0), None)


def _card_place(box: Box, zoom: float, role: LaneRole, kind: StepKind) -> Place:
    centred = sizes.centred(role, kind)
    radius = round(min(16 * zoom, box.height / 2)) if role is LaneRole.CUSTOMER else 6
    return Place(box, 13 * zoom, radius=radius, centred=centred)


def _flow_box(points: tuple[Point, ...]) -> Box:
    """The middle of the longest piece of a connector, in the drawing."""
    pieces = pairwise(points)
    a, b = max(
        pieces, key=lambda piece: abs(piece[0].x - piece[1].x) + abs(piece[0].y - piece[1].y)
    )
    return Box((a.x + b.x) / 2, (a.y + b.y) / 2, 0, 0)
