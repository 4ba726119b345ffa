"""Measuring, simulating, comparing and merging from the command line and from git."""

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from blueprint.cli import main
from blueprint.model.edits import steps
from blueprint.storage import open_document, save_document

CASES = Path(__file__).parents[1] / "cases"


def run(*words: object) -> int:
    with pytest.raises(SystemExit) as ended:
        main([str(word) for word in words])
    return int(ended.value.code or 0)


def test_measure_prints_one_object_for_one_file_and_a_list_for_several(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("measure", CASES / "shoeshine.csv", "--format", "json") == 0
    one = json.loads(capsys.readouterr().out)
    assert one["time"]["mean_s"] == pytest.approx(128.333, rel=1e-5)
    assert run("measure", CASES / "shoeshine.csv", CASES / "hotel.csv", "--format", "json") == 0
    assert len(json.loads(capsys.readouterr().out)) == 2


@pytest.mark.parametrize(("language", "words"), [("en", "Break-even time"), ("zh_CN", "盈亏")])
def test_measure_speaks_both_languages(
    capsys: pytest.CaptureFixture[str], language: str, words: str
) -> None:
    assert run("measure", CASES / "shoeshine.csv", "--lang", language) == 0
    assert words in capsys.readouterr().out


def test_measure_goes_on_where_a_file_cannot_be_read(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("measure", "none.csv", CASES / "hotel.csv", "--format", "json") == 2
    said = capsys.readouterr()
    assert len(json.loads(said.out)) == 1
    assert "none.csv" in said.err
    assert run("measure", "none.csv", "--format", "json") == 2
    assert capsys.readouterr().out == ""


def test_measure_tells_failures_and_rework_per_100_customers(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("measure", CASES / "shoeshine.csv", "--lang", "en") == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "priority number 210, fails 11.11 times per 100 customers" in told
    assert "Rework per 100 customers 13 min 53 s" in told


def test_simulate_gives_the_same_figures_for_the_same_seed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ["--customers", 200, "--replications", 3, "--seed", 5, "--format", "json"]
    assert run("simulate", CASES / "shoeshine.csv", *words) == 0
    first = capsys.readouterr().out
    assert run("simulate", CASES / "shoeshine.csv", *words) == 0
    assert capsys.readouterr().out == first
    assert json.loads(first)["bottleneck"] == "Shoeshiner"


def test_simulate_says_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("simulate", CASES / "hotel.csv") == 2
    assert "Nobody arrives" in capsys.readouterr().err


def test_diff_names_each_step_that_differs(capsys: pytest.CaptureFixture[str]) -> None:
    pair = (CASES / "restaurant-as-is.csv", CASES / "restaurant-to-be.csv")
    assert run("diff", *pair) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "- “Call ahead” removed: Customer actions, column 1" in lines
    assert "    latitude: 15 → 4" in lines
    assert run("diff", *pair, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["steps"]


@pytest.fixture
def versions(tmp_path: Path) -> tuple[Path, Path, Path]:
    """A base and two versions that each change another field."""
    document = open_document(CASES / "hotel.csv").document
    files = [tmp_path / f"{name}.blueprint" for name in ("base", "ours", "theirs")]
    for file, fields in zip(files, ({}, {"label": "Register"}, {"owner": "Guest"}), strict=True):
        copy = document.snapshot()
        if fields:
            copy.apply(steps.set_fields(copy, ["c4"], **fields))
        save_document(copy, file)
    return files[0], files[1], files[2]


def test_merge_joins_changes_of_different_fields(versions: tuple[Path, Path, Path]) -> None:
    assert run("merge", *versions) == 0
    step = open_document(versions[1]).document.step("c4")
    assert (step.label, step.owner) == ("Register", "Guest")


def test_merge_names_conflicts_and_ends_with_1(
    versions: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    theirs = open_document(versions[2]).document
    theirs.apply(steps.rename(theirs, "c4", "Sign in"))
    save_document(theirs, versions[2])
    assert run("merge", *versions, "-o", tmp_path / "out.blueprint") == 1
    assert "Sign in" in capsys.readouterr().err
    assert open_document(tmp_path / "out.blueprint").document.step("c4").label == "Register"
    assert open_document(versions[1]).document.step("c4").owner == ""


def git(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    identity = ["-c", "user.name=Designer", "-c", "user.email=designer@example.invalid"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.run(
        ["git", *identity, *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")
def test_git_uses_the_program_to_compare_and_to_merge(versions: tuple[Path, Path, Path]) -> None:
    base, ours, theirs = (file.read_bytes() for file in versions)
    folder = versions[0].parent / "repository"
    folder.mkdir()
    file = folder / "hotel.blueprint"
    program = f"{shlex.quote(sys.executable)} -m blueprint"
    git(folder, "init", "-q", "-b", "main")
    git(folder, "config", "diff.blueprint.command", f"{program} diff")
    git(folder, "config", "merge.blueprint.driver", f"{program} merge %O %A %B")
    (folder / ".gitattributes").write_text("*.blueprint diff=blueprint merge=blueprint\n")
    file.write_bytes(base)
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "Base")
    git(folder, "checkout", "-qb", "theirs")
    file.write_bytes(theirs)
    git(folder, "commit", "-qam", "Theirs")
    git(folder, "checkout", "-q", "main")
    file.write_bytes(ours)
    shown = git(folder, "diff").stdout
    assert "label: “Check in” → “Register”" in shown
    git(folder, "commit", "-qam", "Ours")
    merged = git(folder, "merge", "-q", "theirs", "-m", "Both")
    assert merged.returncode == 0, merged.stderr
    step = open_document(file).document.step("c4")
    assert (step.label, step.owner) == ("Register", "Guest")
