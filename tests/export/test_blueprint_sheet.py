"""Pages: how a drawing fits on paper, what stands around it, and what the user is told."""

from __future__ import annotations

import pytest

from blueprint.drawing.primitives import Layer, Text
from blueprint.export.blueprint_sheet import Made, drawing_sheet, page_sheet
from blueprint.export.exporter import ExportOptions, Job
from blueprint.export.paper import LEAST_TEXT, MOST_POINTS, PAPER
from blueprint.export.refusal import ExportRefused
from blueprint.i18n import message
from blueprint.model.change import adding, replacing
from blueprint.model.document import Document
from blueprint.model.edits.start import new_blueprint
from blueprint.model.entities import Column, Comment, Lane, Step
from blueprint.model.notation import LaneRole
from tests.export.cases import NAMES, case, job


def texts(made: Made) -> list[str]:
    """All lines of text on a page."""
    return [
        primitive.text
        for piece in made.sheet.pieces
        for group in piece.groups
        for primitive in group.primitives
        if isinstance(primitive, Text)
    ]


def long_blueprint(columns: int) -> Document:
    """A step in each of many columns."""
    lane = Lane(id="l", role=LaneRole.CUSTOMER, order="V")
    places = [Column(id=f"k{at}", order=f"{at:06d}V") for at in range(columns)]
    steps = [
        Step(id=f"s{at}", lane="l", column=place.id, label=f"Step {at}")
        for at, place in enumerate(places)
    ]
    return Document([lane, *places, *steps])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("paper", [None, *PAPER])
def test_everything_stands_inside_the_page(name: str, paper: str | None) -> None:
    made = page_sheet(job(name, page=paper))
    sheet = made.sheet
    for piece in sheet.pieces:
        for group in piece.groups:
            for primitive in group.primitives:
                if isinstance(primitive, Text):
                    x = piece.x + (group.x + primitive.x) * piece.scale
                    y = piece.y + (group.y + primitive.baseline) * piece.scale
                    assert 20 <= x <= x + primitive.width * piece.scale <= sheet.width - 20
                    assert 20 <= y <= sheet.height - 20


@pytest.mark.parametrize("paper", PAPER)
@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_the_page_has_the_size_and_lies_as_asked(paper: str, orientation: str) -> None:
    sheet = page_sheet(job("hotel", page=paper, orientation=orientation)).sheet
    assert sorted((sheet.width, sheet.height)) == sorted(PAPER[paper])
    assert (sheet.width > sheet.height) is (orientation == "landscape")


def test_a_wide_drawing_lies_and_a_tall_one_stands() -> None:
    wide = page_sheet(job("hotel", page="A3")).sheet
    assert wide.width > wide.height
    lanes = [Lane(id=f"l{at}", role=LaneRole.SUPPORT, order=f"{at:03d}V") for at in range(12)]
    tall = page_sheet(Job(Document([Column(id="k", order="V"), *lanes]), ExportOptions(page="A3")))
    assert tall.sheet.width < tall.sheet.height


@pytest.mark.parametrize("named", ["a3", "A3", "letter", "TABLOID"])
def test_paper_is_known_in_any_case(named: str) -> None:
    assert page_sheet(job("hotel", page=named)).sheet.width > 700


def test_an_unknown_paper_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(ExportRefused, match="“A9”; there are: A4, A3"):
        page_sheet(job("hotel", page="A9"))


def test_the_drawing_fills_the_width_between_the_margins_and_most_of_the_height() -> None:
    made = page_sheet(job("hotel", page="A3"))
    drawing, foot = made.sheet.pieces[0], made.sheet.pieces[2]
    bare = drawing_sheet(job("hotel")).sheet
    assert drawing.x == pytest.approx(34, abs=0.1)
    assert bare.width * made.scale == pytest.approx(1190.55 - 68, abs=0.5)
    bottom = max(group.y + group.bounds.bottom for group in drawing.groups)
    assert foot.y - (drawing.y + bottom * made.scale) < 40


def test_its_own_page_shows_the_drawing_at_full_size() -> None:
    bare = drawing_sheet(job("hotel")).sheet
    made = page_sheet(job("hotel"))
    assert made.scale == 1
    assert made.sheet.width == bare.width + 68
    assert "100 %" in texts(made)


@pytest.mark.parametrize("page", [None, "A4"])
@pytest.mark.parametrize("make", [page_sheet, drawing_sheet])
def test_a_page_is_never_larger_than_viewers_open(page: str | None, make: object) -> None:
    made = (page_sheet if make is page_sheet else drawing_sheet)(
        Job(long_blueprint(600), ExportOptions(page=page))
    )
    assert max(made.sheet.width, made.sheet.height) <= MOST_POINTS
    assert made.scale < 0.2


@pytest.mark.parametrize("page", [None, "A4", "A0"])
def test_an_empty_blueprint_has_a_page_with_a_title_block(page: str | None) -> None:
    made = page_sheet(Job(Document(), ExportOptions(page=page)))
    assert texts(made).count("Untitled blueprint") == 2
    assert "Legend" not in texts(made)


def test_a_small_text_is_told_with_the_next_paper_on_which_it_is_not_small() -> None:
    (notice,) = page_sheet(job("hotel", page="A4")).notices
    assert "On A3 it is 6 pt or more" in str(notice)
    better = page_sheet(job("hotel", page="A3"))
    assert better.notices == ()
    assert better.scale * 13 >= LEAST_TEXT


def test_a_blueprint_too_long_for_any_paper_is_to_be_split() -> None:
    document = long_blueprint(600)
    (on_paper,) = page_sheet(Job(document, ExportOptions(page="A4"))).notices
    assert "No paper size is large enough" in str(on_paper)
    (own,) = page_sheet(Job(document)).notices
    assert "no page can be larger" in str(own)


def test_the_heading_counts_steps_contacts_and_fail_points() -> None:
    found = texts(page_sheet(job("shoeshine")))
    assert "11 steps, 2 contact points, 1 fail point" in found
    chinese = texts(page_sheet(job("shoeshine", language="zh_CN")))
    assert "11 个步骤，2 个接触点，1 个失败点" in chinese


def test_the_legend_lists_what_the_page_uses_and_no_more() -> None:
    found = texts(page_sheet(job("drive-up-bank", language="en")))
    assert {"Line of interaction", "Next step"} <= set(found)
    assert not {"Fail point", "Wait point", "Recovery", "Support processes", "Cost"} & set(found)
    found = texts(page_sheet(job("shoeshine")))
    assert {"Fail point", "Wait point", "Recovery", "Moment of truth", "Time"} <= set(found)


def test_the_title_block_tells_what_is_known() -> None:
    document = case("hotel").snapshot()
    before = document.properties
    told = before.replaced(
        title="Stay", state="to-be", version="3", date="12 May", author="Service designer"
    )
    document.apply(replacing(message("Change document"), [(before, told)]))
    found = texts(page_sheet(Job(document)))
    for text in ("Stay", "To-be", "3", "12 May", "Service designer", "1 of 1", "100 %"):
        assert text in found
    assert any(line.startswith("Service blueprint, to-be.") for line in found)


def test_a_title_too_long_for_the_page_ends_in_an_ellipsis() -> None:
    document = new_blueprint("en", "An endless title " * 40)
    made = page_sheet(Job(document, ExportOptions(page="A4")))
    assert (
        sum(text.startswith("An endless title") and text.endswith("…") for text in texts(made)) == 2
    )


def test_comments_stay_with_those_who_work_on_the_blueprint() -> None:
    document = case("hotel").snapshot()
    step = next(iter(document.steps))
    comment = Comment(id="remark", about=step, text="Is this so?")
    document.apply(adding(message("Comment"), [comment]))
    assert page_sheet(Job(document)).sheet == page_sheet(job("hotel")).sheet


def test_bookmarks_are_phases_with_their_steps() -> None:
    marks = page_sheet(job("hotel")).sheet.bookmarks
    assert [mark.title for mark in marks] == ["Reserve", "Arrive", "Stay", "Leave"]
    assert "Make reservation" in [mark.title for mark in marks[0].children]
    listed = sum(len(mark.children) for mark in marks)
    assert listed == len(case("hotel").steps)


def test_without_phases_the_steps_are_the_bookmarks() -> None:
    marks = page_sheet(Job(long_blueprint(3))).sheet.bookmarks
    assert [mark.title for mark in marks] == ["Step 0", "Step 1", "Step 2"]


def test_a_page_can_be_transparent() -> None:
    assert page_sheet(job("hotel", transparent=True)).sheet.background is None
    assert page_sheet(job("hotel")).sheet.background == "#FFFFFF"


def test_the_file_is_told_in_the_language_asked_for() -> None:
    sheet = page_sheet(job("hotel", language="zh_CN")).sheet
    assert sheet.about.tag == "zh-CN"
    assert sheet.about.subject.startswith("服务蓝图。")


@pytest.mark.parametrize("columns", [3, 40, 200])
def test_lines_between_lanes_stay_visible_however_small_the_drawing(columns: int) -> None:
    document = long_blueprint(columns)
    onstage = Lane(id="o", role=LaneRole.ONSTAGE, order="W")
    backstage = Lane(id="b", role=LaneRole.BACKSTAGE, order="X")
    document.apply(adding(message("Insert lane"), [onstage, backstage]))
    made = page_sheet(Job(document, ExportOptions(page="A4")))
    lines = {
        stroke.colour: stroke.width * made.scale
        for group in made.sheet.pieces[0].groups
        if group.layer is Layer.LINES
        for part in group.primitives
        if (stroke := getattr(part, "stroke", None)) is not None
    }
    assert min(lines.values()) >= min(0.5, 6 * made.scale) - 1e-9
    assert max(lines.values()) >= min(1.2, 12 * made.scale) - 1e-9
