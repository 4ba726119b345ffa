"""Everything that a layout says of a document, for comparing two layouts point by point."""

from __future__ import annotations

from blueprint.layout.geometry import Connector
from blueprint.layout.layout import Layout
from blueprint.model.document import Document


def said(layout: Layout, document: Document) -> dict[str, object]:
    """Bands, cards, connectors with labels and jumps, and evidence links, by name."""
    found: dict[str, object] = {
        "size": layout.size,
        "lanes": layout.lanes,
        "columns": layout.columns,
        "lines": layout.lines,
        "phases": layout.phases,
        "evidence": layout.evidence_links(),
    }
    found.update({id: layout.card(id) for id in document.steps if layout.shows_step(id)})
    found.update({id: layout.connector(id) for id in document.flows if layout.shows_flow(id)})
    return found


def differences(layout: Layout, other: Layout, document: Document) -> list[str]:
    """The names of what two layouts of one document say differently."""
    one, two = said(layout, document), said(other, document)
    return [name for name in one.keys() | two.keys() if one.get(name) != two.get(name)]


def shape(connector: Connector) -> object:
    """A connector without its place: moved as one piece, it stays equal."""
    x, y = connector.points[0]
    label = connector.label
    return (
        [(round(p.x - x, 6), round(p.y - y, 6)) for p in connector.points],
        [(round(p.x - x, 6), round(p.y - y, 6)) for p in connector.jumps],
        label and (round(label.box.x - x, 2), round(label.box.y - y, 2), label.text),
    )
