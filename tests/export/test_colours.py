"""Colours, tags and lane icons are the same on screen and on paper, in colour and without."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from blueprint.drawing.headers import lane_header
from blueprint.drawing.icons import outline
from blueprint.drawing.theme import theme
from blueprint.export.blueprint_sheet import drawing_sheet
from blueprint.export.exporter import ExportOptions, Job
from blueprint.export.pdf_painter import paint_pdf
from blueprint.export.report import EXPORTER as REPORT
from blueprint.layout.layout import Layout
from blueprint.model.colours import COLOURS
from blueprint.model.document import Document
from blueprint.model.edits.lanes import set_lane
from blueprint.model.edits.steps import set_fields
from blueprint.model.lane_icons import LANE_ICONS, ROLE_ICONS, lane_icon
from blueprint.model.notation import LaneRole
from blueprint.resources import resource
from blueprint.storage import open_sample
from tests.export.pages import opened, text_of
from tests.export.test_screen_and_paper import MOST_DIFFERING, differing


def colourful() -> Document:
    """The hotel with every colour, some tags and an icon of a lane's own."""
    document = open_sample("hotel")
    for place, id in enumerate(sorted(document.steps)):
        colour = list(COLOURS)[place % len(COLOURS)]
        tags = ("digital", "pain point") if place % 3 else ()
        document.apply(set_fields(document, (id,), colour=colour, tags=tags))
    document.apply(set_lane(document, document.lanes[2].id, icon="bed"))
    return document


@pytest.mark.parametrize("look", ["light", "mono"])
def test_the_picture_is_the_page(qapp: QApplication, look: str) -> None:
    sheet = drawing_sheet(Job(colourful(), ExportOptions(theme=look))).sheet
    assert differing(sheet, 2.0) < MOST_DIFFERING
    assert "digital" in text_of(paint_pdf(sheet))


def test_the_report_names_the_tags_of_a_step() -> None:
    pages = opened(REPORT.write(Job(colourful())).content)
    text = " ".join(str(page.get_textpage().get_text_range()) for page in pages)
    assert "Tags: digital, pain point" in " ".join(text.split())


def test_a_lane_header_shows_the_chosen_icon_and_an_unknown_one_as_the_roles_own() -> None:
    document = open_sample("hotel")
    band = Layout(document).lanes[2]
    lane = document.lane(band.lane)

    def drawn(icon: str) -> object:
        return lane_header(lane.replaced(icon=icon), band, theme("light"), "en").primitives

    assert drawn("bed") != drawn("") == drawn("spaceship")
    assert lane_icon(lane.replaced(icon="spaceship")) == ROLE_ICONS[lane.role]


def test_every_icon_that_is_offered_ships() -> None:
    assert set(ROLE_ICONS) == set(LaneRole)
    for name in (*LANE_ICONS, *ROLE_ICONS.values()):
        assert resource(f"icons/{name}.svg").is_file(), name
        assert outline(name)
