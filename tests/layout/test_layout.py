"""What the layout promises of every blueprint, and how it meets the unusual ones."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from itertools import pairwise

import pytest

from blueprint.i18n import message
from blueprint.layout import sizes
from blueprint.layout.geometry import Box
from blueprint.layout.layout import Layout
from blueprint.model.change import adding, removing, replacing
from blueprint.model.document import Document
from blueprint.model.entities import AnyEntity, Column, Flow, Lane, Phase, Properties, Step
from blueprint.model.notation import FlowKind, LaneRole, Line, StepKind
from tests.generators import random_blueprint
from tests.layout.compare import differences, said
from tests.layout.picture import Picture

EDIT = message("Edit")
ALL_ROLES = ("evidence", "customer", "onstage", "backstage", "support")


def blueprint(
    *entities: AnyEntity, roles: tuple[str, ...] = ALL_ROLES, columns: int = 5
) -> Document:
    lanes = [Lane(id=role, role=LaneRole(role), order=f"{n}V") for n, role in enumerate(roles)]
    grid = [Column(id=f"k{n}", order=f"{n:02d}V") for n in range(columns)]
    return Document([*lanes, *grid, *entities])


def step(id: str, lane: str, column: int, **fields: object) -> Step:
    return Step.model_validate(
        {"id": id, "lane": lane, "column": f"k{column}", "label": id, **fields}
    )


def flow(source: str, target: str, **fields: object) -> Flow:
    id = fields.pop("id", f"{source}-{target}")
    return Flow.model_validate({"id": id, "source": source, "target": target, **fields})


def points(document: Document, id: str) -> list[tuple[float, float]]:
    return [(x, y) for x, y in Layout(document).connector(id).points]


def test_an_empty_document_has_a_layout() -> None:
    layout = Layout(Document())
    assert layout.size[0] >= sizes.LANE_HEADER
    assert (layout.lanes, layout.columns, layout.phases, layout.lines) == ((), (), (), ())
    assert layout.evidence_links() == ()
    assert layout.cell_at(200, 60) is None
    assert layout.steps_in(Box(0, 0, 999, 999)) == []
    assert layout.flows_in(Box(0, 0, 999, 999)) == []


def test_a_document_of_lanes_alone_has_a_layout() -> None:
    layout = Layout(blueprint(columns=0))
    assert [band.lane for band in layout.lanes] == list(ALL_ROLES)
    assert layout.cell_at(200, 60) is None


@pytest.mark.parametrize(
    ("role", "least"),
    [("onstage", 80), ("emotion", 96), ("metric", 56), ("channel", 56)],
)
def test_an_empty_lane_has_its_least_height(role: str, least: int) -> None:
    layout = Layout(blueprint(roles=(role,)))
    assert layout.lanes[0].box.height == least


def test_a_lane_is_at_least_as_high_as_its_owner_wants() -> None:
    lane = Lane(id="l", role=LaneRole.CUSTOMER, order="V", least_height=173.0)
    column = Column(id="k0", order="V")
    layout = Layout(Document([lane, column, step("s", "l", 0)]))
    assert layout.lanes[0].box.height == 173
    middle = layout.lanes[0].box.middle.y
    assert abs(layout.card("s").box.middle.y - middle) <= 1


def test_lanes_stand_6_apart_and_26_where_a_line_runs() -> None:
    lanes = Layout(blueprint()).lanes
    gaps = [b.box.y - a.box.bottom for a, b in pairwise(lanes)]
    assert gaps == [6, 26, 26, 26]


@pytest.mark.parametrize(
    ("roles", "below"),
    [
        (ALL_ROLES, {"interaction": "customer", "visibility": "onstage"}),
        (("customer", "backstage"), {"interaction": "customer", "visibility": "customer"}),
        (("customer", "emotion", "onstage"), {"interaction": "customer"}),
        (("customer",), {}),
        (("backstage", "support"), {"internal_interaction": "backstage"}),
        (("evidence", "onstage"), {}),
    ],
)
def test_lines_follow_from_the_roles(roles: tuple[str, ...], below: dict[str, str]) -> None:
    layout = Layout(blueprint(roles=roles))
    bottom = {band.lane: band.box.bottom for band in layout.lanes}
    found = {line.line.value: line.y for line in layout.lines}
    for line, lane in below.items():
        assert 0 < found[line] - bottom[lane] <= 26 * 2
    assert set(below) <= set(found)
    if not below:
        assert found == {}


def test_optional_lines_stand_only_where_they_are_asked_for() -> None:
    document = blueprint(roles=("customer", "support", "preparation", "management"))
    assert Line.IMPLEMENTATION not in {line.line for line in Layout(document).lines}
    wanted = Properties(line_of_implementation=True, line_of_order_penetration=True)
    document.apply(replacing(EDIT, [(document.properties, wanted)]))
    lines = [line.line for line in Layout(document).lines]
    assert lines[-2:] == [Line.ORDER_PENETRATION, Line.IMPLEMENTATION]


def test_two_lines_below_one_lane_stand_one_below_the_other() -> None:
    layout = Layout(blueprint(roles=("customer", "backstage")))
    first, second = layout.lines
    assert second.y - first.y == sizes.LINE_BAND


def test_hidden_lanes_are_left_out_with_their_steps_and_flows() -> None:
    document = blueprint(step("a", "customer", 0), step("b", "onstage", 0), flow("a", "b"))
    lane = document.lane("onstage")
    document.apply(replacing(EDIT, [(lane, lane.replaced(hidden=True))]))
    layout = Layout(document)
    assert "onstage" not in {band.lane for band in layout.lanes}
    assert layout.shows_step("a")
    assert not layout.shows_step("b")
    assert not layout.shows_flow("a-b")


def test_a_folded_lane_keeps_a_narrow_band_without_cards() -> None:
    document = blueprint(step("a", "customer", 0), step("b", "onstage", 0), flow("a", "b"))
    lane = document.lane("onstage")
    document.apply(replacing(EDIT, [(lane, lane.replaced(collapsed=True, least_height=200.0))]))
    layout = Layout(document)
    [band] = [band for band in layout.lanes if band.lane == "onstage"]
    assert band.box.height == sizes.LANE_FOLDED
    assert not layout.shows_step("b")
    assert not layout.shows_flow("a-b")


def test_a_folded_phase_keeps_its_columns_narrow_and_without_cards() -> None:
    document = blueprint(
        step("before", "customer", 0, span=3), step("a", "customer", 1), step("b", "customer", 2)
    )
    phase = Phase(id="phase", collapsed=True)
    document.apply(adding(EDIT, [phase]))
    column = document.columns[1]
    document.apply(replacing(EDIT, [(column, column.replaced(phase="phase"))]))
    layout = Layout(document)
    assert [band.width for band in layout.columns][:3] == [128, sizes.FOLDED_COLUMN, 128]
    assert not layout.shows_step("a")
    assert layout.shows_step("b")
    assert layout.card("before").box.width == 128


def test_a_span_past_the_last_column_ends_there() -> None:
    layout = Layout(blueprint(step("a", "customer", 3, span=50)))
    assert layout.card("a").box.right == layout.columns[-1].x + layout.columns[-1].width


def test_steps_of_a_cell_stand_below_each_other_in_their_order() -> None:
    document = blueprint(step("b", "onstage", 1, order="2V"), step("a", "onstage", 1, order="1V"))
    layout = Layout(document)
    assert (layout.card("a").row, layout.card("b").row) == (0, 1)
    assert layout.card("b").box.y - layout.card("a").box.bottom == 24


@pytest.mark.parametrize("kind", list(FlowKind))
def test_neighbours_in_a_row_are_joined_straight_at_their_middles(kind: FlowKind) -> None:
    document = blueprint(
        step("a", "customer", 0), step("b", "customer", 3), flow("a", "b", kind=kind)
    )
    layout = Layout(document)
    a, b = layout.card("a").box, layout.card("b").box
    assert points(document, "a-b") == [(a.right, a.middle.y), (b.x, b.middle.y)]


def test_neighbours_in_a_column_are_joined_straight_at_their_middles() -> None:
    document = blueprint(step("a", "customer", 1), step("b", "support", 1), flow("b", "a"))
    layout = Layout(document)
    a, b = layout.card("a").box, layout.card("b").box
    assert points(document, "b-a") == [(b.middle.x, b.y), (a.middle.x, a.bottom)]


def test_a_flow_to_itself_is_a_small_bow() -> None:
    document = blueprint(step("a", "customer", 1), flow("a", "a"))
    layout = Layout(document)
    assert Picture(document, layout).flaws() == []
    near = layout.card("a").box.grown(40)
    assert all(near.contains(*point) for point in layout.connector("a-a").points)


def test_equal_flows_stand_side_by_side() -> None:
    for target in ("b", "c", "d"):
        document = blueprint(
            step("a", "customer", 0),
            step("b", "customer", 1),
            step("c", "onstage", 2),
            step("d", "support", 0),
            flow("a", target, id="f1"),
            flow("a", target, id="f2"),
        )
        picture = Picture(document, Layout(document))
        assert picture.flaws() == []
        assert picture.crossings() == 0


def test_a_decision_is_met_on_its_slanting_edge() -> None:
    document = blueprint(
        step("a", "customer", 0),
        step("d", "onstage", 1, kind=StepKind.DECISION),
        step("b", "support", 2),
        flow("a", "d", id="f1"),
        flow("b", "d", id="f2"),
    )
    assert Picture(document, Layout(document)).flaws() == []
    assert Layout(document).card("d").box.height >= 56


def test_a_card_grows_until_all_of_its_text_shows() -> None:
    text = "Ask the guest for the booking and " * 4
    document = blueprint(
        step("a", "backstage", 0, label=text, owner="Clerk"), step("b", "backstage", 1)
    )
    layout = Layout(document)
    card = layout.card("a")
    assert not card.text.cut
    assert card.box.height == card.text.height + 18 + 22
    assert layout.card("b").box.height == card.box.height


def test_only_a_text_of_more_than_12_lines_is_cut() -> None:
    card = Layout(blueprint(step("a", "backstage", 0, label="word " * 200))).card("a")
    assert card.text.cut
    assert len(card.text.lines) == 12


def test_evidence_is_chained_down_to_the_customer() -> None:
    document = blueprint(
        step("e1", "evidence", 1, order="1V"),
        step("e2", "evidence", 1, order="2V"),
        step("c", "customer", 0, span=3),
        step("wide", "evidence", 2, span=2),
    )
    links = [(link.evidence, link.target) for link in Layout(document).evidence_links()]
    assert links == [("e1", "e2"), ("e2", "c"), ("wide", "c")]


def test_connectors_keep_clear_of_the_evidence_link() -> None:
    document = blueprint(
        step("e", "evidence", 0),
        step("a", "customer", 0),
        step("b", "customer", 1),
        step("c", "customer", 2),
        flow("a", "c"),
    )
    layout = Layout(document)
    (link,) = layout.evidence_links()
    assert abs(layout.connector("a-c").points[0].x - link.start.x) >= 6


def test_phases_are_runs_of_neighbouring_columns() -> None:
    phase = Phase(id="p", title="Arrive")
    document = blueprint(phase)
    first, second = document.column("k1"), document.column("k2")
    document.apply(replacing(EDIT, [(c, c.replaced(phase="p")) for c in (first, second)]))
    spans = Layout(document).phases
    assert [(s.phase, s.first, s.last) for s in spans] == [
        (None, "k0", "k0"),
        ("p", "k1", "k2"),
        (None, "k3", "k4"),
    ]
    assert spans[1].box.x - spans[0].box.right == 8


def test_a_point_names_its_cell() -> None:
    layout = Layout(blueprint(step("a", "onstage", 2)))
    assert layout.cell_at(*layout.card("a").box.middle) == ("onstage", "k2")
    box = layout.cell_box("onstage", "k2")
    assert layout.cell_at(*box.middle) == ("onstage", "k2")
    assert box.contains(*layout.card("a").box.middle)
    assert layout.cell_at(5, box.middle.y) is None
    assert layout.cell_at(box.x, 5) is None


@pytest.mark.parametrize("seed", range(10))
def test_what_stands_in_a_box_is_found(seed: int) -> None:
    document = random_blueprint(seed)
    layout = Layout(document)
    picture = Picture(document, layout)
    chance = random.Random(seed)
    for _ in range(10):
        x, y = chance.uniform(0, layout.size[0]), chance.uniform(0, layout.size[1])
        box = Box(x, y, chance.uniform(1, 700), chance.uniform(1, 500))
        cards = {id for id, card in picture.cards.items() if card.box.meets(box)}
        assert set(layout.steps_in(box)) == cards
        lines = {part.flow for part in picture.all_segments if part.box.grown(0.1).meets(box)}
        labels = {id for id, c in picture.connectors.items() if c.label and c.label.box.meets(box)}
        assert lines | labels <= set(layout.flows_in(box))


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_insertion_makes_no_difference(seed: int) -> None:
    document = random_blueprint(seed, 60)
    entities = list(document.entities.values())
    random.Random(seed).shuffle(entities)
    shuffled = Document(entities)
    assert differences(Layout(document), Layout(shuffled), document) == []


def test_another_process_finds_the_same_points() -> None:
    code = (
        "from tests.generators import random_blueprint as r;"
        "from blueprint.layout.layout import Layout; d = r(7, 80); l = Layout(d);"
        "print([l.connector(f) for f in sorted(d.flows)])"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


@pytest.mark.parametrize("seed", range(6))
def test_a_flow_added_and_removed_leaves_no_trace(seed: int) -> None:
    document = random_blueprint(seed, 60)
    layout = Layout(document)
    before = said(layout, document)
    steps = sorted(document.steps)
    chance = random.Random(seed)
    for _ in range(5):
        added = adding(EDIT, [flow(*chance.sample(steps, 2), id="zz")])
        document.apply(added)
        layout.update(added)
        removed = removing(EDIT, [document.flow("zz")])
        document.apply(removed)
        layout.update(removed)
    assert said(layout, document) == before


@pytest.mark.parametrize("seed", range(6))
def test_a_new_flow_keeps_every_route_that_was_chosen_before(seed: int) -> None:
    document = random_blueprint(seed, 60)
    layout = Layout(document)
    before = {id: (w.rank, w.route[1:]) for id, w in layout._routing.wires.items()}
    chance = random.Random(seed)
    added = adding(EDIT, [flow(*chance.sample(sorted(document.steps), 2), id="zz")])
    document.apply(added)
    layout.update(added)
    wires = layout._routing.wires
    for id, (rank, route) in before.items():
        if rank < wires["zz"].rank:
            assert wires[id].route[1:] == route


def test_a_thousand_steps_in_one_cell_have_a_layout() -> None:
    many = [step(f"s{n}", "onstage", 1, order=f"{n:04d}V") for n in range(1000)]
    layout = Layout(blueprint(*many, flow("s0", "s999")))
    assert layout.card("s999").row == 999
    assert len(layout.connector("s0-s999").points) == 4


@pytest.mark.parametrize("seed", range(12))
def test_a_grid_too_large_for_a_table_gives_the_same_courses(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = random_blueprint(seed, 60)
    counted = Layout(document)
    monkeypatch.setattr("blueprint.layout.choose._MOST_TALLIED", 0)
    assert differences(counted, Layout(document), document) == []
