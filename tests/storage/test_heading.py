"""What a list of files shows of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint.model.edits.properties import set_properties
from blueprint.model.edits.start import new_blueprint
from blueprint.storage import save_document
from blueprint.storage.heading import Heading, heading


def test_a_saved_blueprint_tells_its_title_state_and_columns(tmp_path: Path) -> None:
    document = new_blueprint(title="Tea", columns=5)
    document.apply(set_properties(document, state="to-be", subtitle="Two\nlines"))
    path = tmp_path / "tea.blueprint"
    save_document(document, path)
    assert heading(path) == Heading("Tea", "Two lines", "", "to-be", 5)


def test_the_beginning_of_a_large_file_is_enough(tmp_path: Path) -> None:
    path = tmp_path / "large.blueprint"
    path.write_text('{"format": "x", "properties": {"title": "Tea"}, "steps": [' + " " * 300_000)
    assert heading(path) == Heading("Tea")


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\xff\xfe", b"[]", b"null", b'{"properties": 3}', b'{"properties": {"title": 3}}'],
)
def test_what_is_no_blueprint_has_no_heading(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.blueprint"
    path.write_bytes(content)
    assert heading(path) == Heading()


def test_nesting_without_end_is_no_heading(tmp_path: Path) -> None:
    path = tmp_path / "deep.blueprint"
    path.write_text('{"properties":' + "[" * 200_000)
    assert heading(path) == Heading()


def test_a_file_that_is_gone_has_no_heading(tmp_path: Path) -> None:
    assert heading(tmp_path / "gone.blueprint") == Heading()
