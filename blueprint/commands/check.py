"""`blueprint check`: what the rules have to say about each file."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from blueprint.collector import collector_off
from blueprint.commands.reading import opened
from blueprint.commands.speaking import (
    Failure,
    broken,
    coloured,
    columns_of_terminal,
    complain,
    padded,
    printable,
    width,
)
from blueprint.i18n import Message, current_language, message, tr

if TYPE_CHECKING:
    from blueprint.model.document import Document
    from blueprint.rules.finding import Finding

NAMES: Final = {
    "error": message("error"),
    "warning": message("warning"),
    "hint": message("hint"),
}


@dataclass(frozen=True, slots=True)
class Report:
    """One file, and what was found in it."""

    file: str
    findings: tuple[Finding, ...]


def check_files(
    files: Sequence[Path], *, as_json: bool, fail_on: str, as_is: Path | None = None
) -> int:
    """Print the findings of `files`; returns the exit code. `as_is`: what they grew out of.

    That is 2 if a file could not be read, else 1 if a finding is as grave as `fail_on` or
    graver, else 0. Files that can be read are reported on even so.
    """
    reports, unread = [], 0
    before = None if as_is is None else opened(as_is)
    for file in files:
        try:
            with collector_off():
                reports.append(_report(file, before))
        except Failure as failure:
            complain(failure.messages, about=failure.about)
            unread += 1
    if as_json:
        _print_json(reports, alone=len(files) == 1)
    else:
        _print_text(reports)
    if unread:
        return 2
    return 1 if any(_fails(report, fail_on) for report in reports) else 0


def _report(file: Path, as_is: Document | None) -> Report:
    document = opened(file)
    from blueprint.rules.runner import check

    return Report(str(file), tuple(check(document, as_is)))


def _fails(report: Report, fail_on: str) -> bool:
    grave = list(NAMES)
    reached = grave[: grave.index(fail_on) + 1] if fail_on in grave else []
    return any(finding.severity in reached for finding in report.findings)


def _print_json(reports: Sequence[Report], *, alone: bool) -> None:
    from blueprint.rules.finding import finding_as_json

    language = current_language()
    made = [
        {
            "file": report.file,
            "findings": [finding_as_json(finding, language) for finding in report.findings],
        }
        for report in reports
    ]
    if alone and not made:
        return
    print(json.dumps(made[0] if alone else made, ensure_ascii=False, indent=2))


def _print_text(reports: Sequence[Report]) -> None:
    for place, report in enumerate(reports):
        if place:
            print()
        for line in _lines(report):
            print(printable(line))
        sys.stdout.flush()


def _lines(report: Report) -> Iterator[str]:
    file = coloured(report.file, "strong")
    yield tr("{file}: {summary}", file=file, summary=_summary(report.findings))
    columns = max(width(tr(name)) for name in NAMES.values()) + 2
    for finding in report.findings:
        yield ""
        name = coloured(padded(tr(NAMES[finding.severity]), columns), finding.severity)
        indent = " " * (columns + 7)
        text = list(broken(tr(finding.message), _room(indent)))
        yield f"{name}{padded(finding.rule, 7)}{text[0]}"
        yield from (indent + line for line in text[1:])
        for what in (finding.why, finding.hint):
            for line in broken(tr(what), _room(indent)):
                yield indent + coloured(line, "faint")


def _room(indent: str) -> int:
    columns = columns_of_terminal()
    return max(30, columns - len(indent)) if columns else 0


def _summary(findings: Sequence[Finding]) -> str:
    if not findings:
        return tr("nothing found")
    numbers = Counter(finding.severity for finding in findings)
    counted = [tr(_counted(name, numbers[name])) for name in NAMES if numbers[name]]
    return tr(", ").join(counted)


def _counted(severity: str, count: int) -> Message:
    match severity:
        case "error":
            return message("{count} error", plural="{count} errors", count=count)
        case "warning":
            return message("{count} warning", plural="{count} warnings", count=count)
    return message("{count} hint", plural="{count} hints", count=count)
