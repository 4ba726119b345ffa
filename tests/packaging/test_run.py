"""The script `run`: sets up once, recovers from being interrupted, and says what is lacking."""

from __future__ import annotations

import importlib.machinery
import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from tests.architecture.sources import ROOT


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script as a module, in a project of its own; what it installs is written down."""
    folder = tmp_path / "a project, 项目"
    folder.mkdir()
    for name in ("requirements.txt", "requirements-dev.txt"):
        (folder / name).write_text(f"# {name}\n", encoding="utf-8")
    loader = importlib.machinery.SourceFileLoader("run_script", str(ROOT / "run"))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    spec = importlib.util.spec_from_loader("run_script", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    binaries = Path(module.VENV_PYTHON).relative_to(module.VENV)
    monkeypatch.setattr(module, "ROOT", str(folder))
    monkeypatch.setattr(module, "VENV", str(folder / ".venv"))
    monkeypatch.setattr(module, "VENV_PYTHON", str(folder / ".venv" / binaries))
    monkeypatch.setattr(module, "_missing_libraries", set)
    # The tests may run in an environment that has no pip of its own, as Debian's pip makes it.
    monkeypatch.setattr(module, "_has_pip", lambda: True)
    return module


@pytest.fixture
def installed(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    names: list[str] = []
    monkeypatch.setattr(script, "_install", names.append)
    return names


def test_the_second_start_installs_nothing(script: ModuleType, installed: list[str]) -> None:
    script.set_up("requirements.txt")
    script.set_up("requirements.txt")

    assert installed == ["requirements.txt"]
    assert Path(script.VENV_PYTHON).exists()


def test_what_the_tests_need_covers_what_the_program_needs(
    script: ModuleType, installed: list[str]
) -> None:
    script.set_up(*script.FOR_DEVELOPERS)
    script.set_up("requirements.txt")

    assert installed == ["requirements-dev.txt"]


def test_changed_requirements_are_installed(script: ModuleType, installed: list[str]) -> None:
    script.set_up("requirements.txt")
    Path(script.ROOT, "requirements.txt").write_text("# others\n", encoding="utf-8")
    script.set_up("requirements.txt")

    assert installed == ["requirements.txt"] * 2


def interrupt_before_packages(script: ModuleType) -> None:
    script._make_environment()


def interrupt_within_environment(script: ModuleType) -> None:
    Path(script.VENV_PYTHON).parent.mkdir(parents=True)
    Path(script.VENV_PYTHON).write_text("", encoding="utf-8")


def interrupt_at_the_first_folder(script: ModuleType) -> None:
    Path(script.VENV).mkdir()


def leave_a_link_to_nowhere(script: ModuleType) -> None:
    Path(script.VENV_PYTHON).parent.mkdir(parents=True)
    Path(script.VENV_PYTHON).symlink_to("nowhere")


@pytest.mark.parametrize(
    "interrupt",
    [
        interrupt_before_packages,
        interrupt_within_environment,
        interrupt_at_the_first_folder,
        leave_a_link_to_nowhere,
    ],
)
def test_an_interrupted_set_up_is_made_good(
    script: ModuleType, installed: list[str], interrupt: Callable[[ModuleType], None]
) -> None:
    interrupt(script)
    script.set_up("requirements.txt")

    assert installed == ["requirements.txt"]
    version = [script.VENV_PYTHON, "-c", "import sys; print(sys.prefix)"]
    prefix = subprocess.run(version, capture_output=True, text=True, check=True).stdout.strip()
    assert Path(prefix).resolve() == Path(script.VENV).resolve()


def test_a_failed_installation_is_tried_again(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[str] = []

    def fail(name: str) -> None:
        tries.append(name)
        sys.exit(1)

    monkeypatch.setattr(script, "_install", fail)
    for _ in range(2):
        with pytest.raises(SystemExit):
            script.set_up("requirements.txt")

    assert len(tries) == 2


def test_lacking_libraries_are_told_as_a_command_to_type(
    script: ModuleType,
    installed: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    lacking = {"libxcb-cursor.so.0", "libGL.so.1", "libxkbcommon-x11.so.0"}
    monkeypatch.setattr(script, "_missing_libraries", lambda: lacking)
    monkeypatch.setattr(script.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/apt-get")

    with pytest.raises(SystemExit):
        script.set_up("requirements.txt")

    said = capsys.readouterr().err
    assert "sudo apt-get install" in said
    assert "libgl1 libxcb-cursor0 libxkbcommon-x11-0" in said


def test_lacking_libraries_do_not_stop_the_command_line(
    script: ModuleType, installed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(script, "_lacking_for_qt", lambda: ["Qt needs more."])

    script.set_up("requirements.txt", window=False)
    script.set_up("requirements.txt", window=False)

    assert installed == ["requirements.txt"] * 2, "it is looked for again at the next start"


def test_an_unknown_word_is_answered_with_what_there_is(
    script: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert script.main(["tset"]) == 2
    assert "./run test" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
    ],
    ids=str,
)
def test_a_display_is_recognised(
    script: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    expected: bool,
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert script._has_display() is expected


@pytest.mark.parametrize("language", ["en_GB.UTF-8", "zh_CN.UTF-8", "C"])
def test_the_sample_that_is_opened_ships(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr(script, "ROOT", str(ROOT))
    monkeypatch.setenv("LC_ALL", language)

    assert Path(script._sample()).is_file()
