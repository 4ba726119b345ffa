"""Draws a known blueprint again by keyboard alone, always with what is nearest to do next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from blueprint.model.entities import Flow
from blueprint.model.notation import LaneRole
from blueprint.ui.tools.grid import lane_below, next_in_lane, place_of
from tests.journeys.draughtsman import Draughtsman
from tests.ui.canvas.hands import ALT, CTRL, SHIFT, Key

Cell = tuple[int, int]
"""Lane and column, from 0."""
Way = tuple[int, Callable[[], None]]
"""How many keys it takes, and what presses them."""
UNCONNECTED = 3
"""What it costs later to draw a connector that could have been made with its step."""


class ByKeyboard(Draughtsman):
    """Keys alone: typing, Tab, Enter, arrows, and what Ctrl and Alt do while a text is typed."""

    def draw(self) -> None:
        while left := [step.id for step in self.left()]:
            ways = [way for id in self._near(left) for way in self._ways(id)]
            min(ways, key=lambda way: way[0])[1]()
            self._tidy()
        self.finish()

    def _near(self, left: list[str]) -> list[str]:
        """What serves the step just typed, before the customer goes on; evidence at the end."""
        serving = [
            id
            for id in left
            if self.last and self.leads(self.last, id) and not self._is_customer(id)
        ]
        onward = [id for id in left if self._is_next_customer_step(id)]
        acting = [id for id in left if not self.is_evidence(id)]
        return serving or onward or acting or left[:1]

    # --- to the next step ----------------------------------------------------------------

    def _ways(self, id: str) -> Iterator[Way]:
        if not self.last:
            yield 0, lambda: self.write(id)
            return
        evidence = 100 if self.is_evidence(id) else 0
        if self.leads(self.last, id) or self.follows(self.last, id):
            yield from self._from_here(id, self.last, 0)
        if self._is_next_customer_step(id):
            yield 1, lambda: self._return_to_customer(id)
        for source in [*self.drawn] if not evidence else []:
            if source != self.last and self.leads(source, id):
                far = 1 + self._distance(self._here(), self._place(source))
                for cost, act in self._from_here(id, source, far):
                    yield cost, partial(self._after_walking_to, source, act)
        penalty = UNCONNECTED * any(self.leads(one, id) for one in self.drawn)
        free = evidence + penalty + 1 + self._distance(self._here(), self._place(id))
        yield free, lambda: self._type_at(id)

    def _after_walking_to(self, source: str, act: Callable[[], None]) -> None:
        self._walk_to(source)
        act()

    def _from_here(self, id: str, source: str, before: int) -> Iterator[Way]:
        """By Tab or Enter from a step, and arrows while nothing is typed."""
        lane, column = self._place(source)
        wanted = self._place(id)
        document, cell = self.document, self.cell(source)
        if next_in_lane(document, cell, 1) is None:
            yield (
                before + 1 + self._distance((lane, column + 1), wanted),
                lambda: self._steer(Key.Key_Tab, id),
            )
        below = lane_below(document, cell.lane)
        if below is not None and not document.cell(below.id, cell.column):
            row = [found.id for found in document.lanes].index(below.id)
            yield (
                before + 1 + self._distance((row, column), wanted),
                lambda: self._steer(Key.Key_Return, id),
            )

    def _steer(self, key: Key, id: str) -> None:
        """Begin a connected step, and take it to its cell before it is typed."""
        if key is Key.Key_Return and self.typing:
            self.key(Key.Key_Down, CTRL)
        else:
            self.key(key)
        draft = self.hands.canvas.drafted_step
        assert draft is not None, "no step has been begun"
        lanes = [lane.id for lane in self.document.lanes]
        self._arrows((lanes.index(draft.lane), draft.column), self._place(id))
        self.know()
        self.write(id)

    def _return_to_customer(self, id: str) -> None:
        self.key(Key.Key_Return, CTRL | SHIFT)
        self.know()
        self.write(id)

    def _is_next_customer_step(self, id: str) -> bool:
        known = {*self.drawn, self.last}
        before = [
            flow.source
            for flow in self.wanted.incoming(id)
            if flow.source in known and self.wanted.step(flow.source).lane
            == self.wanted.step(id).lane
        ]  # fmt: skip
        beside = any(self.column(source) + 1 == self.column(id) for source in before)
        return self._is_customer(id) and beside

    def _is_customer(self, id: str) -> bool:
        return self.wanted.lane(self.wanted.step(id).lane).role is LaneRole.CUSTOMER

    def _type_at(self, id: str) -> None:
        self.finish()
        lane, column = self._place(id)
        if column >= len(self.document.columns):
            self.key(Key.Key_End)
            self.key(Key.Key_I, CTRL)
        self._arrows(self._here(), (lane, column))
        self.write(id)

    # --- at the step that was drawn ------------------------------------------------------

    def _tidy(self) -> None:
        """What is to be done at the step just typed, before going on."""
        if self.wanted.step(self.last).moment_of_truth:
            self.key(Key.Key_M, ALT)
        others = {*self.drawn} - {self.last}
        for flow in self.wanted.flows.values():
            other = flow.target if flow.source == self.last else flow.source
            if self.last in (flow.source, flow.target) and other in others:
                self._join(flow)
        title = dict(self.beginnings()).get(self.column(self.last))
        if title and self._is_customer(self.last):
            self.key(Key.Key_G, CTRL)
            self.phase_acts += 1
            self.know()
            self.hands.type(title)

    def _join(self, flow: Flow) -> None:
        """Draw a connector with a step that stands already, and give it its kind."""
        waiting = self.hands.canvas.drafted_step
        typed_from = waiting.source if waiting is not None else ""
        other = flow.target if flow.source == self.last else flow.source
        if typed_from == self.drawn[other]:
            if not self._suits(flow):
                self.key(Key.Key_X, ALT)
            return
        if flow.source != self.last:
            self._walk_to(flow.source)
        self.key(Key.Key_L, CTRL)
        self.know()
        if flow in self.missing_flows():
            letters = dict(self.hands.canvas.overlay.letters)[self.drawn[flow.target]]
            self.acts += len(letters)
            self.hands.type(letters.lower())
        for _, wanted in self.wrong_kinds():
            if wanted is flow:
                self.key(Key.Key_X)

    def _suits(self, flow: Flow) -> bool:
        """Whether a connector made by typing has the kind that is wanted."""
        one, other = self.wanted.step(flow.source), self.wanted.step(flow.target)
        customers = {self.wanted.lane(step.lane).role is LaneRole.CUSTOMER for step in (one, other)}
        meets = len(customers) == 2 and one.column == other.column
        return meets == (flow.kind.value == "exchange")

    # --- ways ----------------------------------------------------------------------------

    def _place(self, id: str) -> Cell:
        lanes = [lane.id for lane in self.document.lanes]
        return lanes.index(self.cell(id).lane), self.column(id)

    def _here(self) -> Cell:
        """Where the cursor stands, or what is being typed."""
        draft = self.hands.canvas.drafted_step
        lanes = [lane.id for lane in self.document.lanes]
        if draft is not None:
            return lanes.index(draft.lane), draft.column
        cursor = self.hands.session.cursor
        assert cursor is not None
        return lanes.index(cursor.lane), place_of(self.document, cursor.column)

    @staticmethod
    def _distance(one: Cell, other: Cell) -> int:
        return abs(one[0] - other[0]) + abs(one[1] - other[1])

    def _walk_to(self, id: str) -> None:
        self.finish()
        self._arrows(self._here(), self._place(id))

    def _arrows(self, start: Cell, end: Cell) -> None:
        if end[1] == 0 and start[1] > 1 and not self.typing:
            self.key(Key.Key_Home)
            start = (start[0], 0)
        down, right = end[0] - start[0], end[1] - start[1]
        self.key(Key.Key_Right if right > 0 else Key.Key_Left, times=abs(right))
        self.key(Key.Key_Down if down > 0 else Key.Key_Up, times=abs(down))
