"""What a printer is given: one page, or tiles that are glued together to a large one.

A tile repeats lane and phase headers, overlaps its neighbours and has crop marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING, Final

from blueprint.drawing.primitives import Group, Stroke
from blueprint.drawing.theme import theme
from blueprint.export.blueprint_sheet import drawing_of, page_sheet, plain_sheet
from blueprint.export.exporter import ExportOptions, Job
from blueprint.export.frame import Frame, placed
from blueprint.export.paper import CARD_TEXT, LEAST_TEXT, page_size
from blueprint.export.pen import Pen
from blueprint.export.sheet import Piece
from blueprint.export.wording import title_of
from blueprint.i18n import Message, message
from blueprint.layout.geometry import Box
from blueprint.layout.sizes import LANE_HEADER, TOP
from blueprint.model.entities import Image

if TYPE_CHECKING:
    from blueprint.drawing.primitives import Drawing
    from blueprint.export.sheet import Sheet

OVERLAP: Final = 12.0
"""Units of the drawing that two neighbouring tiles both show."""
MOST_PAGES: Final = 400
MARGINS: Final = {"narrow": 18.0, "normal": 34.0, "wide": 56.0}
"""Points."""
_FOOT: Final = 16.0
_MARK: Final = 10.0
_LARGEST: Final = 1.25


@dataclass(frozen=True, slots=True)
class Setup:
    """What a user may ask of a print."""

    options: ExportOptions
    """`page` must be a paper of PAPER."""
    margin: str = "normal"
    """One of MARGINS."""
    across: int = 1
    """How many pages stand beside each other; 1: all on one page."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a page, and what of it shows; None: all."""

    piece: Piece
    clip: Box | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page in points, y down."""

    width: float
    height: float
    parts: tuple[Part, ...]
    sheet: Sheet | None = None
    """The same as other exports have it, if it is a whole blueprint."""


@dataclass(frozen=True, slots=True)
class Pages:
    """Everything to be printed, and what the user should know of it."""

    pages: tuple[Page, ...]
    images: Mapping[str, Image]
    notices: tuple[Message, ...] = ()


def print_pages(job: Job, setup: Setup) -> Pages:
    """The pages of a document. Raises ExportRefused for a paper that there is not."""
    margin = MARGINS[setup.margin]
    job = replace(job, options=replace(setup.options, margin=margin))
    if setup.across <= 1:
        made = plain_sheet(job) if job.options.framed is False else page_sheet(job)
        return Pages((_whole(made.sheet),), made.sheet.images, made.notices)
    drawing = drawing_of(job)
    best = max(_plans(drawing, setup, margin), key=lambda plan: (-plan.count, plan.scale))
    front = () if job.options.framed is False else (_whole(page_sheet(job).sheet),)
    words = _Words(job, best.count)
    pages = (*front, *(_tile(drawing, best, words, place) for place in range(best.count)))
    return Pages(pages, job.document.images, _notices(best))


def _whole(sheet: Sheet) -> Page:
    return Page(sheet.width, sheet.height, tuple(map(Part, sheet.pieces)), sheet)


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a drawing is cut into tiles."""

    width: float
    height: float
    margin: float
    scale: float
    across: int
    down: int
    body_width: float
    """Units of the drawing that a tile shows beside the lane headers."""
    body_height: float

    @property
    def count(self) -> int:
        return self.across * self.down


def _plans(drawing: Drawing, setup: Setup, margin: float) -> Iterator[_Plan]:
    asked = setup.options.orientation
    for landscape in [True, False] if asked is None else [asked == "landscape"]:
        size = page_size(setup.options.page or "A4", landscape=landscape)
        yield _plan(drawing, size, margin, setup.across)


def _plan(drawing: Drawing, size: tuple[float, float], margin: float, across: int) -> _Plan:
    inner_width = size[0] - 2 * margin
    inner_height = size[1] - 2 * margin - _FOOT
    body = max(1.0, drawing.width - LANE_HEADER)
    scale = inner_width / (LANE_HEADER + (body + (across - 1) * OVERLAP) / across)
    scale = min(scale, _LARGEST)
    shown_width = inner_width / scale - LANE_HEADER
    shown_height = max(OVERLAP + 20.0, inner_height / scale - TOP)
    return _Plan(
        *size,
        margin,
        scale,
        min(across, _needed(body, shown_width)),
        min(_needed(max(1.0, drawing.height - TOP), shown_height), MOST_PAGES // across),
        shown_width,
        shown_height,
    )


def _needed(whole: float, shown: float) -> int:
    return max(1, ceil((whole - OVERLAP - 0.01) / (shown - OVERLAP)))


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands at the foot of a tile."""

    job: Job
    count: int

    def foot(self, place: int, width: float) -> Piece:
        frame = Frame(self.job.document, theme(self.job.options.theme), self.job.language)
        window = frame.theme.window
        pen = Pen()
        title = frame.words(title_of(self.job.document.properties))
        told = frame.words(message("{page} of {pages}", page=place + 1, pages=self.count))
        pen.text(title, 0, 11, 8, window.ink2, width=width - 80)
        pen.text(told, width, 11, 8, window.ink2, anchor="right")
        pen.close("foot", title, width, _FOOT)
        return placed(pen.groups, 0, 0, 1.0)


def _tile(drawing: Drawing, plan: _Plan, words: _Words, place: int) -> Page:
    row, column = divmod(place, plan.across)
    x = LANE_HEADER + column * (plan.body_width - OVERLAP)
    y = TOP + row * (plan.body_height - OVERLAP)
    width = min(plan.body_width, drawing.width - x)
    height = min(plan.body_height, drawing.height - y)
    sources = (
        (Box(x, y, width, height), LANE_HEADER, TOP),
        (Box(0, y, LANE_HEADER, height), 0, TOP),
        (Box(x, 0, width, TOP), LANE_HEADER, 0),
        (Box(0, 0, LANE_HEADER, TOP), 0, 0),
    )
    parts = [_part(drawing.groups, plan, *source) for source in sources]
    right = plan.margin + (LANE_HEADER + width) * plan.scale
    bottom = plan.margin + (TOP + height) * plan.scale
    marks = placed(_crop_marks(plan.margin, right, bottom), 0, 0, 1.0)
    foot = words.foot(place, plan.width - 2 * plan.margin)
    under = plan.height - plan.margin - _FOOT + 4
    parts.extend((Part(marks), Part(replace(foot, x=plan.margin, y=under))))
    return Page(plan.width, plan.height, tuple(parts))


def _part(groups: tuple[Group, ...], plan: _Plan, source: Box, left: float, top: float) -> Part:
    """What of the drawing lies in `source`, put at (left, top) of the tile's own drawing."""
    shown = tuple(group for group in groups if _meets(group, source))
    x, y = plan.margin + left * plan.scale, plan.margin + top * plan.scale
    piece = Piece(shown, x - source.x * plan.scale, y - source.y * plan.scale, plan.scale)
    return Part(piece, Box(x, y, source.width * plan.scale, source.height * plan.scale))


def _meets(group: Group, box: Box) -> bool:
    left, top = group.x + group.bounds.x, group.y + group.bounds.y
    return (
        left < box.x + box.width
        and top < box.y + box.height
        and left + group.bounds.width > box.x
        and top + group.bounds.height > box.y
    )


def _crop_marks(margin: float, right: float, bottom: float) -> list[Group]:
    pen = Pen()
    stroke = Stroke("#000000", 0.4)
    for x, outward in ((margin, -1), (right, 1)):
        for y, away in ((margin, -1), (bottom, 1)):
            pen.line(x + 2 * outward, y, x + _MARK * outward, y, stroke)
            pen.line(x, y + 2 * away, x, y + _MARK * away, stroke)
    pen.close("crop-marks", "", right + _MARK, bottom + _MARK)
    return pen.groups


def _notices(plan: _Plan) -> tuple[Message, ...]:
    size = plan.scale * CARD_TEXT
    if size >= LEAST_TEXT - 0.05:
        return ()
    return (
        message(
            "The text of the cards is {size} pt, which is hard to read. Use more pages or a "
            "larger paper.",
            size=f"{size:.1f}",
        ),
    )
