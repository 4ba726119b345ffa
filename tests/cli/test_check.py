"""`blueprint check`: exit codes, both forms of output, both languages."""

from __future__ import annotations

import json

import pytest

from tests.cli.running import CASES, Shell

SOUND = CASES / "hotel.csv"
UNSOUND = CASES / "carpet-cleaning.csv"
HINTED = CASES / "parcel.zh.csv"
WARNED = CASES / "drive-up-bank.csv"

FIELDS = ["rule", "severity", "steps", "flows", "message", "why", "hint", "fixable"]


@pytest.mark.parametrize(
    ("file", "fail_on", "code"),
    [
        (UNSOUND, "error", 1),
        (UNSOUND, "never", 0),
        (WARNED, "error", 0),
        (WARNED, "warning", 1),
        (WARNED, "hint", 1),
        (HINTED, "warning", 0),
        (HINTED, "hint", 1),
        (SOUND, "hint", 0),
    ],
    ids=lambda value: getattr(value, "stem", str(value)),
)
def test_the_exit_code_says_whether_a_finding_is_as_grave_as_asked(
    shell: Shell, file: object, fail_on: str, code: int
) -> None:
    assert shell("check", str(file), "--fail-on", fail_on).code == code


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
    found = json.loads(shell("check", UNSOUND, SOUND, "--format", "json").out)

    assert [entry["file"] for entry in found] == [str(UNSOUND), str(SOUND)]
    assert found[1]["findings"] == []


def test_the_language_is_the_one_asked_for(shell: Shell) -> None:
    english = json.loads(shell("check", UNSOUND, "--format", "json", "--lang", "en").out)
    chinese = json.loads(shell("check", UNSOUND, "--format", "json", "--lang", "zh_CN").out)

    for here, there in zip(english["findings"], chinese["findings"], strict=True):
        assert here["rule"] == there["rule"]
        assert here["message"] != there["message"]


@pytest.mark.parametrize("name", ["LC_ALL", "LC_MESSAGES", "LANG"])
def test_the_language_is_else_the_users_own(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "zh_CN.UTF-8")

    assert "未发现问题" in shell("check", SOUND).out


def test_text_names_each_rule_beside_its_message(shell: Shell) -> None:
    lines = shell("check", UNSOUND).out.splitlines()

    assert lines[0].startswith(f"{UNSOUND}: ")
    headings = [line for line in lines if " SB" in line]
    assert {line.index("SB") for line in headings} == {len("warning  ")}
    assert "\x1b" not in "".join(lines)


def test_a_sound_file_is_told_so(shell: Shell) -> None:
    assert shell("check", SOUND).out == f"{SOUND}: nothing found\n"


def test_files_beside_an_unreadable_one_are_reported_on(shell: Shell) -> None:
    missing = shell.folder / "missing.csv"

    ran = shell("check", missing, SOUND)

    assert ran.code == 2
    assert f"{SOUND}: nothing found" in ran.out
    assert str(missing) in ran.err


def test_an_imported_table_has_the_findings_of_the_table(shell: Shell) -> None:
    shell("import", UNSOUND, "-o", "made.blueprint")

    table = json.loads(shell("check", UNSOUND, "--format", "json").out)
    made = json.loads(shell("check", "made.blueprint", "--format", "json").out)

    assert made["findings"] == table["findings"]
