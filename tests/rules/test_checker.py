"""The checker follows a document, and after each edit knows what a full check would say."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint.model.document import Document
from blueprint.model.edits.columns import insert_column, move_columns
from blueprint.model.edits.flows import connect
from blueprint.model.edits.lanes import set_lane
from blueprint.model.edits.properties import dismiss, restore, set_properties
from blueprint.model.edits.steps import delete, rename, set_fields
from blueprint.model.notation import LaneRole
from blueprint.rules import Checker, review
from tests.model.walks import random_edit
from tests.rules.build import blueprint
from tests.rules.random_blueprints import random_blueprint

_QUIET = {f"SB0{number}": "off" for number in (22, 23, 32, 34, 60, 61, 63, 64)}


def _rules(checker: Checker) -> list[str]:
    return [finding.rule for finding in checker.findings]


@given(st.integers(0, 10**9))
@settings(max_examples=25)
def test_incremental_findings_equal_full_ones(seed: int) -> None:
    chooser = random.Random(seed)
    document = random_blueprint(seed)
    checker = Checker(document)
    for _ in range(20):
        change = random_edit(document, chooser)
        if chooser.random() < 0.3:
            document.apply(change)
            checker.update(change)
            change = change.inverted()
        document.apply(change)
        checker.update(change)
        if chooser.random() < 0.5:
            checker.run_pending()
            assert checker.review == review(document)
    checker.run_pending()
    assert checker.review == review(document)


@given(st.integers(0, 10**9))
@settings(max_examples=40)
def test_changes_may_be_told_some_at_a_time(seed: int) -> None:
    chooser = random.Random(seed)
    document = random_blueprint(seed)
    checker = Checker(document)
    changes = []
    for _ in range(10):
        change = random_edit(document, chooser)
        document.apply(change)
        changes.append(change)
    for change in changes:
        checker.update(change)
    checker.run_pending()
    assert checker.review == review(document)


def test_a_steps_rules_run_at_once_and_the_graphs_when_asked() -> None:
    document = blueprint("c1 customer 1 -> o1\no1 onstage 1 owner=A")
    document.apply(set_properties(document, severities=_QUIET))
    checker = Checker(document)
    change = set_fields(document, ["o1"], owner="", fail=None)
    document.apply(change)
    document.apply(back := set_properties(document, severities={}))
    checker.update(change)
    checker.update(back)
    assert "SB060" in _rules(checker)
    change = delete(document, [flow.id for flow in document.outgoing("c1")])
    document.apply(change)
    checker.update(change)
    assert checker.pending
    assert "SB002" in _rules(checker)
    checker.run_pending()
    assert not checker.pending
    assert "SB002" not in _rules(checker)


def test_a_change_in_the_meantime_leaves_rules_pending() -> None:
    document = blueprint("c1 customer 1\nc2 customer 2")
    checker = Checker(document)
    change = connect(document, "c1", "c2").change
    document.apply(change)
    checker.update(change)
    work = checker.in_background()
    undone = change.inverted()
    document.apply(undone)
    checker.update(undone)
    work()
    assert checker.pending
    assert "SB001" not in _rules(checker)
    checker.run_pending()
    assert checker.review == review(document)


def test_rules_may_all_run_later() -> None:
    document = blueprint("c1 customer 1\nc2 customer 2")
    checker = Checker(document, later=True)
    assert checker.pending
    assert checker.findings == ()
    checker.in_background()()
    assert checker.review == review(document)


def test_an_edit_before_the_first_check_is_not_lost() -> None:
    document = blueprint("c1 customer 1\nc2 customer 2")
    checker = Checker(document, later=True)
    work = checker.in_background()
    change = rename(document, "c1", "")
    document.apply(change)
    checker.update(change)
    work()
    assert checker.pending
    checker.run_pending()
    assert checker.review == review(document)


def test_findings_about_what_is_gone_are_not_shown() -> None:
    document = blueprint("s customer 1 kind=start\nc1 customer 2")
    checker = Checker(document)
    change = delete(document, ["c1"])
    document.apply(change)
    checker.update(change)
    assert all("c1" not in finding.steps for finding in checker.findings)


def test_a_lane_that_changes_its_role_is_judged_again() -> None:
    document = blueprint("c1 customer 1 -> <>o1\no1 onstage 1")
    checker = Checker(document)
    assert "SB011" not in _rules(checker)
    change = set_lane(document, "onstage", role=LaneRole.BACKSTAGE)
    document.apply(change)
    checker.update(change)
    assert "SB011" in _rules(checker)


def test_spans_reach_other_columns_when_columns_come_or_move() -> None:
    document = blueprint("c1 customer 1+2\nc2 customer 3\ne evidence 2")
    checker = Checker(document)
    for change in (move_columns(document, ["2"], 2), insert_column(document, 1).change):
        document.apply(change)
        checker.update(change)
        checker.run_pending()
        assert checker.review == review(document)


def test_findings_are_kept_by_the_steps_and_flows_they_name() -> None:
    document = blueprint("c customer 1 -> s\ns support 1")
    found = Checker(document).by_subject()
    assert found["s"][0].rule == "SB010"
    assert {finding.rule for finding in found["c>s#0"]} == {"SB010"}


def test_a_dismissed_finding_is_kept_apart_and_stays_so_after_edits_elsewhere() -> None:
    document = blueprint("c customer 1\no onstage 1")
    checker = Checker(document)
    reason = "The street is the evidence."

    def do(document: Document, change: object) -> None:
        document.apply(change)  # type: ignore[arg-type]
        checker.update(change)  # type: ignore[arg-type]

    added = dismiss(document, "SB020", ["c"], reason)
    do(document, added.change)
    assert not checker.pending
    assert "SB020" not in _rules(checker)
    do(document, rename(document, "o", "Greet"))
    ((finding, dismissal),) = checker.dismissed
    assert (finding.rule, finding.steps, dismissal.reason) == ("SB020", ("c",), reason)
    do(document, restore(document, added.id))
    assert "SB020" in _rules(checker)
    assert checker.dismissed == ()
