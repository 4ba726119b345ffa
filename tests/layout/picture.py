"""Looks at a finished layout the way a reader does, by coordinates alone, and lists its flaws."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import NamedTuple

from blueprint.layout import sizes
from blueprint.layout.geometry import Box, Card, Connector
from blueprint.layout.layout import Layout
from blueprint.model.document import Document
from blueprint.model.notation import StepKind

SLACK = 1e-6
MOST_PORTS = 12
"""What the narrowest column holds at the least distance, less one."""


class Segment(NamedTuple):
    """A horizontal or vertical piece of a connector: at y (or x) from low to high."""

    flow: str
    vertical: bool
    at: float
    low: float
    high: float

    @property
    def box(self) -> Box:
        if self.vertical:
            return Box(self.at, self.low, 0, self.high - self.low)
        return Box(self.low, self.at, self.high - self.low, 0)


class Picture:
    """A layout with its cards, connectors and their segments."""

    def __init__(self, document: Document, layout: Layout) -> None:
        self.document = document
        self.layout = layout
        self.cards = {id: layout.card(id) for id in document.steps if layout.shows_step(id)}
        self.connectors = {
            id: layout.connector(id) for id in document.flows if layout.shows_flow(id)
        }
        self.segments = {id: segments(found) for id, found in self.connectors.items()}
        self.all_segments = [found for many in self.segments.values() for found in many]

    def flaws(self) -> list[str]:
        """Everything that must never be, as sentences."""
        return [
            *self.overlapping_cards(),
            *self.cut_texts(),
            *self.bad_segments(),
            *self.loose_ends(),
            *self.through_cards(),
            *self.near_headers_and_lines(),
            *self.too_near(),
            *self.labels_over_cards(),
        ]

    def overlapping_cards(self) -> list[str]:
        found = []
        for first, second in near_pairs([card.box for card in self.cards.values()]):
            if first.meets(second):
                found.append(f"cards overlap at {first} and {second}")
        return found

    def cut_texts(self) -> list[str]:
        found = []
        for id, card in self.cards.items():
            text = card.text
            if text.cut != (len(text.lines) >= 12 and text.lines[-1].text.endswith("…")):
                found.append(f"text of {id} cut too early")
            step = self.document.step(id)
            chips = sizes.CHIP_GAP + sizes.CHIP_HEIGHT if sizes.has_chip_row(step) else 0
            if card.text_at.y < 0 or card.text_at.y + text.height + chips > card.box.height:
                found.append(f"text of {id} leaves its card upwards or downwards")
            for line in text.lines:
                left = card.text_at.x + line.x
                if left < 0 or left + line.width > card.box.width:
                    found.append(f"text of {id} leaves its card sideways")
        return found

    def bad_segments(self) -> list[str]:
        found = []
        for id, connector in self.connectors.items():
            for a, b in pairwise(connector.points):
                if (abs(a.x - b.x) > SLACK) is (abs(a.y - b.y) > SLACK):
                    found.append(f"{id} is slanting or stands still from {a} to {b}")
        return found

    def loose_ends(self) -> list[str]:
        found = []
        for id, connector in self.connectors.items():
            flow = self.document.flow(id)
            for step, points in (
                (flow.source, connector.points),
                (flow.target, connector.points[::-1]),
            ):
                if not self._leaves_well(self.cards[step], points):
                    found.append(f"{id} does not meet {step} on a side: {points[0]}")
        return found

    def _leaves_well(self, card: Card, points: tuple[tuple[float, float], ...]) -> bool:
        (x, y), (x2, y2) = points[0], points[1]
        box = card.box
        slant = self.document.step(card.step).kind is StepKind.DECISION
        inward = sizes.LOZENGE_POINT if slant else 0
        if x == x2:
            deep = box.height / 2 if slant else 0
            up = y2 < y
            edge = box.y if up else box.bottom
            inside = y - edge if up else edge - y
            return 0 <= inside <= deep and box.x < x < box.right
        left = x2 < x
        inside = x - box.x if left else box.right - x
        middle = abs(y - box.y - box.height / 2)
        return 0 <= inside <= inward and middle <= 0.3 * box.height + SLACK

    def through_cards(self) -> list[str]:
        found = []
        grid = Buckets([(card.box, id) for id, card in self.cards.items()])
        for id, parts in self.segments.items():
            flow = self.document.flow(id)
            for n, part in enumerate(parts):
                own = set()
                if n == 0:
                    own.add(flow.source)
                if n == len(parts) - 1:
                    own.add(flow.target)
                for step in grid.near(part.box.grown(8)):
                    box = self.cards[step].box
                    room = self._room(step, step in own, step in (flow.source, flow.target))
                    if touches(part.box, box, room):
                        found.append(f"{id} runs through or along {step}: {part}")
        return found

    def _room(self, step: str, ends_here: bool, belongs: bool) -> float:
        """How far a segment keeps from a card; one that ends there goes up to its outline."""
        if not ends_here:
            return 5.9 if belongs else 8.0 - SLACK
        box = self.cards[step].box
        slanting = self.document.step(step).kind is StepKind.DECISION
        return -1.0 if not slanting else -max(box.height / 2 - 1, sizes.LOZENGE_POINT)

    def near_headers_and_lines(self) -> list[str]:
        found = []
        lines = [line.y for line in self.layout.lines]
        width, height = self.layout.size
        for part in self.all_segments:
            box = part.box
            if box.x < sizes.LANE_HEADER + 4 or box.y < sizes.TOP:
                found.append(f"{part} runs over a header")
            if box.right > width or box.bottom > height:
                found.append(f"{part} leaves the drawing")
            if not part.vertical and any(abs(part.at - y) < 5 - SLACK for y in lines):
                found.append(f"{part} runs along a line")
        return found

    def too_near(self) -> list[str]:
        """Parallel runs of different flows side by side that are nearer than 6."""
        found = []
        for vertical in (True, False):
            parts = sorted(
                (part for part in self.all_segments if part.vertical is vertical),
                key=lambda part: part.at,
            )
            for n, part in enumerate(parts):
                for other in parts[n + 1 :]:
                    if other.at - part.at >= 6 - SLACK:
                        break
                    if (
                        other.flow != part.flow
                        and min(part.high, other.high) - max(part.low, other.low) > SLACK
                        and not self._shares_stub(part, other)
                    ):
                        found.append(f"too near: {part} and {other}")
        return found

    def _shares_stub(self, part: Segment, other: Segment) -> bool:
        """Beyond the 19 ports that a column holds, neighbours share the first piece exactly."""
        if abs(part.at - other.at) > SLACK or not part.vertical:
            return False
        beside = [
            found
            for parts in self.segments.values()
            for found in (parts[0], parts[-1])
            if found.vertical
            and abs(found.at - part.at) <= 2 * sizes.CARD_WIDTHS["wide"] * 0.42
            and min(found.high, part.high) > max(found.low, part.low)
        ]
        return len(beside) > MOST_PORTS

    def labels_over_cards(self) -> list[str]:
        found = []
        grid = Buckets([(card.box, id) for id, card in self.cards.items()])
        for id, connector in self.connectors.items():
            if connector.label is not None:
                box = connector.label.box
                found += [
                    f"label of {id} lies over {step}"
                    for step in grid.near(box)
                    if self.cards[step].box.meets(box)
                ]
        return found

    def labels(self) -> int:
        return sum(1 for found in self.connectors.values() if found.label is not None)

    def labels_over_foreign_lines(self) -> list[str]:
        found = []
        for id, connector in self.connectors.items():
            if connector.label is not None and any(
                part.flow != id and touches(part.box, connector.label.box, 0)
                for part in self.all_segments
            ):
                found.append(id)
        return found

    def crossings(self) -> int:
        """How often a horizontal of one flow crosses a vertical of another."""
        verticals = sorted((p.at, p.low, p.high, p.flow) for p in self.all_segments if p.vertical)
        count = 0
        for part in self.all_segments:
            if part.vertical:
                continue
            count += sum(
                1
                for at, low, high, flow in verticals
                if part.low < at < part.high and low < part.at < high and flow != part.flow
            )
        return count

    def bends(self) -> int:
        return sum(len(found.points) - 2 for found in self.connectors.values())


def segments(connector: Connector) -> list[Segment]:
    found = []
    for a, b in pairwise(connector.points):
        if a.x == b.x:
            found.append(Segment(connector.flow, True, a.x, min(a.y, b.y), max(a.y, b.y)))
        else:
            found.append(Segment(connector.flow, False, a.y, min(a.x, b.x), max(a.x, b.x)))
    return found


def touches(part: Box, box: Box, room: float) -> bool:
    """Whether a segment comes nearer to a box than `room`."""
    return (
        part.x < box.right + room
        and box.x - room < part.right
        and part.y < box.bottom + room
        and box.y - room < part.bottom
    )


def near_pairs(boxes: list[Box]) -> list[tuple[Box, Box]]:
    ordered = sorted(boxes)
    found = []
    for n, box in enumerate(ordered):
        for other in ordered[n + 1 :]:
            if other.x >= box.right:
                break
            found.append((box, other))
    return found


class Buckets:
    """Boxes by coarse square, so that only neighbours are compared."""

    SIDE = 200

    def __init__(self, boxes: list[tuple[Box, str]]) -> None:
        self.at: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
        for box, id in boxes:
            for square in self.squares(box):
                self.at[square].add(id)

    def squares(self, box: Box) -> list[tuple[int, int]]:
        side = self.SIDE
        return [
            (x, y)
            for x in range(int(box.x // side), int(box.right // side) + 1)
            for y in range(int(box.y // side), int(box.bottom // side) + 1)
        ]

    def near(self, box: Box) -> set[str]:
        return {id for square in self.squares(box) for id in self.at.get(square, ())}
