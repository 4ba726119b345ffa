"""One door for every export: which formats there are, what can be asked of them, and the file.

A format is one module of `blueprint.export` that binds `EXPORTER`; menus, dialogs and the
command line read the registry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from blueprint.collector import collector_off
from blueprint.export.refusal import ExportRefused
from blueprint.export.saving import save_export
from blueprint.i18n import Message, message
from blueprint.layout.fonts import lacks
from blueprint.registry import discover

if TYPE_CHECKING:
    from blueprint.model.document import Document
    from blueprint.rules.finding import Finding

PaperTheme = str
"""A theme for light paper: "light", "mono", or one of the user's own."""
Orientation = Literal["landscape", "portrait"]
Progress = Callable[[float], None]
"""Told how much is done, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What a user may ask of an export; formats pass over what does not concern them."""

    page: str | None = None
    """Name of a paper size (see `paper.PAPER`); None: as large as the drawing."""
    orientation: Orientation | None = None
    """None: by the drawing's shape."""
    language: str | None = None
    """None: the document's."""
    theme: PaperTheme = "light"
    scale: float = 1.0
    """Pixels a point in PNG; how much larger in SVG."""
    transparent: bool = False
    framed: bool | None = None
    """Whether heading, legend and title block are shown; None: as the format has it."""
    margin: float | None = None
    """Points round a page of A3, more on larger ones; None: as the page has it."""
    notes: bool = True
    """Whether sticky notes are shown."""


def _unheard(_done: float) -> None:
    """Progress that nobody follows."""


@dataclass(frozen=True, slots=True)
class Job:
    """A document to be exported, and how."""

    document: Document
    options: ExportOptions = ExportOptions()
    findings: Sequence[Finding] = ()
    progress: Progress = field(default=_unheard)

    def __post_init__(self) -> None:
        if not self.options.notes:
            from blueprint.model.edits.stickies import without_stickies

            object.__setattr__(self, "document", without_stickies(self.document))

    @property
    def language(self) -> str:
        """The language of everything in the file that the program writes."""
        return self.options.language or self.document.properties.language


@dataclass(frozen=True, slots=True)
class Exported:
    """The bytes of a file, and what the user should know of it."""

    content: bytes
    notices: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format that documents can be exported to."""

    name: str
    """As it is written on the command line."""
    suffix: str
    """Of files, with its dot."""
    title: Message
    media_type: str
    write: Callable[[Job], Exported]


@cache
def exporters() -> dict[str, Exporter]:
    """All formats by name."""
    found = discover("blueprint.export", "EXPORTER", Exporter)
    return {exporter.name: exporter for exporter in found}


def exporter_for(path: Path, format: str | None = None) -> Exporter:
    """The format named, or else the one that the name of `path` ends like.

    Raises ExportRefused if there is none.
    """
    for exporter in exporters().values():
        if exporter.name == format or (not format and path.suffix.lower() == exporter.suffix):
            return exporter
    known = ", ".join(exporters())
    wanted = format or path.suffix or path.name
    raise ExportRefused(
        message("There is no export as “{format}”; there are: {known}.", format=wanted, known=known)
    )


def export(
    document: Document,
    path: Path,
    options: ExportOptions | None = None,
    *,
    format: str | None = None,
    findings: Sequence[Finding] = (),
    progress: Progress = _unheard,
) -> tuple[Message, ...]:
    """Write `document` to `path` in the format named or in the one its name ends like.

    The file holds its old bytes or the new ones, never a part. Returns what the user should
    know. Raises ExportRefused.
    """
    exporter = exporter_for(path, format)
    chosen = options if options is not None else ExportOptions()
    with collector_off():
        exported = exporter.write(Job(document, chosen, findings, progress))
    save_export(exported.content, path)
    progress(1.0)
    return (*exported.notices, *_missing_pictures(document, exporter))


def _missing_pictures(document: Document, exporter: Exporter) -> Iterator[Message]:
    """A PDF holds the drawing's font alone; elsewhere the reader's fonts help out."""
    if exporter.media_type != "application/pdf":
        return
    labels = [step.label for step in document.steps.values()]
    labels += [flow.label for flow in document.flows.values()]
    missing = lacks("".join(label for label in labels if not label.isascii()))
    if missing:
        yield message(
            "An empty box stands for {characters}, which the drawing's font has no picture for.",
            characters=" ".join(missing),
        )
