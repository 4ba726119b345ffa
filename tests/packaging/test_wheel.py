"""A wheel carries all that the program needs, and works without the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT
from tests.cli.running import CASES

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    built = subprocess.run([*command, str(ROOT)], capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    [made] = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts' folder of an environment with the wheel; the libraries are this one's."""
    folder = tmp_path_factory.mktemp("installed")
    venv.EnvBuilder(with_pip=False, symlinks=os.name != "nt").create(folder)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    python = str(scripts / ("python.exe" if os.name == "nt" else "python"))
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = subprocess.run([python, "-c", where], capture_output=True, text=True, check=True)
    libraries = Path(pytest.__file__).parent.parent
    (Path(site.stdout.strip()) / "libraries.pth").write_text(f"{libraries}\n", encoding="utf-8")
    _unpack(wheel, Path(site.stdout.strip()))
    return Path(python)


def _unpack(wheel: Path, site: Path) -> None:
    """What pip does with a pure wheel, scripts aside; pip itself need not be there."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)


def run(python: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Python with `words`, without what this environment adds to it."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        [str(python), "-P", *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_an_installed_wheel_exports_a_pdf_with_its_own_resources(
    installed: Path, tmp_path: Path
) -> None:
    made = run(
        installed,
        tmp_path,
        "-m",
        "blueprint",
        "export",
        str(CASES / "parcel.zh.csv"),
        "-o",
        "made.pdf",
    )

    assert (made.returncode, made.stderr) == (0, "")
    assert (tmp_path / "made.pdf").read_bytes().startswith(b"%PDF-")


def test_an_installed_wheel_speaks_chinese(installed: Path, tmp_path: Path) -> None:
    made = run(installed, tmp_path, "-m", "blueprint", "check", "--help", "--lang", "zh_CN")

    assert "蓝图或步骤表" in made.stdout


def test_the_program_comes_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    show = "import blueprint.resources as r; print(r.resource_folder('fonts'))"
    found = run(installed, tmp_path, "-c", show)

    assert Path(found.stdout.strip()).parts[-3:] == ("blueprint", "_resources", "fonts")
    assert not Path(found.stdout.strip()).is_relative_to(ROOT)


def test_a_wheel_holds_every_resource_and_names_its_commands(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        [metadata] = [name for name in names if name.endswith(".dist-info/METADATA")]
        [entry_points] = [name for name in names if name.endswith("/entry_points.txt")]
        described = message_from_bytes(archive.read(metadata))
        commands = archive.read(entry_points).decode()
    resources = {
        f"blueprint/_resources/{path.relative_to(ROOT / 'resources').as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }
    assert resources <= names
    assert not any(name.startswith(("tests/", "benchmarks/")) for name in names)
    assert described["License-Expression"] == "MIT"
    assert "[console_scripts]\nblueprint = blueprint.cli:main" in commands
    assert "[gui_scripts]\nblueprint-designer = blueprint.cli:designer" in commands
