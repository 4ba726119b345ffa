"""Crossings and bends per flow beside Graphviz dot and neato with orthogonal splines.

All draw the same lines: flows and the links of evidence. `dot` has lanes as ranks and is free to
set the steps of a lane in any order, so it does not draw columns; `dot in time` keeps the order of
a lane's steps. `neato` has the cards where ours are. A line is hidden where another runs within 2
points beside it: no reader can tell the two apart, and what crosses one of them is counted less.
"""

from __future__ import annotations

import shutil
import subprocess
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from benchmarks.synthetic import synthetic
from blueprint.layout.layout import Layout
from blueprint.model.document import Document
from blueprint.storage import open_document
from tests.generators import random_blueprint

CASES = Path(__file__).parent.parent / "tests" / "cases"
LONGEST = 60.0
"""Seconds that another program may take for one drawing."""

NEAR = 2.0
RANDOM = 40
Line = list[tuple[float, float]]


@dataclass
class Quality:
    """What a reader sees of some drawings, summed up."""

    name: str
    flows: int = 0
    bends: int = 0
    crossings: int = 0
    hidden: int = 0
    failed: int = 0

    def add(self, lines: list[Line] | None) -> int:
        """Count one drawing; returns its crossings, or a large number if there is none."""
        if lines is None:
            self.failed += 1
            return 10**9
        parts = Parts(lines)
        crossed = parts.crossings()
        self.flows += len(lines)
        self.bends += sum(len(line) - 2 for line in lines)
        self.crossings += crossed
        self.hidden += parts.hidden()
        return crossed

    def __str__(self) -> str:
        if not self.flows:
            return f"   {self.name:18}       —          —        — {self.failed:8}"
        bends, crossed = self.bends / self.flows, self.crossings / self.flows
        return (
            f"   {self.name:18}{bends:8.2f} {crossed:10.2f} "
            f"{self.hidden / self.flows:8.2f} {self.failed:8}"
        )


Part = tuple[float, float, float, int]
"""A straight piece: where it runs, from, to, and the number of its line."""


class Parts:
    """The horizontals and verticals of a drawing, each sorted by where they run."""

    def __init__(self, lines: list[Line]) -> None:
        self.horizontals: list[Part] = []
        self.verticals: list[Part] = []
        for number, line in enumerate(lines):
            for (x1, y1), (x2, y2) in pairwise(line):
                if abs(x1 - x2) < abs(y1 - y2):
                    self.verticals.append((x1, min(y1, y2), max(y1, y2), number))
                else:
                    self.horizontals.append((y1, min(x1, x2), max(x1, x2), number))
        self.horizontals.sort()
        self.verticals.sort()

    def crossings(self) -> int:
        """How often a horizontal of one line crosses a vertical of another."""
        count = 0
        for y, left, right, number in self.horizontals:
            first = bisect_right(self.verticals, (left, float("inf")))
            end = bisect_left(self.verticals, (right,))
            for _, top, bottom, other in self.verticals[first:end]:
                count += top < y < bottom and other != number
        return count

    def hidden(self) -> int:
        """How many pairs of pieces of different lines run within 2 points side by side."""
        return _beside(self.horizontals) + _beside(self.verticals)


def _beside(parts: list[Part]) -> int:
    count = 0
    for place, (at, low, high, number) in enumerate(parts):
        for other_at, other_low, other_high, other in parts[place + 1 :]:
            if other_at - at >= NEAR:
                break
            count += other != number and min(high, other_high) - max(low, other_low) > NEAR
    return count


def ours(layout: Layout, document: Document) -> list[Line]:
    lines: list[Line] = [list(layout.connector(id).points) for id in document.flows]
    return lines + [[link.start, link.end] for link in layout.evidence_links()]


def graphviz(command: list[str], source: str) -> list[Line] | None:
    """The connectors as Graphviz draws them; None if it fails or takes too long."""
    try:
        done = subprocess.run(
            [*command, "-Gsplines=ortho", "-Tplain"],
            input=source,
            capture_output=True,
            text=True,
            timeout=LONGEST,
            check=True,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        return None
    found = []
    for row in done.stdout.splitlines():
        parts = row.split()
        if parts and parts[0] == "edge" and "invis" not in parts:
            numbers = [float(part) * 72 for part in parts[4 : 4 + 2 * int(parts[3])]]
            points = list(zip(numbers[0::6], numbers[1::6], strict=False))
            found.append(straightened(points))
    return found


def straightened(points: Line) -> Line:
    """The same line without points that are no bends."""
    line = points[:1]
    for point in points[1:]:
        if abs(point[0] - line[-1][0]) < 0.5 and abs(point[1] - line[-1][1]) < 0.5:
            continue
        if len(line) > 1 and _flat(line[-2], line[-1]) == _flat(line[-1], point):
            line.pop()
        line.append(point)
    return line


def _flat(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return abs(a[1] - b[1]) < abs(a[0] - b[0])


def lanes_as_ranks(layout: Layout, document: Document, *, in_time: bool) -> str:
    """A drawing for dot: each lane is a rank, from top to bottom."""
    rows = ["digraph {", 'node [shape=box fixedsize=true label=""];']
    lanes = [f'"lane {lane.id}"' for lane in document.lanes]
    rows += [f"{lane} [style=invis width=0.1 height=0.1];" for lane in lanes]
    rows += [f"{a} -> {b} [style=invis];" for a, b in pairwise(lanes)]
    for lane, name in zip(document.lanes, lanes, strict=True):
        steps = [id for id, step in document.steps.items() if step.lane == lane.id]
        steps.sort(key=lambda id: (layout.card(id).box.x, layout.card(id).box.y, id))
        names = " ".join(f'"{id}";' for id in steps)
        rows.append(f"{{ rank=same; {name}; {names} }}")
        for id in steps:
            box = layout.card(id).box
            rows.append(f'"{id}" [width={box.width / 72:.3f} height={box.height / 72:.3f}];')
        if in_time:
            rows += [f'"{a}" -> "{b}" [style=invis];' for a, b in pairwise(steps)]
    return "\n".join([*rows, *_edges(layout, document), "}"])


def our_places(layout: Layout, document: Document) -> str:
    """A drawing for neato: every card where our layout has it."""
    rows = ["digraph {", 'node [shape=box fixedsize=true label=""];']
    for id in document.steps:
        box = layout.card(id).box
        x, y = box.middle
        rows.append(
            f'"{id}" [pos="{x},{-y}!" width={box.width / 72:.3f} height={box.height / 72:.3f}];'
        )
    return "\n".join([*rows, *_edges(layout, document), "}"])


def _edges(layout: Layout, document: Document) -> list[str]:
    flows = [f'"{flow.source}" -> "{flow.target}";' for flow in document.flows.values()]
    links = layout.evidence_links()
    return flows + [f'"{link.evidence}" -> "{link.target}" [dir=none];' for link in links]


def compare(name: str, documents: list[Document]) -> None:
    here, neato = Quality("here"), Quality("neato, our places")
    beside = Quality("here, where it did")
    free, in_time = Quality("dot"), Quality("dot in time")
    no_more = dict.fromkeys((free.name, in_time.name), 0)
    for document in documents:
        layout = Layout(document)
        mine = here.add(ours(layout, document))
        if shutil.which("dot"):
            for found, ordered in ((free, False), (in_time, True)):
                source = lanes_as_ranks(layout, document, in_time=ordered)
                no_more[found.name] += mine <= found.add(graphviz(["dot"], source))
        if shutil.which("neato"):
            theirs = graphviz(["neato", "-n2"], our_places(layout, document))
            neato.add(theirs)
            beside.add(None if theirs is None else ours(layout, document))
    print(f"\n{name}: {len(documents)} drawings, {here.flows:,} lines")
    print("                        bends  crossings   hidden   failed")
    for found in (here, free, in_time, neato, beside):
        print(found)
    if shutil.which("dot"):
        for kind, count in no_more.items():
            print(f"   crossings no more than {kind}'s in {count} of {len(documents)}")
    _verdict(here, free, in_time)


def _verdict(here: Quality, *others: Quality) -> None:
    for other in others:
        if other.flows:
            bends = _less(here.bends / here.flows, other.bends / other.flows)
            crossed = _less(here.crossings / here.flows, other.crossings / other.flows)
            print(f"   beside {other.name}: bends {bends:+.0%} (goal ≤ −15 %), ", end="")
            print(f"crossings {crossed:+.0%} (goal ≤ −50 %)")


def _less(mine: float, theirs: float) -> float:
    return mine / theirs - 1 if theirs else 0.0


def main() -> None:
    for program in ("dot", "neato"):
        if not shutil.which(program):
            print(f"{program} (Graphviz) is not installed: its figures are left out.")
    compare("Cases", [open_document(path).document for path in sorted(CASES.glob("*.csv"))])
    compare("Random", [random_blueprint(seed) for seed in range(RANDOM)])
    compare("Synthetic", [synthetic(150, seed) for seed in range(10)])


if __name__ == "__main__":
    main()
