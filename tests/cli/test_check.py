"""`blueprint check`: exit codes, both forms of output, both languages."""

from __future__ import annotations

import json

import pytest

from blueprint.i18n import message
from blueprint.rules.finding import Finding
from tests.cli.running import CASES, Shell

CASE = CASES / "hotel.csv"
UNSOUND = CASES / "carpet-cleaning.csv"

FIELDS = ["rule", "severity", "steps", "flows", "message", "why", "hint", "fixable"]


GRAVE = ["error", "warning", "hint"]


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[Finding]:
    """What the rules find, whatever the file."""
    findings: list[Finding] = []
    monkeypatch.setattr("blueprint.rules.runner.check", lambda *_: tuple(findings))
    return findings


def finding(severity: str) -> Finding:
    say = message("Change step")
    return Finding("SB099", severity, ("a",), (), say, say, say)


@pytest.mark.parametrize(
    ("severity", "fail_on", "code"),
    [
        (severity, fail_on, int(fail_on != "never" and GRAVE.index(severity) <= place))
        for severity in GRAVE
        for place, fail_on in enumerate([*GRAVE, "never"])
    ],
)
def test_the_exit_code_says_whether_a_finding_is_as_grave_as_asked(
    shell: Shell, found: list[Finding], severity: str, fail_on: str, code: int
) -> None:
    found.append(finding(severity))

    assert shell("check", CASE, "--fail-on", fail_on).code == code


def test_errors_fail_unless_told_otherwise(shell: Shell) -> None:
    assert shell("check", UNSOUND).code == 1


def test_json_of_one_file_is_an_object(shell: Shell) -> None:
    found = json.loads(shell("check", UNSOUND, "--format", "json").out)

    assert list(found) == ["file", "findings"]
    assert found["file"] == str(UNSOUND)
    assert {"SB003", "SB005"} <= {finding["rule"] for finding in found["findings"]}
    for finding in found["findings"]:
        assert list(finding) == FIELDS
        assert finding["severity"] in ("error", "warning", "hint")
        assert isinstance(finding["fixable"], bool)


def test_json_of_several_files_is_a_list(shell: Shell) -> None:
    found = json.loads(shell("check", UNSOUND, CASE, "--format", "json").out)

    assert [entry["file"] for entry in found] == [str(UNSOUND), str(CASE)]
    assert [list(entry) for entry in found] == [["file", "findings"]] * 2


def test_the_language_is_the_one_asked_for(shell: Shell) -> None:
    english = json.loads(shell("check", UNSOUND, "--format", "json", "--lang", "en").out)
    chinese = json.loads(shell("check", UNSOUND, "--format", "json", "--lang", "zh_CN").out)

    for here, there in zip(english["findings"], chinese["findings"], strict=True):
        assert here["rule"] == there["rule"]
        assert here["message"] != there["message"]


@pytest.mark.parametrize("name", ["LC_ALL", "LC_MESSAGES", "LANG"])
def test_the_language_is_else_the_users_own(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, found: list[Finding], name: str
) -> None:
    monkeypatch.setenv(name, "zh_CN.UTF-8")

    assert shell("check", CASE).out == f"{CASE}：未发现问题\n"


def test_text_names_each_rule_beside_its_message(shell: Shell) -> None:
    lines = shell("check", UNSOUND).out.splitlines()

    assert lines[0].startswith(f"{UNSOUND}: ")
    headings = [line for line in lines if " SB" in line]
    assert {line.index("SB") for line in headings} == {len("warning  ")}
    assert "\x1b" not in "".join(lines)


def test_a_sound_file_is_told_so(shell: Shell, found: list[Finding]) -> None:
    assert shell("check", CASE).out == f"{CASE}: nothing found\n"


def test_the_summary_counts_from_the_gravest_on(shell: Shell, found: list[Finding]) -> None:
    found += [finding("hint"), finding("error"), finding("hint")]

    english = shell("check", CASE).out.splitlines()[0]
    chinese = shell("check", CASE, "--lang", "zh_CN").out.splitlines()[0]

    assert english == f"{CASE}: 1 error, 2 hints"
    assert chinese == f"{CASE}：1 个错误，2 条提示"


def test_files_beside_an_unreadable_one_are_reported_on(shell: Shell) -> None:
    missing = shell.folder / "missing.csv"

    ran = shell("check", missing, CASE)

    assert ran.code == 2
    assert ran.out.startswith(f"{CASE}: ")
    assert str(missing) in ran.err


def test_an_imported_table_has_the_findings_of_the_table(shell: Shell) -> None:
    shell("import", UNSOUND, "-o", "made.blueprint")

    table = json.loads(shell("check", UNSOUND, "--format", "json").out)
    made = json.loads(shell("check", "made.blueprint", "--format", "json").out)

    assert made["findings"] == table["findings"]


def test_a_to_be_is_compared_with_its_as_is(shell: Shell) -> None:
    to_be, as_is = CASES / "restaurant-to-be.csv", CASES / "restaurant-as-is.csv"
    assert "SB067" not in shell("check", to_be, "--as-is", as_is).out
    assert "SB067" in shell("check", to_be, "--as-is", CASES / "hotel.csv").out
