"""`blueprint import` and `blueprint new`: both end with a `.blueprint` file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from blueprint.commands.reading import opened
from blueprint.commands.speaking import Failure
from blueprint.i18n import message, tr

if TYPE_CHECKING:
    from blueprint.model.document import Document

SUFFIX = ".blueprint"


def import_table(table: Path, output: Path | None) -> None:
    """Save the document in `table` as `output`. Raises Failure, with nothing left behind."""
    target = _target(output or table.with_suffix(SUFFIX))
    document = opened(table)
    _save(document, target)
    print(
        tr(
            "“{name}” has {steps} steps and {flows} flows.",
            name=target,
            steps=len(document.steps),
            flows=len(document.flows),
        )
    )


def new_file(template: str, output: Path, language: str, *, replace: bool) -> None:
    """Save a new document made from `template` as `output`."""
    target = _target(output)
    if target.exists() and not replace:
        raise Failure(message("“{name}” exists already; give --force to replace it.", name=target))
    _save(_from_template(template, language), target)
    print(tr("“{name}” is ready.", name=target))


def templates() -> str:
    """What can be asked for with --template, for people to read."""
    from blueprint.storage.shipped import template_names

    return ", ".join(template_names())


def _from_template(name: str, language: str) -> Document:
    from blueprint.storage import Unreadable
    from blueprint.storage.shipped import open_template

    try:
        return open_template(name, language)
    except Unreadable as unknown:
        raise Failure(*unknown.messages) from unknown


def _target(output: Path) -> Path:
    if output.suffix.lower() != SUFFIX:
        raise Failure(
            message("The name of a blueprint ends in “.blueprint”, not like “{name}”.", name=output)
        )
    if not output.parent.is_dir():
        raise Failure(message("There is no folder “{name}”.", name=output.parent))
    return output


def _save(document: Document, target: Path) -> None:
    from blueprint.storage import SaveFailed, save_document

    try:
        save_document(document, target)
    except SaveFailed as failed:
        raise Failure(failed.reason) from failed
