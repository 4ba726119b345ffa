"""`blueprint lesson`: whether lessons can be given to students, and marks for what they drew."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from blueprint.commands.reading import opened
from blueprint.commands.speaking import Failure, coloured, complain, padded, printable, width
from blueprint.i18n import current_language, message, tr

if TYPE_CHECKING:
    from blueprint.lessons.lesson import Lesson
    from blueprint.lessons.marking import Marking

Marked = tuple[Path, "Marking"]


def check_lessons(files: Sequence[Path]) -> int:
    """Print what should be put right in each lesson.

    Returns 0 if nothing, 1 if something, 2 if a file is not there.
    """
    from blueprint.lessons.sound import faults
    from blueprint.storage import Unreadable

    codes = [0]
    for file in files:
        try:
            found = faults(file)
        except Unreadable as problem:
            complain(problem.messages, about=str(file))
            codes.append(2)
            continue
        codes.append(1 if found else 0)
        told = message(
            "{count} thing to put right", "{count} things to put right", count=len(found)
        )
        said = tr(told if found else message("nothing found"))
        print(printable(tr("{file}: {summary}", file=coloured(str(file), "strong"), summary=said)))
        for fault in found:
            print(printable(f"  {tr(fault)}"))
    return max(codes)


def mark_files(lesson: Path, files: Sequence[Path], *, format: str) -> int:
    """Print what the checks of a lesson say of each file, or of all files in a folder.

    Returns 0, or 2 if a file could not be read; the others are marked even so.
    """
    from blueprint.lessons.marking import mark

    asked = _lesson(lesson)
    made: list[Marked] = []
    unread = 0
    for file in _each(files):
        try:
            made.append((file, mark(asked, opened(file))))
        except Failure as failure:
            complain(failure.messages, about=failure.about)
            unread += 1
    _PRINTERS[format](asked, made)
    return 2 if unread else 0


def _each(files: Sequence[Path]) -> Iterator[Path]:
    """The files, and in the place of a folder the blueprints and tables in it."""
    for file in files:
        if file.is_dir():
            yield from sorted(path for path in file.iterdir() if path.suffix in _WORKS)
        else:
            yield file


def _lesson(path: Path) -> Lesson:
    """The lesson in a file, or the one that the program ships with that number or name."""
    from blueprint.lessons.course import shipped_course
    from blueprint.lessons.lesson import SUFFIX
    from blueprint.lessons.reading import read_lesson
    from blueprint.storage import Unreadable

    if not path.exists():
        for number, shipped in enumerate(shipped_course(current_language()).paths, start=1):
            if str(path) in (str(number), shipped.name.removesuffix(SUFFIX)):
                path = shipped
    try:
        return read_lesson(path)
    except Unreadable as problem:
        raise Failure(*problem.messages, about=str(path)) from problem


def _print_table(lesson: Lesson, made: Sequence[Marked]) -> None:
    """A row for each file: how many checks are passed, and the numbers of those that are not."""
    head = (tr(message("File")), tr(message("Passed")), tr(message("Open checks")))
    rows = [
        (
            str(file),
            tr(message("{passed} of {total}", passed=marking.passed, total=marking.total)),
            ", ".join(str(n) for n, each in enumerate(marking.marks, start=1) if not each.passed),
        )
        for file, marking in made
    ]
    widths = [max(width(row[place]) for row in (head, *rows)) + 2 for place in (0, 1)]
    for place, row in enumerate((head, *rows)):
        line = padded(row[0], widths[0]) + padded(row[1], widths[1]) + (row[2] or "–")
        print(printable(coloured(line, "strong") if place == 0 else line))
    print()
    for number, check in enumerate(lesson.checks, start=1):
        print(printable(coloured(f"{number:3}  {check.text}", "faint")))


def _print_csv(lesson: Lesson, made: Sequence[Marked]) -> None:
    """A row for each file, a column for each check: 1 where it is passed, else 0."""
    import csv
    import sys

    writer = csv.writer(sys.stdout, lineterminator="\n")
    texts = [_plain_cell(check.text) for check in lesson.checks]
    writer.writerow(["file", "passed", "total", *texts])
    for file, marking in made:
        passed = [int(each.passed) for each in marking.marks]
        writer.writerow([_plain_cell(str(file)), marking.passed, marking.total, *passed])


def _plain_cell(text: str) -> str:
    """A text that a spreadsheet takes for no formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text


def _print_json(lesson: Lesson, made: Sequence[Marked]) -> None:
    language = current_language()
    told = [
        {
            "file": str(file),
            "passed": marking.passed,
            "total": marking.total,
            "checks": [
                {
                    "text": each.check.text,
                    "passed": each.passed,
                    "done": each.verdict.done,
                    "wanted": each.verdict.wanted,
                    "steps": list(each.verdict.steps),
                    "explanation": each.explanation(language),
                }
                for each in marking.marks
            ],
        }
        for file, marking in made
    ]
    print(json.dumps({"lesson": lesson.title, "works": told}, ensure_ascii=False, indent=2))


_WORKS: Final = (".blueprint", ".csv", ".tsv", ".xlsx")
_PRINTERS: Final = {"text": _print_table, "csv": _print_csv, "json": _print_json}
