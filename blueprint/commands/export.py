"""`blueprint export`: one file, or several into a folder, in any of the formats."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from blueprint.collector import collector_off
from blueprint.commands.reading import opened
from blueprint.commands.speaking import Failure, complain, printable
from blueprint.i18n import message, tr

if TYPE_CHECKING:
    from blueprint.export.exporter import ExportOptions

USUAL_FORMAT = "pdf"
"""What several files become where no format is asked for."""


def export_files(
    files: Sequence[Path], output: Path, options: ExportOptions, format: str | None
) -> int:
    """Write every file's drawing; returns the exit code, 2 if any could not be written.

    Raises Failure, with nothing written, if `output` does not suit `files`.
    """
    targets = _targets(files, output, format)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    failed = 0
    for number, (file, target) in enumerate(zip(files, targets, strict=True), start=1):
        if len(files) > 1:
            print(printable(f"[{number}/{len(files)}] {file} → {target}"), file=sys.stderr)
        try:
            with collector_off():
                _export(file, target, options, format)
        except Failure as failure:
            complain(failure.messages, about=failure.about)
            failed += 1
    if len(files) > 1:
        done = tr("{count} of {all} files exported.", count=len(files) - failed, all=len(files))
        print(done, file=sys.stderr)
    return 2 if failed else 0


def _targets(files: Sequence[Path], output: Path, format: str | None) -> list[Path]:
    """Where each of `files` goes: `output` itself, or a file of the same name in that folder."""
    from blueprint.export.exporter import exporter_for
    from blueprint.export.refusal import ExportRefused

    try:
        into_folder = len(files) > 1 or output.is_dir() or str(output).endswith(("/", os.sep))
        exporter = exporter_for(output, format or (USUAL_FORMAT if into_folder else None))
    except ExportRefused as refused:
        raise Failure(refused.reason) from refused
    if not into_folder:
        _make_sure_of_folder(output)
        _refuse_clashes(files, [output])
        return [output]
    targets = [output / (file.stem + exporter.suffix) for file in files]
    _refuse_clashes(files, targets)
    _make_folder(output, exporter.suffix)
    return targets


def _make_folder(folder: Path, suffix: str) -> None:
    """Make the folder; what is called like one of the files to be made was meant as a file."""
    if not folder.is_dir() and (folder.exists() or folder.suffix.lower() == suffix):
        raise Failure(
            message(
                "Several files are exported into a folder, but “{name}” is a file.", name=folder
            )
        )
    folder.mkdir(parents=True, exist_ok=True)


def _make_sure_of_folder(output: Path) -> None:
    if not output.parent.is_dir():
        raise Failure(message("There is no folder “{name}”.", name=output.parent))


def _refuse_clashes(files: Sequence[Path], targets: Sequence[Path]) -> None:
    seen: set[str] = set()
    sources = {os.path.realpath(file) for file in files}
    for target in targets:
        name = os.path.normcase(os.path.realpath(target)).casefold()
        if name in seen:
            raise Failure(
                message(
                    "Two of the files would both become “{name}”; export them one at a time.",
                    name=target,
                )
            )
        seen.add(name)
        if os.path.realpath(target) in sources:
            raise Failure(message("“{name}” would be overwritten by its own export.", name=target))


def _export(file: Path, target: Path, options: ExportOptions, format: str | None) -> None:
    document = opened(file)
    from blueprint.export.exporter import export
    from blueprint.export.refusal import ExportRefused
    from blueprint.rules.runner import check

    try:
        notices = export(document, target, options, format=format or None, findings=check(document))
    except ExportRefused as refused:
        raise Failure(refused.reason, about=str(file)) from refused
    if notices:
        complain(notices, about=str(file))
