"""Cards hold all that is said of a step, inside their outline."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.drawing.cards import badge_group, card_group
from blueprint.drawing.chips import chips, initials, is_over_limit, row_width, that_fit
from blueprint.drawing.detail import Detail, detail_at
from blueprint.drawing.primitives import Circle, Group, Picture, Rect, Text
from blueprint.drawing.theme import theme
from blueprint.model.distribution import Distribution, Shape, fixed
from blueprint.model.entities import FailPoint, Step, WaitPoint
from blueprint.model.notation import LaneRole, StepKind
from tests.generators import random_blueprint

from .blueprints import blueprint, laid_out, one_step, step
from .dump import check_golden, group_text

LIGHT = theme("light")


def card(
    role: LaneRole = LaneRole.ONSTAGE, *, detail: Detail = Detail.FULL, **fields: Any
) -> Group:
    document, layout = laid_out(one_step(role, **fields))
    return card_group(document, layout, LIGHT, "en", "s", detail=detail)


def texts(group: Group | None) -> list[str]:
    assert group is not None
    return [part.text for part in group.primitives if isinstance(part, Text)]


@pytest.mark.parametrize("role", LaneRole)
def test_the_card_of_each_role_looks_as_agreed(role: LaneRole) -> None:
    group = card(role, label="Apply polish", owner="Shine operator", duration=fixed(30.0))
    check_golden(f"card-{role}.txt", group_text(group))


@pytest.mark.parametrize("kind", StepKind)
def test_the_card_of_each_kind_looks_as_agreed(kind: StepKind) -> None:
    group = card(kind=kind, label="Right wax?")
    check_golden(f"kind-{kind}.txt", group_text(group))


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({}, []),
        ({"duration": fixed(30.0)}, ["30 s"]),
        ({"duration": Distribution(shape=Shape.UNIFORM, parameters=(30.0, 60.0))}, ["≈ 45 s"]),
        ({"duration": fixed(45.0), "cost": 0.03}, ["45 s", "$0.03"]),
        ({"wait": WaitPoint(expected=60.0)}, ["1 min"]),
        ({"wait": WaitPoint(longest=60.0)}, []),
        ({"owner": "Shine operator"}, ["SO"]),
    ],
)
def test_what_stands_below_the_text(fields: dict[str, Any], shown: list[str]) -> None:
    document, layout = laid_out(
        blueprint([LaneRole.ONSTAGE], [step("s", LaneRole.ONSTAGE, **fields)], currency="USD")
    )
    assert texts(card_group(document, layout, LIGHT, "en", "s")) == ["s", *shown]


def test_figures_are_written_in_the_language_asked_for() -> None:
    document, layout = laid_out(one_step(label="抛光", duration=fixed(105.0)))
    assert texts(card_group(document, layout, LIGHT, "zh_CN", "s")) == ["抛光", "1 分 45 秒"]


def test_cost_goes_first_then_wait_where_chips_do_not_fit() -> None:
    busy = step(
        "s",
        LaneRole.ONSTAGE,
        duration=fixed(30.0),
        cost=0.03,
        wait=WaitPoint(expected=15.0),
    )
    row = chips(busy, "en", "USD")
    assert [chip.text for chip in row] == ["30 s", "$0.03", "15 s"]

    width = row_width(row)
    assert [chip.text for chip in that_fit(row, width)] == ["30 s", "$0.03", "15 s"]
    assert [chip.text for chip in that_fit(row, width - 1)] == ["30 s", "15 s"]
    assert [chip.text for chip in that_fit(row, 60)] == ["30 s"]
    assert that_fit(row, 10) == ()


@pytest.mark.parametrize(
    ("seconds", "limit", "over"),
    [(30.0, 75.0, False), (75.0, 75.0, False), (76.0, 75.0, True), (76.0, None, False)],
)
def test_a_step_is_over_its_limit_when_it_takes_longer(
    seconds: float, limit: float | None, over: bool
) -> None:
    slow = step("s", LaneRole.ONSTAGE, duration=fixed(seconds), tolerance=limit)
    assert is_over_limit(slow) is over
    edges = {
        part.stroke.colour
        for part in card(duration=fixed(seconds), tolerance=limit).primitives
        if isinstance(part, Rect) and part.stroke
    }
    assert (LIGHT.window.error in edges) is over


@pytest.mark.parametrize(
    ("role", "letters"),
    [
        ("Shine operator", "SO"),
        ("front-desk clerk", "FD"),
        ("Porter", "PO"),
        ("取件快递员", "取"),
        ("VIP 客服", "客"),
        ("  ", ""),
        ("?", "?"),
        ("Éclair ünder", "ÉÜ"),
    ],
)
def test_initials_of_a_role(role: str, letters: str) -> None:
    assert initials(role) == letters


@pytest.mark.parametrize(
    ("fields", "marker", "comments", "letters", "discs"),
    [
        ({"fail": FailPoint()}, None, 0, ["F"], 2),
        ({"wait": WaitPoint()}, None, 0, ["W"], 0),
        ({"kind": StepKind.WAIT}, None, 0, ["W"], 0),
        ({"fail": FailPoint(), "wait": WaitPoint()}, None, 2, ["F", "W", "2"], 2),
        ({}, None, 150, ["99"], 0),
        ({}, "hint", 0, [], 3),
    ],
)
def test_badges_look_as_agreed(
    fields: dict[str, Any],
    marker: str | None,
    comments: int,
    letters: list[str],
    discs: int,
) -> None:
    document, layout = laid_out(one_step(**fields))
    group = badge_group(document, layout, LIGHT, "s", marker=marker, comments=comments)
    assert group is not None
    assert texts(group) == letters
    assert sum(isinstance(part, Circle) for part in group.primitives) == discs


@pytest.mark.parametrize(
    ("detail", "said", "shown"),
    [
        (Detail.NEAR, "Which one", ["Which one", "1"]),
        (Detail.NEAR, "Which of the many yellow cloths", None),
        (Detail.FULL, "Which one", ["1"]),
    ],
)
def test_from_near_a_bubble_bears_what_was_said_first(
    detail: Detail, said: str, shown: list[str] | None
) -> None:
    document, layout = laid_out(one_step())
    group = badge_group(document, layout, LIGHT, "s", detail=detail, comments=1, said=said)
    assert group is not None
    if shown is None:
        assert texts(group)[0].endswith("…")
        left = min(part.x for part in group.primitives if isinstance(part, Rect))
        assert left > 0
    else:
        assert texts(group) == shown


def test_a_step_without_badges_has_no_group_of_them() -> None:
    document, layout = laid_out(one_step())
    assert badge_group(document, layout, LIGHT, "s") is None


@pytest.mark.parametrize("severity", ["error", "warning", "hint"])
def test_each_severity_has_its_own_marker_at_the_lower_left(severity: str) -> None:
    document, layout = laid_out(one_step())
    group = badge_group(document, layout, LIGHT, "s", marker=severity)
    assert group is not None
    check_golden(f"marker-{severity}.txt", group_text(group))


@pytest.mark.parametrize(
    ("zoom", "level"),
    [
        (0.1, Detail.BLOCKS),
        (0.25, Detail.BLOCKS),
        (0.49, Detail.BLOCKS),
        (0.5, Detail.OUTLINES),
        (0.69, Detail.OUTLINES),
        (0.71, Detail.FULL),
        (0.88, Detail.FULL),
        (1.0, Detail.FULL),
        (1.99, Detail.FULL),
        (4.0, Detail.NEAR),
    ],
)
def test_between_two_levels_of_detail_the_lower_one_applies(zoom: float, level: Detail) -> None:
    assert detail_at(zoom) is level


def test_each_level_of_detail_shows_its_share() -> None:
    long: dict[str, Any] = {
        "label": "Buff until the shoes shine brightly and evenly",
        "duration": fixed(30.0),
        "tolerance": 60.0,
    }
    full = ["Buff until the", "shoes shine", "brightly and", "evenly"]

    assert texts(card(detail=Detail.BLOCKS, **long)) == []
    assert texts(card(detail=Detail.OUTLINES, **long)) == ["Buff until the", "shoes shine…"]
    assert texts(card(detail=Detail.FULL, **long)) == [*full, "30 s"]
    assert texts(card(detail=Detail.NEAR, **long)) == [*full, "30 s of 1 min"]
    late = {**long, "tolerance": 20.0}
    assert texts(card(detail=Detail.OUTLINES, **late))[-1] == "30 s"


def test_a_picture_stands_above_the_text_and_inside_the_card() -> None:
    group = card(image="abc", label="Stand")
    (picture,) = [part for part in group.primitives if isinstance(part, Picture)]
    (text,) = [part for part in group.primitives if isinstance(part, Text)]

    assert picture.image == "abc"
    assert picture.y >= 9
    assert picture.y + picture.height < text.baseline - 9
    assert text.baseline < group.bounds.bottom


def test_a_remark_of_the_emotion_row_has_no_card() -> None:
    assert card(LaneRole.EMOTION).primitives == ()


def test_equal_steps_have_equal_primitives_wherever_they_stand() -> None:
    document, layout = laid_out(
        blueprint(
            [LaneRole.ONSTAGE],
            [
                step("a", LaneRole.ONSTAGE, label="Buff"),
                step("b", LaneRole.ONSTAGE, 1, label="Buff"),
            ],
            columns=2,
        )
    )
    first, second = (card_group(document, layout, LIGHT, "en", id) for id in "ab")
    assert first.primitives == second.primitives
    assert first.x != second.x


@given(st.integers(min_value=0, max_value=10_000))
def test_text_and_chips_of_random_blueprints_stay_inside_their_cards(seed: int) -> None:
    document, layout = laid_out(random_blueprint(seed, steps=12))
    for id in document.steps:
        if layout.shows_step(id):
            inside(document.step(id), card_group(document, layout, LIGHT, "en", id))


def inside(step: Step, group: Group) -> None:
    right, bottom = group.bounds.right - 2, group.bounds.bottom - 2
    for part in group.primitives:
        if isinstance(part, Text):
            assert part.x >= 2, step
            assert part.x + part.width <= right - 2, step
            assert part.baseline - 0.8 * part.size >= 2, step
            assert part.baseline + 0.2 * part.size <= bottom - 2, step
        elif isinstance(part, Rect):
            assert part.x >= 0, step
            assert part.x + part.width <= right, step
            assert part.y + part.height <= bottom, step
