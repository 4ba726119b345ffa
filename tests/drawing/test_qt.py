"""The painter for the screen paints what the primitives say."""

import pytest

pytest.importorskip("PySide6")

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from blueprint.drawing import qt
from blueprint.drawing.compose import compose
from blueprint.drawing.primitives import (
    Cap,
    Circle,
    Path,
    Picture,
    Primitive,
    Rect,
    Stroke,
    Text,
)
from blueprint.drawing.theme import theme
from blueprint.layout.fonts import advance
from blueprint.layout.layout import Layout
from blueprint.model.entities import Image

from .blueprints import case

BLACK, WHITE = "#000000", "#FFFFFF"


@pytest.fixture(autouse=True)
def _application(qapp: QGuiApplication) -> None:
    """Fonts need one."""


def painted(*parts: Primitive, size: int = 100, scale: float = 1.0) -> QImage:
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(QColor(WHITE))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    red = QImage(2, 1, QImage.Format.Format_RGB32)
    red.fill(QColor("#400000"))
    qt.paint(painter, parts, {"red": red})
    painter.end()
    return image


def dark(image: QImage) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is darker than middle grey."""
    hits = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).lightness() < 128
    ]
    across, down = zip(*hits, strict=True)
    return min(across), min(down), max(across) + 1, max(down) + 1


@pytest.mark.parametrize(
    ("part", "box"),
    [
        (Rect(10, 20, 30, 40, fill=BLACK), (10, 20, 40, 60)),
        (Rect(10, 20, 30, 40, 5, BLACK), (10, 20, 40, 60)),
        (Rect(12, 22, 26, 36, stroke=Stroke(BLACK, 4)), (10, 20, 40, 60)),
        (Circle(50, 50, 20, BLACK), (30, 30, 70, 70)),
        (Path((("M", 10, 30), ("L", 60, 30)), stroke=Stroke(BLACK, 6)), (10, 27, 60, 33)),
        (
            Path((("M", 10, 30), ("L", 60, 30)), stroke=Stroke(BLACK, 6, cap=Cap.ROUND)),
            (7, 27, 63, 33),
        ),
        (Path((("M", 10, 10), ("L", 50, 10), ("L", 50, 50), ("Z",)), BLACK), (10, 10, 50, 50)),
        (Picture(10, 10, 40, 40, "red"), (10, 20, 50, 40)),
    ],
)
def test_a_shape_covers_its_pixels(part: Primitive, box: tuple[int, int, int, int]) -> None:
    found = dark(painted(part))
    assert all(abs(a - b) <= 1 for a, b in zip(found, box, strict=True)), found


def test_dashes_are_as_long_as_they_are_told_whatever_the_width() -> None:
    line = Path((("M", 0, 50), ("L", 100, 50)), stroke=Stroke(BLACK, 4, (12, 8)))
    image = painted(line)
    row = [image.pixelColor(x, 50).lightness() < 128 for x in range(100)]
    assert row == [x % 20 < 12 for x in range(100)]


def test_a_stroke_of_no_width_is_one_pixel_at_any_zoom() -> None:
    line = Path((("M", 0, 5.5), ("L", 10, 5.5)), stroke=Stroke(BLACK, 0))
    for scale in (1.0, 4.0):
        _, top, _, bottom = dark(painted(line, scale=scale))
        assert bottom - top <= 2


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("text", ["HiiiiiiH", "HAVAToH", "口涂鞋油口"])
def test_text_is_as_wide_as_the_layout_says(text: str, bold: bool) -> None:
    """Between the same letter at both ends there is exactly the advance of what comes first."""
    whole = dark(painted(Text(text, 5, 60, 13, BLACK, bold), size=400, scale=3))
    last = dark(painted(Text(text[-1], 5, 60, 13, BLACK, bold), size=400, scale=3))
    before_last = advance(text[:-1], 13, bold)
    assert whole[2] - last[2] == pytest.approx(before_last * 3, abs=1.1)
    assert whole[0] == pytest.approx(last[0], abs=1)


def test_struck_text_has_a_line_through_it() -> None:
    plain = painted(Text("a", 5, 60, 13, BLACK, width=60))
    struck = painted(Text("a", 5, 60, 13, BLACK, width=60, struck=True))
    assert dark(plain)[2] < 20
    assert dark(struck)[2] == pytest.approx(65, abs=1)


def test_images_of_a_document_are_decoded_when_they_are_asked_for() -> None:
    dot = QImage(3, 2, QImage.Format.Format_RGB32)
    dot.fill(QColor("#204060"))
    store = QBuffer()
    dot.save(store, "PNG")  # type: ignore[call-overload]
    data = bytes(store.data().toBase64().data()).decode()
    images = {
        "dot": Image(id="dot", media_type="image/png", data=data),
        "broken": Image(id="broken", media_type="image/png", data="AAAA"),
    }
    decoded = qt.DecodedImages(images)

    assert (decoded["dot"].width(), decoded["dot"].height()) == (3, 2)
    assert decoded["dot"].pixelColor(1, 1) == QColor("#204060")
    assert decoded["broken"].isNull()
    assert list(decoded) == ["dot", "broken"]


def test_a_picture_that_is_not_there_leaves_its_place_empty() -> None:
    image = painted(Picture(10, 10, 40, 40, "gone"))
    assert image.pixelColor(30, 30) == QColor(WHITE)


def test_a_whole_drawing_is_painted_at_its_places() -> None:
    document = case("shoeshine.csv")
    look = theme("light")
    drawing = compose(document, Layout(document), look, "en")
    image = QImage(int(drawing.width), int(drawing.height), QImage.Format.Format_RGB32)
    image.fill(QColor(drawing.background))
    painter = QPainter(image)
    qt.paint_drawing(painter, drawing)
    painter.end()

    card = next(group for group in drawing.groups if group.entity == "o2" and group.title)
    x, y = int(card.x + card.bounds.width / 2), int(card.y + 4)
    onstage = look.roles[document.lane(document.step("o2").lane).role]
    assert image.pixelColor(x, y) == QColor(onstage.fill)
    assert image.pixelColor(1, int(card.y)) == QColor(onstage.strong)
