"""Three versions become one; only what cannot be joined is a conflict, and nothing is lost."""

import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from blueprint.model.change import diff
from blueprint.model.comparison.merge import merge
from blueprint.model.document import Document
from blueprint.model.edits import flows, lanes, steps
from blueprint.model.edits.start import new_blueprint
from blueprint.model.ids import fresh_ids
from tests.model.walks import random_edit


def walked(document: Document, seed: int, edits: int) -> Document:
    copy = document.snapshot()
    chooser = random.Random(seed)
    for _ in range(edits):
        copy.apply(random_edit(copy, chooser))
    return copy


def started() -> Document:
    document = new_blueprint(columns=3)
    new_id = fresh_ids(document.entities, random.Random(1))
    for label, column in [("Seat", "column-1"), ("Shine", "column-2"), ("Pay", "column-3")]:
        added = steps.add_step(document, "lane-customer", column, label=label, new_id=new_id)
        document.apply(added.change)
    return document


def first_step(document: Document) -> str:
    return next(id for id, step in document.steps.items() if step.label == "Seat")


def test_applying_the_difference_of_1000_random_pairs_gives_the_other_document() -> None:
    base = started()
    for seed in range(1000):
        one, other = walked(base, seed, 8), walked(base, seed + 1_000_000, 8)
        one.apply(diff(one.entities, other.entities))
        assert dict(one.entities) == dict(other.entities), f"seed {seed}"


FIELDS: list[dict[str, Any]] = [
    {"label": "Sit down"},
    {"owner": "Shoeshiner"},
    {"cost": 0.03},
    {"tolerance": 75.0},
    {"moment_of_truth": True},
    {"latitude": 4},
]


@given(st.permutations(range(len(FIELDS))), st.integers(1, len(FIELDS) - 1))
def test_changes_of_different_fields_never_conflict(order: list[int], cut: int) -> None:
    base = started()
    step = first_step(base)
    ours, theirs = base.snapshot(), base.snapshot()
    for place, number in enumerate(order):
        side = ours if place < cut else theirs
        side.apply(steps.set_fields(side, [step], **FIELDS[number]))
    merged = merge(base, ours, theirs)
    assert merged.conflicts == ()
    for fields in FIELDS:
        for name, value in fields.items():
            assert getattr(merged.document.step(step), name) == value


@given(st.integers(0, 2**32))
def test_any_two_walks_merge_into_a_sound_document(seed: int) -> None:
    base = started()
    ours, theirs = walked(base, seed, 10), walked(base, seed + 1, 10)
    merged = merge(base, ours, theirs)
    assert dict(Document(merged.document.entities.values()).entities) == dict(
        merged.document.entities
    )


@given(st.integers(0, 2**32))
def test_merging_with_an_unchanged_side_gives_the_other(seed: int) -> None:
    base = started()
    changed = walked(base, seed, 10)
    for merged in (merge(base, changed, base), merge(base, base, changed)):
        assert merged.conflicts == ()
        assert dict(merged.document.entities) == dict(changed.entities)


def test_one_field_changed_on_both_sides_is_a_conflict_that_names_all_values() -> None:
    base = started()
    step = first_step(base)
    ours, theirs = base.snapshot(), base.snapshot()
    ours.apply(steps.rename(ours, step, "Sit"))
    theirs.apply(steps.rename(theirs, step, "Be seated"))
    (conflict,) = merge(base, ours, theirs).conflicts
    assert (conflict.field, conflict.base, conflict.ours, conflict.theirs) == (
        "label",
        "Seat",
        "Sit",
        "Be seated",
    )
    assert "Be seated" in str(conflict.message)


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    base = started()
    step = first_step(base)
    ours, theirs = base.snapshot(), base.snapshot()
    for side in (ours, theirs):
        side.apply(steps.rename(side, step, "Sit"))
    assert merge(base, ours, theirs).conflicts == ()


def test_what_one_side_removed_and_the_other_changed_is_kept() -> None:
    base = started()
    step = first_step(base)
    ours, theirs = base.snapshot(), base.snapshot()
    ours.apply(steps.delete(ours, [step]))
    theirs.apply(steps.rename(theirs, step, "Sit"))
    merged = merge(base, ours, theirs)
    assert merged.document.step(step).label == "Sit"
    assert len(merged.conflicts) == 1


def test_a_flow_to_a_step_that_the_other_side_removed_goes_with_it() -> None:
    base = started()
    ids = sorted(base.steps)
    ours, theirs = base.snapshot(), base.snapshot()
    ours.apply(steps.delete(ours, [ids[0]]))
    flow = flows.connect(theirs, ids[0], ids[1])
    theirs.apply(flow.change)
    merged = merge(base, ours, theirs)
    assert merged.dropped == (flow.id,)
    assert not merged.document.flows


def test_a_lane_that_the_other_side_still_needs_comes_back() -> None:
    base = started()
    ours, theirs = base.snapshot(), base.snapshot()
    ours.apply(lanes.remove_lane(ours, "lane-support"))
    theirs.apply(steps.add_step(theirs, "lane-support", "column-1", label="Book").change)
    merged = merge(base, ours, theirs)
    assert "lane-support" in {lane.id for lane in merged.document.lanes}
    assert [conflict.id for conflict in merged.conflicts] == ["lane-support"]
