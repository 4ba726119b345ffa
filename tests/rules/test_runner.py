"""Findings: their order, severity, form, and what happens to a rule that fails."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from blueprint.i18n import message
from blueprint.model.edits.properties import set_properties
from blueprint.model.entities import Step
from blueprint.rules import Finding, Rule, check, finding_as_json, review, rules
from blueprint.rules.runner import rule
from blueprint.rules.survey import Survey
from tests.rules.build import blueprint


def test_every_rule_of_the_notation_is_there_once() -> None:
    ids = [found.id for found in rules()]
    numbers = (
        *range(1, 14),
        15,
        *range(20, 26),
        *range(30, 35),
        *range(40, 45),
        *range(50, 54),
        *range(60, 68),
        70,
    )
    assert ids == [f"SB{number:03d}" for number in numbers]


@pytest.mark.parametrize("found", rules(), ids=lambda found: found.id)
def test_a_rules_file_is_named_by_its_id_and_says_its_slug(found: Rule) -> None:
    assert found.check.__module__.startswith(f"blueprint.rules.{found.id.lower()}_")
    assert found.slug == found.slug.lower().replace(" ", "-")


def test_findings_stand_by_severity_rule_and_place() -> None:
    document = blueprint("c2 customer 2 -> s\ns support 2\nc1 customer 1 -> s")
    severities = {"error": 0, "warning": 1, "hint": 2}
    found = check(document)
    keys = [(severities[one.severity], one.rule) for one in found]
    assert keys == sorted(keys)
    assert [one.steps for one in found if one.rule == "SB010"] == [("c1", "s"), ("c2", "s")]


def test_a_document_may_weigh_a_rule_otherwise() -> None:
    document = blueprint("c customer 1")
    document.apply(set_properties(document, severities={"SB020": "error"}))
    assert {one.severity for one in check(document) if one.rule == "SB020"} == {"error"}


def test_a_document_may_switch_a_rule_off() -> None:
    document = blueprint("c customer 1")
    document.apply(set_properties(document, severities={"SB020": "off"}))
    assert "SB020" not in {one.rule for one in check(document)}


def _failing(survey: Survey, step: Step) -> Iterator[Finding]:
    raise ZeroDivisionError(step.id)


def test_a_rule_that_fails_is_a_finding_and_the_others_go_on() -> None:
    text = message("Fails")
    failing = Rule("XY001", "fails", "warning", "step", text, text, text, _failing)
    document = blueprint("c customer 1")
    found = review(document, among=[failing, rule("SB020")]).findings
    assert [(one.rule, one.steps, one.severity) for one in found] == [
        ("SB020", ("c",), "warning"),
        ("XY001", ("c",), "warning"),
    ]
    assert str(found[1].message) == "The rule XY001 failed on this document (ZeroDivisionError)."
    assert not found[1].fixable


class _Point:
    """An entry point of another distribution."""

    name = "further"
    value = "further_rules:RULE"

    def load(self) -> Rule:
        text = message("Further")
        return Rule("XY002", "further", "hint", "document", text, text, text, lambda survey: ())


def test_others_may_add_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("blueprint.registry.entry_points", lambda group: [_Point()])
    rules.cache_clear()
    try:
        assert [found.id for found in rules()][-1] == "XY002"
    finally:
        monkeypatch.undo()
        rules.cache_clear()


def test_a_finding_as_json() -> None:
    document = blueprint("c customer 1 -> s\ns support 1")
    finding = next(one for one in check(document) if one.rule == "SB010")
    assert finding_as_json(finding, "en") == {
        "rule": "SB010",
        "severity": "error",
        "steps": ["c", "s"],
        "flows": ["c>s#0"],
        "message": "“c” and “s” are joined with no contact person or technology between.",
        "why": "Support is behind the line of internal interaction; somebody stands between.",
        "hint": "Add the onstage or backstage step between, "
        "or name a remote channel such as phone or web.",
        "fixable": True,
    }
    chinese = finding_as_json(finding, "zh_CN")
    assert "“c”" in str(chinese["message"])
    assert chinese["message"] != finding_as_json(finding, "en")["message"]


def test_long_lists_of_steps_are_counted() -> None:
    rows = "\n".join(f"c{number} customer {number}" for number in range(1, 10))
    (finding,) = review(blueprint(rows), among=[rule("SB001")]).findings
    assert str(finding.message) == (
        "The service starts in 9 places: “c1”, “c2”, “c3”, “c4”, “c5” and 4 more."
    )


def test_long_labels_are_shortened_and_missing_ones_said() -> None:
    document = blueprint(f"c customer 1 label={'x' * 80}\nd customer 2 label=")
    texts = [str(one.message) for one in review(document, among=[rule("SB020")]).findings]
    assert texts == [f"“{'x' * 59}…” has no evidence.", "“(no label)” has no evidence."]
