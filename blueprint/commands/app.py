"""Declares the commands, their arguments and their help, in the language of the user.

Typer evaluates the annotations when the application is called, and so after the language is
chosen.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from blueprint.commands.analysis import add_analysis
from blueprint.commands.check import check_files
from blueprint.commands.create import import_table, new_file, templates
from blueprint.commands.export import export_files
from blueprint.commands.helping import SpokenCommand, SpokenGroup
from blueprint.commands.lessons import add_lessons
from blueprint.i18n import current_language, tr

Language = Literal["en", "zh_CN"]


def make_app() -> typer.Typer:
    """The application; its help is in the current language."""
    app = typer.Typer(
        name="blueprint",
        cls=SpokenGroup,
        help=tr("Draw, check and print service blueprints."),
        epilog=tr("“blueprint FILE” opens a blueprint or a step table in the designer."),
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.command("import", help=tr("Turn a step table (CSV, TSV, XLSX) into a blueprint."))(_import)
    app.command("check", help=tr("Report what the rules find in blueprints or tables."))(_check)
    app.command("export", help=tr("Draw blueprints or tables into files."))(_export)
    app.command("report", help=tr("Write a report: drawing, catalogue, figures, findings."))(
        _report
    )
    app.command("new", help=tr("Make a new blueprint from a template."))(_new)
    add_analysis(app)
    add_lessons(app)
    for command in app.registered_commands:
        command.cls = SpokenCommand
    return app


def _import(
    table: Annotated[
        Path, typer.Argument(readable=False, metavar="TABLE", help=tr("A step table."))
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            readable=False,
            metavar="FILE",
            help=tr("The blueprint; else named like the table."),
        ),
    ] = None,
    lang: Annotated[Language | None, typer.Option(help=tr("The language of texts."))] = None,
) -> int:
    import_table(table, output)
    return 0


def _check(
    files: Annotated[
        list[Path],
        typer.Argument(readable=False, metavar="FILE", help=tr("Blueprints or step tables.")),
    ],
    format: Annotated[
        Literal["text", "json"], typer.Option(help=tr("For people or for programs."))
    ] = "text",
    fail_on: Annotated[
        Literal["error", "warning", "hint", "never"],
        typer.Option(help=tr("The least grave finding that makes the exit code 1.")),
    ] = "error",
    as_is: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help=tr("The as-is that a to-be is compared with.")),
    ] = None,
    lang: Annotated[Language | None, typer.Option(help=tr("The language of texts."))] = None,
) -> int:
    return check_files(files, as_json=format == "json", fail_on=fail_on, as_is=as_is)


def _export(
    files: Annotated[
        list[Path],
        typer.Argument(readable=False, metavar="FILE", help=tr("Blueprints or step tables.")),
    ],
    *,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            readable=False,
            metavar="OUT",
            help=tr("The file, or the folder for several files."),
        ),
    ],
    format: Annotated[
        str | None,
        typer.Option(
            metavar="FORMAT",
            help=tr("Such as pdf, svg or png; else by the ending of OUT."),
        ),
    ] = None,
    page: Annotated[
        str | None,
        typer.Option(
            metavar="SIZE", help=tr("A paper size such as A3; else as large as the drawing.")
        ),
    ] = None,
    landscape: Annotated[
        bool | None,
        typer.Option("--landscape/--portrait", help=tr("Else by the drawing's shape.")),
    ] = None,
    theme: Annotated[
        Literal["light", "mono"], typer.Option(help=tr("In colour, or black and white."))
    ] = "light",
    scale: Annotated[
        float, typer.Option(metavar="TIMES", min=0.1, max=20, help=tr("Enlarges SVG and PNG."))
    ] = 1.0,
    transparent: Annotated[
        bool, typer.Option("--transparent", help=tr("PNG and SVG without a background."))
    ] = False,
    notes: Annotated[
        bool, typer.Option("--notes/--no-notes", help=tr("With sticky notes, or without."))
    ] = True,
    lang: Annotated[Language | None, typer.Option(help=tr("The language of texts."))] = None,
) -> int:
    from blueprint.export.exporter import ExportOptions

    orientation: Literal["landscape", "portrait"] | None = None
    if landscape is not None:
        orientation = "landscape" if landscape else "portrait"
    options = ExportOptions(
        page=page,
        orientation=orientation,
        language=lang,
        theme=theme,
        scale=scale,
        transparent=transparent,
        notes=notes,
    )
    return export_files(files, output, options, format)


def _report(
    files: Annotated[
        list[Path],
        typer.Argument(readable=False, metavar="FILE", help=tr("Blueprints or step tables.")),
    ],
    *,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            readable=False,
            metavar="OUT",
            help=tr("The file, or the folder for several files."),
        ),
    ],
    theme: Annotated[
        Literal["light", "mono"], typer.Option(help=tr("In colour, or black and white."))
    ] = "light",
    lang: Annotated[Language | None, typer.Option(help=tr("The language of texts."))] = None,
) -> int:
    from blueprint.export.exporter import ExportOptions

    return export_files(files, output, ExportOptions(language=lang, theme=theme), "report")


def _new(
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", readable=False, metavar="FILE", help=tr("The new blueprint.")
        ),
    ],
    template: Annotated[
        str,
        typer.Option(metavar="NAME", help=tr("One of: {known}.", known=templates())),
    ] = "blank",
    force: Annotated[
        bool, typer.Option("--force", help=tr("Replace a file of that name."))
    ] = False,
    lang: Annotated[Language | None, typer.Option(help=tr("The language of texts."))] = None,
) -> int:
    new_file(template, output, lang or current_language(), replace=force)
    return 0
