"""The PDF painter: what it draws can be seen, searched, copied, and made again to the byte."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path as File

import pytest

from blueprint.drawing.primitives import (
    Cap,
    Circle,
    Group,
    Layer,
    Path,
    Primitive,
    Rect,
    Stroke,
    Text,
)
from blueprint.export.pdf_content import Content
from blueprint.export.pdf_painter import paint_pdf
from blueprint.export.sheet import About, Bookmark, Piece, Sheet
from blueprint.layout.geometry import Box
from tests.export.pages import opened, rendered, text_of

INK = "#171B23"


def group(*primitives: Primitive, x: float = 0, y: float = 0, entity: str = "a") -> Group:
    return Group(entity, Layer.CARDS, x, y, Box(-5, -5, 200, 100), primitives)


def label(text: str, *, bold: bool = False, y: float = 20) -> Text:
    return Text(text, 10, y, 13, INK, bold=bold)


def sheet(*groups: Group, bookmarks: tuple[Bookmark, ...] = (), language: str = "en") -> Sheet:
    about = About("A stay", language, "Designer", "As-is", ("hotel", "stay"))
    return Sheet(300, 200, (Piece(groups),), about, "#FFFFFF", bookmarks)


@pytest.mark.parametrize(
    "text",
    [
        "Greets guest",
        "验视、封装、称重",
        "The operator’s “note” …",
        "Łódź café, 12 °C",
        "(a\\b) 100 % [x] <y> {z}",
        "Ελληνικά, русский, Tiếng Việt",
        "混合 mixed 文字",
    ],
)
@pytest.mark.parametrize("bold", [False, True])
def test_text_can_be_copied_as_it_was_written(text: str, bold: bool) -> None:
    assert text_of(paint_pdf(sheet(group(label(text, bold=bold))))) == text


def test_text_of_many_characters_stays_in_one_piece() -> None:
    codes = [bytes((high, low)) for high in range(0xB0, 0xB7) for low in range(0xA1, 0xFF)]
    text = b"".join(codes).decode("gb2312")[:600]
    lines = [label(text[at : at + 20], y=10 + at / 4) for at in range(0, 600, 20)]
    found = "".join(text_of(paint_pdf(sheet(group(*lines)))).split())
    assert found == text


def test_a_character_that_the_font_lacks_is_a_box_and_not_a_blank() -> None:
    def inked(text: str) -> int:
        page = rendered(paint_pdf(sheet(group(label(text)))), scale=2)
        return sum(value < 128 for value in page.convert("L").tobytes())

    assert inked("\u05d0") > 20
    assert inked("😀") > 20


def test_only_the_fonts_and_characters_used_are_embedded() -> None:
    plain = paint_pdf(sheet(group(label("Pays"))))
    assert len(plain) < 6_000
    assert plain.count(b"/FontFile2") == 1
    assert (
        paint_pdf(sheet(group(label("Pays"), label("Pays", bold=True)))).count(b"/FontFile2") == 2
    )


def test_metadata_and_language_are_told() -> None:
    content = paint_pdf(sheet(group(label("x")), language="zh_CN"))
    told = opened(content).get_metadata_dict(skip_empty=True)
    assert told["Title"] == "A stay"
    assert told["Author"] == "Designer"
    assert told["Subject"] == "As-is"
    assert told["Keywords"] == "hotel, stay"
    assert "Service Blueprint Designer" in told["Creator"]
    assert b"/Lang (zh-CN)" in content
    assert b"/DisplayDocTitle true" in content


def test_the_outline_lists_phases_and_their_steps() -> None:
    marks = (
        Bookmark(
            "寄件 (1)", 10, 20, (Bookmark("Pays \\ leaves", 30, 40), Bookmark("Ends", 50, 60))
        ),
        Bookmark("Stay", 70, 80, (Bookmark("Sleeps", 90, 100),)),
        Bookmark("Depart", 110, 120),
    )
    toc = list(opened(paint_pdf(sheet(group(label("x")), bookmarks=marks))).get_toc())
    assert [(entry.level, entry.get_title()) for entry in toc] == [
        (0, "寄件 (1)"),
        (1, "Pays \\ leaves"),
        (1, "Ends"),
        (0, "Stay"),
        (1, "Sleeps"),
        (0, "Depart"),
    ]
    assert toc[1].get_dest().get_view()[1][:2] == [30, 160]


def test_without_bookmarks_there_is_no_outline() -> None:
    content = paint_pdf(sheet(group(label("x"))))
    assert not list(opened(content).get_toc())
    assert b"/Outlines" not in content


def pixel(content: bytes, x: int, y: int) -> tuple[int, ...]:
    found: tuple[int, ...] = rendered(content).getpixel((x, y))
    return found


def test_shapes_stand_where_they_are_put_with_y_down() -> None:
    shapes = group(
        Rect(0, 0, 40, 20, fill="#FF0000"),
        Circle(80, 10, 10, fill="#00FF00"),
        Path((("M", 100.0, 0.0), ("L", 120.0, 0.0), ("L", 120.0, 20.0), ("Z",)), fill="#0000FF"),
        Rect(0, 40, 40, 20, stroke=Stroke("#123456", 4)),
        x=20,
        y=30,
    )
    content = paint_pdf(sheet(shapes))
    assert pixel(content, 25, 35) == (255, 0, 0)
    assert pixel(content, 100, 40) == (0, 255, 0)
    assert pixel(content, 138, 33) == (0, 0, 255)
    assert pixel(content, 122, 48) == (255, 255, 255)
    assert pixel(content, 40, 70) == (0x12, 0x34, 0x56)
    assert pixel(content, 40, 80) == (255, 255, 255)


def test_a_translucent_fill_lets_the_ground_through() -> None:
    content = paint_pdf(sheet(group(Rect(0, 0, 40, 20, fill="#000000", fill_opacity=0.5))))
    assert 120 <= pixel(content, 20, 10)[0] <= 135


def test_a_piece_is_scaled_and_placed() -> None:
    piece = Piece((group(Rect(0, 0, 10, 10, fill="#FF0000")),), 100, 50, 2.0)
    content = paint_pdf(Sheet(300, 200, (piece,), About("x"), "#FFFFFF"))
    assert pixel(content, 118, 68) == (255, 0, 0)
    assert pixel(content, 122, 72) == (255, 255, 255)


def card(at: int) -> Group:
    outline = Rect(0, 0, 128, 52, 6, "#DAF8ED", Stroke("#029678", 1.25))
    return group(outline, label(f"Step {at}"), x=at, y=at, entity=f"s{at}")


def test_outlines_that_come_back_are_written_once() -> None:
    many = [card(at) for at in range(50)]
    content = Content({False: {}})
    content.share(many)
    content.add(many)
    shared = list(set(content.forms.values()))
    assert len(shared) == 1
    assert sum(shared[0].name in line for line in content.lines) == 50
    assert not any(" c " in line for line in content.lines)


def test_shared_outlines_look_like_ones_drawn_alone() -> None:
    alone = [rendered(paint_pdf(sheet(card(at)))) for at in (0, 9)]
    together = rendered(paint_pdf(sheet(card(0), card(100), card(9))))
    assert together.getpixel((60, 5)) == alone[0].getpixel((60, 5))
    assert together.getpixel((64, 50)) == alone[1].getpixel((64, 50))


def test_the_graphics_state_after_a_group_is_the_one_before() -> None:
    dashed = Stroke("#FF0000", 6, (4, 4), Cap.ROUND)
    first = group(Rect(0, 0, 20, 20, stroke=Stroke("#00FF00", 2)))
    moved = group(Rect(0, 0, 20, 20, stroke=dashed), x=60)
    last = group(Rect(120, 0, 20, 20, stroke=Stroke("#00FF00", 2)))
    content = paint_pdf(sheet(first, moved, last))
    assert pixel(content, 130, 20) == (0, 255, 0)


def test_the_same_drawing_gives_the_same_bytes_in_another_process(tmp_path: File) -> None:
    script = (
        "import sys; from tests.export.test_pdf_painter import example;"
        "sys.stdout.buffer.write(example())"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai"))
    }
    assert made == {example()}


def example() -> bytes:
    marks = (Bookmark("Arrive", 0, 0, (Bookmark("Pays", 0, 0),)),)
    words = group(label("Pays 付款"), label("Bold 粗体", bold=True, y=40))
    return paint_pdf(sheet(*(card(at) for at in range(5)), words, bookmarks=marks))


def test_other_content_gives_the_file_another_identity() -> None:
    def identity(text: str) -> bytes:
        content = paint_pdf(sheet(group(label(text))))
        return content[content.index(b"/ID") :][:60]

    assert identity("one") != identity("two")


def test_files_named_like_reportlabs_settings_are_never_run(tmp_path: File) -> None:
    for name in ("reportlab_settings.py", "reportlab_mods.py"):
        (tmp_path / name).write_text("raise SystemExit('it was run')")
    for name in (".reportlab_settings", ".reportlab_mods"):
        (tmp_path / name).write_text("raise SystemExit('it was run')")
    script = (
        "import sys; sys.path.insert(0, '');"
        "from blueprint.export.reportlab_import import load_reportlab; load_reportlab();"
        "import reportlab.rl_config; print('safe')"
    )
    root = str(File(__file__).parents[2])
    ran = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={**os.environ, "HOME": str(tmp_path), "PYTHONPATH": root},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stdout.strip() == "safe", ran.stderr
