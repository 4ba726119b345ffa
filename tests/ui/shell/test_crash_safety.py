"""Nothing that was typed is lost, and nothing of others is overwritten in silence."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from blueprint.model.edits.properties import set_properties
from blueprint.model.edits.start import new_blueprint
from blueprint.storage import open_document, save_document
from blueprint.storage.journal import Abandoned, Journal, Origin, abandoned
from blueprint.storage.lock import FileLock, lock
from blueprint.ui.app import Designer
from blueprint.ui.widgets.notice import Notice
from tests.ui.desk import Desk

CRASHING = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QSettings
from blueprint.model.edits.properties import set_properties
from blueprint.ui.app import Designer, application
from blueprint.ui.settings import Settings

app = application()
store = QSettings(sys.argv[1], QSettings.Format.IniFormat)
window = Designer(Settings(store)).start().current
window.files.open_path(Path(sys.argv[2]))
for count in range(20):
    document = window.session.document
    window.session.push(set_properties(document, title=f"Edit {count}"))
    app.processEvents()
window.files.keeping.wait()
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "stay.blueprint"
    save_document(new_blueprint(title="Stay"), path)
    return path


def rename(desk: Desk, title: str) -> None:
    session = desk.window.session
    session.push(set_properties(session.document, title=title))


def notices(desk: Desk) -> list[Notice]:
    desk.settle()
    found = desk.window.notices.findChildren(Notice)
    return [notice for notice in found if not notice.isHidden()]


def told(desk: Desk) -> str:
    return "\n".join(notice.text.text() for notice in notices(desk))


def answer(desk: Desk, text: str) -> None:
    every = [each for notice in notices(desk) for each in notice.buttons]
    next(each for each in every if each.text() == text).click()
    desk.settle()


def left(desk: Desk) -> list[Abandoned]:
    """What would be found if the program had stopped now."""
    desk.window.files.keeping.wait()
    folder = desk.settings.unsaved
    copies = folder.with_name("as after a crash")
    copies.mkdir(exist_ok=True)
    for path in folder.glob("*.journal"):
        (copies / path.name).write_bytes(path.read_bytes())
    return abandoned(copies)


def title(desk: Desk) -> str:
    return desk.window.session.document.properties.title


@pytest.mark.skipif(os.name == "nt", reason="needs a signal that cannot be caught")
def test_work_of_a_killed_program_is_restored_at_the_next_start(desk: Desk, saved: Path) -> None:
    settings = desk.settings.unsaved.parent / "settings.ini"
    gone = subprocess.run(
        [sys.executable, "-c", CRASHING, str(settings), str(saved)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
        timeout=60,
    )
    assert gone.returncode == -signal.SIGKILL
    [found] = abandoned(desk.settings.unsaved)
    desk.window.files.recover(found)
    assert title(desk) == "Edit 19"
    assert "Restored your work" in told(desk)
    assert desk.window.files.path == saved
    assert not desk.window.files.is_saved
    answer(desk, "Keep")
    assert desk.window.files.save()
    assert open_document(saved).document.properties.title == "Edit 19"
    assert left(desk) == []


def test_restored_work_is_safe_against_a_second_crash_and_can_be_refused(
    desk: Desk, saved: Path
) -> None:
    desk.window.files.open_path(saved)
    rename(desk, "Later")
    [found] = left(desk)
    desk.window.files.leave()
    desk.window.files.recover(found)
    [again] = left(desk)
    assert again.document.properties.title == "Later"
    again.drop()
    answer(desk, "Go back")
    assert title(desk) == "Stay"
    assert desk.window.files.is_saved
    assert left(desk) == []


def test_restored_work_without_a_file_goes_back_to_the_start_page(desk: Desk) -> None:
    desk.window.files.show_document(new_blueprint())
    rename(desk, "Draft")
    [found] = left(desk)
    desk.window.files.leave()
    desk.window.files.recover(found)
    assert title(desk) == "Draft"
    answer(desk, "Go back")
    assert not desk.window.files.has_document
    assert desk.window.welcome.isVisible()


def test_a_saved_or_discarded_document_leaves_no_journal(desk: Desk, saved: Path) -> None:
    desk.window.files.open_path(saved)
    rename(desk, "Later")
    assert len(left(desk)) == 1
    desk.window.files.save()
    desk.window.files.keeping.wait()
    assert list(desk.settings.unsaved.iterdir()) == []
    rename(desk, "Later still")
    desk.window.close()
    answer(desk, "Close without saving")
    assert list(desk.settings.unsaved.iterdir()) == []


def test_all_undone_leaves_nothing_to_restore(desk: Desk, saved: Path) -> None:
    desk.window.files.open_path(saved)
    rename(desk, "Later")
    desk.window.actions_.run("undo")
    assert left(desk) == []


def test_a_journal_that_cannot_be_written_is_told_once(desk: Desk, saved: Path) -> None:
    desk.settings.unsaved.write_text("a file where a folder is needed", encoding="utf-8")
    desk.window.files.open_path(saved)
    for count in range(3):
        rename(desk, f"Later {count}")
        desk.window.files.keeping.wait()
        desk.settle()
    assert told(desk).count("cannot be kept safe") == 1
    assert title(desk) == "Later 2"


def test_a_file_open_elsewhere_opens_as_a_copy(desk: Desk, saved: Path) -> None:
    before = saved.read_bytes()
    with lock(saved) as other:  # type: ignore[union-attr]
        assert isinstance(other, FileLock)
        desk.window.files.open_path(saved)
        assert "open in another window" in told(desk)
        assert desk.window.windowTitle().startswith("stay (copy)")
        rename(desk, "Mine")
        desk.answers.saving = saved
        assert not desk.window.files.save()
        assert saved.read_bytes() == before
        assert "kept as it is" in told(desk)
        desk.answers.saving = saved.with_name("mine.blueprint")
        assert desk.window.files.save()
    assert desk.answers.suggested == saved.with_name("stay 2.blueprint")
    assert desk.window.files.path == saved.with_name("mine.blueprint")


def test_a_file_that_is_free_again_can_be_opened_again(desk: Desk, saved: Path) -> None:
    with lock(saved) as other:  # type: ignore[union-attr]
        assert isinstance(other, FileLock)
        desk.window.files.open_path(saved)
    answer(desk, "Open it again")
    assert desk.window.files.path == saved


def test_two_windows_never_write_into_one_file(desk: Desk, saved: Path) -> None:
    desk.window.files.open_path(saved)
    desk.window.files.open_path(saved)
    [other] = desk.others
    assert other.files.path is None
    desk.answers.saving = saved
    assert not other.files.save_as()


def test_a_lock_left_on_another_machine_can_be_taken_over(desk: Desk, saved: Path) -> None:
    words = {"host": "far away", "since": "2026-01-02T10:42:00"}
    saved.with_name(".stay.blueprint.lock").write_text(json.dumps(words), encoding="utf-8")
    desk.window.files.open_path(saved)
    assert "open on far away since 10:42" in told(desk)
    answer(desk, "Edit it anyway")
    assert desk.window.files.path == saved


def test_a_closed_window_leaves_no_lock(desk: Desk, saved: Path) -> None:
    desk.window.files.open_path(saved)
    assert saved.with_name(".stay.blueprint.lock").exists()
    desk.window.close()
    assert not saved.with_name(".stay.blueprint.lock").exists()


def test_what_another_program_wrote_is_not_overwritten(desk: Desk, saved: Path) -> None:
    desk.window.files.open_path(saved)
    rename(desk, "Mine")
    save_document(new_blueprint(title="Theirs"), saved)
    assert not desk.window.files.save()
    assert open_document(saved).document.properties.title == "Theirs"
    answer(desk, "Overwrite")
    assert open_document(saved).document.properties.title == "Mine"
    assert desk.window.files.is_saved
    assert told(desk) == ""


def test_what_another_program_wrote_can_be_loaded_instead(desk: Desk, saved: Path) -> None:
    desk.window.files.open_path(saved)
    rename(desk, "Mine")
    save_document(new_blueprint(title="Theirs"), saved)
    assert not desk.window.files.save()
    answer(desk, "Reload")
    assert title(desk) == "Theirs"
    assert desk.window.files.is_saved
    assert desk.window.files.path == saved


def test_coming_back_to_the_window_tells_of_a_change_once(desk: Desk, saved: Path) -> None:
    desk.window.files.open_path(saved)
    save_document(new_blueprint(title="Theirs"), saved)
    desk.window.files.look_at_disk()
    assert "has been changed by another program" in told(desk)
    [notice] = notices(desk)
    notice.close_notice()
    desk.window.files.look_at_disk()
    assert told(desk) == ""
    assert not desk.window.files.save(), "it still asks before it overwrites"


def test_a_file_of_a_newer_version_is_kept_as_it_is(desk: Desk, tmp_path: Path) -> None:
    newer = tmp_path / "newer.blueprint"
    save_document(new_blueprint(title="Newer"), newer)
    text = newer.read_text(encoding="utf-8").replace('"version": 2', '"version": 9, "x": [1]')
    newer.write_text(text, encoding="utf-8")
    desk.window.files.open_path(newer)
    assert title(desk) == "Newer"
    assert "newer version" in told(desk)
    rename(desk, "Mine")
    desk.answers.saving = newer
    assert not desk.window.files.save()
    assert newer.read_text(encoding="utf-8") == text
    desk.answers.saving = tmp_path / "mine.blueprint"
    answer(desk, "Save as…")
    assert '"x": [1]' in (tmp_path / "mine.blueprint").read_text(encoding="utf-8").replace(
        "[\n1\n]", "[1]"
    )


def test_the_next_start_shows_what_a_crash_has_left(desk: Desk) -> None:
    journal = Journal(desk.settings.unsaved)
    journal.begin(Origin(name="Draft", saved=False), new_blueprint(title="Draft"))
    [path] = desk.settings.unsaved.glob("*.journal")
    content = path.read_bytes()
    journal.end()
    path.write_bytes(content)
    designer = Designer(desk.settings)
    first = designer.start()
    designer.recover()
    assert list(designer.windows) == [first]
    assert first.current.session.document.properties.title == "Draft"
    first.current.session.history.mark_clean()
    first.close()
    assert list(desk.settings.unsaved.iterdir()) == []
