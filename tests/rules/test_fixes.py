"""Each fix removes its finding in one change and makes nothing worse."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint.i18n import translate
from blueprint.model.document import ChangeRefused, Document
from blueprint.rules import Finding, check, fix, fix_name
from blueprint.rules.runner import review, rule, rules
from tests.rules.build import blueprint
from tests.rules.random_blueprints import random_blueprint

FIXABLE = ("SB001", "SB002", "SB004", "SB008", "SB009", "SB010", "SB015", "SB020")


def _problems(findings: tuple[Finding, ...], before: Document) -> set[tuple[str, tuple[str, ...]]]:
    """Errors by rule and by the steps that were there before the fix.

    A loop or an island is the same with what the fix put into it, and that no end is reached is
    the same whichever starts there are.
    """
    found = set()
    for one in findings:
        if one.severity == "error":
            old = tuple(step for step in one.steps if step in before.steps)
            found.add((one.rule, () if one.rule == "SB002" else old))
    return found


def _fixed(document: Document, finding: Finding) -> Document:
    after = document.snapshot()
    after.apply(fix(document, finding))
    return after


def _of_rule(id: str, document: Document) -> list[Finding]:
    return list(review(document, among=[rule(id)]).findings)


def test_just_these_rules_have_a_fix() -> None:
    assert tuple(rule.id for rule in rules() if rule.fix) == FIXABLE


@given(st.integers(0, 10**9))
@settings(max_examples=200)
def test_a_fix_removes_its_finding_and_makes_no_new_error(seed: int) -> None:
    document = random_blueprint(seed)
    findings = check(document)
    allowed = _problems(findings, document)
    if any(rule == "SB003" for rule, _ in allowed):
        allowed.add(("SB003", ()))
    for finding in findings:
        if not finding.fixable:
            continue
        after = check(_fixed(document, finding))
        key = (finding.rule, finding.subjects)
        assert key not in {(one.rule, one.subjects) for one in after}, finding
        new = _problems(after, document) - allowed
        if finding.rule == "SB001" and not finding.steps:
            # Without a start nothing is said of what can be reached: that comes out now.
            new = {one for one in new if one[0] not in ("SB002", "SB003")}
        assert not new, finding


FIXES = {
    "SB001 in an empty blueprint": ("SB001", ""),
    "SB001 in a ring": ("SB001", "c1 customer 1 -> c2\nc2 customer 2 -> c1"),
    "SB001 with two starts": ("SB001", "c1 customer 1\nc2 customer 2\nc3 customer 3"),
    "SB001 with two marked starts": (
        "SB001",
        "a customer 1 kind=start -> c\nb customer 2 kind=start -> c\nc customer 3 kind=end",
    ),
    "SB001 with provider steps alone": ("SB001", "o1 onstage 1 -> o2\no2 onstage 2"),
    "SB002 with an end out of reach": (
        "SB002",
        "s customer 1 kind=start -> a\na onstage 2 -> b\nb onstage 3 -> a\ne customer 4 kind=end",
    ),
    "SB002 without an end": ("SB002", "c1 customer 1 -> o1\no1 onstage 1"),
    "SB002 of support beside a customer": (
        "SB002",
        "c1 customer 1 -> c2\nc2 customer 2\ns support 2 kind=start",
    ),
    "SB004 beside an end": (
        "SB004",
        "c1 customer 1 -> c2; e\nc2 customer 2\ne customer 3 kind=end",
    ),
    "SB004 of a wait": ("SB004", "c1 customer 1 -> w; c2\nw customer 2 kind=wait\nc2 customer 2"),
    "SB004 of a backstage decision": (
        "SB004",
        "c1 customer 1 -> d; c2\nd backstage 2 kind=decision\nc2 customer 2",
    ),
    "SB008 of too much": (
        "SB008",
        "d customer 1 kind=decision -> a:x@0.9; b:y@0.3\na customer 2\nb customer 2",
    ),
    "SB008 of nothing": (
        "SB008",
        "d customer 1 kind=decision -> a:x@0; b:y@0\na customer 2\nb customer 2",
    ),
    "SB009 to itself": ("SB009", "a customer 1 -> a"),
    "SB009 of three": ("SB009", "a customer 1 -> b; b; b\nb customer 2"),
    "SB010 in a column": ("SB010", "c customer 1 -> <>s\ns support 1"),
    "SB010 backwards across columns": ("SB010", "c customer 4\ns support 1 -> c"),
    "SB010 without an onstage lane": (
        "SB010",
        "lanes customer backstage support\nc customer 1 -> s\ns support 1",
    ),
    "SB015 without customers": ("SB015", "lanes onstage support"),
    "SB015 out of order": ("SB015", "lanes support note onstage customer"),
    "SB015 with customers alone": ("SB015", "lanes customer"),
    "SB020": ("SB020", "c customer 1"),
    "SB020 without an evidence lane": ("SB020", "lanes customer onstage support\nc customer 1+2"),
}


@pytest.mark.parametrize(("id", "text"), FIXES.values(), ids=FIXES.keys())
def test_a_fix_leaves_nothing_of_its_rule(id: str, text: str) -> None:
    document = blueprint(text)
    (finding,) = _of_rule(id, document)[:1]
    after = _fixed(document, finding)
    assert not [one for one in _of_rule(id, after) if one.severity == finding.severity]
    assert _problems(check(after), document) <= _problems(check(document), document)


@pytest.mark.parametrize(("id", "text"), FIXES.values(), ids=FIXES.keys())
def test_a_fix_is_undone_and_redone_whole(id: str, text: str) -> None:
    document = blueprint(text)
    before = dict(document.entities)
    change = fix(document, _of_rule(id, document)[0])
    document.apply(change)
    after = dict(document.entities)
    document.apply(change.inverted())
    assert dict(document.entities) == before
    document.apply(change)
    assert dict(document.entities) == after


def test_branches_keep_their_proportions() -> None:
    document = blueprint(
        "d customer 1 kind=decision -> a:x@0.9; b:y@0.3; c:z@0.6\n"
        "a customer 2\nb customer 2\nc customer 2"
    )
    after = _fixed(document, _of_rule("SB008", document)[0])
    assert [flow.probability for flow in after.outgoing("d")] == [0.5, 0.1667, 0.3333]


def test_a_contact_step_stands_between_in_the_onstage_lane() -> None:
    document = blueprint("c customer 2 -> s\ns support 3")
    after = _fixed(document, _of_rule("SB010", document)[0])
    (first,) = after.outgoing("c")
    between = after.step(first.target)
    (second,) = after.outgoing(between.id)
    assert (between.lane, between.column, second.target) == ("onstage", "2", "s")


def test_equal_branches_become_one_with_their_probabilities_together() -> None:
    document = blueprint(
        "d customer 1 kind=decision -> a:x@0.25; a:x@0.25; b:y@0.5\na customer 2\nb customer 2"
    )
    after = _fixed(document, _of_rule("SB009", document)[0])
    branches = {flow.target: flow.probability for flow in after.outgoing("d")}
    assert branches == {"a": 0.5, "b": 0.5}


def test_new_steps_are_named_in_the_language_of_the_document() -> None:
    document = blueprint("document language=zh_CN\nc customer 1")
    (finding,) = _of_rule("SB020", document)
    change = fix(document, finding)
    (added,) = [after for _, after in change.entries.values() if after]
    assert added.model_dump()["label"] == "有形证据"


def test_a_fix_says_what_it_does() -> None:
    document = blueprint("c customer 1")
    (finding,) = _of_rule("SB020", document)
    assert str(fix_name(finding)) == "Fix: add evidence"
    assert translate(fix_name(finding), "zh_CN") == "修复：添加有形证据"
    assert fix(document, finding).label == fix_name(finding)


def test_what_has_no_fix_is_refused_with_a_reason() -> None:
    document = blueprint("s customer 1 kind=start\nc customer 2")
    finding = next(one for one in check(document) if one.rule == "SB003")
    with pytest.raises(ChangeRefused, match="no automatic fix"):
        fix(document, finding)
