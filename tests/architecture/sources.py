"""The project's own files, as the tests of this folder look at them."""

from __future__ import annotations

import ast
import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
GENERATED = (".venv", ".git", "out", "build", "dist")


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
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listing.returncode == 0 and listing.stdout:
        names = listing.stdout.split("\0")
        return tuple(path for name in names if name and (path := ROOT / name).is_file())
    return tuple(
        path
        for path in sorted(ROOT.rglob("*"))
        if path.is_file() and not set(GENERATED) & set(path.relative_to(ROOT).parts)
    )


@cache
def catalogue(language: str) -> dict[str, str]:
    """All translations into `language`."""
    found: dict[str, str] = {}
    for file in sorted((ROOT / "resources" / "i18n" / language).glob("*.json")):
        found.update(json.loads(file.read_text(encoding="utf-8")))
    return found
