"""Whatever fails while saving, the file holds the old bytes or the new, and "saved" is true."""

from __future__ import annotations

import errno
import itertools
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from blueprint.i18n import translate
from blueprint.storage import SaveFailed, open_document, open_sample, save_bytes, save_document
from blueprint.storage.door import Door

OLD = b"old " * 300
NEW = b"new " * 500

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EINTR)
FAULTS = (*(os.strerror(number) for number in ERRORS), "interrupt", "short", "torn")
CALLS = ("mode", "may_write", "create", "write", "permit", "sync", "close", "read", "replace",
         "sync_folder", "remove")  # fmt: skip


class FaultyDoor(Door):
    """The operating system, of which one call fails: once, or from then on."""

    def __init__(self, call: str, place: int, fault: str, persistent: bool) -> None:
        self.plan = (call, place, fault, persistent)
        self.count = 0
        self.reached = False

    def _is_due(self, call: str) -> bool:
        wanted, place, _, persistent = self.plan
        if call != wanted:
            return False
        self.count += 1
        due = self.count == place or (persistent and self.count > place)
        self.reached = self.reached or due
        return due

    def _fail(self, call: str) -> str:
        """What is to happen instead, if the call is not simply refused."""
        if not self._is_due(call):
            return ""
        fault = self.plan[2]
        if fault == "interrupt":
            raise KeyboardInterrupt
        if fault in ("short", "torn") and call in ("write", "read"):
            return fault
        number = next((n for n in ERRORS if os.strerror(n) == fault), errno.EIO)
        raise OSError(number, os.strerror(number))

    def mode(self, path: str) -> int | None:
        self._fail("mode")
        return super().mode(path)

    def may_write(self, path: str) -> bool:
        self._fail("may_write")
        return super().may_write(path)

    def create(self, path: str, permissions: int) -> int:
        self._fail("create")
        return super().create(path, permissions)

    def write(self, file: int, content: memoryview) -> int:
        match self._fail("write"):
            case "short":
                return super().write(file, content[: len(content) // 2])
            case "torn":
                super().write(file, content[: len(content) // 2])
                return len(content)
        return super().write(file, content)

    def permit(self, path: str, permissions: int) -> None:
        self._fail("permit")
        super().permit(path, permissions)

    def sync(self, file: int) -> None:
        self._fail("sync")
        super().sync(file)

    def close(self, file: int) -> None:
        super().close(file)
        self._fail("close")

    def read(self, path: str, most: int) -> bytes:
        content = super().read(path, most)
        return content[: len(content) // 2] if self._fail("read") else content

    def replace(self, source: str, target: str) -> None:
        self._fail("replace")
        super().replace(source, target)

    def sync_folder(self, path: str) -> None:
        self._fail("sync_folder")
        super().sync_folder(path)

    def remove(self, path: str) -> None:
        self._fail("remove")
        super().remove(path)


def attempt(path: Path, content: bytes, door: Door) -> BaseException | None:
    """How saving ends: None where it says that the file is saved."""
    try:
        save_bytes(content, path, door)
    except (SaveFailed, KeyboardInterrupt) as failure:
        return failure
    return None


def afresh(folder: Path) -> Path:
    folder.mkdir()
    file = folder / "file.blueprint"
    file.write_bytes(OLD)
    return file


def link(folder: Path) -> Path:
    file = afresh(folder)
    (folder / "link").symlink_to(file)
    return folder / "link"


def nothing(folder: Path) -> Path:
    folder.mkdir()
    return folder / "file.blueprint"


CONTENTS = (b"", b"n", NEW)
PLANS = list(
    itertools.product(
        CALLS, (1, 2), FAULTS, (False, True), (afresh, link, nothing), range(len(CONTENTS))
    )
)


def test_the_plans_are_a_thousand() -> None:
    assert len(PLANS) >= 1_000


@pytest.mark.parametrize("call", CALLS)
def test_every_fault_of_a_call_leaves_old_or_new_bytes_and_no_false_saved(
    call: str, tmp_path: Path
) -> None:
    reached = 0
    for number, plan in enumerate(plan for plan in PLANS if plan[0] == call):
        _, place, fault, persistent, make, content = plan
        door = FaultyDoor(call, place, fault, persistent)
        reached += holds_old_or_new(make, tmp_path / str(number), CONTENTS[content], door)
    assert reached or call == "remove"


def holds_old_or_new(
    make: Callable[[Path], Path], folder: Path, new: bytes, door: FaultyDoor
) -> bool:
    path = make(folder)
    old = path.read_bytes() if path.exists() else None
    failure = attempt(path, new, door)
    found = path.read_bytes() if path.exists() else None
    assert found in (old, new)
    if failure is None:
        assert found == new
    elif isinstance(failure, SaveFailed):
        assert translate(failure.reason, "zh_CN") != str(failure)
    left = [name for name in os.listdir(folder) if name.endswith(".tmp")]
    assert left == []
    return door.reached


def test_a_failed_removal_of_the_temporary_file_hides_no_failure(tmp_path: Path) -> None:
    class Stuck(Door):
        def sync(self, file: int) -> None:
            raise OSError(errno.EIO, "I/O error")

        def remove(self, path: str) -> None:
            raise OSError(errno.EIO, "I/O error")

    file = afresh(tmp_path / "folder")
    with pytest.raises(SaveFailed, match="cannot be saved"):
        save_bytes(NEW, file, Stuck())
    assert file.read_bytes() == OLD


def test_a_disk_that_writes_nothing_is_not_asked_forever(tmp_path: Path) -> None:
    class Deaf(Door):
        def write(self, file: int, content: memoryview) -> int:
            return 0

    with pytest.raises(SaveFailed):
        save_bytes(NEW, tmp_path / "file", Deaf())
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_changes_what_is_written_is_found_out(tmp_path: Path) -> None:
    class Rotten(Door):
        def write(self, file: int, content: memoryview) -> int:
            os.write(file, bytes(byte ^ 1 for byte in content))
            return len(content)

    file = afresh(tmp_path / "folder")
    with pytest.raises(SaveFailed, match="did not keep"):
        save_bytes(NEW, file, Rotten())
    assert file.read_bytes() == OLD


@pytest.mark.parametrize("bits", [0o600, 0o640, 0o664, 0o755])
def test_permissions_are_kept(bits: int, tmp_path: Path) -> None:
    file = afresh(tmp_path / "folder")
    file.chmod(bits)
    save_bytes(NEW, file)
    assert stat.S_IMODE(file.stat().st_mode) == bits


def test_a_new_file_has_the_permissions_of_new_files(tmp_path: Path) -> None:
    ordinary = tmp_path / "ordinary"
    ordinary.write_bytes(OLD)
    save_bytes(NEW, tmp_path / "saved")
    assert (tmp_path / "saved").stat().st_mode == ordinary.stat().st_mode


def test_a_symbolic_link_stays_one_and_its_target_is_saved(tmp_path: Path) -> None:
    file = afresh(tmp_path / "folder")
    link_to_it = tmp_path / "link"
    link_to_it.symlink_to(file)
    save_bytes(NEW, link_to_it)
    assert link_to_it.is_symlink()
    assert file.read_bytes() == NEW


def test_a_link_to_nothing_yet_makes_its_target(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "target")
    save_bytes(NEW, tmp_path / "link")
    assert (tmp_path / "target").read_bytes() == NEW


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("", "something else than a file"),
        ("gone/file", "no such folder"),
        ("file/below", "no such folder"),
        ("x" * 300, "too long"),
        ("a\x00b", "no name"),
    ],
)
def test_a_place_where_nothing_can_be_saved_is_refused(
    name: str, told: str, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(OLD)
    with pytest.raises(SaveFailed, match=told):
        save_bytes(NEW, tmp_path / name)
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_a_read_only_file_is_not_replaced(tmp_path: Path) -> None:
    class Strict(Door):
        def may_write(self, path: str) -> bool:
            return False

    file = afresh(tmp_path / "folder")
    with pytest.raises(SaveFailed, match="read-only"):
        save_bytes(NEW, file, Strict())
    assert file.read_bytes() == OLD


def test_a_long_name_that_the_system_takes_can_be_saved(tmp_path: Path) -> None:
    file = tmp_path / ("x" * 240 + ".blueprint")
    save_bytes(NEW, file)
    assert file.read_bytes() == NEW


def test_a_saved_document_is_opened_again(tmp_path: Path) -> None:
    document = open_sample("parcel", "zh_CN")
    save_document(document, tmp_path / "快递.blueprint")
    assert open_document(tmp_path / "快递.blueprint").document.entities == document.entities
