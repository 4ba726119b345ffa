"""Runs a command within the test's own process, where it is quick."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from blueprint.cli import main
from tests.architecture.sources import ROOT

CASES = ROOT / "tests" / "cases"


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str


class Shell:
    """A folder to run commands in."""

    def __init__(self, folder: Path, printed: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._printed = printed

    def __call__(self, *words: str | Path) -> Ran:
        with pytest.raises(SystemExit) as end:
            main([str(word) for word in words])
        out, err = self._printed.readouterr()
        assert isinstance(end.value.code, int)
        return Ran(end.value.code, out, err)

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def files(self) -> set[str]:
        return {path.name for path in self.folder.rglob("*") if path.is_file()}
