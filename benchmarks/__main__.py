"""Runs the benchmarks that are named, or all of them: `python -m benchmarks [NAME…]`."""

from __future__ import annotations

import ast
import runpy
import sys
import time
from pathlib import Path

FOLDER = Path(__file__).parent


def benchmarks() -> dict[str, str]:
    """What each benchmark measures, by name: every module here that can be run by itself."""
    found = {}
    for path in sorted(FOLDER.glob("*.py")):
        text = path.read_text(encoding="utf-8")
        if not path.name.startswith("_") and '__name__ == "__main__"' in text:
            purpose = ast.get_docstring(ast.parse(text)) or ""
            found[path.stem] = purpose.partition("\n\n")[0].replace("\n", " ")
    return found


def yardstick() -> float:
    """Milliseconds of the processor for a fixed piece of work: how fast the machine is just now.

    Figures of two runs compare as far as their yardsticks do.
    """
    best = float("inf")
    for _ in range(5):
        begun = time.process_time()
        texts = [str(number) for number in range(100_000)]
        known = set(texts)
        assert all(text in known for text in texts)
        best = min(best, time.process_time() - begun)
    return best * 1000


def main(names: list[str]) -> int:
    known = benchmarks()
    if names == ["--list"]:
        for name, purpose in known.items():
            print(f"{name:18} {purpose}")
        return 0
    unknown = [name for name in names if name not in known]
    if unknown:
        print(f"There is no benchmark {', '.join(unknown)}; there are: {', '.join(known)}.")
        return 2
    for name in names or known:
        print(f"\n== {name}: {known[name]}\n", flush=True)
        begun = time.perf_counter()
        sys.argv = [f"benchmarks/{name}.py"]
        runpy.run_module(f"benchmarks.{name}", run_name="__main__")
        taken = time.perf_counter() - begun
        print(f"\n   ({taken:.0f} s; yardstick {yardstick():.0f} ms)", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
