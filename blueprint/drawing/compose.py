"""A document and its layout become a drawing: groups of primitives, one or two an entity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Protocol

from blueprint.drawing.annotations import annotation_groups
from blueprint.drawing.cards import badge_group, card_group
from blueprint.drawing.connectors import flow_groups
from blueprint.drawing.detail import Detail, detail_at
from blueprint.drawing.ground import PlacesGround, evidence_groups, ground_groups
from blueprint.drawing.headers import header_groups
from blueprint.drawing.primitives import Drawing, Group, Layer
from blueprint.drawing.theme import Theme, theme
from blueprint.layout.geometry import Card, Connector
from blueprint.model.document import Document

__all__ = [
    "Detail",
    "annotation_groups",
    "badge_group",
    "card_group",
    "comment_counts",
    "compose",
    "detail_at",
    "evidence_groups",
    "first_said",
    "flow_groups",
    "ground_groups",
    "header_groups",
    "theme",
    "worst_severities",
]

_LAYERS: Final = {layer: place for place, layer in enumerate(Layer)}
_SEVERITIES: Final = ("hint", "warning", "error")


class Places(PlacesGround, Protocol):
    """What of a layout a drawing is made from."""

    def card(self, id: str, /) -> Card: ...

    def connector(self, id: str, /) -> Connector: ...

    def shows_step(self, id: str, /) -> bool: ...

    def shows_flow(self, id: str, /) -> bool: ...


class Found(Protocol):
    """What of a finding the drawing shows."""

    @property
    def severity(self) -> str: ...

    @property
    def steps(self) -> Sequence[str]: ...


def compose(
    document: Document,
    layout: Places,
    theme: Theme,
    language: str,
    findings: Iterable[Found] = (),
    *,
    detail: Detail = Detail.FULL,
) -> Drawing:
    """The whole blueprint, its groups in the order in which they are painted.

    Times, money and the names of roles and lines are written in `language`. `findings` put
    markers on the steps that they name.
    """
    width, height = layout.size
    groups = [
        *ground_groups(layout, theme),
        *evidence_groups(layout, theme),
        *_flows(document, layout, theme, language, detail),
        *_cards(document, layout, theme, language, detail),
        *_badges(document, layout, theme, worst_severities(findings), detail),
        *annotation_groups(document, layout, theme, language, detail=detail),
        *header_groups(document, layout, theme, language),
    ]
    groups.sort(key=lambda group: _LAYERS[group.layer])
    return Drawing(width, height, theme.window.sheet, tuple(groups))


def _flows(
    document: Document, layout: Places, theme: Theme, language: str, detail: Detail
) -> Iterator[Group]:
    for id in document.flows:
        if layout.shows_flow(id):
            yield from flow_groups(document, layout, theme, language, id, detail=detail)


def _cards(
    document: Document, layout: Places, theme: Theme, language: str, detail: Detail
) -> Iterator[Group]:
    for id in document.steps:
        if layout.shows_step(id):
            card = card_group(document, layout, theme, language, id, detail=detail)
            if card.primitives:
                yield card


def _badges(
    document: Document, layout: Places, theme: Theme, markers: dict[str, str], detail: Detail
) -> Iterator[Group]:
    counts, said = comment_counts(document), first_said(document)
    for id in document.steps:
        if layout.shows_step(id):
            marker, comments = markers.get(id), counts[id]
            found = badge_group(
                document,
                layout,
                theme,
                id,
                detail=detail,
                marker=marker,
                comments=comments,
                said=said.get(id, ""),
            )
            if found is not None:
                yield found


def worst_severities(findings: Iterable[Found]) -> dict[str, str]:
    """The severity of the worst finding that names each step."""
    worst: dict[str, str] = {}
    for finding in findings:
        if finding.severity not in _SEVERITIES:
            continue
        rank = _SEVERITIES.index(finding.severity)
        for step in finding.steps:
            if rank >= _SEVERITIES.index(worst.get(step, "hint")):
                worst[step] = _SEVERITIES[rank]
    return worst


def first_said(document: Document) -> dict[str, str]:
    """The oldest open comment about each entity."""
    still_open = [found for found in document.comments.values() if not found.resolved]
    still_open.sort(key=lambda found: (found.written, found.id), reverse=True)
    return {found.about: found.text for found in still_open}


def comment_counts(document: Document) -> Counter[str]:
    """How many comments about each entity are still open."""
    return Counter(comment.about for comment in document.comments.values() if not comment.resolved)
