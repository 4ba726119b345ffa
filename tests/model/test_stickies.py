"""Sticky notes belong to cells and are no part of the service."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint.layout.layout import Layout
from blueprint.measures.summary import measure
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.edits.flows import add_connected_step, connect
from blueprint.model.edits.lanes import set_lane, swap_row
from blueprint.model.edits.steps import add_step, move_steps
from blueprint.model.edits.stickies import without_stickies
from blueprint.model.entities import Column, Lane, Step
from blueprint.model.notation import ANNOTATIONS, LaneRole, StepKind
from blueprint.rules.runner import check
from blueprint.storage import open_document

CASES = sorted((Path(__file__).parent.parent / "cases").glob("*.csv"))


def noted(document: Document) -> Document:
    """A copy with a note in every cell that takes one."""
    copy = document.snapshot()
    for lane in document.lanes:
        if lane.role in ANNOTATIONS:
            continue
        for column in document.columns:
            made = add_step(
                copy, lane.id, column.id, label="Ask the owner", kind=StepKind.NOTE, index=0
            )
            copy.apply(made.change)
    return copy


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_notes_change_no_finding_and_no_measure(case: Path) -> None:
    document = open_document(case).document
    with_notes = noted(document)
    assert len(with_notes.steps) > len(document.steps)
    told = [(finding.rule, finding.steps, str(finding.message)) for finding in check(document)]
    assert [(f.rule, f.steps, str(f.message)) for f in check(with_notes)] == told
    assert measure(with_notes) == measure(document)


def test_a_document_without_its_notes_is_what_it_was_before_them() -> None:
    document = open_document(CASES[0]).document
    assert without_stickies(noted(document)).entities == document.entities
    assert without_stickies(document) is document


def small(role: LaneRole = LaneRole.CUSTOMER) -> Document:
    return Document(
        [
            Lane(id="evidence", role=LaneRole.EVIDENCE, order="B"),
            Lane(id="lane", role=role, order="V"),
            Column(id="k", order="V"),
            Step(id="a", lane="lane", column="k", order="V", label="Asks"),
        ]
    )


def test_a_note_stands_below_its_step_and_overlaps_nothing() -> None:
    document = small()
    made = add_step(document, "lane", "k", label="Why?", kind=StepKind.NOTE)
    document.apply(made.change)
    layout = Layout(document)
    step, note = layout.card("a").box, layout.card(made.id).box
    assert note.y >= step.bottom
    assert note.x == step.x


@pytest.mark.parametrize("turned", [False, True])
def test_a_note_takes_no_connector(turned: bool) -> None:
    document = small()
    made = add_step(document, "lane", "k", kind=StepKind.NOTE)
    document.apply(made.change)
    ends = (made.id, "a") if turned else ("a", made.id)
    with pytest.raises(ChangeRefused, match="belongs to its cell"):
        connect(document, *ends)


def test_a_note_beside_a_step_is_added_without_a_connector() -> None:
    document = small()
    document.apply(add_connected_step(document, "a", "lane", "k", kind=StepKind.NOTE).change)
    assert not document.flows


def test_a_note_goes_to_any_lane_but_a_row_of_remarks() -> None:
    document = small()
    made = add_step(document, "lane", "k", kind=StepKind.NOTE)
    document.apply(made.change)
    document.apply(move_steps(document, [made.id], "evidence", "k"))
    assert document.step(made.id).kind is StepKind.NOTE
    with pytest.raises(ChangeRefused):
        add_step(small(LaneRole.POLICY), "lane", "k", kind=StepKind.NOTE)


def test_a_note_stays_one_when_its_lane_takes_another_role() -> None:
    document = small()
    made = add_step(document, "lane", "k", kind=StepKind.NOTE)
    document.apply(made.change)
    document.apply(set_lane(document, "lane", role=LaneRole.SUPPORT))
    assert document.step(made.id).kind is StepKind.NOTE
    document.apply(set_lane(document, "lane", role=LaneRole.NOTE))
    assert document.step(made.id).kind is StepKind.ACTION


@pytest.mark.parametrize("role", sorted(ANNOTATIONS))
def test_a_row_swapped_for_another_keeps_its_place_and_what_it_holds(role: LaneRole) -> None:
    document = small(LaneRole.POLICY)
    before = dict(document.entities)
    change = swap_row(document, "lane", role)
    document.apply(change)
    assert document.lane("lane") == before["lane"].replaced(role=role)
    assert document.step("a") == before["a"]
    document.apply(change.inverted())
    assert dict(document.entities) == before


def test_only_rows_of_remarks_are_swapped() -> None:
    with pytest.raises(ChangeRefused, match="Only a row of remarks"):
        swap_row(small(), "lane", LaneRole.QUOTE)
    with pytest.raises(ChangeRefused, match="Only a row of remarks"):
        swap_row(small(LaneRole.QUOTE), "lane", LaneRole.SUPPORT)
