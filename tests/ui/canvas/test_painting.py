"""The picture follows the document: what changed at once, the rest soon, and all as if anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blueprint.drawing.theme import theme
from blueprint.layout.geometry import Point
from blueprint.layout.layout import Layout
from blueprint.layout.standing import Piece, Shift, Span, pieces
from blueprint.model.document import Document
from blueprint.model.edits.columns import insert_column
from blueprint.model.edits.flows import connect
from blueprint.model.edits.steps import add_step, move_steps, rename
from blueprint.ui.canvas import picture
from blueprint.ui.canvas.canvas import CanvasView
from blueprint.ui.canvas.moving import Run, keep_their_order, move_across, move_down
from blueprint.ui.canvas.portions import portions
from blueprint.ui.session import Session
from blueprint.ui.theming import LOOK
from tests.ui.canvas.hands import ALT, Hands, Key
from tests.ui.canvas.test_mouse_journeys import CUSTOMER, ONSTAGE, shoeshine


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    LOOK.still = True
    made = Hands(shoeshine())
    qtbot.addWidget(made.canvas)
    finish(made.canvas)
    yield made
    LOOK.still = False


def finish(canvas: CanvasView) -> None:
    """Let the canvas paint until nothing is left to paint, not even round the view."""
    canvas.viewport().update()
    QApplication.processEvents()
    canvas.session.check_now()
    while not canvas.picture.is_complete:
        QApplication.processEvents()


def seen(canvas: CanvasView) -> QImage:
    return canvas.viewport().grab().toImage()


def anew(qtbot: QtBot, hands: Hands) -> QImage:
    """What another canvas shows of the same document and view."""
    other = CanvasView(Session(hands.session.document))
    other.session.check_now()
    qtbot.addWidget(other)
    other.resize(hands.canvas.size())
    other.show()
    view = hands.canvas.view
    other.zoom_to(view.zoom)
    other.centre_on(*view.visible.middle)
    finish(other)
    assert other.view == view
    return seen(other)


def contrast(one: QImage, other: QImage) -> int:
    """By how much of 255 two pictures differ at most; dashes that begin elsewhere give 1."""
    difference = one.copy()
    painter = QPainter(difference)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, other)
    painter.end()
    grey = difference.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels, line = bytes(grey.constBits()), grey.bytesPerLine()
    return max(max(pixels[y * line : y * line + grey.width()]) for y in range(grey.height()))


def add(hands: Hands, lane: str, column: int, label: str) -> None:
    document = hands.session.document
    hands.session.attempt(
        lambda: add_step(document, lane, document.columns[column].id, label=label)
    )


def lengthen(hands: Hands) -> None:
    words = "Watches the whole show from the first row and tells a friend about all of it"
    step = hands.step("Watches").id
    hands.session.attempt(lambda: rename(hands.session.document, step, words))


def tie(hands: Hands) -> None:
    ends = hands.step("Chair").id, hands.step("Pays").id
    hands.session.attempt(lambda: connect(hands.session.document, *ends))


def widen(hands: Hands) -> None:
    hands.session.attempt(lambda: insert_column(hands.session.document, 1))


def carry(hands: Hands) -> None:
    document = hands.session.document
    step, column = hands.step("Brush").id, document.columns[3].id
    hands.session.attempt(lambda: move_steps(document, [step], CUSTOMER, column))


EDITS: dict[str, Callable[[Hands], None]] = {
    "a longer text": lengthen,
    "a connector": tie,
    "another column": widen,
    "a step in another lane": carry,
    "a second step in a cell": lambda hands: add(hands, CUSTOMER, 1, "Waits"),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
@pytest.mark.parametrize("zoom", [1.0, 0.7])
def test_after_an_edit_the_picture_is_as_if_painted_anew(
    edit: Callable[[Hands], None], zoom: float, hands: Hands, qtbot: QtBot
) -> None:
    hands.canvas.zoom_to(zoom)
    finish(hands.canvas)
    edit(hands)
    finish(hands.canvas)
    assert contrast(seen(hands.canvas), anew(qtbot, hands)) <= 2
    hands.session.undo()
    finish(hands.canvas)
    hands.session.select([])
    hands.session.move_cursor(None)
    finish(hands.canvas)
    assert contrast(seen(hands.canvas), anew(qtbot, hands)) <= 2


def test_what_a_key_moves_is_painted_in_the_next_frame(hands: Hands) -> None:
    hands.click(hands.middle("Pays"))
    finish(hands.canvas)
    hands.press(Key.Key_Right, ALT)
    QApplication.processEvents()
    assert hands.canvas.picture.shows(hands.box("Pays").grown(8))


def test_panning_to_and_fro_shows_what_a_fresh_picture_shows(hands: Hands, qtbot: QtBot) -> None:
    hands.canvas.resize(700, 420)
    for dx, dy in ((90, 0), (150, 60), (-40, 30), (-200, -90), (500, 200)):
        hands.canvas.pan(dx, dy)
        QApplication.processEvents()
    finish(hands.canvas)
    assert contrast(seen(hands.canvas), anew(qtbot, hands)) <= 2


def test_what_lies_round_the_view_is_painted_ahead(hands: Hands) -> None:
    hands.canvas.resize(700, 420)
    finish(hands.canvas)
    hands.canvas.pan(100, 0)
    QApplication.processEvents()
    assert hands.canvas.picture.is_sharp


def test_a_column_that_comes_in_between_leaves_a_gap_and_moves_the_rest() -> None:
    before = [Span("a", 0, 10), Span("b", 14, 24)]
    after = [Span("a", 0, 10), Span("new", 14, 24), Span("b", 28, 38)]
    first, second = pieces(before, after)
    assert (first.end, first.now_end) == (10, 10)
    assert (second.start, second.now) == (14, 28)


def test_a_gutter_that_grows_is_a_piece_of_its_own() -> None:
    before = [Span("a", 0, 10), Span("b", 14, 24), Span("c", 28, 38)]
    after = [Span("a", 0, 10), Span("b", 20, 30), Span("c", 34, 44)]
    found = pieces(before, after)
    assert found[1] == Piece(10, 14, 10, 20)
    assert [piece.is_rigid for piece in found] == [True, False, True]


def test_a_place_is_followed_with_its_piece(hands: Hands) -> None:
    layout = Layout(hands.session.document)
    before, box = layout.standing(), layout.box(hands.step("Pays").id)
    grown = Document(hands.session.document.entities.values())
    grown.apply(insert_column(grown, 0).change)
    now = Layout(grown)
    shift = Shift.between(before, now.standing(), box)
    assert shift.followed(box) == pytest.approx(now.box(hands.step("Pays").id))


def test_portion_by_portion_a_scattered_region_comes_to_an_end() -> None:
    left = QRegion(0, 0, 1600, 900) - QRegion(700, 300, 300, 200) - QRegion(40, 40, 90, 700)
    near = Point(840, 400)
    while not left.isEmpty():
        portion = portions(left, 400, near)[0]
        assert left.intersects(portion)
        left -= portion


def striped(colours: str) -> QPixmap:
    """A picture of columns, one pixel wide, by the first letter of their colours."""
    names = {"r": "#FF0000", "g": "#00FF00", "b": "#0000FF", "w": "#FFFFFF"}
    picture = QPixmap(len(colours), 2)
    painter = QPainter(picture)
    for x, letter in enumerate(colours):
        painter.fillRect(x, 0, 1, 2, QColor(names[letter]))
    painter.end()
    return picture


@pytest.mark.parametrize(
    ("before", "runs", "after"),
    [
        ("rrggbb..", [Run(0, 2, 0, 2), Run(2, 6, 4, 8)], "rr..ggbb"),
        ("rr..ggbb", [Run(0, 2, 0, 2), Run(4, 8, 2, 6)], "rrggbb.."),
        ("rrggbb..", [Run(0, 2, 1, 3), Run(2, 4, 4, 6), Run(4, 6, 6, 8)], ".rr.ggbb"),
        ("rr.ggg.b", [Run(0, 2, 0, 2), Run(3, 4, 2, 6), Run(7, 8, 7, 8)], "rrgggg.b"),
    ],
)
def test_strips_move_and_stretch_and_leave_bare_ground(
    before: str, runs: list[Run], after: str
) -> None:
    picture = striped(before.replace(".", "w"))
    assert keep_their_order(runs)
    move_across(picture, runs, QColor("#FFFFFF"))
    assert picture.toImage() == striped(after.replace(".", "w")).toImage()


def test_rows_move_as_columns_do() -> None:
    picture = QPixmap(1, 4)
    picture.fill(QColor("#FF0000"))
    move_down(picture, [Run(0, 2, 2, 4)], QColor("#FFFFFF"))
    image = picture.toImage()
    colours = [QColor(image.pixel(QPoint(0, y))).name() for y in range(4)]
    assert colours == ["#ffffff", "#ffffff", "#ff0000", "#ff0000"]


def test_columns_that_change_places_are_not_moved_in_the_picture() -> None:
    assert not keep_their_order([Run(0, 4, 4, 8), Run(4, 8, 0, 4)])


def test_onstage_work_shows_where_it_was_dropped(hands: Hands, qtbot: QtBot) -> None:
    hands.drag(hands.middle("Brush"), hands.cell(ONSTAGE, 2))
    hands.session.select([])
    hands.session.move_cursor(None)
    hands.move(QPoint(1400, 900), pressed=False)
    finish(hands.canvas)
    assert contrast(seen(hands.canvas), anew(qtbot, hands)) <= 2


def test_what_is_painted_beside_the_part_asked_for_comes_on_screen_too(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A frame paints what is stale anywhere in view, so all of that has to be shown."""
    for budget in ("FRAME_BUDGET", "SHARPEN_BUDGET"):
        monkeypatch.setattr(picture, budget, 0.0)
    hands.canvas.set_theme(theme("dark"))
    finish(hands.canvas)
    QApplication.processEvents()
    on_screen = hands.canvas.screen().grabWindow(hands.canvas.winId()).toImage()
    assert on_screen == hands.canvas.grab().toImage().convertToFormat(on_screen.format())
