"""Draws a known blueprint again, by mouse and keyboard or by keyboard alone, and counts the acts.

An act is a click, a drag or a key; letters of names are none. A drag, or a key with Ctrl, is one.
"""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QPoint, Qt

from blueprint.layout.geometry import Cell
from blueprint.model.document import Document
from blueprint.model.edits.columns import insert_column, insert_phase
from blueprint.model.edits.flows import connect
from blueprint.model.edits.steps import add_step
from blueprint.model.entities import Flow, Step
from blueprint.model.notation import FlowKind, LaneRole
from blueprint.ui.canvas.editor import After
from tests.ui.canvas.hands import NONE, SHIFT, Hands, Key

Place = tuple[str, int, str]
"""Role, column and label of a step."""
BAND = 17
"""Pixels down to the middle of the phase band."""


def place(document: Document, id: str) -> Place:
    step = document.step(id)
    columns = [column.id for column in document.columns]
    return document.lane(step.lane).role.value, columns.index(step.column), step.label


def flow_places(document: Document) -> Counter[tuple[object, ...]]:
    """Each connector by its ends; an exchange has no direction."""
    found: Counter[tuple[object, ...]] = Counter()
    for flow in document.flows.values():
        ends = place(document, flow.source), place(document, flow.target)
        both = tuple(sorted(ends)) if flow.kind is FlowKind.EXCHANGE else ends
        found[flow.kind.value, *both] += 1
    return found


def step_places(document: Document) -> list[tuple[Place, str, bool]]:
    return sorted(
        (place(document, id), step.owner, step.moment_of_truth)
        for id, step in document.steps.items()
    )


def phase_places(document: Document) -> list[str]:
    """The title of the phase over each column."""
    phases = document.phases
    return [phases[c.phase].title if c.phase else "" for c in document.columns]


def side_by_side(first: Document, second: Document) -> Document:
    """The first blueprint with the second in columns of their own after it."""
    whole = first.snapshot()
    ids: dict[str, str] = {}
    for column in second.columns:
        made = insert_column(whole, len(whole.columns))
        whole.apply(made.change)
        ids[column.id] = made.id
    for phase in second.phases.values():
        inside = [ids[column.id] for column in second.columns if column.phase == phase.id]
        whole.apply(insert_phase(whole, inside, phase.title).change)
    lanes = {lane.role: lane.id for lane in whole.lanes}
    for step in second.steps.values():
        lane = lanes[second.lane(step.lane).role]
        made = add_step(whole, lane, ids[step.column], label=step.label, owner=step.owner)
        whole.apply(made.change)
        ids[step.id] = made.id
    for flow in second.flows.values():
        whole.apply(connect(whole, ids[flow.source], ids[flow.target], flow.kind).change)
    return whole


class Draughtsman:
    """What both ways of drawing share: the wanted blueprint, the hands, and the count."""

    def __init__(self, wanted: Document, hands: Hands) -> None:
        self.wanted, self.hands = wanted, hands
        self.acts = 0
        self.phase_acts = 0
        """Of all acts, those that phases took."""
        self.last = ""
        """The wanted step that was drawn last."""
        self.drawn: dict[str, str] = {}
        """The step that was drawn, by the wanted one."""

    @property
    def document(self) -> Document:
        return self.hands.session.document

    @property
    def typing(self) -> bool:
        return self.hands.canvas.editor.is_open

    def key(self, key: Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            self.acts += 1
            self.hands.press(key, modifiers)
        self.hands.settle()

    def finish(self) -> None:
        """Accept what is being typed."""
        if self.typing:
            self.key(Key.Key_Return)
            self.know()

    def write(self, id: str) -> None:
        """Type a step's label with its owner; it is known once it has been accepted."""
        step = self.wanted.step(id)
        self.hands.type(f"{step.label} @{step.owner}" if step.owner else step.label)
        self.last = id

    def know(self) -> None:
        """Find what has been accepted since."""
        if self.last and self.last not in self.drawn:
            here = place(self.wanted, self.last)
            found = [id for id in self.document.steps if place(self.document, id) == here]
            assert found, f"{here} has not been drawn"
            self.drawn[self.last] = found[0]

    def cell(self, id: str) -> Cell:
        """Where a wanted step is to stand in the document that is being drawn."""
        role, column, _ = place(self.wanted, id)
        lane = next(lane.id for lane in self.document.lanes if lane.role.value == role)
        columns = self.document.columns
        return Cell(lane, columns[column].id if column < len(columns) else "")

    def column(self, id: str) -> int:
        return place(self.wanted, id)[1]

    def leads(self, one: str, other: str) -> Flow | None:
        """The wanted connector that may be drawn from one step to another."""
        for flow in self.wanted.flows.values():
            if (flow.source, flow.target) == (one, other):
                return flow
            if flow.kind is FlowKind.EXCHANGE and (flow.target, flow.source) == (one, other):
                return flow
        return None

    def is_evidence(self, id: str) -> bool:
        return self.wanted.lane(self.wanted.step(id).lane).role is LaneRole.EVIDENCE

    def follows(self, one: str, other: str) -> bool:
        """Whether Tab leads from one step to the other as it is wanted."""
        a, b = self.wanted.step(one), self.wanted.step(other)
        beside = a.lane == b.lane and self.column(other) == self.column(one) + 1
        alike = self.is_evidence(one) and self.is_evidence(other)
        return beside and (alike or self.leads(one, other) is not None)

    def left(self) -> list[Step]:
        """The wanted steps that are not drawn, evidence last, from the left."""
        lanes = [lane.id for lane in self.wanted.lanes]
        found = [s for s in self.wanted.steps.values() if s.id not in self.drawn]
        found = [step for step in found if step.id != self.last]
        return sorted(
            found, key=lambda s: (self.is_evidence(s.id), self.column(s.id), lanes.index(s.lane))
        )

    def missing_flows(self) -> list[Flow]:
        """The wanted connectors between steps that are drawn, and not drawn themselves."""
        pairs = {frozenset((f.source, f.target)) for f in self.document.flows.values()}
        return [
            flow
            for flow in self.wanted.flows.values()
            if flow.source in self.drawn
            and flow.target in self.drawn
            and frozenset((self.drawn[flow.source], self.drawn[flow.target])) not in pairs
        ]

    def wrong_kinds(self) -> list[tuple[Flow, Flow]]:
        """Connectors as drawn and as wanted, where their kinds differ."""
        found = []
        for flow in self.wanted.flows.values():
            ends = {self.drawn.get(flow.source), self.drawn.get(flow.target)}
            drawn = [f for f in self.document.flows.values() if {f.source, f.target} == ends]
            found += [(one, flow) for one in drawn if one.kind is not flow.kind]
        return found

    def truths(self) -> list[str]:
        """Steps that are to be moments of truth, and are drawn, and are not yet."""
        wanted = [s.id for s in self.wanted.steps.values() if s.moment_of_truth]
        return [id for id in wanted if id in self.drawn and not self._is_truth(id)]

    def _is_truth(self, id: str) -> bool:
        return self.document.step(self.drawn[id]).moment_of_truth

    def beginnings(self) -> list[tuple[int, str]]:
        """The first column of each wanted phase, and its title."""
        titles = phase_places(self.wanted)
        return [
            (n, title) for n, title in enumerate(titles) if title and title not in titles[:n][-1:]
        ]


class ByMouse(Draughtsman):
    """Mouse and keyboard, whichever is nearer."""

    def draw(self) -> None:
        while steps := self.left():
            self._draw_next([step.id for step in steps])
        self.rest()

    def _draw_next(self, left: list[str]) -> None:
        follower = next((id for id in left if self.last and self.follows(self.last, id)), "")
        if follower:
            self.key(Key.Key_Tab)
            self.know()
            self.write(follower)
            return
        self._let_go()
        self._connect()
        for source in self.drawn:
            for id in left:
                if self.leads(source, id) is not None:
                    self._see(id, dragging=True)
                    self._drag(source, self._at(id))
                    self.write(id)
                    return
        self._see(left[0], dragging=False)
        if self.cell(left[0]).column:
            self.click(self._at(left[0]))
        else:
            self.acts += 1
            self.hands.double_click(self._at(left[0]))
        self.write(left[0])

    def rest(self) -> None:
        self._let_go()
        self._connect()
        self._change_kinds()
        self._mark()
        self._phases()

    def _connect(self) -> None:
        for flow in self.missing_flows():
            end = self.hands.session.layout.card(self.drawn[flow.target]).box.middle
            self._drag(flow.source, self.hands.at(end.x + 30, end.y + 8))

    def _change_kinds(self) -> None:
        wrong = self.wrong_kinds()
        for number, (flow, _) in enumerate(wrong):
            before, end = self.hands.session.layout.connector(flow.id).points[-2:]
            middle = self.hands.at((before.x + 2 * end.x) / 3, (before.y + 2 * end.y) / 3)
            self.click(middle, SHIFT if number else NONE)
        if wrong:
            self.key(Key.Key_X)

    def _mark(self) -> None:
        if truths := self.truths():
            if self.hands.session.selected_steps:
                self.key(Key.Key_Escape)
            self.key(Key.Key_M)
            for id in truths:
                middle = self.hands.session.layout.card(self.drawn[id]).box.middle
                self.click(self.hands.at(*middle))
            self.hands.press(Key.Key_Escape)

    def _phases(self) -> None:
        for number, title in self.beginnings():
            band = self.hands.session.layout.columns[number]
            middle = self.hands.at((band.left + band.right) / 2, 0).x()
            self.acts += 1
            self.phase_acts += 1
            self.hands.double_click(QPoint(middle, BAND))
            self.hands.type(title)
        self.hands.canvas.editor.accept(After.STAY)

    def click(self, at: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.acts += 1
        self.hands.click(at, modifiers)
        self.hands.settle()

    def _let_go(self) -> None:
        """The press that comes next accepts what is being typed: no act of its own."""
        self.hands.canvas.editor.accept(After.STAY)
        self.hands.settle()
        self.know()

    def _at(self, id: str) -> QPoint:
        """The middle of a step's cell; for a column that is yet to come, right of the last."""
        cell, layout = self.cell(id), self.hands.session.layout
        if cell.column:
            return self.hands.at(*layout.cell_box(*cell).middle)
        band = next(band for band in layout.lanes if band.lane == cell.lane)
        return self.hands.at(layout.columns[-1].right + 64, band.box.middle.y)

    def _see(self, id: str, *, dragging: bool) -> None:
        """Fit all where the place is not in view; a drag scrolls at the edge by itself."""
        body = self.hands.canvas.view.body
        for move in (self.hands.canvas.fit_all, lambda: self.hands.canvas.pan(500, 0)):
            at = self._at(id)
            if body.x < at.x() < body.right - 8 and body.y < at.y() < body.bottom:
                return
            beyond = not self.cell(id).column
            self.acts += not (dragging and beyond)
            move()
            self.hands.settle()

    def _drag(self, source: str, end: QPoint) -> None:
        """From the handle below a card, which the card shows while the pointer is over it."""
        self.acts += 1
        box = self.hands.session.layout.card(self.drawn[source]).box
        self.hands.move(self.hands.at(box.x + 8, box.middle.y), pressed=False)
        self.hands.drag(self.hands.at(box.middle.x, box.bottom), end)
