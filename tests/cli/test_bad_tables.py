"""Every error in a table is told once, by row and column, and leaves nothing behind."""

from __future__ import annotations

import os

import pytest

from tests.cli.running import Shell

HEAD = "id,lane,column,label,duration,next\n"
GOOD = HEAD + "a,customer,1,Asks,5 min,b\nb,onstage,1,Answers,1 min,\n"

WRONG = {
    "unknown lane": (HEAD + "a,balcony,1,Asks,,\n", ["2", "balcony"]),
    "bad unit": (HEAD + "a,customer,1,Asks,5 parsecs,\n", ["2", "duration", "5 parsecs"]),
    "duplicate id": (HEAD + "a,customer,1,Asks,,\na,onstage,1,Answers,,\n", ["3", "“a”"]),
    "missing target": (HEAD + "a,customer,1,Asks,,nowhere\n", ["2", "nowhere"]),
}


@pytest.mark.parametrize("command", ["import", "check", "export"])
@pytest.mark.parametrize("name", WRONG)
def test_an_error_names_row_and_column(shell: Shell, name: str, command: str) -> None:
    text, said = WRONG[name]
    table = shell.write("table.csv", text)

    ran = shell(command, table, *output(command))

    assert ran.code == 2
    assert ran.err.startswith(f"{table}\n  ")
    for part in said:
        assert part in ran.err
    assert "Traceback" not in ran.err
    assert shell.files() == {"table.csv"}


@pytest.mark.parametrize("command", ["import", "check", "export"])
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n",
        HEAD.encode(),
        b"\xff\xfe\xfa\x00\x01",
        b"id,lane\n\xe4\xf6,customer\n",
        b"\x00" * 99,
    ],
    ids=["empty", "blank lines", "heading alone", "noise", "not UTF-8", "nothing but NUL"],
)
def test_what_is_no_table_is_said_clearly(shell: Shell, content: bytes, command: str) -> None:
    (shell.folder / "table.csv").write_bytes(content)

    ran = shell(command, "table.csv", *output(command))

    assert ran.code == 2
    assert "table.csv" in ran.err
    assert "Traceback" not in ran.err
    assert shell.files() == {"table.csv"}


def test_a_huge_file_is_refused_at_once(shell: Shell) -> None:
    with (shell.folder / "table.csv").open("wb") as file:
        file.truncate(100 * 1024 * 1024)

    ran = shell("check", "table.csv")

    assert ran.code == 2
    assert "MB" in ran.err


@pytest.mark.parametrize("name", ["missing.csv", "missing.blueprint", "picture.jpg", "."])
def test_what_cannot_be_opened_is_said(shell: Shell, name: str) -> None:
    shell.write("picture.jpg", "no table")

    ran = shell("check", name)

    assert (ran.code, ran.out) == (2, "")
    assert name in ran.err


@pytest.mark.skipif(os.name == "nt", reason="permissions are others there")
@pytest.mark.parametrize("command", ["import", "check", "export"])
def test_a_file_without_permission_is_said_to_be_one(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    table = shell.write("table.csv", GOOD)
    table.chmod(0)
    # Who runs the tests may read everything: then what the system would say is said here.
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    monkeypatch.setattr("blueprint.storage.reading.open", refused, raising=False)

    ran = shell(command, table, *output(command))

    assert ran.code == 2
    assert "may not be read" in ran.err
    assert shell.files() == {"table.csv"}


def refused(*_: object) -> None:
    raise PermissionError(13, "Permission denied")


def test_an_import_that_fails_keeps_the_file_that_was_there(shell: Shell) -> None:
    shell("import", shell.write("good.csv", GOOD), "-o", "made.blueprint")
    before = (shell.folder / "made.blueprint").read_bytes()

    ran = shell("import", shell.write("bad.csv", WRONG["bad unit"][0]), "-o", "made.blueprint")

    assert ran.code == 2
    assert (shell.folder / "made.blueprint").read_bytes() == before


def output(command: str) -> list[str]:
    return {"import": ["-o", "made.blueprint"], "export": ["-o", "made.pdf"]}.get(command, [])
