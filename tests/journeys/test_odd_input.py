"""Input that nobody planned for: told in a sentence or simply kept, never a fault."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from blueprint.storage import open_document
from blueprint.ui.widgets.notice import Notice
from tests.journeys.at_window import AtWindow
from tests.ui.canvas.hands import CTRL, LEFT, NONE, Key


def put(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def notices(at: AtWindow) -> list[str]:
    at.settle()
    return [found.text.text() for found in at.window.findChildren(Notice) if found.isVisible()]


@pytest.mark.parametrize(
    "label",
    [
        "Smile 😀👩‍👩‍👧‍👦🇨🇳",
        "מגיע למלון ומבקש חדר",
        "يصل إلى الفندق 123 ويطلب غرفة",
        "e\u0301 a\u0308 ﷽ Z̸͑a̵l̶g̷o̴",
        "\u202eback to front\u202c",
        "顾客到店，看鞋摊。𠮷野家",
        "<b>no markup</b> &amp; %s {label} \\n",
        "word" * 1250,
        "many words " * 450,
    ],
    ids=str.__len__,
)
def test_any_text_is_kept_drawn_and_saved(at: AtWindow, label: str) -> None:
    at.go_to("Pays")
    at.press(Key.Key_F2)
    put(label)
    at.press(Key.Key_V, CTRL)
    at.accept()
    assert at.step(label.strip()).label == label.strip()
    at.canvas.fit_all()
    at.canvas.grab()
    at.window.files.save()
    kept = open_document(at.file).document
    assert label.strip() in {step.label for step in kept.steps.values()}


def test_control_characters_in_pasted_text_are_dropped(at: AtWindow) -> None:
    at.go_to("Pays")
    at.press(Key.Key_F2)
    put("Pays\x00 ca\x07sh\x1b")
    at.press(Key.Key_V, CTRL)
    at.accept()
    assert "cash" in " ".join(step.label for step in at.session.document.steps.values())


@pytest.mark.parametrize(
    "text", ["", "   \n\n\t\n", "\t\t\t", "x" * 300_000, "a\tb\n" * 40_000, "\x00\x01\x02"]
)
def test_odd_pastes_onto_the_grid_do_no_harm(at: AtWindow, text: str) -> None:
    before = len(at.session.document.steps)
    at.go_to("Pays")
    at.press(Key.Key_Right)
    put(text)
    at.press(Key.Key_V, CTRL)
    assert len(at.session.document.steps) <= before + 1 or at.refusals


def test_formats_that_nobody_knows_are_refused_with_a_sentence(at: AtWindow) -> None:
    content = QMimeData()
    content.setData("application/x-something", b"\x00\xff")
    QGuiApplication.clipboard().setMimeData(content)
    at.go_to("Pays")
    at.press(Key.Key_V, CTRL)
    assert at.refusals


def test_our_own_format_with_nonsense_in_it_is_refused(at: AtWindow) -> None:
    from blueprint.ui.tools.copying import MIME

    for data in (b"", b"{", b"[]", b'{"steps": []}', b'{"steps": [{"down": 0}]}', b"\xff\xfe"):
        content = QMimeData()
        content.setData(MIME, data)
        QGuiApplication.clipboard().setMimeData(content)
        at.go_to("Pays")
        at.press(Key.Key_V, CTRL)
    assert len(at.session.document.steps) == 5


def drop_file(at: AtWindow, path: Path) -> bool:
    """Let go of a file over the canvas; whether the pointer had said that it is taken."""
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path))])
    copy = Qt.DropAction.CopyAction
    for target in (at.canvas.viewport(), at.window):
        enter = QDragEnterEvent(QPoint(400, 300), copy, content, LEFT, NONE)
        enter.ignore()
        QApplication.sendEvent(target, enter)
        if enter.isAccepted():
            drop = QDropEvent(QPointF(400, 300), copy, content, LEFT, NONE)
            QApplication.sendEvent(target, drop)
            at.settle()
            return True
    return False


@pytest.mark.parametrize("name", ["folder.blueprint/", "folder/", "empty.png", "a.csv", "a.mp3"])
def test_dropped_folders_and_strange_files_change_nothing(
    at: AtWindow, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.mkdir() if name.endswith("/") else path.touch()
    taken = drop_file(at, path)
    assert len(at.session.document.steps) == 5
    assert taken == bool(notices(at) or at.refusals)


def test_a_file_that_may_only_be_read_says_so_when_saved(at: AtWindow) -> None:
    folder = at.file.parent
    at.go_to("Pays")
    at.press(Key.Key_M)
    mode = folder.stat().st_mode
    at.file.chmod(stat.S_IRUSR)
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        at.press(Key.Key_S, CTRL)
        saved = open_document(at.file).document
        kept = any(step.moment_of_truth for step in saved.steps.values())
        assert kept or notices(at)
    finally:
        folder.chmod(mode)
        at.file.chmod(stat.S_IRUSR | stat.S_IWUSR)
