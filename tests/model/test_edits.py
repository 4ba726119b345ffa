"""Edits say what is meant as a Change; the document stays sound through all of them."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.model.change import Change
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.edits import columns, flows, lanes, properties, steps
from blueprint.model.edits.start import new_blueprint
from blueprint.model.entities import Comment, Step
from blueprint.model.ids import fresh_ids
from blueprint.model.notation import FlowKind, LaneRole, StepKind
from tests.model.walks import random_edit


def filled() -> Document:
    """Seat and Shine of the customer, Greet and Brush of the onstage staff."""
    document = new_blueprint(columns=3)
    new_id = fresh_ids(document.entities, random.Random(1))
    for name, lane, column in [
        ("Seat", "lane-customer", "column-1"),
        ("Shine", "lane-customer", "column-2"),
        ("Greet", "lane-onstage", "column-1"),
        ("Brush", "lane-onstage", "column-2"),
    ]:
        document.apply(steps.add_step(document, lane, column, label=name, new_id=new_id).change)
    return document


def named(document: Document, label: str) -> Step:
    return next(step for step in document.steps.values() if step.label == label)


def labels(document: Document, lane: str, column: str) -> list[str]:
    return [step.label for step in document.cell(lane, column)]


def done(document: Document, change: Change) -> None:
    """Apply, undo and redo; redo must lead to the same as doing."""
    before = dict(document.entities)
    document.apply(change)
    after = dict(document.entities)
    document.apply(change.inverted())
    assert dict(document.entities) == before
    document.apply(change)
    assert dict(document.entities) == after


@given(st.integers(0, 2**32))
def test_any_walk_of_edits_can_be_undone_and_redone(seed: int) -> None:
    document = filled()
    chooser = random.Random(seed)
    history = [dict(document.entities)]
    changes: list[Change] = []
    for _ in range(25):
        change = random_edit(document, chooser)
        document.apply(change)
        changes.append(change)
        history.append(dict(document.entities))
    for change in reversed(changes):
        assert dict(document.entities) == history.pop()
        document.apply(change.inverted())
    assert dict(document.entities) == history.pop()
    for change in changes:
        document.apply(change)


@given(st.integers(0, 2**32))
def test_after_any_walk_the_indices_equal_those_of_a_new_document(seed: int) -> None:
    document = filled()
    assert document.graph.number_of_nodes() == 4
    chooser = random.Random(seed)
    for _ in range(25):
        document.apply(random_edit(document, chooser))
    anew = Document(document.entities.values())
    assert document.lanes == anew.lanes
    assert document.columns == anew.columns
    assert sorted(document.graph.nodes) == sorted(anew.graph.nodes)
    assert all(document.graph.nodes[id]["step"] is step for id, step in document.steps.items())
    assert sorted(document.graph.edges(keys=True)) == sorted(anew.graph.edges(keys=True))
    for lane in document.lanes:
        for column in document.columns:
            assert document.cell(lane.id, column.id) == anew.cell(lane.id, column.id)


def test_moving_a_step_keeps_its_flows() -> None:
    document = filled()
    seat, shine = named(document, "Seat"), named(document, "Shine")
    flow = flows.connect(document, seat.id, shine.id)
    document.apply(flow.change)
    done(document, steps.move_steps(document, [shine.id], "lane-onstage", "column-3"))
    assert document.flow(flow.id).target == shine.id
    assert labels(document, "lane-onstage", "column-3") == ["Shine"]


def test_steps_moved_together_keep_their_distance() -> None:
    document = filled()
    ids = [named(document, "Greet").id, named(document, "Shine").id]
    done(document, steps.move_steps(document, ids, "lane-onstage", "column-2"))
    assert labels(document, "lane-customer", "column-3") == ["Shine"]
    assert labels(document, "lane-onstage", "column-2") == ["Brush", "Greet"]


def test_a_step_can_be_put_above_another_in_its_cell() -> None:
    document = filled()
    greet = named(document, "Greet").id
    done(document, steps.move_steps(document, [greet], "lane-onstage", "column-2", index=0))
    assert labels(document, "lane-onstage", "column-2") == ["Greet", "Brush"]


def test_copies_bring_the_flows_between_them() -> None:
    document = filled()
    seat, shine = named(document, "Seat").id, named(document, "Shine").id
    document.apply(flows.connect(document, seat, shine).change)
    document.apply(flows.connect(document, seat, named(document, "Greet").id).change)
    change, copies = steps.duplicate(document, [seat, shine], "lane-backstage", "column-1")
    done(document, change)
    assert set(copies) == {seat, shine}
    assert [flow.target for flow in document.outgoing(copies[seat])] == [copies[shine]]
    assert labels(document, "lane-backstage", "column-2") == ["Shine"]


def test_a_step_takes_its_flows_and_comments_along_when_it_goes() -> None:
    document = filled()
    seat = named(document, "Seat").id
    flow = flows.connect(document, seat, named(document, "Shine").id)
    document.apply(flow.change)
    remark = Comment(id="remark", about=seat, text="Why?")
    answer = Comment(id="answer", about="remark", text="Because.")
    document.apply(Change(flow.change.label, {"remark": (None, remark), "answer": (None, answer)}))
    done(document, steps.delete(document, [seat]))
    assert flow.id not in document.flows
    assert not document.comments


@pytest.mark.parametrize(
    ("lane", "column", "kind"),
    [
        ("lane-onstage", "column-1", FlowKind.EXCHANGE),
        ("lane-onstage", "column-2", FlowKind.SEQUENCE),
        ("lane-customer", "column-2", FlowKind.SEQUENCE),
        ("lane-support", "column-1", FlowKind.EXCHANGE),
    ],
)
def test_customer_and_provider_in_one_column_exchange(
    lane: str, column: str, kind: FlowKind
) -> None:
    document = filled()
    seat = named(document, "Seat").id
    added = flows.add_connected_step(document, seat, lane, column, label="New")
    document.apply(added.change)
    assert [flow.kind for flow in document.incoming(added.id)] == [kind]


def test_evidence_below_a_step_is_not_connected() -> None:
    document = filled()
    seat = named(document, "Seat").id
    added = flows.add_connected_step(document, seat, "lane-evidence", "column-1", label="Chair")
    document.apply(added.change)
    assert document.step(added.id).kind is StepKind.EVIDENCE
    assert not list(document.incoming(added.id))


def _connect_to_itself(document: Document) -> Change:
    seat = named(document, "Seat").id
    return flows.connect(document, seat, seat).change


def _connect_twice(document: Document) -> Change:
    seat, greet = named(document, "Seat").id, named(document, "Greet").id
    document.apply(flows.connect(document, seat, greet).change)
    return flows.connect(document, greet, seat).change


def _action_among_evidence(document: Document) -> Change:
    return steps.move_steps(document, [named(document, "Seat").id], "lane-evidence", "column-1")


def _evidence_onstage(document: Document) -> Change:
    return steps.add_step(document, "lane-onstage", "column-1", kind=StepKind.EVIDENCE).change


def _off_the_grid(document: Document) -> Change:
    ids = [named(document, "Seat").id, named(document, "Brush").id]
    return steps.move_steps(document, ids, "lane-customer", "column-3")


def _customer_below_onstage(document: Document) -> Change:
    return lanes.move_lane(document, "lane-customer", 3)


def _no_columns(document: Document) -> Change:
    return columns.remove_columns(document, [column.id for column in document.columns])


def _into_a_locked_lane(document: Document) -> Change:
    document.apply(lanes.set_lane(document, "lane-support", locked=True))
    return steps.add_step(document, "lane-support", "column-1").change


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (_connect_to_itself, "cannot lead to itself"),
        (_connect_twice, "connected already"),
        (_action_among_evidence, "Actions belong in an action lane"),
        (_evidence_onstage, "Drop it in the evidence lane"),
        (_off_the_grid, "no room there"),
        (_customer_below_onstage, "change its role"),
        (_no_columns, "at least one column"),
        (_into_a_locked_lane, "locked"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_a_reason(
    edit: Callable[[Document], Change], words: str
) -> None:
    with pytest.raises(ChangeRefused, match=words):
        edit(filled())


def test_a_column_inserted_inside_a_span_makes_it_longer() -> None:
    document = filled()
    brush = named(document, "Brush").id
    document.apply(steps.set_fields(document, [brush], span=2))
    done(document, columns.insert_column(document, 2).change)
    assert document.step(brush).span == 3


def test_a_column_removed_inside_a_span_makes_it_shorter() -> None:
    document = filled()
    greet = named(document, "Greet").id
    document.apply(steps.set_fields(document, [greet], span=3))
    done(document, columns.remove_columns(document, ["column-2"]))
    assert document.step(greet).span == 2
    assert {step.label for step in document.steps.values()} == {"Seat", "Greet"}


def test_a_column_joins_the_phase_that_it_lands_in() -> None:
    document = filled()
    added = columns.insert_phase(document, ["column-1", "column-2"], "Arrive")
    document.apply(added.change)
    done(document, columns.move_columns(document, ["column-3"], 1))
    assert [column.phase for column in document.columns] == [added.id] * 3


def test_a_phase_moves_with_all_its_columns() -> None:
    document = filled()
    one = columns.insert_phase(document, ["column-1"], "Arrive")
    document.apply(one.change)
    two = columns.insert_phase(document, ["column-2", "column-3"], "Leave")
    document.apply(two.change)
    done(document, columns.move_phase(document, one.id, 2))
    assert [column.phase for column in document.columns] == [two.id, two.id, one.id]


def test_a_phase_without_columns_is_removed() -> None:
    document = filled()
    one = columns.insert_phase(document, ["column-1"], "Arrive")
    document.apply(one.change)
    done(document, columns.set_phase(document, ["column-1"], None))
    assert not document.phases


def test_a_lane_that_changes_its_role_moves_to_its_place() -> None:
    document = filled()
    done(document, lanes.set_lane(document, "lane-onstage", role=LaneRole.SUPPORT))
    roles = [lane.role for lane in document.lanes]
    assert roles == sorted(roles, key=list(LaneRole).index)


def test_removing_a_lane_can_hand_its_steps_to_another() -> None:
    document = filled()
    done(document, lanes.remove_lane(document, "lane-onstage", move_to="lane-backstage"))
    assert labels(document, "lane-backstage", "column-1") == ["Greet"]
    assert len(document.steps) == 4


def test_a_dismissed_finding_can_be_restored() -> None:
    document = filled()
    before = dict(document.entities)
    added = properties.dismiss(document, "SB020", ["b", "a"], "Shown elsewhere")
    document.apply(added.change)
    done(document, properties.restore(document, added.id))
    assert dict(document.entities) == before
