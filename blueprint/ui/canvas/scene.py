"""Paints the part of a drawing that is asked for, as finely as its zoom can show.

What stands where is asked of the layout's index, so the cost follows what is visible. Pictures
of cards are kept as long as they look the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPixmap, QTransform

from blueprint.drawing.annotations import annotation_groups
from blueprint.drawing.cards import BADGE_REACH, badge_group, card_group
from blueprint.drawing.compose import comment_counts, first_said, worst_severities
from blueprint.drawing.connectors import flow_groups
from blueprint.drawing.detail import Detail, detail_at
from blueprint.drawing.differences import dressed, with_tag
from blueprint.drawing.ground import evidence_link_groups, ground_groups
from blueprint.drawing.primitives import Group
from blueprint.drawing.qt import DecodedImages, paint, paint_group
from blueprint.drawing.theme import Theme
from blueprint.layout.geometry import Box, Connector, EvidenceLink, Moved, Point
from blueprint.layout.layout import Layout
from blueprint.layout.standing import Shift
from blueprint.model.change import Change
from blueprint.model.comparison.matching import Difference
from blueprint.model.document import Document
from blueprint.model.entities import Comment, Flow, Step
from blueprint.model.notation import LaneRole
from blueprint.rules import Finding
from blueprint.ui.canvas.far import paint_blocks
from blueprint.ui.canvas.ground import GroundWindow
from blueprint.ui.canvas.view import View

MOST_PICTURES: Final = 3_000
_SUMMED_UP: Final = (LaneRole.EMOTION, LaneRole.METRIC, LaneRole.CHANNEL)
"""Lanes that sum up what stands in other lanes."""
FLOW_REACH: Final = 14.0
"""How far a flow's head, arch or label may reach beyond its course."""


@dataclass(frozen=True, slots=True)
class _Picture:
    """A card with its badges as pixels; `look` is what it depends on."""

    look: tuple[object, ...]
    pixels: QPixmap
    reach: float


class Scene:
    """The drawing of one document, painted piece by piece.

    `differences` are those of its steps from another version.
    """

    def __init__(
        self,
        document: Document,
        layout: Layout,
        theme: Theme,
        differences: Mapping[str, Difference] | None = None,
    ) -> None:
        self._differences = differences or {}
        self.document = document
        self.layout = layout
        self.theme = theme
        self._zoom = 0.0
        self._ratio = 1.0
        self._pictures: dict[str, _Picture] = {}
        self._painted: dict[str, Box] = {}
        self._links: dict[float, Box] = {}
        self._flows: dict[str, tuple[Connector, Flow, Detail, tuple[Group, ...]]] = {}
        self._remarks: tuple[Detail, tuple[Group, ...]] | None = None
        self._markers: dict[str, str] = {}
        self._comments: Counter[str] = comment_counts(document)
        self._said = first_said(document)
        self._lifted: frozenset[str] = frozenset()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self._pictures.clear()
        self._flows.clear()
        self._remarks = None

    def take(
        self, change: Change, moved: Moved, shift: Shift | None = None
    ) -> tuple[list[Box], list[Box] | None]:
        """Follow a change; the boxes to paint at once, and those to paint after them.

        The latter are None if everything is to be painted anew. `shift` tells where the pieces
        of the old drawing have gone.
        """
        self._remarks = None
        self._comments = comment_counts(self.document)
        self._said = first_said(self.document)
        eye = self._attached(change)
        cards = self._boxes_of(id for id in change.entries if self.layout.shows_step(id))
        first = [*cards, *self._both_places(eye, shift)]
        if moved.everything or moved.shifted or not self._is_local(change):
            self._painted.clear()
            self._links.clear()
            return first, None
        named = {*moved.steps, *moved.flows, *_commented(change)} - eye
        others = self._both_places(named, None)
        remarks = [band.box for band in self.layout.lanes if band.role in _SUMMED_UP]
        return first, [*others, *self._links_of([*first, *others]), *remarks]

    def _attached(self, change: Change) -> set[str]:
        """What a change names, and the flows of its steps: where the eye is."""
        named = set(change.entries)
        for id in change.entries:
            if id in self.document.steps:
                flows = [*self.document.outgoing(id), *self.document.incoming(id)]
                named.update(flow.id for flow in flows)
        return named

    def _both_places(self, ids: Iterable[str], shift: Shift | None) -> list[Box]:
        """Where things were painted, and where they stand now."""
        ids = list(ids)
        before = [self._painted.pop(id) for id in ids if id in self._painted]
        for id in ids:
            if id in self._flows:
                before += _strips(self._flows[id][0])
        if shift is not None:
            before = [shift.followed(box) for box in before]
        return [*before, *self._boxes_of(ids)]

    def _links_of(self, boxes: list[Box]) -> list[Box]:
        """The links from evidence in the columns of these boxes, as painted and as they are."""
        found = []
        for box in boxes:
            found += [strip for x, strip in self._links.items() if box.x <= x <= box.right]
            found += [_link_strip(link) for link in self.layout.evidence_links(box)]
        return found

    def lift(self, ids: frozenset[str]) -> list[Box]:
        """Leave these steps and flows out, as something else shows them; the boxes to repaint."""
        changed = ids ^ self._lifted
        self._lifted = ids
        return self._boxes_of(changed)

    def take_findings(self, findings: Iterable[Finding]) -> list[Box]:
        """Show other problem markers; the boxes to paint anew."""
        markers = worst_severities(findings)
        changed = {
            id for id in {*markers, *self._markers} if markers.get(id) != self._markers.get(id)
        }
        self._markers = markers
        return self._boxes_of(changed)

    def paint(self, painter: QPainter, box: Box, view: View) -> None:
        """Paint a box of the drawing; the painter is in pixels of the window and clipped."""
        self._settle(view, painter.device().devicePixelRatioF())
        detail = detail_at(view.zoom)
        window = painter.transform()
        painter.setTransform(
            QTransform(
                view.zoom,
                0,
                0,
                view.zoom,
                view.left - view.x * view.zoom,
                view.top - view.y * view.zoom,
            ),
            True,
        )
        _paint_groups(
            painter,
            ground_groups(
                GroundWindow(self.layout, self.theme, box), self.theme, right=box.right + 8
            ),
            box,
        )
        if detail is Detail.BLOCKS:
            paint_blocks(
                painter,
                self.document,
                self.layout,
                self.theme,
                box,
                differences=self._differences,
                markers=self._markers,
            )
            _paint_groups(painter, self._remark_groups(detail), box)
            return
        links = self.layout.evidence_links(box.grown(FLOW_REACH))
        _paint_groups(painter, evidence_link_groups(links, self.theme), box)
        self._links |= {link.start.x: _link_strip(link) for link in links}
        labels = self._paint_flows(painter, box, detail)
        drawing = painter.transform()
        painter.setTransform(window)
        self._paint_cards(painter, box, view, detail)
        painter.setTransform(drawing)
        _paint_groups(painter, labels, box)
        _paint_groups(painter, self._remark_groups(detail), box)

    def paint_badges(self, painter: QPainter, step: str, view: View) -> None:
        """Paint a card's badges once more, above the ring round it."""
        badges = self._badges(self.document.step(step), detail_at(view.zoom))
        if badges is None:
            return
        painter.save()
        painter.translate(*view.to_screen(badges.x, badges.y))
        painter.scale(view.zoom, view.zoom)
        paint(painter, badges.primitives)
        painter.restore()

    def paint_card(self, painter: QPainter, step: str, zoom: float, at: Point) -> None:
        """Paint one card with its top left at a point, in pixels."""
        picture = self._picture(step, zoom, detail_at(zoom))
        if picture is not None:
            reach = picture.reach * zoom
            painter.drawPixmap(QPointF(at.x - reach, at.y - reach), picture.pixels)

    # --- inside ----------------------------------------------------------------------------

    def _settle(self, view: View, ratio: float) -> None:
        if view.zoom != self._zoom or ratio != self._ratio or len(self._pictures) > MOST_PICTURES:
            self._zoom, self._ratio = view.zoom, ratio
            self._pictures.clear()
        if len(self._painted) > 10 * MOST_PICTURES:
            self._painted.clear()
            self._flows.clear()

    def _is_local(self, change: Change) -> bool:
        """Whether a change concerns steps, flows and remarks alone."""
        kinds = {"step", "flow", "comment", "dismissal", "image", "resource"}
        return all(
            entity is None or entity.kind_name in kinds
            for pair in change.entries.values()
            for entity in pair
        )

    def _boxes_of(self, ids: Iterable[str]) -> list[Box]:
        boxes = []
        for id in ids:
            if self.layout.shows_step(id):
                boxes.append(self.layout.box(id).grown(BADGE_REACH))
            elif self.layout.shows_flow(id):
                boxes += _strips(self.layout.connector(id))
        return boxes

    def _remark_groups(self, detail: Detail) -> tuple[Group, ...]:
        """Rows that show values instead of cards: feelings, time used."""
        if self._remarks is None or self._remarks[0] is not detail:
            language = self.document.properties.language
            groups = annotation_groups(
                self.document, self.layout, self.theme, language, detail=detail
            )
            self._remarks = detail, tuple(groups)
        return self._remarks[1]

    def _paint_flows(self, painter: QPainter, box: Box, detail: Detail) -> list[Group]:
        """Paint the courses; the labels, to be painted above the cards."""
        labels: list[Group] = []
        for id in self.layout.flows_in(box.grown(FLOW_REACH)):
            if id in self._lifted:
                continue
            line, *label = self._flow(id, detail)
            _paint_groups(painter, (line,), box)
            labels += label
        return labels

    def _flow(self, id: str, detail: Detail) -> tuple[Group, ...]:
        """A flow's groups, composed anew only where its course or its words have changed."""
        connector, flow = self.layout.connector(id), self.document.flow(id)
        known = self._flows.get(id)
        if known is not None and known[0] is connector and known[1] is flow and known[2] is detail:
            return known[3]
        language = self.document.properties.language
        groups = flow_groups(self.document, self.layout, self.theme, language, id, detail=detail)
        self._flows[id] = connector, flow, detail, groups
        return groups

    def _paint_cards(self, painter: QPainter, box: Box, view: View, detail: Detail) -> None:
        """The painter is in pixels of the window."""
        for id in self.layout.steps_in(box.grown(BADGE_REACH)):
            picture = None if id in self._lifted else self._picture(id, view.zoom, detail)
            if picture is None:
                continue
            card = self.layout.box(id)
            x, y = view.to_screen(card.x - picture.reach, card.y - picture.reach)
            ratio = self._ratio
            at = QPointF(round(x * ratio) / ratio, round(y * ratio) / ratio)
            painter.drawPixmap(at, picture.pixels)
            self._painted[id] = card.grown(BADGE_REACH)

    def _picture(self, id: str, zoom: float, detail: Detail) -> _Picture | None:
        step = self.document.step(id)
        box = self.layout.box(id)
        look = (
            step,
            self.document.lane(step.lane),
            self.document.properties,
            box.width,
            box.height,
            self._markers.get(id),
            self._comments.get(id),
            self._said.get(id),
        )
        known = self._pictures.get(id)
        if known is not None and _same(known.look, look):
            return known
        made = self._pictured(step, look, zoom, detail)
        if made is not None:
            self._pictures[id] = made
        return made

    def _badges(self, step: Step, detail: Detail) -> Group | None:
        return badge_group(
            self.document,
            self.layout,
            self.theme,
            step.id,
            detail=detail,
            marker=self._markers.get(step.id),
            comments=self._comments.get(step.id, 0),
            said=self._said.get(step.id, ""),
        )

    def _pictured(
        self, step: Step, look: tuple[object, ...], zoom: float, detail: Detail
    ) -> _Picture | None:
        language = self.document.properties.language
        card = card_group(self.document, self.layout, self.theme, language, step.id, detail=detail)
        badges = self._badges(step, detail)
        if difference := self._differences.get(step.id):
            card = dressed(card, difference, self.theme)
            badges = with_tag(card, badges, difference, self.theme)
        if not card.primitives and badges is None:
            return None
        reach = BADGE_REACH if badges is not None else 3.0
        scale = zoom * self._ratio
        width = ceil((card.bounds.width + 2 * reach) * scale)
        height = ceil((card.bounds.height + 2 * reach) * scale)
        pixels = QPixmap(width, height)
        pixels.fill("#00000000")
        painter = QPainter(pixels)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        try:
            painter.scale(scale, scale)
            painter.translate(reach, reach)
            paint(painter, card.primitives, DecodedImages(self.document.images))
            if badges is not None:
                paint(painter, badges.primitives)
        finally:
            painter.end()
        pixels.setDevicePixelRatio(self._ratio)
        return _Picture(look, pixels, reach)


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Whether two looks are alike: the entities are the very same, the rest is equal."""
    return all(a is b for a, b in zip(one[:3], other[:3], strict=True)) and one[3:] == other[3:]


def _paint_groups(painter: QPainter, groups: Iterable[Group], box: Box) -> None:
    for group in groups:
        bounds = group.bounds
        placed = Box(group.x + bounds.x, group.y + bounds.y, bounds.width, bounds.height)
        if placed.meets(box):
            paint_group(painter, group)


def _commented(change: Change) -> Iterator[str]:
    """Ids of what the comments in a change are about."""
    for pair in change.entries.values():
        yield from (entity.about for entity in pair if isinstance(entity, Comment))


def _link_strip(link: EvidenceLink) -> Box:
    """All that a link from evidence may cover."""
    height = link.end.y - link.start.y
    return Box(link.start.x, link.start.y, 0, height).grown(FLOW_REACH)


def _strips(connector: Connector) -> list[Box]:
    """A box round each piece of a flow, and one round its label."""
    boxes = []
    for a, b in zip(connector.points, connector.points[1:], strict=False):
        piece = Box(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y))
        boxes.append(piece.grown(FLOW_REACH))
    if connector.label is not None:
        boxes.append(connector.label.box.grown(2))
    return boxes
