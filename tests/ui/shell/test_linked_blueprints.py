"""Steps lead to other blueprints: linked, opened and mapped in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QTreeWidgetItem

from blueprint.layout.geometry import Point
from blueprint.model.edits.start import new_blueprint
from blueprint.model.edits.steps import add_step, set_fields
from blueprint.model.entities import Step
from blueprint.storage import save_document
from blueprint.storage.writing import dump
from blueprint.ui.canvas.menus import fill_menu
from blueprint.ui.canvas.spoken import card_words
from blueprint.ui.linked.link_map import LinkMapDialog
from blueprint.ui.tools.targets import Part, Pointer, Target
from blueprint.ui.widgets.notice import Notice
from tests.ui.desk import Desk


def written(path: Path, title: str, **links: str) -> Path:
    """A blueprint with a step for each link."""
    path.parent.mkdir(parents=True, exist_ok=True)
    document = new_blueprint(title=title)
    for place, (label, link) in enumerate(links.items()):
        lane, column = document.lanes[1].id, document.columns[place].id
        added = add_step(document, lane, column, label=label, link=link)
        document.apply(added.change)
    save_document(document, path)
    return path


@pytest.fixture
def hotel(desk: Desk, tmp_path: Path) -> Iterator[Desk]:
    """A stay that leads to a check-in; undoing all gives back what was opened."""
    written(tmp_path / "parts" / "check-in.blueprint", "Check-in")
    path = written(tmp_path / "stay.blueprint", "Stay", Arrives="", Pays="")
    desk.window.files.open_path(path)
    desk.settle()
    session = desk.window.session
    before = dump(session.document)
    yield desk
    while session.history.undo_label:
        session.undo()
    assert dump(session.document) == before


def notices(desk: Desk) -> str:
    desk.settle()
    found = desk.window.notices.findChildren(Notice)
    return "\n".join(notice.text.text() for notice in found if not notice.isHidden())


def step(desk: Desk, label: str) -> Step:
    return desk.window.session.document.step(desk.select(label))


def give_link(desk: Desk, label: str, link: str) -> None:
    session = desk.window.session
    id = desk.select(label)
    session.attempt(lambda: set_fields(session.document, [id], link=link))
    desk.settle()


def run(desk: Desk, action: str) -> None:
    desk.window.actions_.run(action)
    desk.settle()


def mapped(desk: Desk) -> LinkMapDialog:
    run(desk, "link_map")
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, LinkMapDialog)]
    dialog = next(each for each in found if each.isVisible())
    for _ in range(500):
        if dialog.tree.topLevelItemCount():
            break
        desk.wait(20)
    return dialog


def rows(item: QTreeWidgetItem | None, depth: int = 0) -> list[str]:
    assert item is not None
    shown = "  " * depth + " | ".join(item.text(column) for column in range(4))
    below = (rows(item.child(place), depth + 1) for place in range(item.childCount()))
    return [shown, *(line for lines in below for line in lines)]


def test_a_chosen_file_is_linked_from_the_folder_of_the_blueprint(hotel: Desk) -> None:
    folder = hotel.window.files.path
    assert folder is not None
    hotel.select("Arrives")
    hotel.answers.opening = folder.parent / "parts" / "check-in.blueprint"
    run(hotel, "link_blueprint")
    assert step(hotel, "Arrives").link == "parts/check-in.blueprint"
    assert hotel.window.session.history.undo_label is not None
    run(hotel, "open_linked")
    assert [other.session.document.properties.title for other in hotel.others] == ["Check-in"]
    assert notices(hotel) == ""


def test_a_path_that_is_typed_is_kept_with_forward_slashes(hotel: Desk) -> None:
    hotel.select("Arrives")
    hotel.window.focus_field("link")
    hotel.settle()
    row = hotel.window.workspace.inspector.field("link")
    assert row is not None
    for typed, kept in (("parts\\check-in.blueprint", True), ("C:\\stay.blueprint", False)):
        row.editor.type_in(typed)
        row.editor.given.emit()
        assert step(hotel, "Arrives").link == "parts/check-in.blueprint"
        assert row.refusal.isHidden() is kept
    assert "from the folder" in row.refusal.text()


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("parts/gone.blueprint", "not there any more"),
        ("x" * 300 + ".blueprint", "not there any more"),
        ("parts/broken.blueprint", "could not be opened"),
        ("parts/folder.blueprint", "could not be opened"),
    ],
)
def test_what_cannot_be_opened_is_told_in_a_bar(hotel: Desk, link: str, told: str) -> None:
    path = hotel.window.files.path
    assert path is not None
    (path.parent / "parts" / "broken.blueprint").write_bytes(b"no blueprint")
    (path.parent / "parts" / "folder.blueprint").mkdir()
    give_link(hotel, "Arrives", link)
    hotel.window.canvas.open_link()
    hotel.settle()
    bars = notices(hotel)
    for other in hotel.others:
        bars += "\n".join(bar.text.text() for bar in other.notices.findChildren(Notice))
    assert told in bars


def test_a_file_of_another_kind_is_neither_linked_nor_opened(hotel: Desk, tmp_path: Path) -> None:
    (tmp_path / "program.exe").write_bytes(b"MZ")
    hotel.select("Arrives")
    hotel.answers.opening = tmp_path / "program.exe"
    run(hotel, "link_blueprint")
    assert step(hotel, "Arrives").link == ""
    assert "no blueprint and no step table" in notices(hotel)
    give_link(hotel, "Arrives", "program.exe")
    run(hotel, "open_linked")
    assert hotel.others == []


def test_a_blueprint_without_a_file_is_saved_before_it_links(desk: Desk) -> None:
    desk.window.files.new()
    session = desk.window.session
    lane, column = session.document.lanes[1].id, session.document.columns[0].id
    id = session.attempt(lambda: add_step(session.document, lane, column, label="Arrives"))
    assert id
    session.select((id,))
    for action in ("link_blueprint", "link_map"):
        run(desk, action)
        assert "Save this blueprint first" in notices(desk)
        desk.window.notices.withdraw("link")


def test_the_map_follows_links_in_circles_and_marks_missing_files(
    hotel: Desk, tmp_path: Path
) -> None:
    written(
        tmp_path / "parts" / "check-in.blueprint",
        "Check-in",
        Returns="../stay.blueprint",
        Signs="form.csv",
    )
    give_link(hotel, "Arrives", "parts/check-in.blueprint")
    give_link(hotel, "Pays", "parts/check-in.blueprint")
    dialog = mapped(hotel)
    assert rows(dialog.tree.topLevelItem(0)) == [
        "Stay |  | stay.blueprint | This blueprint",
        "  Check-in | “Arrives” | parts/check-in.blueprint | There",
        "    Stay | “Returns” | stay.blueprint | This blueprint",
        "    form | “Signs” | parts/form.csv | Missing",
        "  Check-in | “Pays” | parts/check-in.blueprint | Shown elsewhere",
    ]
    assert "2 linked files" in dialog.told.text()
    hotel.press(Qt.Key.Key_Down)
    hotel.press(Qt.Key.Key_Return)
    hotel.settle()
    assert [other.session.document.properties.title for other in hotel.others] == ["Check-in"]
    dialog.close()


def test_the_menu_of_a_step_offers_what_its_link_leads_to(hotel: Desk) -> None:
    for link, opening in (
        ("", []),
        ("parts/check-in.blueprint", ["Open linked blueprint"]),
        ("https://example.org", ["Open link"]),
    ):
        give_link(hotel, "Arrives", link)
        canvas, id = hotel.window.canvas, step(hotel, "Arrives").id
        menu = QMenu()
        at = Point(0, 0)
        fill_menu(menu, canvas, Pointer(at, at, Target(Part.CARD, id)))
        texts = [action.text() for action in menu.actions()]
        assert [text for text in texts if text.startswith("Open")] == opening
        assert "Link to a blueprint…" in texts
        assert (f"Link: {link}" in card_words(hotel.window.session, id)) is bool(link)
