"""Connectors turn softly, jump over what they cross and end in the head of their kind."""

from collections.abc import Sequence

import pytest

from blueprint.drawing.connectors import connector_parts, course, flow_groups
from blueprint.drawing.detail import Detail
from blueprint.drawing.primitives import Layer, Path, Rect, Text
from blueprint.drawing.theme import theme
from blueprint.layout.geometry import Box, Connector, Label, LaneBand, Point
from blueprint.layout.text import break_text
from blueprint.model.document import Document
from blueprint.model.notation import FlowKind, LaneRole

from .blueprints import blueprint, laid_out, step
from .dump import part_text

LIGHT = theme("light")


def points(*pairs: tuple[float, float]) -> list[Point]:
    return [Point(*pair) for pair in pairs]


def shown(commands: Sequence[tuple[object, ...]]) -> str:
    return " ".join(
        str(command[0]) + ",".join(f"{value:g}" for value in command[-2:]) for command in commands
    )


@pytest.mark.parametrize(
    ("through", "path"),
    [
        ([(0, 0), (40, 0)], "M0,0 L40,0"),
        ([(0, 0), (40, 0), (40, 40)], "M0,0 L32,0 C40,8 L40,40"),
        ([(0, 0), (15, 0), (15, 40)], "M0,0 L11,0 C15,4 L15,40"),
        ([(0, 0), (6, 0), (6, 40)], "M0,0 L3,0 C6,3 L6,40"),
        ([(0, 0), (0, 40), (-40, 40)], "M0,0 L0,32 C-8,40 L-40,40"),
    ],
)
def test_corners_have_a_radius_of_eight_and_of_four_beside_short_segments(
    through: list[tuple[float, float]], path: str
) -> None:
    assert shown(course(points(*through), [])) == path


@pytest.mark.parametrize(
    ("jumps", "path"),
    [
        ([(50, 0)], "M0,0 L45,0 C50,-5 C55,0 L100,0"),
        ([(30, 0), (70, 0)], "M0,0 L25,0 C30,-5 C35,0 L65,0 C70,-5 C75,0 L100,0"),
        ([(56, 0), (50, 0)], "M0,0 L45,0 C50,-5 L56,-5 C61,0 L100,0"),
        ([(50, 3)], "M0,0 L100,0"),
        ([(3, 0), (98, 0)], "M0,0 L100,0"),
    ],
)
def test_a_horizontal_jumps_and_near_jumps_are_one_arch(
    jumps: list[tuple[float, float]], path: str
) -> None:
    assert shown(course(points((0, 0), (100, 0)), points(*jumps))) == path


def test_a_jump_arches_upwards_whichever_way_the_line_runs() -> None:
    leftwards = shown(course(points((100, 0), (0, 0)), points((50, 0))))
    assert leftwards == "M100,0 L55,0 C50,-5 C45,0 L0,0"


def test_a_vertical_never_jumps() -> None:
    assert shown(course(points((0, 0), (0, 100)), points((0, 50)))) == "M0,0 L0,100"


@pytest.mark.parametrize("kind", FlowKind)
def test_the_heads_of_each_kind(kind: FlowKind) -> None:
    parts = connector_parts(points((0, 0), (100, 0)), [], kind, LIGHT.flows[kind])
    said = {
        FlowKind.SEQUENCE: [
            "path M0,0 L93,0 edge #3C4454 1.5",
            "path M92,4 L100,0 L92,-4 Z fill #3C4454",
        ],
        FlowKind.EXCHANGE: [
            "path M0,0 L100,0 edge #3C4454 1.2",
            "path M8,-4.5 L0,0 L8,4.5 edge #3C4454 1.5",
            "path M92,4.5 L100,0 L92,-4.5 edge #3C4454 1.5",
        ],
        FlowKind.RECOVERY: [
            "path M0,0 L93,0 edge #BE2323 1.5 dash 6,4",
            "path M92,4 L100,0 L92,-4 Z fill #BE2323",
        ],
    }
    assert [part_text(part).replace("1.25", "1.2") for part in parts] == said[kind]


class Places:
    """A layout of one flow with a label, in the lane that it crosses."""

    lanes = (LaneBand("l", LaneRole.ONSTAGE, Box(0, 0, 400, 100), Box(0, 0, 128, 100)),)

    def connector(self, id: str, /) -> Connector:
        text = break_text("wrong wax", 60, 11, line_height=14, centred=True)
        label = Label(Box(200, 40, 68, 16), text, Point(4, 1))
        return Connector(id, FlowKind.RECOVERY, (Point(150, 50), Point(300, 50)), label)


def flow(detail: Detail) -> list[Layer]:
    groups = flow_groups(one_flow(), Places(), LIGHT, "en", "a-b", detail=detail)
    return [group.layer for group in groups]


def one_flow() -> Document:
    role = LaneRole.ONSTAGE
    return blueprint(
        [role],
        [step("a", role), step("b", role, 1)],
        [("a", "b", FlowKind.RECOVERY)],
        columns=2,
    )


def test_a_label_stands_on_the_colour_of_its_lane_above_all_lines() -> None:
    line, label = flow_groups(one_flow(), Places(), LIGHT, "en", "a-b")
    ground, text = label.primitives

    assert (line.layer, label.layer) == (Layer.FLOWS, Layer.LABELS)
    assert isinstance(ground, Rect)
    assert ground.fill == LIGHT.roles[LaneRole.ONSTAGE].band
    assert isinstance(text, Text)
    assert (text.text, text.colour) == ("wrong wax", LIGHT.window.error)


def test_labels_are_shown_from_a_hundred_per_cent_on() -> None:
    assert flow(Detail.OUTLINES) == [Layer.FLOWS]
    assert flow(Detail.FULL) == [Layer.FLOWS, Layer.LABELS]


def test_from_afar_a_connector_is_a_hairline_without_heads() -> None:
    (group,) = flow_groups(one_flow(), Places(), LIGHT, "en", "a-b", detail=Detail.BLOCKS)
    (line,) = group.primitives
    assert isinstance(line, Path)
    assert line.stroke is not None
    assert line.stroke.width == 0


def test_a_connector_says_what_it_joins_in_the_readers_language() -> None:
    document, layout = laid_out(one_flow())
    english, chinese = (
        flow_groups(document, layout, LIGHT, language, "a-b")[0].title
        for language in ("en", "zh_CN")
    )
    assert english == "“a” to “b”"
    assert chinese == "“a”到“b”"
