"""A journal gives back a state that the document once had, whatever became of its bytes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blueprint.model.change import Change, diff
from blueprint.model.document import Document
from blueprint.model.edits.properties import set_properties
from blueprint.model.edits.start import new_blueprint
from blueprint.model.edits.steps import add_step, delete, rename
from blueprint.storage.journal import Abandoned, Journal, Origin, abandoned
from blueprint.storage.writing import dump


def changes(document: Document) -> list[Change]:
    """Some edits, already applied to `document` one after the other."""
    made = []

    def do(change: Change) -> None:
        document.apply(change)
        made.append(change)

    lane, column = document.lanes[1].id, document.columns[0].id
    first, id = add_step(document, lane, column, label="Arrives “early” 早到\n")
    do(first)
    do(rename(document, id, "Arrives"))
    do(set_properties(document, title="Stay"))
    do(delete(document, [id]))
    do(made[-1].inverted())
    return made


def states(start: Document, made: list[Change]) -> list[bytes]:
    document = start.snapshot()
    found = [dump(document)]
    for change in made:
        document.apply(change)
        found.append(dump(document))
    return found


def written(folder: Path) -> tuple[Path, list[bytes]]:
    """A journal whose program has stopped, and all states that it went through."""
    start = new_blueprint()
    made = changes(start.snapshot())
    journal = Journal(folder)
    journal.begin(Origin(file="/stay.blueprint", name="stay", saved=True), start)
    for change in made:
        journal.append([change])
    [path] = folder.glob("*.journal")
    content = path.read_bytes()
    journal.end()
    path.write_bytes(content)
    return path, states(start, made)


def only(folder: Path) -> Abandoned:
    [found] = abandoned(folder)
    return found


def test_all_changes_of_a_stopped_program_come_back(tmp_path: Path) -> None:
    _, every = written(tmp_path)
    found = only(tmp_path)
    assert dump(found.document) == every[-1]
    assert found.origin.file == "/stay.blueprint"
    assert found.changes == 5
    found.drop()
    assert list(tmp_path.iterdir()) == []


def test_a_journal_in_use_is_left_alone(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.begin(Origin(), new_blueprint())
    assert abandoned(tmp_path) == []
    journal.end()
    assert list(tmp_path.iterdir()) == []


def test_a_journal_that_leads_back_to_the_saved_file_is_removed(tmp_path: Path) -> None:
    start = new_blueprint()
    there = set_properties(start, title="Stay")
    journal = Journal(tmp_path)
    journal.begin(Origin(saved=True), start)
    journal.append([there, there.inverted()])
    [path] = tmp_path.glob("*.journal")
    content = path.read_bytes()
    journal.end()
    path.write_bytes(content)
    assert abandoned(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_a_journal_begun_anew_replaces_the_old_one(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.begin(Origin(), new_blueprint())
    [first] = tmp_path.glob("*.journal")
    journal.begin(Origin(saved=False), new_blueprint(title="Later"))
    [second] = tmp_path.glob("*.journal")
    assert first != second
    journal.end()


def test_unsaved_work_without_changes_comes_back(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.begin(Origin(saved=False), new_blueprint(title="Imported"))
    [path] = tmp_path.glob("*.journal")
    content = path.read_bytes()
    journal.end()
    path.write_bytes(content)
    assert only(tmp_path).document.properties.title == "Imported"


def test_what_cannot_be_read_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "x.journal").write_bytes(b"0000000000000000 {}\n")
    assert abandoned(tmp_path) == []
    assert [path.name for path in tmp_path.iterdir()] == ["x.damaged"]


def left(folder: Path, content: bytes) -> bytes | None:
    """The document that damaged bytes lead to, or None; cleans up."""
    for path in folder.iterdir():
        path.unlink()
    (folder / "x.journal").write_bytes(content)
    found = abandoned(folder)
    for each in found:
        each.drop()
    return dump(found[0].document) if found else None


def test_every_prefix_leads_to_a_state_that_once_was(tmp_path: Path) -> None:
    path, every = written(tmp_path)
    content = path.read_bytes()
    start = content.index(b"\n", content.index(b"\n") + 1)
    for length in range(start + 1, len(content), 7):
        assert left(tmp_path, content[:length]) in (None, *every), length
    assert left(tmp_path, content[: start // 2]) is None


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes, list[bytes]]:
    folder = tmp_path_factory.mktemp("journal")
    path, every = written(folder)
    return folder, path.read_bytes(), every


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_a_flipped_bit_never_leads_to_wrong_data(
    sample: tuple[Path, bytes, list[bytes]], at: float, bit: int
) -> None:
    folder, content, every = sample
    place = int(at * len(content))
    damaged = bytearray(content)
    damaged[place] ^= 1 << bit
    assert left(folder, bytes(damaged)) in (None, *every)


def test_a_missing_or_doubled_line_ends_the_reading(
    sample: tuple[Path, bytes, list[bytes]],
) -> None:
    folder, content, every = sample
    lines = content.splitlines(keepends=True)
    assert left(folder, b"".join([*lines[:3], *lines[4:]])) == every[1]
    assert left(folder, b"".join([*lines[:3], lines[2], *lines[3:]])) == every[1]


def test_any_two_documents_are_bridged_by_one_line(tmp_path: Path) -> None:
    before, after = new_blueprint(), new_blueprint("zh_CN", title="住宿", columns=3)
    journal = Journal(tmp_path)
    journal.begin(Origin(), before)
    journal.append([diff(before.entities, after.entities)])
    [path] = tmp_path.glob("*.journal")
    content = path.read_bytes()
    journal.end()
    assert left(tmp_path, content) == dump(after)
