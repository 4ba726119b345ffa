"""Rows of remarks: the emotion curve and the time used of its limit."""

import pytest

from blueprint.drawing.annotations import annotation_groups, face, feelings, time_used
from blueprint.drawing.detail import Detail
from blueprint.drawing.primitives import Circle, Group, Path, Text
from blueprint.drawing.theme import theme
from blueprint.layout.layout import Layout
from blueprint.model.distribution import fixed
from blueprint.model.document import Document
from blueprint.model.entities import WaitPoint
from blueprint.model.notation import FlowKind, LaneRole

from .blueprints import blueprint, laid_out, step
from .dump import check_golden, group_text

LIGHT = theme("light")
CUSTOMER, ONSTAGE = LaneRole.CUSTOMER, LaneRole.ONSTAGE


def journey() -> Document:
    steps = [
        step("arrives", CUSTOMER, emotion=1.0),
        step("waits", CUSTOMER, 1, emotion=-0.5),
        step("“Too long”", LaneRole.EMOTION, 1, emotion=-2.0),
        step("reads", CUSTOMER, 2),
        step("sits", CUSTOMER, 3, emotion=0.0),
        step("eats", CUSTOMER, 4, emotion=2.0),
    ]
    return blueprint([CUSTOMER, LaneRole.EMOTION], steps, columns=5)


def emotion_row(detail: Detail = Detail.FULL) -> Group:
    document, layout = laid_out(journey())
    (group,) = annotation_groups(document, layout, LIGHT, "en", detail=detail)
    return group


def test_the_emotion_curve_looks_as_agreed() -> None:
    check_golden("emotion.txt", group_text(emotion_row()))


def test_the_rows_own_value_counts_before_the_customers() -> None:
    document, layout = laid_out(journey())
    found = feelings(document, layout.columns, layout.lanes[1])
    assert [feeling.value for feeling in found] == [1.0, -2.0, 0.0, 2.0]
    assert [feeling.words for feeling in found] == ["", "“Too long”", "", ""]


def test_the_happier_the_higher_and_never_beyond_the_row() -> None:
    document, layout = laid_out(journey())
    lane = layout.lanes[1]
    heights = [
        f.at.y for f in sorted(feelings(document, layout.columns, lane), key=lambda f: f.value)
    ]
    assert heights == sorted(heights, reverse=True)
    assert min(heights) == 16
    assert max(heights) == lane.box.height - 16


@pytest.mark.parametrize(
    ("detail", "faces", "words"),
    [
        (Detail.BLOCKS, 0, False),
        (Detail.OUTLINES, 2, False),
        (Detail.FULL, 4, True),
        (Detail.NEAR, 4, True),
    ],
)
def test_faces_by_level_of_detail(detail: Detail, faces: int, words: bool) -> None:
    parts = emotion_row(detail).primitives
    assert sum(isinstance(part, Circle) and part.radius == 9 for part in parts) == faces
    assert any(isinstance(part, Text) for part in parts) is words


def test_the_mouth_carries_the_meaning() -> None:
    mouths = [face(value, theme("mono"))[-1] for value in (1.0, 0.0, -1.0)]
    assert len(set(mouths)) == 3


def service(**fields: float) -> Document:
    steps = [
        step("wait", CUSTOMER, wait=WaitPoint(longest=60.0)),
        step("brush", ONSTAGE, 1, duration=fixed(30.0), tolerance=60.0),
        step("polish", ONSTAGE, 2, duration=fixed(90.0), tolerance=75.0),
        step("clean", ONSTAGE, 2, duration=fixed(45.0), tolerance=50.0),
        step("buff", ONSTAGE, 3, duration=fixed(45.0)),
    ]
    flows = [("polish", "clean", FlowKind.RECOVERY)]
    return blueprint([CUSTOMER, ONSTAGE, LaneRole.METRIC], steps, flows, columns=4)


def test_time_used_is_told_of_columns_with_a_time_and_a_limit_or_with_a_wait() -> None:
    document, layout = laid_out(service())
    told = [
        (u.column.column, u.seconds, u.limit, u.wait) for u in time_used(document, layout.columns)
    ]
    assert told == [
        ("c0", 0.0, 60.0, True),
        ("c1", 30.0, 60.0, False),
        ("c2", 90.0, 75.0, False),
    ]


@pytest.mark.parametrize("name", ["light", "mono"])
def test_the_bars_of_a_metric_row_look_as_agreed(name: str) -> None:
    document, layout = laid_out(service())
    (group,) = annotation_groups(document, layout, theme(name), "en")
    check_golden(f"time-used-{name}.txt", group_text(group))


def test_what_is_over_the_limit_is_hatched_in_black_and_white() -> None:
    document, layout = laid_out(service())
    light, mono = (
        next(annotation_groups(document, layout, theme(name), "en")) for name in ("light", "mono")
    )
    assert not any(isinstance(part, Path) for part in light.primitives)
    assert any(isinstance(part, Path) for part in mono.primitives)


def test_a_metric_row_with_texts_of_its_own_has_no_bars() -> None:
    document = blueprint([LaneRole.METRIC], [step("98 % on time", LaneRole.METRIC)])
    assert list(annotation_groups(document, Layout(document), LIGHT, "en")) == []
