"""Declares the commands that measure, simulate, compare and merge."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from blueprint.commands.compare import diff_files, merge_files
from blueprint.commands.measure import measure_files
from blueprint.commands.simulate import simulate_file, sweep_file
from blueprint.commands.speaking import Failure
from blueprint.i18n import message, tr

Language = Literal["en", "zh_CN"]
Format = Literal["text", "json"]


def add_analysis(app: typer.Typer) -> None:
    """Add the commands to the application; their help is in the current language."""
    app.command("measure", help=tr("Say what blueprints amount to in figures."))(_measure)
    app.command("simulate", help=tr("Let customers run through a blueprint."))(_simulate)
    app.command("diff", help=tr("Say how two versions of a blueprint differ."))(_diff)
    app.command("merge", help=tr("Join what two people did to one blueprint."))(_merge)


def _measure(
    files: Annotated[
        list[Path],
        typer.Argument(readable=False, metavar="FILE", help=tr("Blueprints or step tables.")),
    ],
    format: Annotated[Format, typer.Option(help=tr("For people or for programs."))] = "text",
    lang: Annotated[Language | None, typer.Option(help=tr("The language of texts."))] = None,
) -> int:
    return measure_files(files, as_json=format == "json")


def _simulate(
    file: Annotated[
        Path, typer.Argument(readable=False, metavar="FILE", help=tr("A blueprint or step table."))
    ],
    *,
    customers: Annotated[int, typer.Option(min=2, help=tr("In each replication."))] = 10_000,
    replications: Annotated[int, typer.Option(min=1, help=tr("How often to repeat."))] = 10,
    seed: Annotated[int, typer.Option(help=tr("The same seed gives the same result."))] = 1,
    warm_up: Annotated[
        int | None, typer.Option(min=0, help=tr("First customers not counted; else a tenth."))
    ] = None,
    arrivals: Annotated[
        Literal["poisson", "fixed", "by_hour"] | None,
        typer.Option(help=tr("How customers arrive; else as the document says.")),
    ] = None,
    impatient: Annotated[
        bool, typer.Option("--impatient", help=tr("Customers give up beyond their tolerance."))
    ] = False,
    sweep: Annotated[
        str | None,
        typer.Option(
            metavar="WHAT=VALUES",
            help=tr("What if: “servers:TITLE=1..4”, “demand=20,24” or “durations=80%,100%”."),
        ),
    ] = None,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help=tr("Of a Dask cluster to run on."))
    ] = None,
    format: Annotated[Format, typer.Option(help=tr("For people or for programs."))] = "text",
    lang: Annotated[Language | None, typer.Option(help=tr("The language of texts."))] = None,
) -> int:
    from blueprint.measures.simulation import Settings

    settings = Settings(customers, replications, seed, warm_up, arrivals, impatient=impatient)
    if sweep is not None:
        return sweep_file(file, sweep, settings, scheduler, as_json=format == "json")
    return simulate_file(file, settings, scheduler, as_json=format == "json")


def _diff(
    files: Annotated[
        list[Path],
        typer.Argument(readable=False, metavar="OLD NEW", help=tr("The old version and the new.")),
    ],
    format: Annotated[
        Literal["text", "json", "pdf"] | None,
        typer.Option(help=tr("For people, for programs or for paper; else by the ending of OUT.")),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", readable=False, metavar="OUT", help=tr("The PDF file.")),
    ] = None,
    lang: Annotated[Language | None, typer.Option(help=tr("The language of texts."))] = None,
) -> int:
    return diff_files(files, as_json=format == "json", pdf=_pdf_of(files, format, output))


def _pdf_of(files: list[Path], format: str | None, output: Path | None) -> Path | None:
    """Where a PDF file goes, if one is asked for; beside the new version if nowhere is named."""
    if format == "pdf" or (output is not None and format is None):
        return output or files[-1].with_name(f"{files[-1].stem}.diff.pdf")
    if output is not None:
        raise Failure(message("“-o” names a PDF file; leave “--format” out or say “pdf”."))
    return None


def _merge(
    base: Annotated[
        Path, typer.Argument(readable=False, metavar="BASE", help=tr("What both began with."))
    ],
    ours: Annotated[Path, typer.Argument(readable=False, metavar="OURS", help=tr("Our version."))],
    theirs: Annotated[
        Path, typer.Argument(readable=False, metavar="THEIRS", help=tr("Their version."))
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", readable=False, metavar="FILE", help=tr("The result; else OURS.")
        ),
    ] = None,
    lang: Annotated[Language | None, typer.Option(help=tr("The language of texts."))] = None,
) -> int:
    return merge_files(base, ours, theirs, output)
