"""The project's own files, as the tests of this folder look at them."""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
KEPT = (".ci", "benchmarks", "blueprint", "docs", "resources", "tests", "tools")


@dataclass(frozen=True)
class Source:
    """A Python file; `name` is its path from the root of the project."""

    name: str
    text: str
    tree: ast.Module

    @property
    def module(self) -> str:
        return self.name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


@cache
def sources(*folders: str) -> tuple[Source, ...]:
    """All Python files below `folders` of the project."""
    found = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return tuple(_read(path) for path in found)


def _read(path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    return Source(path.relative_to(ROOT).as_posix(), text, ast.parse(text))


def imports(source: Source) -> Iterator[tuple[int, str]]:
    """Line and full name of everything that `source` imports, wherever in the file."""
    package = (
        source.module if source.name.endswith("__init__.py") else source.module.rpartition(".")[0]
    )
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1]
            start = ".".join([*above, node.module or ""]) if node.level else node.module or ""
            for alias in node.names:
                yield node.lineno, f"{start.strip('.')}.{alias.name}"


@cache
def kept_files() -> tuple[Path, ...]:
    """All files that belong to the project: those that git knows, else those in its folders."""
    if shutil.which("git") is not None:
        command = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
        listing = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if listing.returncode == 0 and listing.stdout:
            names = listing.stdout.split("\0")
            return tuple(path for name in names if name and (path := ROOT / name).is_file())
    return tuple(
        path
        for top in sorted(ROOT.iterdir())
        if top.name in KEPT or top.is_file()
        for path in ([top] if top.is_file() else sorted(top.rglob("*")))
        if path.is_file() and "__pycache__" not in path.parts
    )


@cache
def catalogue(language: str) -> dict[str, str]:
    """All translations into `language`."""
    found: dict[str, str] = {}
    for file in sorted((ROOT / "resources" / "i18n" / language).glob("*.json")):
        found.update(json.loads(file.read_text(encoding="utf-8")))
    return found
