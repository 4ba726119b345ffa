"""Links are followed from file to file, each read once, and no more than a limit."""

from __future__ import annotations

from pathlib import Path

from blueprint.model.document import Document
from blueprint.model.edits.start import new_blueprint
from blueprint.model.edits.steps import add_step
from blueprint.storage import save_document
from blueprint.storage.linked_files import MOST, FileState, follow_links

LONG = "x" * 300 + ".csv"
"""No system has files with such a name."""


def leading_to(*links: str, title: str = "") -> Document:
    document = new_blueprint(title=title)
    lane, column = document.lanes[1].id, document.columns[0].id
    for link in links:
        document.apply(add_step(document, lane, column, label=f"to {link}", link=link).change)
    return document


def test_two_files_that_lead_to_each_other_end(tmp_path: Path) -> None:
    start = tmp_path / "a.blueprint"
    save_document(leading_to("a.blueprint", title="B"), tmp_path / "b.blueprint")
    found = follow_links(start, leading_to("b.blueprint", "a.blueprint", title="A"))
    assert [(file.path.name, file.title) for file in found.values()] == [
        ("a.blueprint", "A"),
        ("b.blueprint", "B"),
    ]
    assert [reference.step for reference in found[start].references] == [
        "to b.blueprint",
        "to a.blueprint",
    ]


def test_missing_and_unreadable_files_are_told(tmp_path: Path) -> None:
    (tmp_path / "broken.blueprint").write_bytes(b"{")
    found = follow_links(tmp_path / "a.blueprint", leading_to("gone.csv", LONG, "broken.blueprint"))
    states = {file.path.name: file.state for file in found.values()}
    assert states["gone.csv"] is states[LONG] is FileState.MISSING
    assert states["broken.blueprint"] is FileState.UNREADABLE
    assert found[tmp_path / "broken.blueprint"].reason


def test_no_more_than_the_limit_is_read(tmp_path: Path) -> None:
    links = [f"{place}.blueprint" for place in range(MOST + 5)]
    told: list[int] = []
    found = follow_links(tmp_path / "a.blueprint", leading_to(*links), told.append)
    left_out = [file for file in found.values() if file.state is FileState.LEFT_OUT]
    assert len(left_out) == 6
    assert len(told) == len(links)
