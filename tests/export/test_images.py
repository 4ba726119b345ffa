"""Pictures of a document in PDF and PNG: shown in their proportions, see-through, or left out."""

from __future__ import annotations

import base64
import hashlib
from io import BytesIO

import PIL.Image
import pytest
from PySide6.QtWidgets import QApplication

from blueprint.drawing.primitives import Group, Layer, Picture
from blueprint.export.pdf_painter import paint_pdf
from blueprint.export.png import paint_png
from blueprint.export.sheet import About, Piece, Sheet
from blueprint.layout.geometry import Box
from blueprint.model.entities import Image
from tests.export.pages import rendered


def image(mode: str, format: str, colour: tuple[int, ...] | int) -> Image:
    """A picture 20 wide and 10 high."""
    buffer = BytesIO()
    PIL.Image.new(mode, (20, 10), colour).save(buffer, format)
    content = buffer.getvalue()
    return Image(
        id=hashlib.sha256(content).hexdigest(),
        media_type=f"image/{format.lower()}",  # type: ignore[arg-type]
        data=base64.b64encode(content).decode(),
    )


def sheet(*pictures: Image) -> Sheet:
    shapes = tuple(Picture(0, 0, 60, 60, picture.id) for picture in pictures)
    group = Group("a", Layer.CARDS, 20, 20, Box(0, 0, 60, 60), shapes)
    images = {picture.id: picture for picture in pictures}
    return Sheet(100, 100, (Piece((group,)),), About("Pictures"), "#FFFFFF", images=images)


CASES = {
    "png": image("RGB", "PNG", (200, 30, 30)),
    "palette": image("P", "PNG", 0),
    "grey": image("L", "PNG", 80),
    "jpeg": image("RGB", "JPEG", (200, 30, 30)),
    "grey jpeg": image("L", "JPEG", 80),
    "cmyk jpeg": image("CMYK", "JPEG", (0, 200, 200, 40)),
    "webp": image("RGB", "WEBP", (200, 30, 30)),
    "see-through": image("RGBA", "PNG", (200, 30, 30, 128)),
}


@pytest.mark.parametrize("name", CASES)
def test_a_picture_keeps_its_proportions_in_the_middle_of_its_box(name: str) -> None:
    page = rendered(paint_pdf(sheet(CASES[name])))
    assert page.getpixel((50, 50)) != (255, 255, 255)
    assert page.getpixel((22, 50)) != (255, 255, 255)
    assert page.getpixel((50, 30)) == (255, 255, 255)
    assert page.getpixel((50, 70)) == (255, 255, 255)


@pytest.mark.parametrize("name", ["png", "grey", "jpeg", "see-through"])
def test_screen_and_paper_show_a_picture_alike(qapp: QApplication, name: str) -> None:
    page = rendered(paint_pdf(sheet(CASES[name])))
    screen = PIL.Image.open(BytesIO(paint_png(sheet(CASES[name])))).convert("RGB")
    middle = (50, 50, 51, 51)
    colours = zip(page.crop(middle).tobytes(), screen.crop(middle).tobytes(), strict=True)
    assert all(abs(one - other) < 6 for one, other in colours)


@pytest.mark.parametrize(
    "data", ["", "AAAA", "not=base64===", base64.b64encode(b"GIF89a").decode()]
)
def test_a_picture_that_cannot_be_read_is_left_out(qapp: QApplication, data: str) -> None:
    broken = Image(id="broken", media_type="image/png", data=data)
    blank = (255, 255, 255)
    assert rendered(paint_pdf(sheet(broken))).getpixel((50, 50)) == blank
    screen = PIL.Image.open(BytesIO(paint_png(sheet(broken)))).convert("RGB")
    assert screen.getpixel((50, 50)) == blank


def test_a_picture_shown_twice_is_stored_once() -> None:
    noise = PIL.Image.effect_noise((200, 100), 90)
    buffer = BytesIO()
    noise.save(buffer, "PNG")
    content = buffer.getvalue()
    picture = Image(id="n", media_type="image/png", data=base64.b64encode(content).decode())
    once, twice = paint_pdf(sheet(picture)), paint_pdf(sheet(picture, picture))
    assert len(once) > 15_000
    assert len(twice) < len(once) + 500
