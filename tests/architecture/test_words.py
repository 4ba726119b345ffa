"""What no file of the project may hold: places of one machine, hosts, and notes to oneself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .sources import ROOT, kept_files, sources

TEXTS = {".py", ".md", ".toml", ".txt", ".json", ".cfg", ".sh", ".yml", ".xml", ".desktop", ""}
FORBIDDEN = [
    re.compile(r"(?<![\w.])/(work|tmp|root|home)/\w"),
    re.compile(r"py" + r"pi\.|pythonho" + r"sted|artifact-?reg" + r"istry", re.IGNORECASE),
    re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b"),
    re.compile(r"type: ig" + r"nore(?!\[)|# no" + r"qa(?!:)"),
]
UNTYPICAL_NAMES = {"manager", "helper", "helpers", "utils", "util", "data", "base", "misc"}


def texts() -> list[Path]:
    return [path for path in kept_files() if path.suffix in TEXTS]


def test_no_file_holds_anything_of_the_place_where_it_was_made() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:90]}"
        for path in texts()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        for pattern in FORBIDDEN
        if pattern.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_requirements_are_hashed_and_name_no_place_to_get_them(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    pinned = re.findall(r"^[\w.-]+==\S+", text, re.MULTILINE)
    assert len(pinned) > 15
    assert "://" not in text
    assert not re.search(r"^\s*(-i|--index-url|--extra-index-url|--find-links)", text, re.MULTILINE)
    for block in re.split(r"\n(?=[a-z])", text)[1:]:
        assert "--hash=sha256:" in block, block[:60]


def test_module_names_are_the_words_of_the_field() -> None:
    used = {part for source in sources("blueprint") for part in source.module.split(".")}
    assert used & UNTYPICAL_NAMES == set()
