"""Two versions on paper: laid over each other, the figures of both, and every difference."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from blueprint.drawing.compose import compose
from blueprint.drawing.differences import (
    DIFFERENCE_TITLES,
    difference_colour,
    with_differences,
)
from blueprint.drawing.theme import theme
from blueprint.export.drawing_page import drawing_page
from blueprint.export.report_page import Cell, Column, Pages
from blueprint.export.saving import save_export
from blueprint.export.sheet import About, Sheet
from blueprint.i18n import Message, message, translate
from blueprint.layout.layout import Layout
from blueprint.measures.deltas import deltas, shown
from blueprint.model.comparison.matching import compare
from blueprint.model.comparison.overlay import overlaid
from blueprint.model.comparison.telling import told

if TYPE_CHECKING:
    from blueprint.model.comparison.matching import Comparison
    from blueprint.model.document import Document

_STATES: Final[Mapping[str, Message]] = {"as-is": message("As-is"), "to-be": message("To-be")}


def comparison_pdf(
    old: Document, new: Document, language: str, names: tuple[str, str] = ("", "")
) -> bytes:
    """The PDF file; `names` are what the versions are called where they have no title."""
    from blueprint.export.pdf_painter import paint_pdf

    comparison = compare(old, new)
    about = About(_title(old, new, language, names), language)
    pages = Pages(
        about,
        theme("light"),
        about.title,
        translate(message("Comparison of two blueprints"), language),
        "",
    )
    _summary(pages, old, new, comparison)
    _metrics(pages, old, new)
    _differences(pages, old, new, comparison)
    pages.turn()
    pages.add_sheet(_overlay(old, new, comparison, about, len(pages.sheets)))
    return paint_pdf(*pages.finished())


def write_comparison(
    old: Document, new: Document, path: Path, language: str, names: tuple[str, str] = ("", "")
) -> None:
    """Write it. Raises ExportRefused if that fails."""
    save_export(comparison_pdf(old, new, language, names), path)


def _title(old: Document, new: Document, language: str, names: tuple[str, str]) -> str:
    parts = []
    for document, name in zip((old, new), names, strict=True):
        properties = document.properties
        state = _STATES.get(properties.state)
        title = properties.title or name
        parts.append(f"{title} ({translate(state, language)})" if state else title)
    return " → ".join(part for part in parts if part) or translate(message("Compare"), language)


def _summary(pages: Pages, old: Document, new: Document, comparison: Comparison) -> None:
    pages.heading(message("What has changed"), pages.about.title)
    counts = [
        (pages.say(title), str(len(comparison.of(kind))))
        for kind, title in DIFFERENCE_TITLES.items()
    ]
    pages.figures(counts)


def _heads(old: Document, new: Document) -> tuple[Message, Message]:
    """What the columns of the two versions are called."""
    states = [document.properties.state for document in (old, new)]
    if len(set(states)) == 2 and all(states):
        return _STATES[states[0]], _STATES[states[1]]
    return message("Before"), message("After")


def _metrics(pages: Pages, old: Document, new: Document) -> None:
    language, currency = pages.about.language, new.properties.currency
    found = [shown(delta, language, currency) for delta in deltas(old, new)]
    if not found:
        return
    window = pages.theme.window
    before, after = _heads(old, new)
    pages.section(message("Figures"))
    colours = {1: window.ok, -1: window.error}
    columns = (
        Column(message("Metric"), 0),
        Column(before, 100, right=True),
        Column(after, 100, right=True),
        Column(message("Difference"), 100, right=True),
    )
    pages.table(
        columns,
        [
            (
                row.name,
                row.old,
                row.new,
                Cell(row.change, bold=True, colour=colours.get(row.verdict, "")),
            )
            for row in found
        ],
    )


def _differences(pages: Pages, old: Document, new: Document, comparison: Comparison) -> None:
    found = told(old, new, comparison)
    pages.section(message("Differences"))
    if not found:
        pages.paragraph(message("The two blueprints do not differ in any step."))
        return
    columns = (
        Column(message("Difference"), 76),
        Column(message("Step"), 0),
        Column(message("What became of it"), 230),
    )
    rows = [
        (
            Cell(
                pages.say(DIFFERENCE_TITLES[row.difference]),
                bold=True,
                colour=pages.theme.on_error,
                tag=difference_colour(row.difference, pages.theme),
            ),
            row.title,
            pages.say(row.detail),
        )
        for row in found
    ]
    pages.table(columns, rows)


def _overlay(
    old: Document, new: Document, comparison: Comparison, about: About, page: int
) -> Sheet:
    """The new version with what was removed, on a page of its own size."""
    over = overlaid(old, new, comparison)
    language, look = about.language, theme("light")
    layout = Layout(over.document, language)
    drawing = with_differences(
        compose(over.document, layout, look, language), over.marks, look, language
    )
    title = translate(message("Overlay of both versions"), language)
    return drawing_page(drawing, over.document, about, look, title=title, page=page)
