"""How a blueprint is read as a process: columns, moments, starts, ends, reach and loops."""

from __future__ import annotations

from collections.abc import Callable

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.model.change import Change
from blueprint.model.edits.columns import insert_column, move_columns, remove_columns
from blueprint.model.edits.steps import set_fields
from blueprint.model.notation import LaneRole
from blueprint.model.reading import Columns, Process, read
from blueprint.model.reading.loops import components
from blueprint.model.reading.roles import channel_of, is_customer_present, is_remote
from tests.rules.build import blueprint
from tests.rules.random_blueprints import random_blueprint


def _ids(process: Process, numbers: object) -> list[str]:
    assert isinstance(numbers, list)
    return sorted(process.wiring.steps[number].id for number in numbers)


def _moments(text: str) -> list[list[str]]:
    """Steps that share a moment with others."""
    process = read(blueprint(text))
    groups: dict[int, list[str]] = {}
    for step, number in zip(process.wiring.steps, process.moment, strict=True):
        groups.setdefault(number, []).append(step.id)
    return sorted(sorted(group) for group in groups.values() if len(group) > 1)


def test_a_span_ends_at_the_last_column() -> None:
    document = blueprint("c customer 2\no onstage 3")
    document.apply(set_fields(document, ["c"], span=40))
    assert list(Columns(document).span(document.step("c"))) == [1, 2]


def test_what_stands_in_a_column_counts_spans() -> None:
    columns = Columns(blueprint("a customer 1+3\nb onstage 2\nc support 3"))
    assert [[step.id for step in columns.steps(id)] for id in ("1", "2", "3")] == [
        ["a"],
        ["b", "a"],
        ["c", "a"],
    ]


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [("1", "1", True), ("1", "2", False), ("1+2", "2", True), ("1+2", "3+2", False)],
)
def test_steps_meet_where_their_spans_share_a_column(one: str, other: str, meet: bool) -> None:
    document = blueprint(f"a customer {one}\nb onstage {other}\nz note 5")
    columns = Columns(document)
    assert columns.meet(document.step("a"), document.step("b")) is meet
    assert columns.meet(document.step("b"), document.step("a")) is meet


def test_columns_follow_a_document() -> None:
    document = blueprint("a customer 1+3\nb onstage 2+2\nc support 4")
    columns = Columns(document)
    edits: list[Callable[[], Change]] = [
        lambda: insert_column(document, 2).change,
        lambda: move_columns(document, ["4"], 0),
        lambda: set_fields(document, ["a"], span=1),
        lambda: set_fields(document, ["c"], span=3),
        lambda: remove_columns(document, ["2"]),
    ]
    for edit in edits:
        change = edit()
        document.apply(change)
        columns.update(change)
        fresh = Columns(document)
        assert columns.standing() == fresh.standing()
        for id in fresh.ids:
            found = [step.id for step in columns.steps(id)]
            assert found == [step.id for step in fresh.steps(id)]


def test_an_exchange_within_a_column_makes_one_moment() -> None:
    assert _moments("c customer 1 -> <>o\no onstage 1 -> <>s\ns support 1") == [["c", "o", "s"]]


def test_an_exchange_across_columns_is_a_call() -> None:
    assert _moments("c customer 1 -> <>s\ns support 2") == []


def test_a_long_step_is_in_one_moment_with_its_first_partner_alone() -> None:
    text = "c customer 1+3 -> <>b; <>a\na onstage 1\nb onstage 3"
    assert _moments(text) == [["a", "c"]]


def test_starts_and_ends_are_marked_or_follow_from_the_flows() -> None:
    process = read(blueprint("a customer 1 -> b\nb customer 2 -> c\nc customer 3"))
    assert (_ids(process, process.starts), _ids(process, process.ends)) == (["a"], ["c"])
    process = read(
        blueprint("a customer 1 -> b\nb customer 2 kind=start -> c\nc customer 3 kind=end")
    )
    assert (_ids(process, process.starts), _ids(process, process.ends)) == (["b"], ["c"])


def test_supplies_are_reached_but_not_from_the_start() -> None:
    process = read(blueprint("c customer 1 -> o\no onstage 1\ns support 1 -> o"))
    names = [step.id for step in process.wiring.steps]
    from_start = {id for id, mark in zip(names, process.from_start, strict=True) if mark}
    reached = {id for id, mark in zip(names, process.reached, strict=True) if mark}
    assert (from_start, reached) == ({"c", "o"}, {"c", "o", "s"})


def test_the_main_flow_has_no_recovery() -> None:
    process = read(blueprint("c customer 1 fail=x -> d; !r\nr onstage 2\nd customer 3"))
    names = [step.id for step in process.wiring.steps]
    main = {id for id, mark in zip(names, process.in_main_flow, strict=True) if mark}
    assert main == {"c", "d"}


@given(st.integers(0, 10**9))
def test_loops_are_the_strong_components_of_the_moments(seed: int) -> None:
    process = read(random_blueprint(seed))
    wiring, moment = process.wiring, process.moment
    graph: networkx.DiGraph[int] = networkx.DiGraph()
    graph.add_edges_from(
        (moment[a], moment[b]) for a, b in zip(wiring.source, wiring.target, strict=True)
    )
    circles = [found for found in networkx.strongly_connected_components(graph) if len(found) > 1]
    expected = {
        frozenset(step for step, number in enumerate(moment) if number in circle)
        for circle in circles
    }
    inside_moments = {frozenset(loop.steps) for loop in process.loops} - expected
    assert expected <= {frozenset(loop.steps) for loop in process.loops}
    assert all(len({moment[step] for step in loop}) == 1 for loop in inside_moments)


@given(
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=40),
)
def test_components_are_those_of_another_program(edges: list[tuple[int, int]]) -> None:
    following: list[list[int]] = [[] for _ in range(13)]
    for a, b in edges:
        following[a].append(b)
    graph: networkx.DiGraph[int] = networkx.DiGraph(edges)
    graph.add_nodes_from(range(13))
    expected = {frozenset(found) for found in networkx.strongly_connected_components(graph)}
    assert {frozenset(found) for found in components(13, following)} == expected


@given(st.integers(0, 10**9))
def test_the_reading_does_not_hang_on_the_order_of_entities(seed: int) -> None:
    document = random_blueprint(seed)
    turned = type(document)(reversed(list(document.entities.values())))
    one, other = read(document), read(turned)
    assert _ids(one, one.starts) == _ids(other, other.starts)
    assert _ids(one, one.ends) == _ids(other, other.ends)
    for mark in ("from_start", "reached", "in_main_flow"):
        marks = [
            {step.id for step, is_so in zip(p.wiring.steps, getattr(p, mark), strict=True) if is_so}
            for p in (one, other)
        ]
        assert marks[0] == marks[1]
    endless = [
        {frozenset(p.wiring.steps[n].id for n in loop.endless) for loop in p.loops}
        for p in (one, other)
    ]
    assert endless[0] == endless[1]


@pytest.mark.parametrize(
    ("word", "channel", "remote"),
    [
        ("phone", "phone", True),
        (" Web ", "web", True),
        ("电话", "phone", True),
        ("E-Mail", "mail", True),
        ("counter", "counter", False),
        ("自助", "self", False),
        ("", "", False),
    ],
)
def test_channels_are_known_by_their_names(word: str, channel: str, remote: bool) -> None:
    step = blueprint("c customer 1").step("c").replaced(channel=word)
    assert (channel_of(step), is_remote(step)) == (channel, remote)


def test_customers_are_present_above_the_line_of_visibility() -> None:
    step = blueprint("c customer 1").step("c")
    present = {role for role in LaneRole if is_customer_present(step, role)}
    assert present == {LaneRole.CUSTOMER, LaneRole.ONSTAGE, LaneRole.ONSTAGE_TECHNOLOGY}
    said = step.replaced(customer_present=True)
    assert is_customer_present(said, LaneRole.SUPPORT)
