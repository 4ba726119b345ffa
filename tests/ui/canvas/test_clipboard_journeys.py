"""Copying for other programs, and pasting what they copied; each paste can be undone whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blueprint.model.notation import StepKind
from blueprint.ui.canvas.dropping import TOOL_MIME
from blueprint.ui.tools import pictures
from blueprint.ui.tools.copying import MIME, PNG, SVG
from tests.ui.canvas.hands import CTRL, LEFT, NONE, SHIFT, Hands, Key
from tests.ui.canvas.test_mouse_journeys import BACKSTAGE, CUSTOMER, EVIDENCE, ONSTAGE, shoeshine


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    document = shoeshine()
    before = dict(document.entities)
    made = Hands(document)
    qtbot.addWidget(made.canvas)
    yield made
    made.undo_all()
    assert dict(made.session.document.entities) == before


def put(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def photograph(colour: str = "#AA3300", side: int = 40) -> QImage:
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def png(image: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(content.data())


def drop(hands: Hands, content: QMimeData, at: QPoint) -> bool:
    """Drag content over the canvas and let go; whether the canvas took it."""
    viewport, copy = hands.canvas.viewport(), Qt.DropAction.CopyAction
    enter = QDragEnterEvent(at, copy, content, LEFT, NONE)
    enter.ignore()
    QApplication.sendEvent(viewport, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(viewport, QDropEvent(QPointF(at), copy, content, LEFT, NONE))
    hands.settle()
    return True


def test_several_steps_are_copied_as_content_table_and_pictures(hands: Hands) -> None:
    hands.click(hands.middle("Sits"))
    hands.click(hands.middle("Watches"), SHIFT)
    hands.press(Key.Key_C, CTRL)
    content = QGuiApplication.clipboard().mimeData()
    assert content is not None
    assert content.hasFormat(MIME)
    header, *rows = content.text().split("\n")
    assert "label" in header.split("\t")
    assert [name in "\n".join(rows) for name in ("Sits", "Watches", "Brush")] == [True, True, False]
    assert "<td>Sits</td>" in content.html()
    assert bytes(content.data(SVG).data()).startswith(b"<")
    assert bytes(content.data(PNG).data()).startswith(b"\x89PNG")


def test_one_step_is_copied_as_its_words(hands: Hands) -> None:
    hands.click(hands.middle("Sits"))
    hands.press(Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Sits"


def test_a_copied_table_comes_back_as_the_same_steps(hands: Hands) -> None:
    hands.click(hands.middle("Sits"))
    hands.click(hands.middle("Watches"), SHIFT)
    hands.press(Key.Key_C, CTRL)
    put(QGuiApplication.clipboard().text())
    hands.click(hands.cell(CUSTOMER, 5))
    hands.press(Key.Key_V, CTRL)
    assert hands.labels(CUSTOMER) == ["Sits", "Watches", "Pays", "Sits", "Watches"]
    assert hands.flows().count(("Sits", "sequence", "Watches")) == 2


def test_each_line_of_a_list_becomes_a_step_without_its_bullet(hands: Hands) -> None:
    put("1. Stands up\n\n- Looks in the mirror\nLeaves")
    hands.click(hands.cell(CUSTOMER, 3))
    hands.press(Key.Key_V, CTRL)
    assert hands.labels(CUSTOMER)[3:] == ["Stands up", "Looks in the mirror", "Leaves"]
    assert ("Stands up", "sequence", "Looks in the mirror") in hands.flows()


def test_cells_of_a_spreadsheet_stand_as_they_stood(hands: Hands) -> None:
    put("Hand over\tWave\n\tClean up")
    hands.click(hands.cell(ONSTAGE, 3))
    hands.press(Key.Key_V, CTRL)
    assert hands.place("Hand over") == (ONSTAGE, 3)
    assert hands.place("Wave") == (ONSTAGE, 4)
    assert hands.place("Clean up") == (BACKSTAGE, 4)


def test_a_bad_table_says_which_row_is_wrong(hands: Hands) -> None:
    put("label\tlane\tduration\nWalks\tCustomer actions\tsoonish")
    hands.click(hands.cell(CUSTOMER, 3))
    hands.press(Key.Key_V, CTRL)
    assert "soonish" in hands.refusals[-1]


def test_a_pasted_screenshot_becomes_evidence(hands: Hands) -> None:
    QGuiApplication.clipboard().setImage(photograph())
    hands.click(hands.cell(ONSTAGE, 3))
    hands.press(Key.Key_V, CTRL)
    [step] = [step for step in hands.session.document.steps.values() if step.image]
    assert (step.lane, step.kind) == (EVIDENCE, StepKind.EVIDENCE)
    assert step.image in hands.session.document.images


def test_a_picture_is_kept_once_however_often_it_is_dropped(hands: Hands, tmp_path: Path) -> None:
    file = tmp_path / "Sign.png"
    file.write_bytes(png(photograph()))
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(file))])
    assert drop(hands, content, hands.cell(ONSTAGE, 4))
    assert hands.place("Sign") == (EVIDENCE, 4)
    assert drop(hands, content, hands.middle("Brush"))
    assert hands.step("Brush").image == hands.step("Sign").image
    assert len(hands.session.document.images) == 1


def test_a_file_that_is_no_picture_is_left_to_the_window(hands: Hands) -> None:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile("/nowhere/steps.csv")])
    assert not drop(hands, content, hands.cell(ONSTAGE, 4))


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"GIF89a" + bytes(40), "PNG, JPEG or WebP"), (b"\x89PNG\r\n\x1a\n" + bytes(9), "")],
)
def test_a_picture_that_cannot_be_kept_is_refused(
    hands: Hands, tmp_path: Path, content: bytes, reason: str
) -> None:
    file = tmp_path / "broken.png"
    file.write_bytes(content)
    urls = QMimeData()
    urls.setUrls([QUrl.fromLocalFile(str(file))])
    assert drop(hands, urls, hands.cell(ONSTAGE, 4))
    assert reason in hands.refusals[-1]


def test_a_large_picture_is_made_smaller() -> None:
    image = pictures.picture_of(png(photograph(side=pictures.MOST_SIDE + 500)))
    pixels = QImage.fromData(QByteArray.fromBase64(image.data.encode()))
    assert pixels.width() == pictures.MOST_SIDE


@pytest.mark.parametrize("tool", ["fail", "wait", "star"])
def test_a_badge_is_dragged_from_the_rail_onto_a_card(hands: Hands, tool: str) -> None:
    content = QMimeData()
    content.setData(TOOL_MIME, tool.encode())
    assert drop(hands, content, hands.middle("Brush"))
    step = hands.step("Brush")
    assert [step.fail is not None, step.wait is not None, step.moment_of_truth] == [
        tool == "fail",
        tool == "wait",
        tool == "star",
    ]


def test_evidence_is_dragged_from_the_rail_into_a_column(hands: Hands) -> None:
    content = QMimeData()
    content.setData(TOOL_MIME, b"evidence")
    assert drop(hands, content, hands.cell(BACKSTAGE, 3))
    hands.type("Receipt")
    hands.press(Key.Key_Return)
    assert hands.place("Receipt") == (EVIDENCE, 3)


def test_copied_steps_keep_their_pictures_in_another_document(hands: Hands, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setImage(photograph())
    hands.click(hands.cell(ONSTAGE, 3))
    hands.press(Key.Key_V, CTRL)
    hands.press(Key.Key_C, CTRL)
    other = Hands(shoeshine())
    qtbot.addWidget(other.canvas)
    other.click(other.cell(EVIDENCE, 5))
    other.press(Key.Key_V, CTRL)
    [step] = [step for step in other.session.document.steps.values() if step.image]
    assert step.image in other.session.document.images


def test_more_lines_than_become_steps_at_once_are_refused_whole(hands: Hands) -> None:
    before = len(hands.session.document.steps)
    put("\n".join(f"Line {number}" for number in range(2_000)))
    hands.press(Key.Key_V, CTRL)
    assert len(hands.session.document.steps) == before
    assert "2000" in hands.refusals[-1].replace(",", "")


def copied(hands: Hands, *labels: str) -> None:
    hands.session.select([hands.step(label).id for label in labels])
    hands.press(Key.Key_C, CTRL)


def test_a_copy_lands_beside_the_step_that_it_was_made_of(hands: Hands) -> None:
    hands.click(hands.middle("Brush"))
    copied(hands, "Brush")
    hands.press(Key.Key_V, CTRL)
    document = hands.session.document
    columns = {step.column for step in document.steps.values() if step.label == "Brush"}
    assert columns == {column.id for column in document.columns[1:3]}
    assert len(document.columns) == 7


def test_a_copy_without_room_beside_gets_a_column_of_its_own(hands: Hands) -> None:
    hands.click(hands.middle("Sits"))
    copied(hands, "Sits")
    hands.press(Key.Key_V, CTRL)
    assert hands.labels(CUSTOMER) == ["Sits", "Sits", "Watches", "Pays"]
    assert hands.place("Watches") == (CUSTOMER, 2)
    assert hands.place("Brush") == (ONSTAGE, 2)
    assert len(hands.session.history.labels) == 1
    hands.press(Key.Key_V, CTRL)
    assert hands.labels(CUSTOMER) == ["Sits", "Sits", "Sits", "Watches", "Pays"]


def test_several_steps_keep_their_shape_where_they_find_room(hands: Hands) -> None:
    hands.click(hands.middle("Watches"))
    copied(hands, "Watches", "Brush")
    hands.press(Key.Key_V, CTRL)
    assert hands.labels(CUSTOMER) == ["Sits", "Watches", "Watches", "Pays"]
    assert hands.labels(ONSTAGE) == ["Brush", "Brush"]
    assert hands.place("Pays") == (CUSTOMER, 3)


def test_a_list_pasted_on_a_step_goes_on_after_it(hands: Hands) -> None:
    put("Looks\nSmiles")
    hands.click(hands.middle("Watches"))
    hands.press(Key.Key_V, CTRL)
    assert hands.labels(CUSTOMER) == ["Sits", "Watches", "Looks", "Smiles", "Pays"]


def tool(name: str) -> QMimeData:
    content = QMimeData()
    content.setData(TOOL_MIME, name.encode())
    return content


@pytest.mark.parametrize(
    ("name", "across", "down"),
    [("fail", 1.0, 0.0), ("wait", 1.0, 0.0), ("star", 0.0, 0.0), ("duration", 0.0, 1.0)],
)
def test_the_corner_lights_up_where_a_badge_or_chip_will_land(
    hands: Hands, name: str, across: float, down: float
) -> None:
    at, content = hands.middle("Brush"), tool(name)
    enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, content, LEFT, NONE)
    QApplication.sendEvent(hands.canvas.viewport(), enter)
    corner = hands.canvas.overlay.corner
    assert corner is not None
    box = hands.box("Brush")
    assert abs(corner[0].x - (box.x + across * box.width)) < 30
    assert abs(corner[0].y - (box.y + down * box.height)) < 20


def test_a_badge_that_is_there_is_not_taken_away_by_another_drop(hands: Hands) -> None:
    assert drop(hands, tool("fail"), hands.middle("Brush"))
    assert drop(hands, tool("fail"), hands.middle("Brush"))
    assert hands.step("Brush").fail is not None
    assert len(hands.session.history.labels) == 1


def test_a_time_dropped_on_a_card_asks_for_it_and_beside_one_says_where_it_belongs(
    hands: Hands,
) -> None:
    asked: list[str] = []
    hands.canvas.field_requested.connect(asked.append)
    assert drop(hands, tool("duration"), hands.middle("Brush"))
    assert asked == ["duration"]
    assert hands.session.selection == (hands.step("Brush").id,)
    assert drop(hands, tool("cost"), hands.cell(BACKSTAGE, 5))
    assert "on a card" in hands.refusals[-1]
