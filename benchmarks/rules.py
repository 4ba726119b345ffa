"""Rules: all of them from scratch, and those of steps and columns after one edit.

Times are of the processor, so that a busy machine matters less. Goals: from scratch at 10,000
steps within 250 ms; after one edit within 1 ms.
"""

from __future__ import annotations

import random
import statistics
import time

from benchmarks.synthetic import synthetic
from blueprint.model.change import Change
from blueprint.model.document import Document
from blueprint.model.edits import columns, flows, steps
from blueprint.rules import Checker, check
from blueprint.rules.runner import judged, rules_on, subjects_of
from blueprint.rules.survey import Survey


def _milliseconds(begun: float) -> float:
    return (time.process_time() - begun) * 1000


def from_scratch(document: Document) -> float:
    """The best of three full checks, in ms."""
    times = []
    for _ in range(3):
        begun = time.process_time()
        check(document)
        times.append(_milliseconds(begun))
    return min(times)


def by_rule(document: Document) -> list[tuple[float, str, int]]:
    """Time in ms, id and findings of each rule; what they share is worked out beforehand."""
    survey = Survey(document)
    process = survey.process
    assert process.reached is not None
    assert process.loops is not None
    found = []
    for rule in rules_on(document):
        begun = time.process_time()
        count = len(judged(document, rule, survey, subjects_of(survey, rule)))
        found.append((_milliseconds(begun), rule.id, count))
    return sorted(found, reverse=True)


def after_edits(document: Document, edits: int = 200) -> dict[str, list[float]]:
    """Times in ms of the rules of steps and columns after each of some random edits."""
    chooser = random.Random(1)
    checker = Checker(document)
    times: dict[str, list[float]] = {}
    for _ in range(edits):
        name, change = _edit(document, chooser)
        document.apply(change)
        begun = time.process_time()
        checker.update(change)
        times.setdefault(name, []).append(_milliseconds(begun))
    return times


def _edit(document: Document, chooser: random.Random) -> tuple[str, Change]:
    ids = list(document.steps)
    step, other = chooser.choice(ids), chooser.choice(ids)
    kind = chooser.choice(["rename", "rename", "move", "connect", "delete", "insert column"])
    if kind == "move":
        at = document.step(other)
        if document.step(step).kind is document.step(other).kind:
            return kind, steps.move_steps(document, [step], at.lane, at.column)
    if kind == "connect" and _may_connect(document, step, other):
        return kind, flows.connect(document, step, other).change
    if kind == "delete":
        return kind, steps.delete(document, [step])
    if kind == "insert column":
        place = chooser.randrange(len(document.columns))
        return kind, columns.insert_column(document, place).change
    return "rename", steps.rename(document, step, f"Renamed {chooser.random()}")


def _may_connect(document: Document, step: str, other: str) -> bool:
    ends = document.step(step), document.step(other)
    joined = any(flow.target == other for flow in document.outgoing(step))
    return step != other and not joined and all(end.kind != "evidence" for end in ends)


def main() -> None:
    for size in (100, 1_000, 10_000):
        document = synthetic(size)
        check(document)
        print(f"{size:6} steps: from scratch {from_scratch(document):7.1f} ms")
    print("\n       the slowest rules, ms and findings")
    for spent, id, count in by_rule(document)[:10]:
        print(f"       {id} {spent:7.1f} {count:6}")
    begun = time.process_time()
    checker = Checker(document)
    assert checker.findings
    change = steps.rename(document, next(iter(document.steps)), "Renamed")
    document.apply(change)
    checker.update(change)
    begun = time.process_time()
    assert checker.findings
    print(f"\n       list of findings after an edit {_milliseconds(begun):.2f} ms")
    begun = time.process_time()
    checker.run_pending()
    print(
        f"       rules of the graph and document {_milliseconds(begun):.1f} ms (in the background)"
    )
    for name, times in sorted(after_edits(document).items()):
        print(
            f"       after {name:14} median {statistics.median(times):6.2f} ms, "
            f"most {max(times):6.2f}"
        )


if __name__ == "__main__":
    main()
