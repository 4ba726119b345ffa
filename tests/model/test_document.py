"""A document is changed through one door, which lets nothing unsound in."""

from collections.abc import Sequence

import networkx
import pytest

from blueprint.i18n import message
from blueprint.model.change import Change, adding, diff, removing, replacing
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.entities import AnyEntity, Column, Comment, Flow, Lane, Properties, Step
from blueprint.model.notation import LaneRole

LABEL = message("Test")


def small() -> Document:
    return Document(
        [
            Lane(id="lane", role=LaneRole.CUSTOMER, order="V"),
            Column(id="one", order="A"),
            Column(id="two", order="B"),
            Step(id="a", lane="lane", column="one", label="A"),
            Step(id="b", lane="lane", column="two", label="B"),
            Flow(id="f", source="a", target="b"),
            Comment(id="remark", about="a", text="Why?"),
        ]
    )


def as_sets(graph: "networkx.MultiDiGraph[str]") -> tuple[set[object], set[object]]:
    return set(graph.nodes), {(a, b, key) for a, b, key in graph.edges(keys=True)}


@pytest.mark.parametrize(
    ("entities", "words"),
    [
        ([Step(id="x", lane="nowhere", column="one")], "names the lane"),
        ([Step(id="x", lane="lane", column="nowhere")], "names the column"),
        ([Step(id="x", lane="one", column="one")], "names the lane"),
        ([Flow(id="x", source="a", target="nobody")], "names the step"),
        ([Column(id="x", order="C", phase="none")], "names the phase"),
        ([Comment(id="x", about="nobody", text="")], "A comment is about"),
    ],
)
def test_an_entity_that_names_what_is_not_there_is_refused(
    entities: Sequence[AnyEntity], words: str
) -> None:
    document = small()
    before = dict(document.entities)
    with pytest.raises(ChangeRefused, match=words):
        document.apply(adding(LABEL, entities))
    assert dict(document.entities) == before


@pytest.mark.parametrize("ids", [["a"], ["one"], ["lane"], ["f", "a"]])
def test_what_is_still_needed_cannot_be_removed(ids: list[str]) -> None:
    document = small()
    with pytest.raises(ChangeRefused):
        document.apply(removing(LABEL, [document.entities[id] for id in ids]))


def test_a_change_whose_before_does_not_hold_is_refused() -> None:
    document = small()
    step = document.step("a")
    stale = replacing(LABEL, [(step.replaced(label="Old"), step.replaced(label="New"))])
    with pytest.raises(ChangeRefused, match="in the meantime"):
        document.apply(stale)


def test_the_properties_stay_in_every_document() -> None:
    document = small()
    with pytest.raises(ChangeRefused, match="cannot be removed"):
        document.apply(removing(LABEL, [document.properties]))


def test_two_things_with_one_id_are_refused() -> None:
    lane = Lane(id="x", role=LaneRole.CUSTOMER, order="V")
    with pytest.raises(ChangeRefused, match="Two things"):
        Document([lane, Column(id="x", order="V")])


def test_the_graph_follows_every_change() -> None:
    document = small()
    assert as_sets(document.graph) == ({"a", "b"}, {("a", "b", "f")})
    gone = removing(LABEL, [document.entities[id] for id in ("a", "f", "remark")])
    document.apply(gone)
    assert as_sets(document.graph) == ({"b"}, set())
    document.apply(gone.inverted())
    assert as_sets(document.graph) == ({"a", "b"}, {("a", "b", "f")})
    assert document.graph.nodes["a"]["step"] is document.step("a")


def test_subscribers_hear_of_a_change_once() -> None:
    document = small()
    heard: list[Change] = []
    stop = document.subscribe(heard.append)
    change = adding(LABEL, [Step(id="c", lane="lane", column="one")])
    document.apply(change)
    stop()
    document.apply(change.inverted())
    assert heard == [change]


def test_a_snapshot_does_not_follow_later_changes() -> None:
    document = small()
    snapshot = document.snapshot()
    document.apply(replacing(LABEL, [(document.step("a"), document.step("a").replaced(label="Z"))]))
    assert snapshot.step("a").label == "A"
    assert [step.id for step in snapshot.cell("lane", "one")] == ["a"]


def test_diff_leads_from_one_document_to_the_other() -> None:
    old, new = small(), small()
    new.apply(removing(LABEL, [new.flow("f")]))
    new.apply(replacing(LABEL, [(new.properties, Properties(title="New"))]))
    old.apply(diff(old.entities, new.entities))
    assert dict(old.entities) == dict(new.entities)


def test_changes_join_and_cancel_out() -> None:
    step = small().step("a")
    there = replacing(LABEL, [(step, step.replaced(label="X"))])
    back = there.inverted()
    assert not there.then(back)
    with pytest.raises(ValueError, match="do not meet"):
        there.then(there)


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b", "a\x1bb"])
def test_text_that_no_file_can_hold_is_refused_at_the_door(text: str) -> None:
    with pytest.raises(ValueError, match="label"):
        small().step("a").replaced(label=text)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
def test_numbers_that_no_file_can_hold_are_refused_at_the_door(number: float) -> None:
    with pytest.raises(ValueError, match="tolerance"):
        small().step("a").replaced(tolerance=number)
