"""`blueprint diff` and `blueprint merge`: two versions side by side, three joined into one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from blueprint.commands.reading import opened
from blueprint.commands.speaking import Failure, complain, printable
from blueprint.i18n import current_language, message

if TYPE_CHECKING:
    from blueprint.model.document import Document

GIT_ARGUMENTS = 7
"""What git hands to a diff driver: path, old file, hash, mode, new file, hash, mode."""


def diff_files(words: list[Path], *, as_json: bool, pdf: Path | None = None) -> int:
    """Print how two files differ: OLD NEW, or the seven arguments of git. Returns 0.

    `pdf`: write pages to that file instead.
    """
    old, new = _pair(words)
    one, other = _opened_or_empty(old), _opened_or_empty(new)
    if pdf is not None:
        _write_pages(one, other, pdf, (old.stem, new.stem))
        return 0
    from blueprint.model.change import diff
    from blueprint.model.comparison.matching import compare
    from blueprint.model.comparison.wording import comparison_as_json, flow_lines, in_words

    change = diff(one.entities, other.entities)
    comparison = compare(one, other)
    if as_json:
        print(json.dumps(comparison_as_json(comparison, change), ensure_ascii=False, indent=2))
        return 0
    language = current_language()
    if len(words) == GIT_ARGUMENTS:
        print(f"blueprint {words[0]}")
    for line in in_words(one, other, comparison, language):
        print(printable(line))
    for line in flow_lines(one, other, change, language):
        print(printable(line))
    return 0


def _write_pages(old: Document, new: Document, pdf: Path, names: tuple[str, str]) -> None:
    from blueprint.export.comparison import write_comparison
    from blueprint.export.refusal import ExportRefused

    try:
        write_comparison(old, new, pdf, current_language(), names)
    except ExportRefused as refused:
        raise Failure(refused.reason) from refused


def _pair(words: list[Path]) -> tuple[Path, Path]:
    if len(words) == GIT_ARGUMENTS:
        return words[1], words[4]
    if len(words) != 2:
        raise Failure(message("Name two files: the old one and the new one."))
    return words[0], words[1]


def _opened_or_empty(file: Path) -> Document:
    """A file that git says did not exist is an empty blueprint."""
    from blueprint.model.document import Document

    if str(file) in ("/dev/null", "nul", "NUL"):
        return Document()
    return opened(file)


def merge_files(base: Path, ours: Path, theirs: Path, output: Path | None) -> int:
    """Join what both sides did to `base`; the result goes to `output`, else to `ours`.

    Returns 0, or 1 if there were conflicts, which are printed.
    """
    from blueprint.model.comparison.merge import merge
    from blueprint.storage import SaveFailed, save_document

    merged = merge(_opened_or_empty(base), opened(ours), opened(theirs))
    target = output or ours
    try:
        save_document(merged.document, target)
    except SaveFailed as failed:
        raise Failure(failed.reason, about=str(target)) from failed
    if merged.dropped:
        complain(
            [
                message(
                    "{count} connector or comment lost its step and was left out.",
                    "{count} connectors or comments lost their step and were left out.",
                    count=len(merged.dropped),
                )
            ],
            about=str(target),
        )
    if merged.conflicts:
        complain([conflict.message for conflict in merged.conflicts], about=str(target))
    return 1 if merged.conflicts else 0
