"""A drawing holds everything once, in its order, and nothing outside of its bounds."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint.drawing.compose import comment_counts, compose, worst_severities
from blueprint.drawing.detail import Detail
from blueprint.drawing.primitives import (
    Circle,
    Drawing,
    Group,
    Layer,
    Path,
    Picture,
    Primitive,
    Rect,
    Text,
)
from blueprint.drawing.theme import THEMES, theme
from blueprint.layout.layout import Layout
from blueprint.model.document import Document
from blueprint.model.entities import Comment
from blueprint.model.notation import LaneRole
from tests.generators import random_blueprint

from .blueprints import blueprint, case, laid_out, step
from .dump import check_golden, drawing_text

LIGHT = theme("light")


def drawn(document: Document, language: str = "en", detail: Detail = Detail.FULL) -> Drawing:
    return compose(document, Layout(document), LIGHT, language, detail=detail)


def test_the_drawing_of_a_small_blueprint_looks_as_agreed() -> None:
    check_golden("shoeshine.txt", drawing_text(drawn(case("shoeshine.csv"))))


def test_the_drawing_of_a_small_chinese_blueprint_looks_as_agreed() -> None:
    check_golden("parcel.txt", drawing_text(drawn(case("parcel.zh.csv"), "zh_CN")))


def test_what_lies_beneath_is_painted_first() -> None:
    layers = [group.layer for group in drawn(case("hotel.csv")).groups]
    order = list(Layer)
    assert layers == sorted(layers, key=order.index)
    assert set(layers) >= {Layer.GROUND, Layer.LINES, Layer.FLOWS, Layer.CARDS, Layer.HEADERS}


def test_every_step_and_flow_is_drawn_once() -> None:
    document = case("restaurant-as-is.csv")
    groups = drawn(document).groups
    cards = [group.entity for group in groups if group.layer is Layer.CARDS]
    flows = [g.entity for g in groups if g.layer is Layer.FLOWS and g.entity in document.flows]
    assert sorted(cards) == sorted(document.steps)
    assert sorted(flows) == sorted(document.flows)


@pytest.mark.parametrize("name", THEMES)
def test_all_themes_draw_the_same_shapes(name: str) -> None:
    document, layout = laid_out(case("shoeshine.csv"))
    light, other = (compose(document, layout, theme(n), "en") for n in ("light", name))
    assert [(g.entity, g.layer, g.x, g.y) for g in light.groups] == [
        (g.entity, g.layer, g.x, g.y) for g in other.groups
    ]


def test_the_text_of_every_step_is_in_the_drawing() -> None:
    document = case("hotel.csv")
    words = {
        word
        for group in drawn(document).groups
        if group.layer is Layer.CARDS
        for part in group.primitives
        if isinstance(part, Text)
        for word in part.text.split()
    }
    assert {word for s in document.steps.values() for word in s.label.split()} <= words


@settings(max_examples=30)
@given(st.integers(min_value=0, max_value=10_000), st.sampled_from(Detail))
def test_everything_painted_lies_inside_its_groups_bounds(seed: int, detail: Detail) -> None:
    drawing = drawn(random_blueprint(seed, steps=15), "zh_CN", detail)
    for group in drawing.groups:
        for part in group.primitives:
            left, top, right, bottom = extent(part)
            bounds = group.bounds
            assert left >= bounds.x - 0.01, (group.entity, part)
            assert top >= bounds.y - 0.01, (group.entity, part)
            assert right <= bounds.right + 0.01, (group.entity, part)
            assert bottom <= bounds.bottom + 0.01, (group.entity, part)


def extent(part: Primitive) -> tuple[float, float, float, float]:
    """Left, top, right and bottom, with half of the stroke."""
    match part:
        case Text():
            top, bottom = part.baseline - 0.8 * part.size, part.baseline + 0.2 * part.size
            return part.x, top, part.x + part.width, bottom
        case Circle():
            edge = part.radius + (part.stroke.width / 2 if part.stroke else 0)
            return part.x - edge, part.y - edge, part.x + edge, part.y + edge
        case Rect() | Picture():
            edge = part.stroke.width / 2 if isinstance(part, Rect) and part.stroke else 0
            right, bottom = part.x + part.width, part.y + part.height
            return part.x - edge, part.y - edge, right + edge, bottom + edge
        case Path():
            ends = [command[-2:] for command in part.commands if len(command) > 1]
            edge = part.stroke.width / 2 if part.stroke else 0
            across, down = zip(*ends, strict=True)
            return min(across) - edge, min(down) - edge, max(across) + edge, max(down) + edge


@dataclass(frozen=True)
class Found:
    severity: str
    steps: tuple[str, ...]


def test_a_step_bears_the_marker_of_its_worst_finding() -> None:
    findings = [
        Found("hint", ("a", "b")),
        Found("error", ("a",)),
        Found("warning", ("a", "c")),
        Found("off", ("d",)),
    ]
    assert worst_severities(findings) == {"a": "error", "b": "hint", "c": "warning"}


def test_findings_put_markers_on_cards() -> None:
    role = LaneRole.ONSTAGE
    document, layout = laid_out(blueprint([role], [step("a", role), step("b", role, 1)], columns=2))
    drawing = compose(document, layout, LIGHT, "en", [Found("error", ("b",))])
    assert badged(drawing.groups) == ["b"]


def test_open_comments_are_counted() -> None:
    role = LaneRole.ONSTAGE
    entities = blueprint([role], [step("a", role)]).entities.values()
    comments = [
        Comment(id="1", about="a", text="Why?"),
        Comment(id="2", about="a", text="Done", resolved=True),
    ]
    document = Document([*entities, *comments])
    assert comment_counts(document) == {"a": 1}
    assert badged(drawn(document).groups) == ["a"]


def badged(groups: tuple[Group, ...]) -> list[str]:
    return [group.entity for group in groups if group.layer is Layer.BADGES]
