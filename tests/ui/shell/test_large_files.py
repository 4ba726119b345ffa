"""A large file is read beside the window, and the wait can be ended."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QProgressDialog, QPushButton

from blueprint.layout.layout import Layout
from blueprint.model.edits.properties import set_properties
from blueprint.model.edits.start import new_blueprint
from blueprint.storage import Opened, open_document, open_sample, save_document
from blueprint.storage.journal import Journal, Origin
from blueprint.ui import reading
from blueprint.ui.app import Designer
from tests.ui.desk import Desk


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that counts as large."""
    monkeypatch.setattr(reading, "LARGE", 0)
    path = tmp_path / "hotel.blueprint"
    save_document(open_sample("hotel"), path)
    return path


def waiting() -> QProgressDialog | None:
    shown = QApplication.activeModalWidget()
    return shown if isinstance(shown, QProgressDialog) else None


def test_a_large_file_is_shown_with_the_layout_that_was_made_meanwhile(
    desk: Desk, large: Path
) -> None:
    assert desk.window.files.open_path(large)
    session = desk.window.session
    assert desk.window.files.path == large
    whole = Layout(session.document)
    assert session.layout.size == whole.size
    assert all(session.layout.card(id) == whole.card(id) for id in session.document.steps)
    session.undo()
    assert waiting() is None


def test_the_wait_is_cancelled_and_the_file_stays_among_the_recent_ones(
    desk: Desk, large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slow(path: Path) -> Opened:
        go_on.wait(20)
        return open_document(path)

    monkeypatch.setattr(reading, "open_document", slow)
    seen: list[str] = []

    def cancel() -> None:
        dialog = waiting()
        assert dialog is not None
        seen.append(dialog.labelText())
        button = dialog.findChild(QPushButton)
        assert isinstance(button, QPushButton)
        button.click()

    desk.settings.remember(large)
    QTimer.singleShot(100, cancel)
    assert not desk.window.files.open_path(large)
    go_on.set()
    desk.wait(100)
    assert seen == ["Opening “hotel.blueprint”…"]
    assert not desk.window.files.has_document
    assert large in desk.settings.recent
    monkeypatch.setattr(reading, "open_document", open_document)
    assert desk.window.files.open_path(large)


def test_a_reload_that_is_cancelled_leaves_the_document_its_file(
    desk: Desk, large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files, session = desk.window.files, desk.window.session
    assert files.open_path(large)
    session.push(set_properties(session.document, title="Changed here"))
    save_document(open_sample("hotel"), other := large.with_name("other.blueprint"))
    go_on = threading.Event()

    def slow(path: Path) -> Opened:
        go_on.wait(20)
        return open_document(path)

    def cancel() -> None:
        files.autosave()
        dialog = waiting()
        assert dialog is not None
        dialog.cancel()

    monkeypatch.setattr(reading, "open_document", slow)
    before = other.read_bytes(), large.read_bytes()
    for path in (large, other):
        QTimer.singleShot(100, cancel)
        assert not files._read(path)
        assert files.path == large
    go_on.set()
    assert (other.read_bytes(), large.read_bytes()) == before
    assert not files.is_saved
    assert files.save()
    assert large.read_bytes() != before[1]


def test_what_a_crash_has_left_is_not_replaced_by_a_large_file_that_opens(
    desk: Desk, large: Path
) -> None:
    journal = Journal(desk.settings.unsaved)
    journal.begin(Origin(name="Draft", saved=False), new_blueprint(title="Draft"))
    [path] = desk.settings.unsaved.glob("*.journal")
    content = path.read_bytes()
    journal.end()
    path.write_bytes(content)
    designer = Designer(desk.settings)
    window = designer.start()
    designer.begin(window.current, [large])
    titles = [page.session.document.properties.title for page in designer.pages]
    for page in designer.pages:
        page.session.history.mark_clean()
    window.close()
    assert titles == ["Draft", open_sample("hotel").properties.title]


def test_a_large_file_that_cannot_be_read_is_told(desk: Desk, large: Path) -> None:
    large.write_bytes(b"\x00\x01 nothing of ours" * 10)
    assert not desk.window.files.open_path(large)
    assert "could not be opened" in " ".join(
        each.text() for each in desk.window.notices.findChildren(QLabel)
    )
    assert not desk.window.files.has_document
