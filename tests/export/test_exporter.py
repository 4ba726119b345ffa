"""The one door for exports: formats are found, files are whole, refusals are clear."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import PIL.Image
import pytest
from PySide6.QtWidgets import QApplication

from blueprint.export.exporter import (
    ExportOptions,
    export,
    exporter_for,
    exporters,
)
from blueprint.export.refusal import ExportRefused
from tests.export.cases import NAMES, case
from tests.export.pages import opened

ROOT = Path(__file__).parents[2]


def test_the_formats_are_found() -> None:
    assert {"pdf", "svg", "png"} <= set(exporters())
    for name, exporter in exporters().items():
        assert exporter.name == name
        assert exporter.suffix.startswith(".")


@pytest.mark.parametrize(
    ("path", "format", "expected"),
    [("a.pdf", None, "pdf"), ("a.SVG", None, "svg"), ("a.pdf", "svg", "svg"), ("a", "png", "png")],
)
def test_the_format_is_the_one_named_or_that_of_the_ending(
    path: str, format: str | None, expected: str
) -> None:
    assert exporter_for(Path(path), format).name == expected


@pytest.mark.parametrize(("path", "format"), [("a.doc", None), ("a", None), ("a.pdf", "doc")])
def test_an_unknown_format_is_refused_with_those_that_there_are(
    path: str, format: str | None
) -> None:
    with pytest.raises(ExportRefused, match=r"There is no export as “.*”; there are: .*pdf"):
        exporter_for(Path(path), format)


@pytest.mark.parametrize("name", NAMES)
def test_a_repeated_export_gives_the_same_bytes(tmp_path: Path, name: str) -> None:
    for suffix in (".pdf", ".svg"):
        export(case(name), tmp_path / f"one{suffix}")
        export(case(name), tmp_path / f"two{suffix}")
        first, second = ((tmp_path / f"{at}{suffix}").read_bytes() for at in ("one", "two"))
        assert first == second


def test_another_process_on_another_day_gives_the_same_bytes(tmp_path: Path) -> None:
    export(case("hotel"), tmp_path / "here.pdf", ExportOptions(page="A3"))
    script = (
        "import sys, time; time.time = lambda: 2e9; from pathlib import Path;"
        "from tests.export.cases import case;"
        "from blueprint.export.exporter import ExportOptions, export;"
        "export(case('hotel'), Path(sys.argv[1]), ExportOptions(page='A3'))"
    )
    there = tmp_path / "there.pdf"
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", script, there], env=environment, check=True, cwd=tmp_path)
    assert there.read_bytes() == (tmp_path / "here.pdf").read_bytes()


def test_a_failed_export_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "hotel.pdf"
    target.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(ExportRefused, match=r"“hotel.pdf” could not be written\."):
        export(case("hotel"), target)
    assert [file.name for file in tmp_path.iterdir()] == ["hotel.pdf"]
    assert target.read_bytes() == b"old"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExportRefused, match="could not be written"):
        export(case("hotel"), tmp_path / "nowhere" / "hotel.pdf")
    assert list(tmp_path.iterdir()) == []


def test_progress_goes_up_to_one(tmp_path: Path) -> None:
    heard: list[float] = []
    export(case("hotel"), tmp_path / "hotel.pdf", progress=heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0


def test_notices_are_handed_on(tmp_path: Path) -> None:
    notices = export(case("hotel"), tmp_path / "hotel.pdf", ExportOptions(page="A4"))
    assert len(notices) == 1


def test_a_pdf_without_frame_is_the_drawing_alone(tmp_path: Path) -> None:
    export(case("hotel"), tmp_path / "bare.pdf", ExportOptions(framed=False))
    export(case("hotel"), tmp_path / "page.pdf")
    bare, page = (opened((tmp_path / f"{at}.pdf").read_bytes())[0] for at in ("bare", "page"))
    assert bare.get_size()[0] == page.get_size()[0] - 68


def picture(path: Path) -> PIL.Image.Image:
    return PIL.Image.open(BytesIO(path.read_bytes()))


@pytest.mark.parametrize("scale", [0.5, 1, 2, 3])
def test_a_png_has_the_scale_asked_for(qapp: QApplication, tmp_path: Path, scale: float) -> None:
    export(case("drive-up-bank"), tmp_path / "a.png", ExportOptions(scale=scale))
    export(case("drive-up-bank"), tmp_path / "a.svg")
    found = picture(tmp_path / "a.png")
    assert found.width == round(608 * scale)
    assert found.info["dpi"][0] == pytest.approx(72 * scale, abs=0.1)


def test_a_png_may_be_transparent_and_bears_its_title(qapp: QApplication, tmp_path: Path) -> None:
    export(case("hotel"), tmp_path / "clear.png", ExportOptions(transparent=True))
    export(case("hotel"), tmp_path / "white.png")
    clear, white = picture(tmp_path / "clear.png"), picture(tmp_path / "white.png")
    clear.load()
    assert clear.convert("RGBA").getpixel((0, clear.height - 1)) != (255, 255, 255, 255)
    assert clear.convert("RGBA").getchannel("A").getextrema()[0] == 0
    assert white.convert("RGBA").getchannel("A").getextrema() == (255, 255)
    assert clear.info["Title"] == "Overnight hotel stay"


@pytest.mark.parametrize("scale", [0.0, -1.0, float("nan")])
def test_a_scale_must_be_above_zero(tmp_path: Path, scale: float) -> None:
    with pytest.raises(ExportRefused, match="above zero"):
        export(case("hotel"), tmp_path / "a.png", ExportOptions(scale=scale))


def test_a_picture_too_large_is_refused_with_a_scale_that_works(
    qapp: QApplication, tmp_path: Path
) -> None:
    with pytest.raises(ExportRefused, match=r"32767.* A scale of (\d+\.?\d*) works") as refused:
        export(case("hotel"), tmp_path / "a.png", ExportOptions(scale=40))
    assert not (tmp_path / "a.png").exists()
    values = dict(refused.value.reason.values)
    assert 5 < float(str(values["scale"])) < 20


def test_a_png_is_made_without_a_display_and_without_an_application(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from tests.export.cases import case;"
        "from blueprint.export.exporter import export; export(case('hotel'), Path(sys.argv[1]))"
    )
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    environment["PYTHONPATH"] = str(ROOT)
    target = tmp_path / "hotel.png"
    subprocess.run([sys.executable, "-c", script, target], env=environment, check=True)
    assert picture(target).width == 1824
