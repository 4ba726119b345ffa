"""Screen and paper agree: Qt's picture against the PDF, as another program shows it."""

from __future__ import annotations

from io import BytesIO

import numpy
import PIL.Image
import pytest
from PySide6.QtWidgets import QApplication

from blueprint.drawing.primitives import Text
from blueprint.export.blueprint_sheet import drawing_sheet, page_sheet
from blueprint.export.pdf_painter import paint_pdf
from blueprint.export.png import paint_png
from blueprint.export.sheet import Sheet
from tests.export.cases import NAMES, case, job
from tests.export.pages import rendered, text_of

STRONG = 64
"""Of 255 in grey."""
MOST_DIFFERING = 0.001
"""Share of the pixels (goal D3)."""


def differing(sheet: Sheet, scale: float) -> float:
    """The share of pixels in which the two pictures of a sheet differ strongly."""
    screen = PIL.Image.open(BytesIO(paint_png(sheet, scale=scale))).convert("L")
    paper = rendered(paint_pdf(sheet), scale).convert("L")
    assert abs(screen.width - paper.width) <= 1
    assert abs(screen.height - paper.height) <= 1
    width, height = min(screen.width, paper.width), min(screen.height, paper.height)
    one, other = (
        numpy.asarray(picture.crop((0, 0, width, height)), dtype=int) for picture in (screen, paper)
    )
    return float((abs(one - other) > STRONG).mean())


@pytest.mark.parametrize("name", NAMES)
def test_the_picture_is_the_page(qapp: QApplication, name: str) -> None:
    assert differing(drawing_sheet(job(name)).sheet, 2.0) < MOST_DIFFERING


@pytest.mark.parametrize(
    "options",
    [{"language": "zh_CN"}, {"theme": "mono"}, {"page": "Tabloid"}, {}],
    ids=["Chinese", "mono", "Tabloid", "own page"],
)
def test_the_furniture_is_the_same_on_both(qapp: QApplication, options: dict[str, str]) -> None:
    assert differing(page_sheet(job("shoeshine", **options)).sheet, 2.0) < MOST_DIFFERING


@pytest.mark.parametrize("name", NAMES)
def test_every_line_on_screen_is_a_line_that_paper_gives_back(name: str) -> None:
    sheet = drawing_sheet(job(name)).sheet
    lines = [
        primitive.text
        for piece in sheet.pieces
        for group in piece.groups
        for primitive in group.primitives
        if isinstance(primitive, Text)
    ]
    found = text_of(paint_pdf(sheet)).split("\r\n")
    missing = [line for line in lines if not any(line in row for row in found)]
    assert missing == []


@pytest.mark.parametrize("name", NAMES)
def test_every_label_can_be_found_on_the_page(name: str) -> None:
    found = "".join(text_of(paint_pdf(page_sheet(job(name)).sheet)).split())
    for step in case(name).steps.values():
        assert "".join(step.label.split()) in found
