"""Puts a blueprint on a page: the drawing as large as it fits, with its furniture around it."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from typing import TYPE_CHECKING

from blueprint.drawing.compose import compose
from blueprint.drawing.theme import theme
from blueprint.export.bookmarks import bookmarks_of
from blueprint.export.exporter import Job
from blueprint.export.foot import ABOVE, Foot
from blueprint.export.frame import Frame, placed
from blueprint.export.furniture import HEADING, heading
from blueprint.export.least_widths import with_visible_lines
from blueprint.export.paper import (
    CARD_TEXT,
    LEAST_TEXT,
    MOST_POINTS,
    PAPER,
    Room,
    furniture_scale,
    larger_papers,
    page_size,
    paper_named,
    small_text_notice,
)
from blueprint.export.refusal import ExportRefused
from blueprint.export.sheet import About, Piece, Sheet
from blueprint.export.wording import kind_of, title_of
from blueprint.i18n import Message, message, translate
from blueprint.layout.layout import Layout
from blueprint.model.change import removing, replacing

if TYPE_CHECKING:
    from blueprint.drawing.primitives import Drawing
    from blueprint.model.document import Document
    from blueprint.model.entities import Properties

MARGIN = 34.0
FOOT_GAP = 16.0 + ABOVE
"""From the drawing's bottom to the top of legend and title block."""
_LEAST_INNER_WIDTH = 600.0
_MOST_SPREAD = 1.0
"""How much higher than it needs to be a drawing may be made to fill a page."""
_WORTH_SPREADING = 8.0


@dataclass(frozen=True, slots=True)
class Made:
    """A sheet, and what the user should know of it."""

    sheet: Sheet
    notices: tuple[Message, ...] = ()
    scale: float = 1.0
    """Of the drawing."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A document, laid out and drawn."""

    document: Document
    layout: Layout
    drawing: Drawing


def drawing_sheet(job: Job) -> Made:
    """The drawing alone, as large as it is."""
    drawn = _drawn(job, job.document)
    drawing = drawn.drawing
    scale = min(1.0, MOST_POINTS / max(drawing.width, drawing.height, 1.0))
    width, height = max(1.0, drawing.width * scale), max(1.0, drawing.height * scale)
    sheet = _sheet(job, drawn, (width, height), (Piece(drawing.groups, 0, 0, scale),))
    return Made(sheet, scale=scale)


def drawing_of(job: Job) -> Drawing:
    """The drawing of a job, as large as it is."""
    return _drawn(job, job.document).drawing


def plain_sheet(job: Job) -> Made:
    """The drawing in the middle of a paper, with nothing around it."""
    drawn = _drawn(job, job.document)
    size = max(drawn.drawing.width, 1.0), max(drawn.drawing.height, 1.0)
    paper = _known_paper(job.options.page or "A4")
    margin = _margin(job)
    room, scale = max(
        (
            (room, room.scale(*size))
            for room in (
                Room(width, height, 1.0, margin, margin, margin)
                for width, height in _page_sizes(job, paper)
            )
        ),
        key=lambda pair: pair[1],
    )
    x = (room.width - size[0] * scale) / 2
    piece = Piece(
        with_visible_lines(drawn.drawing.groups, theme(job.options.theme), scale), x, margin, scale
    )
    return Made(_sheet(job, drawn, (room.width, room.height), (piece,)), _notices(scale), scale)


def page_sheet(job: Job) -> Made:
    """The drawing on a page with heading, legend and title block.

    Raises ExportRefused if there is no paper of the name asked for.
    """
    drawn = _drawn(job, job.document)
    foot = Foot(Frame(job.document, theme(job.options.theme), job.language), drawn.layout)
    if job.options.page is None:
        return _on_own_page(job, drawn, foot)
    return _on_paper(job, drawn, foot, job.options.page)


def _on_own_page(job: Job, drawn: _Drawn, foot: Foot) -> Made:
    width, height = drawn.drawing.width, drawn.drawing.height
    most_wide = MOST_POINTS - 2 * MARGIN
    inner = max(_LEAST_INNER_WIDTH, min(width, most_wide))
    beside = MARGIN + HEADING + FOOT_GAP + foot.height(inner) + MARGIN
    scale = min(1.0, most_wide / max(width, 1.0), (MOST_POINTS - beside) / max(height, 1.0))
    inner = max(_LEAST_INNER_WIDTH, width * scale)
    room = _room(inner + 2 * MARGIN, height * scale + beside, 1.0, foot)
    return Made(_furnished(job, drawn, foot, room, scale), _notices(scale, own_size=True), scale)


def _on_paper(job: Job, drawn: _Drawn, foot: Foot, named: str) -> Made:
    paper = _known_paper(named)
    room, scale = _best_room(job, drawn, foot, paper)
    better = next(
        (name for name in larger_papers(paper) if _readable(_best_room(job, drawn, foot, name)[1])),
        None,
    )
    spread = _spread(job, drawn, room.inner_height / scale)
    return Made(_furnished(job, spread, foot, room, scale), _notices(scale, better), scale)


def _known_paper(named: str) -> str:
    paper = paper_named(named)
    if paper is None:
        raise ExportRefused(
            message(
                "There is no paper size “{named}”; there are: {known}.",
                named=named,
                known=", ".join(PAPER),
            )
        )
    return paper


def _page_sizes(job: Job, paper: str) -> list[tuple[float, float]]:
    """The paper as it is asked to lie, or both ways."""
    asked = job.options.orientation
    ways = [True, False] if asked is None else [asked == "landscape"]
    return [page_size(paper, landscape=landscape) for landscape in ways]


def _margin(job: Job) -> float:
    return MARGIN if job.options.margin is None else job.options.margin


def _best_room(job: Job, drawn: _Drawn, foot: Foot, paper: str) -> tuple[Room, float]:
    """The page as it is asked to lie, or as the drawing is larger, with the drawing's scale."""
    found = []
    for width, height in _page_sizes(job, paper):
        room = _room(width, height, furniture_scale(width, height), foot, _margin(job))
        size = max(drawn.drawing.width, 1.0), max(drawn.drawing.height, 1.0)
        found.append((room, room.scale(*size)))
    return max(found, key=lambda pair: pair[1])


def _room(width: float, height: float, furniture: float, foot: Foot, usual: float = MARGIN) -> Room:
    margin = usual * furniture
    foot_height = foot.height((width - 2 * margin) / furniture)
    above = (usual + HEADING) * furniture
    below = (FOOT_GAP + foot_height + usual) * furniture
    return Room(width, height, furniture, above, below, margin)


def _readable(scale: float) -> bool:
    return scale * CARD_TEXT >= LEAST_TEXT - 0.005


def _notices(
    scale: float, better: str | None = None, *, own_size: bool = False
) -> tuple[Message, ...]:
    return () if _readable(scale) else (small_text_notice(scale, better, own_size=own_size),)


def _spread(job: Job, drawn: _Drawn, height: float) -> _Drawn:
    """The same drawing made up to `height` points high, by higher lanes."""
    now = drawn.drawing.height
    extra = min(height - now, now * _MOST_SPREAD)
    lanes = drawn.layout.lanes
    if not lanes or extra < _WORTH_SPREADING:
        return drawn
    each = floor(extra / len(lanes))
    pairs = []
    for band in lanes:
        lane = drawn.document.lane(band.lane)
        pairs.append((lane, lane.replaced(least_height=band.box.height + each)))
    higher = drawn.document.snapshot()
    higher.apply(replacing(message("Spread over the page"), pairs))
    spread = _drawn(job, higher)
    return spread if spread.drawing.height <= height + 0.5 else drawn


def _furnished(job: Job, drawn: _Drawn, foot: Foot, room: Room, scale: float) -> Sheet:
    size = room.furniture
    inner = room.inner_width / size
    frame = foot.frame
    groups = with_visible_lines(drawn.drawing.groups, frame.theme, scale)
    pieces = [
        Piece(groups, room.margin, room.above, scale),
        placed(heading(frame, inner), room.margin, room.margin, size),
    ]
    y = room.height - room.margin - foot.height(inner) * size
    pieces.extend(foot.pieces(inner, scale, room.margin, y, size))
    return _sheet(job, drawn, (room.width, room.height), tuple(pieces))


def _sheet(job: Job, drawn: _Drawn, size: tuple[float, float], pieces: tuple[Piece, ...]) -> Sheet:
    properties = job.document.properties
    language = job.language
    title = title_of(properties)
    transparent = job.options.transparent
    return Sheet(
        min(size[0], MOST_POINTS),
        min(size[1], MOST_POINTS),
        pieces,
        About(
            title=title if isinstance(title, str) else translate(title, language),
            language=language,
            author=properties.author.strip(),
            subject=translate(kind_of(properties), language),
            keywords=_keywords(properties),
        ),
        background=None if transparent else drawn.drawing.background,
        bookmarks=bookmarks_of(job.document, drawn.layout, language, pieces[0]),
        images=job.document.images,
    )


def _keywords(properties: Properties) -> tuple[str, ...]:
    told = (properties.service, properties.segment, properties.scenario, properties.state)
    return tuple(word.strip() for word in told if word.strip())


def _drawn(job: Job, document: Document) -> _Drawn:
    shown = _without_comments(document)
    layout = Layout(shown, job.language)
    drawing = compose(shown, layout, theme(job.options.theme), job.language)
    return _Drawn(shown, layout, drawing)


def _without_comments(document: Document) -> Document:
    """The document as others may see it: remarks are for those who work on it."""
    if not document.comments:
        return document
    shown = document.snapshot()
    shown.apply(removing(message("Export"), document.comments.values()))
    return shown
