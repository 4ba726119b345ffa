"""Layout alone: full pass, points included, incremental passes, text, at 1,000 and 10,000 steps.

Times are of the processor, so that a busy machine matters less, and without the garbage
collector, which rests during a full pass.
"""

from __future__ import annotations

import gc
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from benchmarks.goals import tell
from benchmarks.synthetic import synthetic
from blueprint.i18n import message
from blueprint.layout.layout import Layout
from blueprint.layout.text import break_text
from blueprint.model.change import Change, adding, removing, replacing
from blueprint.model.document import Document
from blueprint.model.entities import Flow, Step

SIZES = (1_000, 10_000)
PASSES = 5
EDITS = 400
GOALS = {1_000: (45, 1.5), 10_000: (650, 6.0)}
A_LABEL = 10.0
"""Microseconds that the breaking of one label may take."""
WIDTH = 108.0
EDIT = message("Edit")


@contextmanager
def collector_off() -> Iterator[None]:
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def full_pass(document: Document) -> float:
    """The best of some passes, in ms; texts are broken anew in each."""
    best = float("inf")
    for _ in range(PASSES):
        break_text.cache_clear()
        with collector_off():
            begun = time.process_time()
            layout = Layout(document)
            layout.place_all()
            best = min(best, time.process_time() - begun)
    return best * 1000


def move(chance: random.Random, document: Document) -> Change:
    """One step by one column."""
    step = _any_step(chance, document)
    columns = document.columns
    place = next(n for n, column in enumerate(columns) if column.id == step.column)
    to = columns[place + 1 if place + 1 < len(columns) else place - 1]
    return replacing(EDIT, [(step, step.replaced(column=to.id))])


def rename(chance: random.Random, document: Document) -> Change:
    step = _any_step(chance, document)
    label = chance.choice(("Pay", "Take the order at the table", "Greet the guest"))
    return replacing(EDIT, [(step, step.replaced(label=label))])


def connect(chance: random.Random, document: Document) -> Change:
    """Two steps at most two columns apart."""
    step = _any_step(chance, document)
    columns = [column.id for column in document.columns]
    place = columns.index(step.column)
    near = [
        other.id
        for column in columns[max(0, place - 2) : place + 3]
        for lane in document.lanes
        for other in document.cell(lane.id, column)
        if other.id != step.id
    ]
    id = f"new{chance.randrange(10**9)}"
    return adding(EDIT, [Flow(id=id, source=step.id, target=chance.choice(near or [step.id]))])


def disconnect(chance: random.Random, document: Document) -> Change:
    return removing(EDIT, [document.flow(chance.choice(list(document.flows)))])


def _any_step(chance: random.Random, document: Document) -> Step:
    return document.step(chance.choice(list(document.steps)))


KINDS: tuple[Callable[[random.Random, Document], Change], ...] = (
    move,
    move,
    rename,
    rename,
    connect,
    disconnect,
)


def incremental(document: Document) -> dict[str, list[float]]:
    """Times of random edits by kind, in ms. Those that fall back to a full pass stand alone."""
    chance = random.Random(1)
    layout = Layout(document)
    first = rename(chance, document)
    document.apply(first)
    layout.update(first)
    times: defaultdict[str, list[float]] = defaultdict(list)
    for _ in range(EDITS):
        kind = chance.choice(KINDS)
        change = kind(chance, document)
        document.apply(change)
        begun = time.process_time()
        moved = layout.update(change)
        taken = (time.process_time() - begun) * 1000
        if moved.everything:
            times["full pass"].append(taken)
        else:
            times[kind.__name__].append(taken)
            times["all local"].append(taken)
    return times


def text(documents: list[Document]) -> dict[str, float]:
    """Microseconds a label that has not been broken before, by script."""
    labels = {step.label for document in documents for step in document.steps.values()}
    scripts = {
        "Latin": [label for label in labels if label.isascii()],
        "Chinese": [label for label in labels if not label.isascii()],
    }
    found = {}
    for script, some in scripts.items():
        best = float("inf")
        for _ in range(PASSES):
            break_text.cache_clear()
            begun = time.process_time()
            for label in some:
                break_text(label, WIDTH)
            best = min(best, time.process_time() - begun)
        found[script] = best / len(some) * 1e6
    return found


def drawing(document: Document) -> float:
    """Labels and jumps of all connectors, in ms: what is found when they are drawn."""
    layout = Layout(document)
    layout.place_all()
    with collector_off():
        begun = time.process_time()
        for flow in document.flows:
            layout.connector(flow)
        return (time.process_time() - begun) * 1000


def report(size: int) -> tuple[float, float]:
    document = synthetic(size)
    full = full_pass(document)
    print(f"{size:,} steps, {len(document.flows):,} flows")
    print(f"  labels and jumps of all connectors {drawing(document):11.1f} ms, when first drawn")
    times = incremental(document)
    for kind, taken in times.items():
        taken.sort()
        middle, late = taken[len(taken) // 2], taken[int(len(taken) * 0.95)]
        print(
            f"  {kind:11} {len(taken):4} ×   p50 {middle:6.2f}   p95 {late:6.2f}   "
            f"worst {taken[-1]:7.2f} ms"
        )
    everything = times["all local"]
    late = everything[int(len(everything) * 0.95)]
    whole, local = GOALS[size]
    tell("P8 full pass", full, whole, "ms")
    tell("P8 incremental, p95", late, local, "ms")
    print()
    return full, late


def main() -> None:
    small, large = (report(size) for size in SIZES)
    tell("growth of the full pass, 10 × the steps", large[0] / small[0], 14, "×")
    tell("growth of the incremental p95", large[1] / small[1], 4, "×")
    for script, spent in text([synthetic(3_000)]).items():
        tell(f"breaking a {script} label", spent, A_LABEL, "µs")


if __name__ == "__main__":
    main()
