"""The SVG painter: a file that stands alone, that people can read and programs can parse."""

from __future__ import annotations

import base64
import re
from typing import Any
from xml.etree import ElementTree

import pytest

from blueprint.drawing.primitives import (
    Cap,
    Circle,
    Group,
    Layer,
    Path,
    Picture,
    Primitive,
    Rect,
    Stroke,
    Text,
)
from blueprint.export.sheet import About, Piece, Sheet
from blueprint.export.svg_painter import paint_svg
from blueprint.layout.geometry import Box
from blueprint.model.entities import Image
from blueprint.resources import resource
from tests.export.pages import font_in

SVG = "{http://www.w3.org/2000/svg}"
BOX = Box(0, 0, 10, 10)


def group(
    *primitives: Primitive, entity: str = "s1", layer: Layer = Layer.CARDS, title: str = ""
) -> Group:
    return Group(entity, layer, 12, 8.5, BOX, primitives, title)


def label(text: str, *, bold: bool = False) -> Text:
    return Text(text, 10, 20, 13, "#171B23", bold=bold)


def painted(*groups: Group, language: str = "en", scale: float = 1.0) -> str:
    about = About("A stay", language, subject="As-is")
    sheet = Sheet(300, 200, (Piece(groups),), about, "#FFFFFF")
    return paint_svg(sheet, scale=scale).decode("utf-8")


def test_the_file_reads_like_this() -> None:
    dotted = Stroke("#3C4454", 2, (0.1, 5), Cap.ROUND)
    shapes = group(
        Rect(0, 0, 128, 52, 6, "#DAF8ED", Stroke("#029678", 1.25)),
        Circle(8, 9, 2.5, "#B38007"),
        Path(
            (("M", 0.0, 0.0), ("L", 4.0, 8.0), ("Z",)),
            None,
            dotted,
        ),
        label("Greets <guest>"),
        title="Greets <guest>",
    )
    without_font = re.sub(r"@font-face .*\n", "", painted(shapes))
    assert without_font == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200" '
        'viewBox="0 0 300 200" xml:lang="en" lang="en" role="img" '
        "font-family=\"'Blueprint Sans', 'Noto Sans', 'Noto Sans SC', 'Noto Sans CJK SC', "
        'sans-serif" stroke-linejoin="round">\n'
        "<title>A stay</title>\n"
        "<desc>As-is</desc>\n"
        "<style>\n"
        "text { white-space: pre; font-kerning: none; }\n"
        "</style>\n"
        '<rect width="300" height="200" fill="#FFFFFF"/>\n'
        '<g transform="translate(0 0)">\n'
        '<g id="s1" class="cards" transform="translate(12 8.5)">\n'
        "<title>Greets &lt;guest&gt;</title>\n"
        '<rect x="0" y="0" width="128" height="52" rx="6" fill="#DAF8ED" stroke="#029678" '
        'stroke-width="1.25"/>\n'
        '<circle cx="8" cy="9" r="2.5" fill="#B38007"/>\n'
        '<path d="M0 0 L4 8 Z" fill="none" stroke="#3C4454" stroke-width="2" '
        'stroke-dasharray="0.1 5" stroke-linecap="round"/>\n'
        '<text x="10" y="20" font-size="13" fill="#171B23">Greets &lt;guest&gt;</text>\n'
        "</g>\n"
        "</g>\n"
        "</svg>\n"
    )


@pytest.mark.parametrize(
    "text", ["\x00\x0b\ud800 end", '"quoted" & <b>', "]]>", "tab\there", "😀 שלום", "\ufffe\uffff"]
)
def test_no_text_breaks_the_file(text: str) -> None:
    root = ElementTree.fromstring(painted(group(label(text), entity=text, title=text)))
    kept = re.sub("[\x00\x0b\ud800\ufffe\uffff]", "\ufffd", text)
    assert [found.text for found in root.iter(f"{SVG}text")] == [kept]
    assert kept in [found.text for found in root.iter(f"{SVG}title")]


def test_each_group_has_an_id_of_its_own_after_its_entity() -> None:
    groups = [
        group(label("a"), entity="s1"),
        group(label("a"), entity="s1", layer=Layer.BADGES),
        group(label("a"), entity="s1", layer=Layer.BADGES),
        group(label("a"), entity="1 a"),
        group(label("a"), entity="第一步"),
        group(label("a"), entity=""),
    ]
    ids = re.findall(r'<g id="([^"]*)"', painted(*groups))
    assert ids == ["s1", "s1-badges", "s1-badges-2", "_1_a", "第一步", "_"]


def test_the_language_is_told() -> None:
    root = ElementTree.fromstring(painted(language="zh_CN"))
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "zh-CN"


def test_a_larger_scale_makes_a_larger_picture_of_the_same_content() -> None:
    root = ElementTree.fromstring(painted(scale=2))
    assert (root.get("width"), root.get("viewBox")) == ("600", "0 0 300 200")


def fonts(text: str) -> list[Any]:
    found = re.findall(r"data:font/ttf;base64,([^)]*)\)", text)
    return [font_in(base64.b64decode(one)) for one in found]


def test_the_font_inside_holds_the_characters_used_and_no_others() -> None:
    (font,) = fonts(painted(group(label("Pays 付款é"))))
    assert {chr(point) for point in font.getBestCmap()} == set("Pays 付款é")
    for tag in list(font.keys()):
        font[tag]  # parses the table


def test_the_fonts_widths_are_those_of_the_whole_font() -> None:
    (font,) = fonts(painted(group(label("Wij付é", bold=True))))
    whole = font_in(resource("fonts/BlueprintSans-Bold.ttf").read_bytes())
    for point, name in font.getBestCmap().items():
        assert font["hmtx"][name] == whole["hmtx"][whole.getBestCmap()[point]]


def test_checksums_of_the_font_inside_hold() -> None:
    text = painted(group(label("Pays")))
    (encoded,) = re.findall(r"data:font/ttf;base64,([^)]*)\)", text)
    content = base64.b64decode(encoded)
    words = memoryview(content).cast("B")
    total = sum(int.from_bytes(words[at : at + 4], "big") for at in range(0, len(words), 4))
    assert total % 2**32 == 0xB1B0AFBA


def test_a_picture_is_carried_inside() -> None:
    data = base64.b64encode(b"not looked at").decode()
    image = Image(id="i", media_type="image/png", data=data, title="Lobby")
    sheet = Sheet(
        20, 20, (Piece((group(Picture(0, 0, 9, 9, "i"), Picture(0, 0, 9, 9, "gone")),)),),
        About("x"), images={"i": image},
    )  # fmt: skip
    root = ElementTree.fromstring(paint_svg(sheet))
    (found,) = root.iter(f"{SVG}image")
    assert found.get("href") == f"data:image/png;base64,{data}"


def test_the_same_drawing_gives_the_same_bytes() -> None:
    groups = [group(label("Pays 付款")), group(label("Bold", bold=True))]
    assert painted(*groups) == painted(*groups)
