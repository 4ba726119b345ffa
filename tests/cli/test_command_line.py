"""The command line as a whole: what is said when it is wrong, and when the program is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from blueprint import __version__
from blueprint.cli import COMMANDS
from blueprint.storage import open_document
from tests.architecture.sources import ROOT
from tests.cli.running import CASES, Shell


def test_the_version_is_the_packages_own(shell: Shell) -> None:
    assert shell("--version").out == f"blueprint {__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself_in_both_languages(shell: Shell, command: str) -> None:
    english = shell(command, "--help", "--lang", "en")
    chinese = shell(command, "--help", "--lang", "zh_CN")

    assert (english.code, chinese.code) == (0, 0)
    assert "language" in english.out
    assert "语言" in chinese.out
    assert command in shell("--help").out
    for words in ("Usage", "Options", "Arguments", "this text", "required", "default", "[Path]"):
        assert words not in chinese.out


@pytest.mark.parametrize("words", [("--lang", "zh_CN", "--help"), ("--help", "--lang=zh_CN")])
def test_the_program_explains_itself_in_the_language_asked_for(
    shell: Shell, words: tuple[str, ...]
) -> None:
    ran = shell(*words)

    assert ran.code == 0
    assert ran.out.startswith("用法：")
    assert "Commands" not in ran.out


def test_the_language_may_stand_before_the_command(shell: Shell) -> None:
    assert shell("--lang", "zh_CN", "new", "-o", "a.blueprint").code == 0

    assert open_document(shell.folder / "a.blueprint").document.properties.language == "zh_CN"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["chek", "a.csv"], "chek"),
        (["missing.blueprint"], "missing.blueprint"),
        (["check"], "FILE"),
        (["import"], "TABLE"),
        (["export", "a.csv"], "--output"),
        (["check", "a.csv", "--colour"], "--colour"),
        (["--colour"], "--colour"),
        (["check", "a.csv", "--fail-on", "sometimes"], "--fail-on"),
        (["import", "a.csv", "b.csv"], "b.csv"),
        (["import", "a.csv", "-o", "a.pdf"], "a.pdf"),
        (["new", "-o", "a.pdf"], "a.pdf"),
        (["new", "--template", "nothing", "-o", "a.blueprint"], "nothing"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_wrong_command_line_is_said_to_be_so(shell: Shell, words: list[str], said: str) -> None:
    ran = shell(*words)

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert len(ran.err.splitlines()) <= 3
    assert shell.files() == set()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check"], "缺少“FILE”。"),
        (["export", "a.csv"], "缺少“--output”。"),
        (["new", "-o"], "“-o”后面缺少值。"),
        (["check", "a.csv", "--colour"], "没有选项“--colour”。"),
        (
            ["check", "a.csv", "--fail-on", "often"],
            "“--fail-on”可选：error, warning, hint, never。",
        ),
        (["export", "a.csv", "-o", "b.png", "--scale", "0"], "“--scale”不能小于 0.1。"),
        (["export", "a.csv", "-o", "b.png", "--scale", "21"], "“--scale”不能大于 20。"),
        (["export", "a.csv", "-o", "b.png", "--scale", "big"], "“--scale”应为数字，不能是“big”。"),
        (["import", "a.csv", "b.csv"], "此命令不接受多出的“b.csv”。"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_is_wrong_is_said_in_the_language_asked_for(
    shell: Shell, words: list[str], said: str
) -> None:
    before, after = shell("--lang", "zh_CN", *words), shell(*words, "--lang=zh_CN")

    assert before.err.splitlines()[0] == said
    if words[-1] != "-o":
        assert after.err == before.err


@pytest.mark.parametrize("words", [(), (CASES / "hotel.csv",), ("--lang", "zh_CN")])
def test_the_designer_is_opened_only_where_there_is_a_display(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, words: tuple[str | Path, ...]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("QT_QPA_PLATFORM")

    ran = shell(*words)

    assert ran.code == 2
    assert ("显示器" if "zh_CN" in words else "display") in ran.err


def test_a_new_file_is_in_the_language_asked_for(shell: Shell) -> None:
    assert shell("new", "-o", "a.blueprint", "--lang", "zh_CN").code == 0

    assert open_document(shell.folder / "a.blueprint").document.properties.language == "zh_CN"


def test_a_new_file_replaces_another_only_by_force(shell: Shell) -> None:
    shell("import", CASES / "hotel.csv", "-o", "a.blueprint")
    before = (shell.folder / "a.blueprint").read_bytes()

    assert shell("new", "-o", "a.blueprint").code == 2
    assert (shell.folder / "a.blueprint").read_bytes() == before
    assert shell("new", "-o", "a.blueprint", "--force").code == 0
    assert (shell.folder / "a.blueprint").read_bytes() != before


def test_a_table_is_imported_beside_itself(shell: Shell) -> None:
    table = shell.write("hotel.csv", (CASES / "hotel.csv").read_text(encoding="utf-8"))

    assert shell("import", table).code == 0
    assert shell.files() == {"hotel.csv", "hotel.blueprint"}


def test_a_fault_of_the_program_is_reported_without_a_trace(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(_: object) -> None:
        raise ZeroDivisionError("a secret detail")

    monkeypatch.setattr("blueprint.storage.open_document", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    ran = shell("check", CASES / "hotel.csv")

    assert ran.code == 70
    assert "Traceback" not in ran.err
    [report] = tmp_path.glob("blueprint-*.txt")
    assert report.name in ran.err
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")


def test_output_is_utf_8_on_a_console_that_is_not(tmp_path: Path) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "blueprint",
            "check",
            str(CASES / "parcel.zh.csv"),
            "--lang",
            "zh_CN",
        ],
        cwd=ROOT,
        env={"PYTHONIOENCODING": "cp1252", "PATH": "", "HOME": str(tmp_path)},
        capture_output=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert "提示" in done.stdout.decode("utf-8")


def test_a_reader_that_has_enough_is_no_fault() -> None:
    command = [sys.executable, "-m", "blueprint", "check", *["tests/cases/carpet-cleaning.csv"] * 9]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()

    assert b"Traceback" not in said
    assert b"BrokenPipe" not in said
