"""The small picture of the whole drawing is the same however many strips it is painted in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from blueprint.drawing.theme import theme
from blueprint.layout.layout import Layout
from blueprint.model.document import Document
from blueprint.model.edits.steps import set_fields
from blueprint.storage import open_sample
from blueprint.ui.canvas import overview
from blueprint.ui.canvas.overview import Overview

SIZE = QSize(236, 60)


def picture(shown: Overview) -> QImage:
    """What it shows once nothing is left to paint."""
    while not shown.is_whole:
        shown.paint_some(0)
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    shown.draw(painter, QRectF(0, 0, SIZE.width(), SIZE.height()))
    painter.end()
    return image


def fitted(document: Document, layout: Layout) -> Overview:
    made = Overview(document, layout, theme("light"))
    made.fit(SIZE, SIZE.width() / layout.size[0], QPointF(0, 0))
    return made


@pytest.fixture
def hotel(qtbot: QtBot) -> Document:
    return open_sample("hotel")


@pytest.mark.parametrize("steps_a_strip", [1, 4, 11])
def test_strips_show_what_one_piece_shows(
    hotel: Document, monkeypatch: pytest.MonkeyPatch, steps_a_strip: int
) -> None:
    layout = Layout(hotel)
    whole = picture(fitted(hotel, layout))
    monkeypatch.setattr(overview, "STEPS_A_STRIP", steps_a_strip)
    strips = fitted(hotel, layout)
    strips.paint_some(0)
    assert not strips.is_whole, "one strip at a time"
    assert picture(strips) == whole


def test_only_what_is_touched_is_painted_anew(
    hotel: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overview, "STEPS_A_STRIP", 2)
    layout = Layout(hotel)
    shown = fitted(hotel, layout)
    before = picture(shown)
    step = next(step for step in hotel.steps.values() if step.label == "Check in")
    change = set_fields(hotel, (step.id,), colour="red")
    hotel.apply(change)
    layout.update(change)
    assert picture(shown) == before
    shown.touch([layout.box(step.id)])
    after = picture(shown)
    assert after != before
    assert after == picture(fitted(hotel, layout))
