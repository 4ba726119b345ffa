"""Crossings and bends per flow beside Graphviz dot and neato with orthogonal splines."""

from __future__ import annotations

import shutil
import subprocess
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

Line = list[tuple[float, float]]


@dataclass
class Quality:
    """What a reader sees of some drawings, summed up."""

    flows: int = 0
    bends: int = 0
    crossings: int = 0
    failed: int = 0

    def add(self, lines: list[Line] | None) -> int:
        """Count one drawing; returns its crossings, or a large number if there is none."""
        if lines is None:
            self.failed += 1
            return 10**9
        crossed = crossings(lines)
        self.flows += len(lines)
        self.bends += sum(len(line) - 2 for line in lines)
        self.crossings += crossed
        return crossed

    def __str__(self) -> str:
        if not self.flows:
            return "                           —"
        return f"{self.bends / self.flows:8.2f} {self.crossings / self.flows:10.2f} {self.failed:8}"


def crossings(lines: list[Line]) -> int:
    """How often a horizontal of one connector crosses a vertical of another."""
    horizontals, verticals = [], []
    for number, line in enumerate(lines):
        for (x1, y1), (x2, y2) in pairwise(line):
            if abs(x1 - x2) < abs(y1 - y2):
                verticals.append((x1, min(y1, y2), max(y1, y2), number))
            else:
                horizontals.append((y1, min(x1, x2), max(x1, x2), number))
    verticals.sort()
    return sum(
        left < x < right and top < y < bottom and one != other
        for y, left, right, one in horizontals
        for x, top, bottom, other in verticals
    )


def ours(layout: Layout, document: Document) -> list[Line]:
    return [list(layout.connector(id).points) for id in document.flows]


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


def lanes_as_ranks(layout: Layout, document: Document) -> str:
    """A drawing for dot: each lane is a rank, from top to bottom."""
    rows = ["digraph {", 'node [shape=box fixedsize=true label=""];']
    lanes = [f'"lane {lane.id}"' for lane in document.lanes]
    rows += [f"{lane} [style=invis width=0.1 height=0.1];" for lane in lanes]
    rows += [f"{a} -> {b} [style=invis];" for a, b in pairwise(lanes)]
    for lane, name in zip(document.lanes, lanes, strict=True):
        steps = [step for step in document.steps.values() if step.lane == lane.id]
        names = " ".join(f'"{step.id}";' for step in steps)
        rows.append(f"{{ rank=same; {name}; {names} }}")
        for step in steps:
            box = layout.card(step.id).box
            rows.append(f'"{step.id}" [width={box.width / 72:.3f} height={box.height / 72:.3f}];')
    return "\n".join([*rows, *_edges(document), "}"])


def our_places(layout: Layout, document: Document) -> str:
    """A drawing for neato: every card where our layout has it."""
    rows = ["digraph {", 'node [shape=box fixedsize=true label=""];']
    for id in document.steps:
        box = layout.card(id).box
        x, y = box.middle
        rows.append(
            f'"{id}" [pos="{x},{-y}!" width={box.width / 72:.3f} height={box.height / 72:.3f}];'
        )
    return "\n".join([*rows, *_edges(document), "}"])


def _edges(document: Document) -> list[str]:
    return [f'"{flow.source}" -> "{flow.target}";' for flow in document.flows.values()]


def compare(name: str, documents: list[Document]) -> None:
    here, dot, neato = Quality(), Quality(), Quality()
    no_more = 0
    for document in documents:
        layout = Layout(document)
        mine = here.add(ours(layout, document))
        if shutil.which("dot"):
            theirs = dot.add(graphviz(["dot"], lanes_as_ranks(layout, document)))
            no_more += mine <= theirs
        if shutil.which("neato"):
            neato.add(graphviz(["neato", "-n2"], our_places(layout, document)))
    print(f"\n{name}: {len(documents)} drawings, {here.flows:,} flows")
    print("                     bends  crossings   failed")
    print(f"   here            {here}")
    print(f"   dot             {dot}")
    print(f"   neato, our places{str(neato)[1:]}")
    if shutil.which("dot"):
        print(f"   crossings no more than dot's in {no_more} of {len(documents)}")


def main() -> None:
    for program in ("dot", "neato"):
        if not shutil.which(program):
            print(f"{program} (Graphviz) is not installed: its figures are left out.")
    compare("Cases", [open_document(path).document for path in sorted(CASES.glob("*.csv"))])
    compare("Random", [random_blueprint(seed) for seed in range(40)])
    compare("Synthetic", [synthetic(150, seed) for seed in range(10)])


if __name__ == "__main__":
    main()
