"""`blueprint export`: formats, folders, and what it refuses before anything is written."""

from __future__ import annotations

import pytest

from tests.cli.running import CASES, Shell

HOTEL = CASES / "hotel.csv"
BEGINNING = {"pdf": b"%PDF-", "svg": b"<?xml", "png": b"\x89PNG"}


@pytest.mark.parametrize("format", BEGINNING)
def test_the_format_follows_from_the_name(shell: Shell, format: str) -> None:
    ran = shell("export", HOTEL, "-o", f"out.{format}")

    assert (ran.code, ran.err) == (0, "")
    written = (shell.folder / f"out.{format}").read_bytes()
    assert written.startswith(BEGINNING[format])
    assert shell.files() == {f"out.{format}"}


def test_the_format_asked_for_wins(shell: Shell) -> None:
    assert shell("export", HOTEL, "-o", "out.picture", "--format", "svg").code == 0
    assert (shell.folder / "out.picture").read_bytes().startswith(b"<?xml")


def test_several_files_go_into_a_folder_with_progress(shell: Shell) -> None:
    ran = shell("export", HOTEL, CASES / "loan.csv", "-o", "pages", "--format", "svg")

    assert ran.code == 0
    assert shell.files() == {"hotel.svg", "loan.svg"}
    assert "[1/2]" in ran.err
    assert "[2/2]" in ran.err


def test_several_files_never_become_a_folder_that_is_called_like_a_file(shell: Shell) -> None:
    ran = shell("export", HOTEL, CASES / "loan.csv", "-o", "pages.pdf")

    assert ran.code == 2
    assert "“pages.pdf” is a file" in ran.err
    assert not (shell.folder / "pages.pdf").exists()


def test_files_of_one_name_leave_no_folder_behind(shell: Shell) -> None:
    ran = shell("export", HOTEL, HOTEL, "-o", "pages")

    assert ran.code == 2
    assert not (shell.folder / "pages").exists()


def test_several_files_become_pdf_unless_told_otherwise(shell: Shell) -> None:
    shell("export", HOTEL, CASES / "loan.csv", "-o", "pages")

    assert shell.files() == {"hotel.pdf", "loan.pdf"}


def test_one_unreadable_file_does_not_stop_the_others(shell: Shell) -> None:
    bad = shell.write("bad.csv", "no such heading\n1\n")

    ran = shell("export", bad, HOTEL, "-o", "pages", "--format", "svg")

    assert ran.code == 2
    assert shell.files() == {"bad.csv", "hotel.svg"}
    assert "1 of 2 files exported." in ran.err


def test_page_orientation_and_theme_are_passed_on(shell: Shell) -> None:
    for number, words in enumerate((["--landscape"], ["--portrait"], ["--theme", "mono"])):
        ran = shell("export", HOTEL, "-o", f"{number}.pdf", "--page", "A3", *words)
        assert ran.code == 0
    pages = {(shell.folder / f"{number}.pdf").read_bytes() for number in range(3)}
    assert len(pages) == 3


def test_the_drawing_speaks_the_language_asked_for(shell: Shell) -> None:
    shell("export", HOTEL, "-o", "en.svg", "--lang", "en")
    shell("export", HOTEL, "-o", "zh.svg", "--lang", "zh_CN")

    assert 'lang="zh-CN"' in (shell.folder / "zh.svg").read_text(encoding="utf-8")
    assert 'lang="en"' in (shell.folder / "en.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-o", "out.docx"], "docx"),
        (["-o", "out.pdf", "--format", "docx"], "docx"),
        (["-o", "out.pdf", "--page", "A9"], "A9"),
        (["-o", "nowhere/out.pdf"], "nowhere"),
        (["-o", "out.pdf", "--theme", "dark"], "--theme"),
        (["-o", "out.pdf", "--scale", "0"], "--scale"),
        (["-o", "out.pdf", "--lang", "xx"], "--lang"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_done_is_said_and_leaves_nothing(
    shell: Shell, words: list[str], said: str
) -> None:
    ran = shell("export", HOTEL, *words)

    assert ran.code == 2
    assert said in ran.err
    assert "Traceback" not in ran.err
    assert shell.files() == set()


def test_two_files_of_one_name_are_refused(shell: Shell) -> None:
    shell("import", HOTEL, "-o", "hotel.blueprint")

    ran = shell("export", HOTEL, "hotel.blueprint", "-o", "pages")

    assert ran.code == 2
    assert "hotel.pdf" in ran.err
    assert shell.files() == {"hotel.blueprint"}


def test_a_file_is_not_overwritten_by_its_own_export(shell: Shell) -> None:
    shell("import", HOTEL, "-o", "hotel.blueprint")
    before = (shell.folder / "hotel.blueprint").read_bytes()

    ran = shell("export", "hotel.blueprint", "-o", "hotel.blueprint", "--format", "pdf")

    assert ran.code == 2
    assert (shell.folder / "hotel.blueprint").read_bytes() == before


def test_exporting_twice_gives_the_same_bytes(shell: Shell) -> None:
    for name in ("first.pdf", "second.pdf"):
        shell("export", HOTEL, "-o", name)

    assert (shell.folder / "first.pdf").read_bytes() == (shell.folder / "second.pdf").read_bytes()
