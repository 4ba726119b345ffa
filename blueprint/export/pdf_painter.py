"""Paints a sheet as a PDF file, the same bytes every time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from blueprint import __version__
from blueprint.drawing.primitives import Rect
from blueprint.export.font_subset import characters_used, subset
from blueprint.export.pdf_content import FONTS, Content, Form
from blueprint.export.pdf_file import written
from blueprint.export.pdf_fonts import embed
from blueprint.export.pdf_images import embed_image, pixels_of
from blueprint.export.pdf_objects import Pdf, Reference, array, dictionary, stream, text
from blueprint.export.pdf_outline import outline_of
from blueprint.export.pdf_shapes import NUMBER
from blueprint.export.reportlab_import import load_reportlab
from blueprint.export.sheet import About, Piece, Sheet
from blueprint.model.entities import Image

_ROUND_JOINS = "1 j"


def paint_pdf(sheet: Sheet, *others: Sheet) -> bytes:
    """The sheets as the pages of a PDF file; the first tells what the file is about.

    ReportLab's document is used without its canvas: the operators are written in one go,
    which costs a third of a method call a shape.
    """
    load_reportlab()
    from reportlab.pdfbase import pdfdoc

    sheets = (sheet, *others)
    pdf: Pdf = pdfdoc.PDFDocument(
        compression=1, invariant=1, pdfVersion=(1, 5), lang=sheet.about.tag
    )
    _tell(pdf, sheet.about)
    content = _content(pdf, sheets)
    pages = [_page(content, shown) for shown in sheets]
    resources = _resources(pdf, content, sheets)
    places = []
    for number, (page, shown) in enumerate(zip(pages, sheets, strict=True), start=1):
        page.Resources = resources
        pdf.addPage(page)
        places.append((pdf.idToObjectNumberAndVersion[f"Page{number}"][0], shown.height))
    marks = [mark for shown in sheets for mark in shown.bookmarks]
    return written(pdf, outline_of(pdf, marks, places))


def _page(content: Content, sheet: Sheet) -> Any:
    """One page with its operators."""
    from reportlab.pdfbase.pdfdoc import PDFPage

    page: Any = PDFPage()
    page.pagewidth, page.pageheight = round(sheet.width, 2), round(sheet.height, 2)
    page.setCompression(1)
    content.begin_page()
    content.lines.append(_ROUND_JOINS)
    if sheet.background is not None:
        content.run([Rect(0, 0, sheet.width, sheet.height, fill=sheet.background)])
    for piece in sheet.pieces:
        _add_piece(content, piece, sheet.height)
    page.setStream("\n".join(content.lines).encode("latin-1"))
    return page


def _tell(pdf: Pdf, about: About) -> None:
    """Title and so on; no dates, since the same drawing shall give the same bytes."""
    told = {
        "Title": about.title,
        "Author": about.author,
        "Subject": about.subject,
        "Keywords": ", ".join(about.keywords),
        "Creator": f"Service Blueprint Designer {__version__}",
        "Producer": "ReportLab",
    }
    pdf.info = dictionary(**{key: text(value) for key, value in told.items() if value})
    pdf.Catalog.ViewerPreferences = dictionary(DisplayDocTitle="true")


def _content(pdf: Pdf, sheets: Sequence[Sheet]) -> Content:
    """What all pages share: the fonts, cut to what is written with them, and common shapes."""
    pieces = chain.from_iterable(sheet.pieces for sheet in sheets)
    groups = list(chain.from_iterable(piece.groups for piece in pieces))
    codes: dict[bool, Mapping[int, int]] = {}
    for bold, characters in characters_used(groups).items():
        cut = subset(bold, characters)
        embed(pdf, FONTS[bold][1:], cut)
        codes[bold] = cut.codes
    content = Content(codes, pixels_of(_images(sheets)))
    content.share(groups)
    return content


def _images(sheets: Sequence[Sheet]) -> dict[str, Image]:
    return {id: image for sheet in sheets for id, image in sheet.images.items()}


def _add_piece(content: Content, piece: Piece, height: float) -> None:
    scale = f"{piece.scale:.6f}"
    place = f"{NUMBER[piece.x]} {NUMBER[height - piece.y]}"
    before = content.state.copy()
    content.lines.append(f"q {scale} 0 0 -{scale} {place} cm")
    content.add(piece.groups)
    content.lines.append("Q")
    content.state = before


def _resources(pdf: Pdf, content: Content, sheets: Sequence[Sheet]) -> Any:
    """What the operators of all pages refer to by name."""
    from reportlab.pdfbase.pdfdoc import BasicFonts, PDFObjectReference

    opacities = content.opacities.items()
    states = dictionary(**{name[1:]: dictionary(ca=opacity) for opacity, name in opacities})
    forms = {form.name: form for form in content.forms.values()}
    used = {name[1:]: _form(pdf, form, states) for name, form in forms.items()}
    images = _images(sheets)
    for image, name in content.pictures.items():
        used[name[1:]] = embed_image(pdf, images[image])
    return dictionary(
        Font=PDFObjectReference(BasicFonts), ExtGState=states, XObject=dictionary(**used)
    )


def _form(pdf: Pdf, form: Form, states: Any) -> Reference:
    box = form.box
    return stream(
        pdf,
        form.operators.encode("latin-1"),
        Type="/XObject",
        Subtype="/Form",
        BBox=array([box.x, box.y, box.right, box.bottom]),
        Resources=dictionary(ExtGState=states),
    )
