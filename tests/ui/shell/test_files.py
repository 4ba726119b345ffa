"""Opening, saving and leaving, as a user meets them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from blueprint.model.edits.properties import set_properties
from blueprint.model.edits.start import new_blueprint
from blueprint.model.edits.steps import add_step
from blueprint.storage import open_document, save_document
from blueprint.storage.writing import dump
from blueprint.ui.starting_points import samples, templates
from blueprint.ui.widgets.notice import Notice
from tests.ui.desk import Desk

TABLE = "label,lane\nArrives,customer\nGreets,onstage\n"


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "shoe & <b>shine.blueprint"
    save_document(new_blueprint(title="Shine"), path)
    return path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "steps.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def notices(desk: Desk) -> list[str]:
    desk.settle()
    found = desk.window.notices.findChildren(Notice)
    return [notice.text.text() for notice in found if not notice.isHidden()]


def rename(desk: Desk, title: str) -> None:
    session = desk.window.session
    session.push(set_properties(session.document, title=title))


def answer(desk: Desk, text: str) -> None:
    for notice in desk.window.notices.findChildren(Notice):
        for found in notice.buttons:
            if found.text() == text:
                found.click()
                return
    raise AssertionError(f"nobody asks {text!r}")


def test_a_window_begins_with_the_start_page(desk: Desk) -> None:
    assert desk.window.welcome.isVisible()
    assert desk.window.windowTitle() == "Blueprint Designer"


def test_opening_a_file_shows_it_and_remembers_it(desk: Desk, saved: Path) -> None:
    desk.answers.opening = saved
    desk.window.actions_.run("open")
    assert desk.window.session.document.properties.title == "Shine"
    assert desk.window.files.path == saved
    assert desk.window.files.is_saved
    assert desk.settings.recent == (saved,)
    assert desk.window.windowTitle().startswith("shoe & <b>shine")


def test_a_second_file_opens_in_a_second_window(desk: Desk, saved: Path, table: Path) -> None:
    desk.window.files.open_path(saved)
    desk.window.files.open_path(table)
    [other] = desk.others
    assert {step.label for step in other.session.document.steps.values()} == {"Arrives", "Greets"}
    assert desk.window.session.document.properties.title == "Shine"


def test_a_table_is_an_unsaved_blueprint_that_is_saved_beside_it(desk: Desk, table: Path) -> None:
    desk.window.files.open_path(table)
    assert desk.window.files.path is None
    assert not desk.window.files.is_saved
    desk.answers.saving = table.with_suffix("")
    assert desk.window.files.save()
    assert desk.answers.suggested is not None
    assert desk.answers.suggested.suffix == ".blueprint"
    assert len(open_document(table.with_suffix(".blueprint")).document.steps) == 2
    assert table.read_text(encoding="utf-8") == TABLE


def test_a_bad_table_is_told_in_a_bar_and_opens_nothing(desk: Desk, tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("label,lane\nArrives,attic\n", encoding="utf-8")
    assert not desk.window.files.open_path(bad)
    [told] = notices(desk)
    assert "bad.csv" in told
    assert "attic" in told
    assert not desk.window.files.has_document


def test_the_title_shows_unsaved_changes_until_they_are_saved(desk: Desk, saved: Path) -> None:
    desk.window.files.open_path(saved)
    assert not desk.window.isWindowModified()
    rename(desk, "Shine 2")
    assert desk.window.isWindowModified()
    desk.settle()
    assert desk.window.toolbar.saved.text() == "Unsaved"
    desk.window.actions_.run("save")
    desk.settle()
    assert not desk.window.isWindowModified()
    assert desk.window.toolbar.saved.text() == "Saved"
    assert open_document(saved).document.properties.title == "Shine 2"


def test_a_failed_save_is_told_and_keeps_the_work(desk: Desk, saved: Path) -> None:
    desk.window.files.open_path(saved)
    rename(desk, "Shine 2")
    desk.answers.saving = saved.parent / "no such folder" / "x.blueprint"
    assert not desk.window.files.save_as()
    assert notices(desk) != []
    assert not desk.window.files.is_saved
    assert desk.window.session.document.properties.title == "Shine 2"


def test_closing_with_changes_asks_in_a_bar_and_saves(desk: Desk, saved: Path) -> None:
    desk.window.files.open_path(saved)
    rename(desk, "Shine 2")
    assert not desk.window.close()
    assert "not saved" in notices(desk)[0]
    answer(desk, "Save and close")
    assert not desk.window.isVisible()
    assert open_document(saved).document.properties.title == "Shine 2"


def test_closing_without_saving_leaves_the_file_as_it_was(desk: Desk, saved: Path) -> None:
    before = saved.read_bytes()
    desk.window.files.open_path(saved)
    rename(desk, "Shine 2")
    desk.window.close()
    answer(desk, "Close without saving")
    assert not desk.window.isVisible()
    assert saved.read_bytes() == before


def test_a_file_dropped_on_the_window_opens(desk: Desk, saved: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(saved))])
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    desk.window.dropEvent(event)
    assert desk.window.files.path == saved


@pytest.mark.parametrize("path", [*samples("en"), *templates("zh_CN")], ids=lambda path: path.name)
def test_what_ships_with_the_program_opens_as_a_copy(desk: Desk, path: Path) -> None:
    before = path.read_bytes()
    assert desk.window.files.open_path(path)
    assert desk.window.files.path is None
    assert desk.window.session.document.steps
    assert path.read_bytes() == before


def test_recent_files_that_are_gone_are_not_offered(desk: Desk, saved: Path) -> None:
    desk.window.files.open_path(saved)
    assert list(desk.window.files.recent.paths) == [saved]
    saved.unlink()
    assert not desk.window.files.recent.paths


def test_a_table_without_a_title_lends_its_name(desk: Desk, table: Path, tmp_path: Path) -> None:
    desk.window.files.open_path(table)
    assert desk.window.files.name == "steps"
    desk.answers.saving = tmp_path / "made.blueprint"
    desk.window.files.save()
    assert desk.answers.suggested == tmp_path / "steps.blueprint"
    assert desk.window.files.name == "made"


def test_links_lead_to_the_same_files_from_another_folder(desk: Desk, tmp_path: Path) -> None:
    document = new_blueprint()
    lane, column = document.lanes[0].id, document.columns[0].id
    document.apply(add_step(document, lane, column, label="Pays", link="parts/pay.csv").change)
    path = tmp_path / "whole.blueprint"
    save_document(document, path)
    desk.window.files.open_path(path)
    before = path.read_bytes()
    (tmp_path / "archive").mkdir()
    desk.answers.saving = tmp_path / "archive" / "whole.blueprint"
    assert desk.window.files.save_as()
    assert _links(desk) == ["../parts/pay.csv"]
    assert b"../parts/pay.csv" in desk.answers.saving.read_bytes()
    desk.window.session.undo()
    assert dump(desk.window.session.document) == before


def test_links_stay_when_saving_elsewhere_fails(desk: Desk, tmp_path: Path) -> None:
    document = new_blueprint()
    lane, column = document.lanes[0].id, document.columns[0].id
    document.apply(add_step(document, lane, column, label="Pays", link="pay.csv").change)
    path = tmp_path / "whole.blueprint"
    save_document(document, path)
    desk.window.files.open_path(path)
    desk.answers.saving = tmp_path / "nowhere" / "whole.blueprint"
    assert not desk.window.files.save_as()
    assert _links(desk) == ["pay.csv"]
    assert desk.window.files.is_saved


def _links(desk: Desk) -> list[str]:
    return [step.link for step in desk.window.session.document.steps.values()]
