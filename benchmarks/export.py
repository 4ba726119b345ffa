"""Whole-command PDF export beside Graphviz, PlantUML, Qt's PDF writer and a bare lower bound.

`blueprint export TABLE -o OUT.pdf` reads a step table, checks it, lays it out, draws and writes
it. The others are given more: Graphviz and PlantUML their own language, Qt's writer all
coordinates, the lower bound the very bytes of the page.
"""

from __future__ import annotations

import os
import pickle
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.goals import tell
from benchmarks.other_formats import write_dot, write_plantuml, write_table
from benchmarks.synthetic import synthetic

if TYPE_CHECKING:
    from blueprint.model.document import Document

ROOT = Path(__file__).parents[1]
SIZES = (100, 1_000, 10_000)
ROUNDS = 3
DOT_LIMIT = 150
"""Seconds after which Graphviz is stopped."""


@dataclass(frozen=True)
class Ran:
    """What a program took: by the clock, of the processor, and memory at its peak."""

    seconds: float
    processor: float
    megabytes: float
    said: str = ""


def main() -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        figures = {size: _measure(folder, size) for size in SIZES}
    _tell_goals(figures)


def _measure(folder: Path, size: int) -> dict[str, float]:
    table, pdf = folder / f"{size}.csv", folder / f"{size}.pdf"
    document = synthetic(size)
    write_table(document, table)
    found: dict[str, float] = {}
    print(f"{f'{size:,} steps':38} by the clock    processor    memory     file")
    ours = best([sys.executable, "-m", "blueprint", "export", str(table), "-o", str(pdf)])
    found |= {"ours": ours.processor, "memory": ours.megabytes, "size": pdf.stat().st_size}
    _row("this program, table to PDF", ours, pdf)
    found |= _ours_inside(folder, table)
    found |= _qt(folder, size)
    found |= _graphviz(folder, document, size)
    _plantuml(folder, document, size)
    print()
    return found


def _ours_inside(folder: Path, table: Path) -> dict[str, float]:
    """Drawing and writing alone, warm, and the bound below which no writer can come."""
    from blueprint.export.blueprint_sheet import page_sheet
    from blueprint.export.exporter import Job
    from blueprint.export.pdf_painter import paint_pdf
    from blueprint.storage.opening import open_document

    made = page_sheet(Job(open_document(table).document))
    content = paint_pdf(made.sheet)
    alone = _median(lambda: paint_pdf(made.sheet))
    bound = _lower_bound(content)
    shapes = {
        "size": (made.sheet.width, made.sheet.height),
        "scale": made.scale,
        "groups": [_plain(group) for group in made.sheet.pieces[0].groups],
    }
    (folder / f"{table.stem}.shapes").write_bytes(pickle.dumps(shapes))
    print(f"  drawing and writing alone, warm {alone:31.3f} s")
    print(f"  lower bound: format and deflate {bound:31.3f} s")
    return {"alone": alone, "bound": bound}


def _lower_bound(pdf: bytes) -> float:
    """Seconds to format the numbers of all streams and to deflate the streams, in C alone."""
    streams = []
    for found in re.finditer(rb"stream\n(.*?)endstream", pdf, re.DOTALL):
        try:
            streams.append(zlib.decompressobj().decompress(found[1]))
        except zlib.error:
            continue
    numbers = [float(text) for text in re.findall(rb"(?<![\w.])-?\d+\.?\d*", b"".join(streams))]
    pattern, values = "%.2f " * len(numbers), tuple(numbers)

    def least() -> None:
        _ = pattern % values
        for stream in streams:
            zlib.compress(stream)

    return _median(least)


def _qt(folder: Path, size: int) -> dict[str, float]:
    """Qt's PDF writer."""
    pdf = folder / f"{size}-qt.pdf"
    program = str(ROOT / "benchmarks" / "programs" / "qpdfwriter.py")
    ran = best([sys.executable, program, str(folder / f"{size}.shapes"), str(pdf)])
    _row("Qt's QPdfWriter, ready coordinates", ran, pdf)
    alone = float(ran.said)
    print(f"    of it drawing and writing {alone:35.3f} s")
    return {"qt": ran.processor, "qt alone": alone, "qt size": pdf.stat().st_size}


def _graphviz(folder: Path, document: Document, size: int) -> dict[str, float]:
    if shutil.which("dot") is None:
        print("  Graphviz is not installed: not measured")
        return {}
    source, pdf = folder / f"{size}.dot", folder / f"{size}-dot.pdf"
    write_dot(document, source)
    command = ["dot", "-Gsplines=ortho", "-Tpdf", str(source), "-o", str(pdf)]
    ran = best(command) if size < 10_000 else _run(command, limit=DOT_LIMIT)
    if ran is None:
        print(f"  Graphviz dot -Gsplines=ortho: not done, or stopped after {DOT_LIMIT} s")
        return {"dot": DOT_LIMIT}
    _row("Graphviz dot -Gsplines=ortho", ran, pdf)
    return {"dot": ran.processor}


def _plantuml(folder: Path, document: Document, size: int) -> None:
    if shutil.which("plantuml") is None:
        print("  PlantUML is not installed: not measured")
        return
    source = folder / f"{size}.puml"
    write_plantuml(document, source)
    ran = _run(["plantuml", "-tsvg", str(source)], limit=DOT_LIMIT)
    if ran is None:
        print(f"  PlantUML to SVG: not done, or stopped after {DOT_LIMIT} s")
    else:
        _row("PlantUML to SVG", ran, source.with_suffix(".svg"))


def _plain(group: Any) -> tuple[float, float, list[tuple[Any, ...]]]:
    """A group as the other program is given it."""
    from blueprint.drawing.primitives import Circle, Path, Rect, Text

    shapes: list[tuple[Any, ...]] = []
    for part in group.primitives:
        if isinstance(part, Text):
            told = (part.x, part.baseline, part.text, part.size, part.bold, part.colour)
            shapes.append(("text", *told))
            continue
        stroke = part.stroke and (part.stroke.colour, part.stroke.width, part.stroke.dash)
        if isinstance(part, Rect):
            place: Any = (part.x, part.y, part.width, part.height, part.radius)
            shapes.append(("rect", part.fill, stroke, place))
        elif isinstance(part, Circle):
            shapes.append(("circle", part.fill, stroke, (part.x, part.y, part.radius)))
        elif isinstance(part, Path):
            shapes.append(("path", part.fill, stroke, part.commands))
    return group.x, group.y, shapes


def _median(work: Any) -> float:
    took = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        work()
        took.append(time.process_time() - begun)
    return statistics.median(took)


def best(command: list[str]) -> Ran:
    """The quickest of some runs: what other programs take from the machine only adds."""
    runs = [_run(command) for _ in range(ROUNDS)]
    done = [ran for ran in runs if ran is not None]
    if not done:
        raise SystemExit(f"{command[0]} failed")
    return min(done, key=lambda ran: ran.processor)


def _run(command: list[str], limit: float | None = None) -> Ran | None:
    """One run of a program with its peak memory; None if it failed or took too long."""
    measure = (
        "import resource, subprocess, sys\n"
        "code = subprocess.call(sys.argv[1:])\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss)\n"
        "sys.exit(code)\n"
    )
    begun = time.perf_counter()
    try:
        done = subprocess.run(
            [sys.executable, "-S", "-c", measure, *command],
            capture_output=True,
            text=True,
            timeout=limit,
            cwd=ROOT,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    seconds = time.perf_counter() - begun
    if done.returncode:
        return None
    *said, processor, peak = done.stdout.split()
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    return Ran(seconds, float(processor), float(peak) / unit, " ".join(said))


def _environment() -> dict[str, str]:
    """As a user has it: without a screen, and with the modules compiled once and kept."""
    kept = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    if kept.pop("PYTHONDONTWRITEBYTECODE", None):
        kept["PYTHONPYCACHEPREFIX"] = str(Path(tempfile.gettempdir()) / "benchmarks-compiled")
    return kept


def _row(name: str, ran: Ran, file: Path) -> None:
    size = file.stat().st_size / 1024
    times = f"{ran.seconds:9.3f} s {ran.processor:11.3f} s"
    print(f"  {name:36} {times} {ran.megabytes:7.0f} MB {size:8.0f} kB")


def _tell_goals(figures: dict[int, dict[str, float]]) -> None:
    thousand, most = figures[1_000], figures[10_000]
    print("Goals, at 10,000 steps unless said, by the processor's time")
    tell("P1 whole command ÷ QPdfWriter", most["ours"] / most["qt"], 2.0)
    tell("P1 drawing and writing ÷ QPdfWriter's", most["alone"] / most["qt alone"], 0.5)
    if "dot" in thousand:
        tell("P2 whole command ÷ dot, 1,000 steps", thousand["ours"] / thousand["dot"], 1.0)
    if "dot" in most:
        stopped = ", which was stopped" if most["dot"] >= DOT_LIMIT else ""
        tell(f"P2 whole command ÷ dot{stopped}", most["ours"] / most["dot"], 0.05)
    tell("P3 drawing and writing ÷ lower bound", most["alone"] / most["bound"], 4.0)
    tell("P4 size ÷ QPdfWriter's", most["size"] / most["qt size"], 0.25)
    tell("P5 peak memory, MB", most["memory"], 200)
    print(f"  growth of time from 1,000 to 10,000: {most['ours'] / thousand['ours']:.1f} times")


if __name__ == "__main__":
    main()
