"""A lock tells who has a file open, and goes with its owner."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from blueprint.storage.lock import FileLock, Holder, lock, lock_path
from blueprint.storage.stamp import has_changed, stamp, stamp_of

HOLD = """
import sys
from pathlib import Path
from blueprint.storage.lock import lock
held = lock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_file_is_locked_once(tmp_path: Path) -> None:
    path = tmp_path / "stay.blueprint"
    first = lock(path)
    assert isinstance(first, FileLock)
    assert first.is_held
    second = lock(path)
    assert isinstance(second, Holder)
    assert second.here
    assert ":" in second.since
    first.release()
    third = lock(path)
    assert isinstance(third, FileLock)
    third.release()
    assert list(tmp_path.iterdir()) == []


def test_a_lock_goes_with_its_process_however_it_ends(tmp_path: Path) -> None:
    path = tmp_path / "stay.blueprint"
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert other.stdout is not None
    assert other.stdin is not None
    assert other.stdout.readline() == b"held\n"
    assert isinstance(lock(path), Holder)
    other.kill()
    other.wait()
    other.stdin.close()
    other.stdout.close()
    assert lock_path(path).exists()
    with_nobody = lock(path)
    assert isinstance(with_nobody, FileLock)
    with_nobody.release()


def test_a_lock_of_another_machine_stands_until_it_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "stay.blueprint"
    words = {"host": "a machine far away", "since": "2026-01-02T10:42:00"}
    lock_path(path).write_text(json.dumps(words), encoding="utf-8")
    found = lock(path)
    assert found == Holder("a machine far away", "10:42", here=False)
    with lock(path, take_over=True) as taken:  # type: ignore[union-attr]
        assert isinstance(taken, FileLock)
        assert taken.is_held
    assert not lock_path(path).exists()


def test_a_lock_of_nonsense_locks_nobody_out(tmp_path: Path) -> None:
    path = tmp_path / "stay.blueprint"
    lock_path(path).write_bytes(b"\xff[]")
    found = lock(path)
    assert isinstance(found, FileLock)
    found.release()


def test_without_a_folder_nothing_is_locked(tmp_path: Path) -> None:
    found = lock(tmp_path / "no such folder" / "x.blueprint")
    assert isinstance(found, FileLock)
    assert not found.is_held


def test_other_bytes_are_a_change_and_another_time_alone_is_none(tmp_path: Path) -> None:
    path = tmp_path / "stay.blueprint"
    path.write_bytes(b"one")
    known = stamp_of(b"one", path)
    assert known == stamp(path)
    path.touch()
    assert not has_changed(path, known)
    path.write_bytes(b"two")
    assert has_changed(path, known)
    path.unlink()
    assert not has_changed(path, known)
