"""What is put on the clipboard: the program's own content, a picture of it, and a table."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QMimeData

from blueprint.model.document import Document
from blueprint.model.entities import AnyEntity, Step
from blueprint.ui.tools import paste_steps

MIME: Final = "application/x-service-blueprint-steps+json"
SVG: Final = "image/svg+xml"
PNG: Final = "image/png"
MOST_DRAWN: Final = 300
"""Steps up to which a picture of them is copied along."""
PIXELS: Final = 2.0
"""A point, of the copied picture."""
_MARKS: Final = {ord(mark): " " for mark in "\t\r\n\v\f"}


def clipboard_content(document: Document, ids: Sequence[str]) -> QMimeData:
    """Steps with the flows between them, in every form that another program may ask for.

    One step alone is its label as plain text; several are a table whose cells tabs part.
    """
    content = QMimeData()
    packed = json.dumps(paste_steps.packed(document, ids), ensure_ascii=False)
    content.setData(MIME, packed.encode("utf-8"))
    if len(ids) == 1:
        content.setText(document.step(ids[0]).label)
    else:
        part = part_of(document, ids)
        rows = _table(part)
        content.setText(
            "\n".join("\t".join(cell.translate(_MARKS) for cell in row) for row in rows)
        )
        content.setHtml(_html(rows))
    if len(ids) <= MOST_DRAWN:
        _add_pictures(content, part_of(document, ids))
    return content


def part_of(document: Document, ids: Iterable[str]) -> Document:
    """A document of these steps alone, with their lanes and columns and the flows between them."""
    steps = [document.step(id).replaced(span=1) for id in ids]
    chosen = {step.id for step in steps}
    entities: list[AnyEntity] = [document.properties.replaced(title="", subtitle="")]
    entities += _frame(document, steps)
    entities += steps
    entities += [
        flow for flow in document.flows.values() if flow.source in chosen and flow.target in chosen
    ]
    shown = {step.image for step in steps}
    entities += [image for image in document.images.values() if image.id in shown]
    return Document(entities)


def _frame(document: Document, steps: list[Step]) -> list[AnyEntity]:
    lanes = {step.lane for step in steps}
    columns = {step.column for step in steps}
    kept = [column for column in document.columns if column.id in columns]
    phases = {column.phase for column in kept}
    return [
        *(lane.replaced(collapsed=False) for lane in document.lanes if lane.id in lanes),
        *(phase.replaced(collapsed=False) for id, phase in document.phases.items() if id in phases),
        *kept,
    ]


def _table(document: Document) -> list[list[str]]:
    from blueprint.storage.table.columns import DOCUMENT_PREFIX
    from blueprint.storage.table.exporting import table_of
    from blueprint.storage.table.guard import guarded

    table = table_of(document)
    kept = [n for n, name in enumerate(table.header) if not name.startswith(DOCUMENT_PREFIX)]
    return [[guarded(row[n]) for n in kept] for row in (table.header, *table.rows)]


def _html(rows: list[list[str]]) -> str:
    lines = [
        "<tr>" + "".join(f"<{tag}>{html.escape(cell)}</{tag}>" for cell in row) + "</tr>"
        for row, tag in zip(rows, ["th", *["td"] * len(rows)], strict=False)
    ]
    return f"<table>{''.join(lines)}</table>"


def _add_pictures(content: QMimeData, document: Document) -> None:
    from blueprint.export.blueprint_sheet import drawing_sheet
    from blueprint.export.exporter import Job
    from blueprint.export.png import paint_png
    from blueprint.export.svg_painter import paint_svg

    sheet = drawing_sheet(Job(document)).sheet
    content.setData(SVG, paint_svg(sheet, scale=1.0))
    content.setData(PNG, paint_png(sheet, scale=PIXELS))
