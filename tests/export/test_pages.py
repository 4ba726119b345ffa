"""A print holds the whole drawing, on one page or on tiles that fit together."""

from __future__ import annotations

import pytest

from blueprint.drawing.primitives import Layer
from blueprint.export.blueprint_sheet import drawing_of
from blueprint.export.exporter import ExportOptions, Job
from blueprint.export.pages import MARGINS, OVERLAP, Page, Setup, print_pages
from blueprint.export.refusal import ExportRefused
from blueprint.layout.sizes import LANE_HEADER, TOP
from blueprint.model.document import Document
from blueprint.storage import open_sample


@pytest.fixture(scope="module")
def hotel() -> Document:
    return open_sample("hotel")


def printed(document: Document, across: int = 1, margin: str = "normal", **options: object):  # type: ignore[no-untyped-def]
    chosen = ExportOptions(**{"page": "A4", **options})  # type: ignore[arg-type]
    return print_pages(Job(document), Setup(chosen, margin, across))


def test_all_on_one_page_is_the_page_of_the_pdf(hotel: Document) -> None:
    [page] = printed(hotel).pages
    assert (round(page.width), round(page.height)) == (842, 595)
    assert all(part.clip is None for part in page.parts)


@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
@pytest.mark.parametrize("margin", MARGINS)
def test_a_page_without_legend_keeps_its_margins(
    hotel: Document, orientation: str, margin: str
) -> None:
    [page] = printed(hotel, margin=margin, framed=False, orientation=orientation).pages
    [part] = page.parts
    drawing = drawing_of(Job(hotel))
    room = MARGINS[margin] - 0.01
    assert part.piece.x >= room
    assert part.piece.y >= room
    assert part.piece.x + drawing.width * part.piece.scale <= page.width - room
    assert part.piece.y + drawing.height * part.piece.scale <= page.height - room
    assert (page.width > page.height) == (orientation == "landscape")


@pytest.mark.parametrize("across", [2, 3, 5])
@pytest.mark.parametrize("page", ["A4", "A3", "Letter"])
def test_tiles_show_every_part_of_the_drawing(hotel: Document, across: int, page: str) -> None:
    made = printed(hotel, across, framed=False, page=page)
    drawing = drawing_of(Job(hotel))
    shown = [source(tile) for tile in made.pages]
    for x in range(LANE_HEADER + 1, round(drawing.width), 7):
        for y in range(round(TOP) + 1, round(drawing.height), 29):
            assert any(
                left <= x <= left + width and top <= y <= top + height
                for left, top, width, height in shown
            ), (x, y)
    if len({top for _, top, _, _ in shown}) == 1 and len(shown) > 1:
        (first, _, width, _), (second, *_) = shown[:2]
        assert first + width - second == pytest.approx(OVERLAP)


def source(tile: Page) -> tuple[float, float, float, float]:
    """What of the drawing the body of a tile shows."""
    body = tile.parts[0]
    assert body.clip is not None
    scale = body.piece.scale
    return (
        (body.clip.x - body.piece.x) / scale,
        (body.clip.y - body.piece.y) / scale,
        body.clip.width / scale,
        body.clip.height / scale,
    )


def test_every_tile_repeats_the_headers_of_its_lanes(hotel: Document) -> None:
    for tile in printed(hotel, 3, framed=False).pages:
        headers = tile.parts[1]
        assert headers.clip is not None
        assert headers.clip.x == pytest.approx(MARGINS["normal"])
        assert any(group.layer is Layer.HEADERS for group in headers.piece.groups)


def test_tiles_stay_within_their_margins(hotel: Document) -> None:
    for tile in printed(hotel, 3, "wide", framed=False).pages:
        for part in tile.parts:
            if part.clip:
                assert part.clip.x >= MARGINS["wide"] - 0.01
                assert part.clip.x + part.clip.width <= tile.width - MARGINS["wide"] + 0.01
                assert part.clip.y + part.clip.height <= tile.height - MARGINS["wide"]


def test_tiles_with_a_legend_begin_with_the_whole(hotel: Document) -> None:
    bare, framed = printed(hotel, 2, framed=False).pages, printed(hotel, 2).pages
    assert len(framed) == len(bare) + 1
    assert all(part.clip is None for part in framed[0].parts)


def test_text_that_is_too_small_is_told(hotel: Document) -> None:
    assert printed(hotel).notices
    assert not printed(hotel, 4).notices


def test_an_empty_document_prints_one_page() -> None:
    assert len(printed(Document(), framed=False).pages) == 1
    assert len(printed(Document(), 3, framed=False).pages) == 1


def test_an_unknown_paper_is_refused(hotel: Document) -> None:
    with pytest.raises(ExportRefused, match="paper size"):
        printed(hotel, page="A9")
