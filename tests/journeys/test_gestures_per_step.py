"""A published case is drawn again by hand; how many gestures and keys it takes is counted.

What is counted: each click, each drag and each key but the letters of the labels. Undoing it all
gives the document that it began with.
"""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from blueprint.i18n import tr
from blueprint.layout.geometry import Point
from blueprint.model.document import Document
from blueprint.model.edits.start import new_blueprint
from blueprint.model.entities import Step
from blueprint.model.notation import FlowKind, LaneRole
from blueprint.model.terms import FLOW_KIND_TITLES
from blueprint.resources import resource
from blueprint.storage import open_document
from blueprint.ui.canvas.editor import After
from blueprint.ui.canvas.menus import fill_menu
from blueprint.ui.tools.targets import Part, Pointer, Target
from tests.ui.canvas.hands import CTRL, NONE, Hands, Key

MOST = 1.5
"""Gestures and keys a step, beyond typing its label."""

Place = tuple[str, int, str]
"""Role, column and label of a step."""


def place(document: Document, id: str) -> Place:
    step = document.step(id)
    columns = [column.id for column in document.columns]
    return document.lane(step.lane).role.value, columns.index(step.column), step.label


def flow_places(document: Document) -> Counter[tuple[object, ...]]:
    """Each connector by its ends; an exchange has no direction."""
    found: Counter[tuple[object, ...]] = Counter()
    for flow in document.flows.values():
        ends = place(document, flow.source), place(document, flow.target)
        both = tuple(sorted(ends)) if flow.kind.value == "exchange" else ends
        found[flow.kind.value, *both] += 1
    return found


def step_places(document: Document) -> list[tuple[Place, bool, bool, bool]]:
    return sorted(
        (
            place(document, id),
            step.moment_of_truth,
            step.fail is not None,
            step.wait is not None,
        )
        for id, step in document.steps.items()
    )


class Draughtsman:
    """Draws a known document with mouse and keys, and counts."""

    def __init__(self, wanted: Document, hands: Hands) -> None:
        self.wanted, self.hands = wanted, hands
        self.acts = 0
        self._drawn: dict[Place, str] = {}

    def key(self, key: Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.acts += 1
        self.hands.press(key, modifiers)
        self.hands.settle()

    def click(self, at: QPoint) -> None:
        self.acts += 1
        self.hands.click(at)
        self.hands.settle()

    def drag_connector(self, id: str, end: QPoint) -> None:
        """From the handle below a card, which the card shows while the pointer is over it."""
        self.acts += 1
        box = self.hands.session.layout.card(id).box
        self.hands.move(self.hands.at(box.x + 8, box.middle.y), pressed=False)
        self.hands.drag(self.hands.at(box.middle.x, box.bottom), end)

    def steps(self, *roles: LaneRole) -> list[Step]:
        """The steps wanted in lanes of some roles, from left to right and top to bottom."""
        lanes = [lane.id for lane in self.wanted.lanes if lane.role in roles]
        found = [step for step in self.wanted.steps.values() if step.lane in lanes]
        return sorted(
            found, key=lambda step: (place(self.wanted, step.id)[1], lanes.index(step.lane))
        )

    def lane(self, role: str) -> str:
        lanes = self.hands.session.document.lanes
        return next(lane.id for lane in lanes if lane.role.value == role)

    def cell(self, step: Step) -> QPoint:
        role, column, _ = place(self.wanted, step.id)
        return self.hands.cell(self.lane(role), column)

    def card(self, step: Step) -> str:
        """The id of a step that is drawn already; "" for none."""
        document = self.hands.session.document
        here = place(self.wanted, step.id)
        return next((id for id in document.steps if place(document, id) == here), "")

    def finish(self) -> None:
        """Accept what is being typed."""
        if self.hands.canvas.editor.is_open:
            self.key(Key.Key_Return)

    def finish_unheard(self) -> None:
        """The press that comes next accepts what is being typed: no act of its own."""
        self.hands.canvas.editor.accept(After.STAY)
        self.hands.settle()

    def show_all(self, at: QPoint) -> None:
        """Zoom out where a place is not in view."""
        body = self.hands.canvas.view.body
        if not (body.x + 40 < at.x() < body.right - 40 and body.y + 40 < at.y() < body.bottom - 40):
            self.key(Key.Key_2, CTRL)

    # --- with the mouse ------------------------------------------------------------------

    def customer_journey(self) -> None:
        steps = self.steps(LaneRole.CUSTOMER)
        for number, step in enumerate(steps):
            if number:
                self.key(Key.Key_Tab)
            self.hands.type(step.label)
        self.finish()
        self.key(Key.Key_2, CTRL)

    def provider_step(self, step: Step) -> None:
        """From a step that leads to it: one drag; without one, a click in its cell."""
        leading = [
            self.card(self.wanted.step(flow.source)) for flow in self.wanted.incoming(step.id)
        ]
        leading += [
            self.card(self.wanted.step(flow.target))
            for flow in self.wanted.outgoing(step.id)
            if flow.kind.value == "exchange"
        ]
        known = [id for id in leading if id]
        if known:
            self.finish_unheard()
            self.show_all(self.cell(step))
            self.drag_connector(known[0], self.cell(step))
        else:
            self.finish_unheard()
            self.click(self.cell(step))
        self.hands.type(step.label)

    def missing_connectors(self) -> None:
        self.finish()
        for flow in self.wanted.flows.values():
            source = self.card(self.wanted.step(flow.source))
            target = self.card(self.wanted.step(flow.target))
            document = self.hands.session.document
            drawn = {(f.source, f.target) for f in document.flows.values()}
            if (source, target) in drawn or (target, source) in drawn:
                continue
            end = self.hands.session.layout.card(target).box.middle
            self.drag_connector(source, self.hands.at(end.x + 30, end.y + 8))

    def kinds_of_connectors(self) -> None:
        """Where another kind is wanted: a click on each, a right click, a click in the menu."""
        document = self.hands.session.document
        changing: dict[FlowKind, list[str]] = {}
        for flow in self.wanted.flows.values():
            ends = {self.card(self.wanted.step(id)) for id in (flow.source, flow.target)}
            [drawn] = [f for f in document.flows.values() if {f.source, f.target} == ends]
            if drawn.kind is not flow.kind:
                changing.setdefault(flow.kind, []).append(drawn.id)
        for kind, flows in changing.items():
            self.acts += len(flows) + 1
            self.hands.session.select(flows)
            menu = QMenu()
            at = Pointer(Point(0, 0), Point(0, 0), Target(Part.FLOW, flows[-1]))
            fill_menu(menu, self.hands.canvas, at)
            wanted = tr(FLOW_KIND_TITLES[kind])
            next(act for act in menu.actions() if act.text() == wanted).trigger()

    def moments_of_truth(self) -> None:
        """The tool once, then a click on each card."""
        self.key(Key.Key_Escape)
        self.key(Key.Key_M)
        for step in self.wanted.steps.values():
            if step.moment_of_truth:
                box = self.hands.session.layout.card(self.card(step)).box
                self.click(self.hands.at(box.middle.x, box.middle.y))


def test_a_published_case_is_drawn_with_few_gestures(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = open_document(resource("samples/hotel.en.blueprint")).document
    hands = Hands(new_blueprint())
    qtbot.addWidget(hands.canvas)
    begun = dict(hands.session.document.entities)
    drawn = Draughtsman(wanted, hands)

    drawn.customer_journey()
    for step in drawn.steps(LaneRole.EVIDENCE):
        drawn.finish_unheard()
        drawn.click(drawn.cell(step))
        hands.type(step.label)
    drawn.finish()
    below = (
        LaneRole.ONSTAGE, LaneRole.ONSTAGE_TECHNOLOGY, LaneRole.BACKSTAGE, LaneRole.SUPPORT
    )  # fmt: skip
    for step in drawn.steps(*below):
        drawn.provider_step(step)
    drawn.missing_connectors()
    drawn.kinds_of_connectors()
    drawn.moments_of_truth()

    document = hands.session.document
    assert step_places(document) == step_places(wanted)
    assert flow_places(document) == flow_places(wanted)
    ratio = drawn.acts / len(wanted.steps)
    with capsys.disabled():
        print(f"\nHotel: {drawn.acts} gestures for {len(wanted.steps)} steps, {ratio:.2f} a step")
    assert ratio <= MOST
    hands.undo_all()
    assert dict(document.entities) == begun
