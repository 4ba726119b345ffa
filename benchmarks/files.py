"""Opening and saving: blueprints, tables and workbooks of 100, 1,000 and 10,000 steps.

Times are of the processor, in milliseconds, the best of some rounds. Goal: a blueprint of 10,000
steps opens within 100 ms.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.goals import tell
from benchmarks.synthetic import synthetic
from blueprint.export.exporter import export
from blueprint.model.document import Document
from blueprint.storage import open_document, save_document

SIZES = (100, 1_000, 10_000)
ROUNDS = 5
LONG = 0.5
"""Seconds after which one round is enough."""


def main() -> None:
    print("              steps      open      save")
    documents = {size: synthetic(size) for size in SIZES}
    opened = {}
    with tempfile.TemporaryDirectory() as folder:
        for suffix in (".blueprint", ".csv", ".xlsx"):
            for size, document in documents.items():
                file = Path(folder) / f"{size}{suffix}"
                opened[file.name] = _measure(document, file, size)
    print()
    tell("a blueprint of 10,000 steps opens in", opened["10000.blueprint"], 100, "ms")


def _measure(document: Document, file: Path, size: int) -> float:
    saved = _best(lambda: _save(document, file))
    opened = _best(lambda: open_document(file))
    length = file.stat().st_size / 1024
    print(f"  {file.suffix:10} {size:6,} {opened:9.1f} {saved:9.1f} ms {length:6,.0f} kB")
    return opened


def _save(document: Document, file: Path) -> None:
    if file.suffix == ".blueprint":
        save_document(document, file)
    else:
        export(document, file, format=file.suffix.removeprefix("."))


def _best(work: Callable[[], object]) -> float:
    took = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        made = work()
        took.append(time.process_time() - begun)
        del made
        if took[-1] > LONG:
            break
    return min(took) * 1000


if __name__ == "__main__":
    main()
