"""A page says whom the blueprint is about, the report tells of every persona."""

from __future__ import annotations

from base64 import b64decode

import pytest
from PySide6.QtWidgets import QApplication

from blueprint.drawing.portraits import portrait
from blueprint.drawing.primitives import Picture, Text
from blueprint.drawing.theme import THEMES, theme
from blueprint.export.blueprint_sheet import page_sheet
from blueprint.export.exporter import ExportOptions, Job
from blueprint.export.pdf_painter import paint_pdf
from blueprint.export.report import EXPORTER as REPORT
from blueprint.export.svg import EXPORTER as SVG
from blueprint.model.document import Document
from blueprint.model.edits.images import image_of
from blueprint.model.edits.personas import add_persona, choose_persona, show_persona_image
from blueprint.model.entities import Persona
from blueprint.storage import open_sample
from tests.drawing.test_theme import contrast
from tests.export.pages import text_of
from tests.export.test_screen_and_paper import MOST_DIFFERING, differing

DOT = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def peopled(language: str = "en") -> Document:
    document = open_sample("drive-up-bank", language)
    made = add_persona(
        document,
        "Commuter",
        role="Every weekday",
        description="Banks on the way home.",
        goals=("Be home by six",),
        quotes=("I am late again.",),
    )
    document.apply(made.change)
    document.apply(add_persona(document, "", role="Pensioner").change)
    document.apply(show_persona_image(document, made.id, image_of(DOT, "image/png")))
    return document


@pytest.mark.parametrize("options", [{}, {"theme": "mono"}, {"page": "Tabloid"}])
def test_the_heading_names_the_main_persona_on_screen_and_on_paper(
    qapp: QApplication, options: dict[str, str]
) -> None:
    job = Job(peopled(), ExportOptions(**options))  # type: ignore[arg-type]
    sheet = page_sheet(job).sheet
    assert "Every weekday" in text_of(paint_pdf(sheet))
    assert differing(sheet, 2.0) < MOST_DIFFERING


def test_a_page_without_a_main_persona_is_as_it_was() -> None:
    document = peopled()
    document.apply(choose_persona(document, ""))
    plain = open_sample("drive-up-bank")
    with_others, without = (page_sheet(Job(each)).sheet.pieces for each in (document, plain))
    assert with_others == without


def test_the_report_tells_of_every_persona() -> None:
    text = " ".join(text_of(REPORT.write(Job(peopled())).content).split())
    for words in (
        "Whom it is for",
        "Commuter",
        "Every weekday · Main persona",
        "Banks on the way home.",
        "• Be home by six",
        "“I am late again.”",
        "Unnamed persona",
        "Pensioner",
    ):
        assert words in text


def test_the_report_speaks_of_personas_in_chinese() -> None:
    text = text_of(REPORT.write(Job(peopled("zh_CN"))).content)
    assert "服务对象" in text
    assert "未命名的用户画像" in text


def test_the_picture_goes_into_the_file() -> None:
    content = SVG.write(Job(peopled(), ExportOptions(page="A3", framed=True))).content
    assert b"data:image/png;base64," in content


def parts(persona: Persona, images: dict[str, object]) -> list[object]:
    return list(portrait(persona, 20, theme("light"), images=images, ground="#FFFFFF"))


def test_a_persona_without_a_picture_shows_its_initials() -> None:
    lost = Persona(id="p", name="Business traveller", image="gone")
    assert [part.text for part in parts(lost, {}) if isinstance(part, Text)] == ["BT"]
    assert any(isinstance(part, Picture) for part in parts(lost, {"gone": None}))


@pytest.mark.parametrize("name", THEMES)
def test_initials_can_be_read_in_every_look(name: str) -> None:
    look = theme(name)
    assert contrast(look.window.ink, look.phase) >= 4.5
