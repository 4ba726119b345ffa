"""Checking, importing and exporting to PDF and SVG work where no Qt is installed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from .sources import ROOT

TABLE = """\
id,lane,column,label,next
a,customer,1,Asks for help,b
b,onstage,1,Answers,
"""
PROBE = """\
import json, sys
sys.path.insert(0, sys.argv[1])
sys.modules["PySide6"] = None  # an import of it fails as if it were not installed
from blueprint.cli import main
try:
    main(sys.argv[2:])
except SystemExit as end:
    code = end.code
qt = [name for name in sys.modules if name.startswith("PySide6.") or name == "shiboken6"]
print(json.dumps([code, qt]), file=sys.stderr)
"""


def words_without_qt(folder: Path, *words: str) -> tuple[int, list[str], str]:
    """Exit code, Qt modules loaded and standard error of a command, run without PySide6."""
    done = subprocess.run(
        [sys.executable, "-P", "-c", PROBE, str(ROOT), *words],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    code, qt = json.loads(done.stderr.splitlines()[-1])
    return code, qt, done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("check", "--fail-on", "never", "table.csv"),
        ("import", "table.csv", "-o", "made.blueprint"),
        ("export", "table.csv", "-o", "made.pdf"),
        ("export", "table.csv", "-o", "made.svg"),
        ("new", "-o", "made.blueprint"),
    ],
    ids=" ".join,
)
def test_a_command_does_its_work_without_qt(tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "table.csv").write_text(TABLE, encoding="utf-8")

    code, qt, said = words_without_qt(tmp_path, *words)

    assert (code, qt) == (0, []), said
