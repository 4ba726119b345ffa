"""From a cold start to a painted window, or to the end of a command, and the memory it takes.

Seconds by the clock, then of the processor, which a busy machine distorts less: the ratios are of
these. The window is drawn by software without a screen. Goals: an empty designer within 2.5 times
an empty PySide6 window, a file of 10,000 steps within 4 times and within 250 MB more.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.export import Ran, best
from benchmarks.goals import tell
from benchmarks.synthetic import synthetic
from blueprint.storage import save_document

PROGRAM = str(Path(__file__).parent / "programs" / "window.py")
CASE = str(Path(__file__).parents[1] / "tests" / "cases" / "hotel.csv")
COMMANDS = (
    ["--version"],
    ["--help"],
    ["check", "--fail-on", "never", CASE],
    ["export", CASE, "-o", "{out}"],
)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        _windows(Path(folder))
        _commands(Path(folder))


def _windows(folder: Path) -> None:
    empty = _window("empty", name="an empty PySide6 window")
    nothing = _window("designer", name="the designer, no file")
    files = {}
    for size in (1_000, 10_000):
        file = folder / f"{size}.blueprint"
        save_document(synthetic(size), file)
        files[size] = _window("designer", str(file), name=f"the designer, {size:,} steps")
    print()
    tell("P10 empty designer ÷ empty window", nothing[0] / empty[0], 2.5)
    tell("P10 10,000 steps painted ÷ empty window", files[10_000][0] / empty[0], 4.0)
    tell("P12 memory over an empty window", files[10_000][1] - empty[1], 250, "MB")
    print()


def _window(*words: str, name: str) -> tuple[float, float]:
    """Seconds of the processor, and megabytes, of the quickest of a few runs."""
    ran = best([sys.executable, PROGRAM, *words])
    held = float(ran.said)
    print(f"  {name:34} {_times(ran)} {held:6.0f} MB, {ran.megabytes:.0f} at its peak")
    return ran.processor, held


def _commands(folder: Path) -> None:
    for words in COMMANDS:
        given = [word.format(out=folder / "out.pdf") for word in words]
        ran = best([sys.executable, "-m", "blueprint", *given])
        shown = " ".join(Path(word).name if word == CASE else word for word in words)
        shown = "blueprint " + shown.format(out="out.pdf")
        print(f"  {shown:46} {_times(ran)} {ran.megabytes:6.0f} MB")


def _times(ran: Ran) -> str:
    return f"{ran.seconds:7.2f} s {ran.processor:7.2f} s"


if __name__ == "__main__":
    main()
