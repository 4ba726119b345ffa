"""Declares the commands of teachers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from blueprint.commands.helping import SpokenCommand, SpokenGroup
from blueprint.commands.lesson import check_lessons, mark_files
from blueprint.i18n import tr

Language = Literal["en", "zh_CN"]


def add_lessons(app: typer.Typer) -> None:
    """Add `lesson` with its two commands; their help is in the current language."""
    made = typer.Typer(
        cls=SpokenGroup,
        help=tr("Check lessons, and mark what students drew."),
        rich_markup_mode=None,
        no_args_is_help=True,
    )
    made.callback()(_group)
    made.command("check", help=tr("Say what should be put right in lesson files."))(_check)
    made.command("mark", help=tr("Mark blueprints by the checks of a lesson."))(_mark)
    for command in made.registered_commands:
        command.cls = SpokenCommand
    app.add_typer(made, name="lesson")


def _group(
    lang: Annotated[Language | None, typer.Option(help=tr("The language of texts."))] = None,
) -> None:
    """The language has been chosen before any command runs."""


def _check(
    files: Annotated[
        list[Path], typer.Argument(readable=False, metavar="FILE", help=tr("Lesson files."))
    ],
    lang: Annotated[Language | None, typer.Option(help=tr("The language of texts."))] = None,
) -> int:
    return check_lessons(files)


def _mark(
    lesson: Annotated[
        Path,
        typer.Argument(
            readable=False,
            metavar="LESSON",
            help=tr("A lesson file, or the number of a lesson that comes with the program."),
        ),
    ],
    files: Annotated[
        list[Path],
        typer.Argument(
            readable=False, metavar="FILE", help=tr("Blueprints, step tables, or folders of them.")
        ),
    ],
    format: Annotated[
        Literal["text", "csv", "json"], typer.Option(help=tr("For people or for programs."))
    ] = "text",
    lang: Annotated[Language | None, typer.Option(help=tr("The language of texts."))] = None,
) -> int:
    return mark_files(lesson, files, format=format)
