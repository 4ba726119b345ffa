"""Headers name lanes, lines and phases, in the document's language."""

import pytest

from blueprint.drawing.ground import evidence_groups, ground_groups
from blueprint.drawing.headers import header_groups
from blueprint.drawing.phase_times import phase_time
from blueprint.drawing.primitives import Layer, Text
from blueprint.drawing.theme import theme
from blueprint.i18n import message
from blueprint.layout.layout import Layout
from blueprint.model.change import Change
from blueprint.model.distribution import fixed
from blueprint.model.document import Document
from blueprint.model.notation import FlowKind, LaneRole

from .blueprints import blueprint, laid_out, step
from .dump import check_golden, group_text

LIGHT = theme("light")
CUSTOMER, ONSTAGE, BACKSTAGE = LaneRole.CUSTOMER, LaneRole.ONSTAGE, LaneRole.BACKSTAGE


def shoeshine() -> Document:
    steps = [
        step("take seat", CUSTOMER),
        step("watch", CUSTOMER, 1, duration=fixed(20.0)),
        step("brush", ONSTAGE, 1, duration=fixed(30.0)),
        step("polish", ONSTAGE, 2, duration=fixed(30.0)),
        step("clean", ONSTAGE, 2, duration=fixed(45.0)),
        step("buff", ONSTAGE, 3, duration=fixed(45.0)),
        step("fetch wax", BACKSTAGE, 3, duration=fixed(600.0)),
    ]
    flows = [
        ("brush", "polish", FlowKind.SEQUENCE),
        ("polish", "clean", FlowKind.RECOVERY),
        ("clean", "polish", FlowKind.RECOVERY),
        ("polish", "buff", FlowKind.SEQUENCE),
    ]
    phases = ["Arrive", "Shine", "Shine", "Shine"]
    return blueprint([CUSTOMER, ONSTAGE, BACKSTAGE], steps, flows, columns=4, phases=phases)


def written(document: Document, language: str) -> list[str]:
    groups = header_groups(document, Layout(document), LIGHT, language)
    return [part.text for g in groups for part in g.primitives if isinstance(part, Text)]


def test_all_headers_of_a_drawing_look_as_agreed() -> None:
    document, layout = laid_out(shoeshine())
    groups = header_groups(document, layout, LIGHT, "en")
    check_golden("headers.txt", "".join(map(group_text, groups)))


def test_lanes_without_a_title_have_their_roles_name_in_the_language_asked_for() -> None:
    assert {"Customer", "actions", "Onstage", "people"} <= set(written(shoeshine(), "en"))
    assert {"顾客行为", "前台员工行为", "互动分界线", "阶段"} <= set(written(shoeshine(), "zh_CN"))


def test_a_phase_says_the_time_of_its_slowest_lanes_without_recoveries() -> None:
    document, layout = laid_out(shoeshine())
    assert [phase_time(document, span) for span in layout.phases] == [None, 105.0]
    assert "1 min 45 s" in written(document, "en")
    assert "1 分 45 秒" in written(document, "zh_CN")


@pytest.mark.parametrize(
    "title", ["A very long name of a phase indeed", "很长很长很长很长的阶段名称"]
)
def test_a_long_phase_name_is_shortened_and_leaves_no_room_for_the_time(title: str) -> None:
    document = shoeshine()
    before = document.phases["Shine"]
    after = before.replaced(title=title * 4)
    document.apply(Change(label=message("Change phase"), entries={"Shine": (before, after)}))
    layout = Layout(document)
    groups = header_groups(document, layout, LIGHT, "en")
    (group,) = [g for g in groups if g.entity == "Shine" and g.layer is Layer.HEADERS]
    (name,) = [part for part in group.primitives if isinstance(part, Text)]

    assert name.text.endswith("…")
    assert name.x + name.width <= group.bounds.right - 10


def test_header_texts_stay_inside_their_headers() -> None:
    for language in ("en", "zh_CN"):
        document = blueprint(list(LaneRole), [], columns=2)
        groups = header_groups(document, Layout(document), LIGHT, language)
        for group in groups:
            for part in group.primitives:
                if isinstance(part, Text):
                    assert part.x + part.width <= group.bounds.right, part
                    assert part.x >= group.bounds.x, part


def test_the_ground_runs_on_to_the_right_as_far_as_asked() -> None:
    _, layout = laid_out(shoeshine())
    for group in ground_groups(layout, LIGHT, right=2000):
        if group.entity in {"customer", "interaction"}:
            assert group.x + group.bounds.right in (2000, 2002)


def test_phases_are_divided_by_dots_through_all_lanes() -> None:
    _, layout = laid_out(shoeshine())
    (divider,) = [g for g in ground_groups(layout, LIGHT) if g.entity == "Shine"]
    first, second = layout.phases

    assert first.box.right < divider.x < second.box.x
    assert divider.y + divider.bounds.bottom - 1 == layout.lanes[-1].box.bottom


def test_evidence_is_tied_to_its_column_by_dots() -> None:
    document = blueprint(
        [LaneRole.EVIDENCE, CUSTOMER],
        [step("sign", LaneRole.EVIDENCE), step("come", CUSTOMER)],
    )
    (link,) = evidence_groups(Layout(document), LIGHT)
    check_golden("evidence.txt", group_text(link))
