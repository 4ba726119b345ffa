"""Paints a sheet as an SVG file that stands alone: text as text, with its font inside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from blueprint.drawing.primitives import (
    Cap,
    Circle,
    Group,
    Path,
    Picture,
    Primitive,
    Rect,
    Stroke,
    Text,
)
from blueprint.export.font_subset import characters_used
from blueprint.export.pdf_shapes import NUMBER
from blueprint.export.sheet import Piece, Sheet
from blueprint.export.svg_font import font_face

_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_IN_A_NAME = re.compile(r"[^\w.-]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_FAMILIES = "'Blueprint Sans', 'Noto Sans', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif"


def paint_svg(sheet: Sheet, *, scale: float = 1.0) -> bytes:
    """The sheet as an SVG file, `scale` times its size; the same bytes every time."""
    parts = list(_parts(sheet, scale))
    return ("\n".join(parts) + "\n").encode("utf-8")


def _parts(sheet: Sheet, scale: float) -> Iterator[str]:
    width, height = NUMBER[sheet.width], NUMBER[sheet.height]
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{NUMBER[sheet.width * scale]}" '
        f'height="{NUMBER[sheet.height * scale]}" viewBox="0 0 {width} {height}" '
        f'xml:lang="{sheet.about.tag}" lang="{sheet.about.tag}" role="img" '
        f'font-family="{_FAMILIES}" stroke-linejoin="round">'
    )
    yield f"<title>{escaped(sheet.about.title)}</title>"
    if sheet.about.subject:
        yield f"<desc>{escaped(sheet.about.subject)}</desc>"
    yield from _style(sheet)
    if sheet.background is not None:
        yield f'<rect width="{width}" height="{height}" fill="{sheet.background}"/>'
    names = _Names()
    for piece in sheet.pieces:
        yield from _piece(piece, sheet, names)
    yield "</svg>"


def _style(sheet: Sheet) -> Iterator[str]:
    yield "<style>"
    groups = chain.from_iterable(piece.groups for piece in sheet.pieces)
    for bold, characters in characters_used(groups).items():
        yield font_face(bold, characters)
    yield "text { white-space: pre; font-kerning: none; }"
    yield "</style>"


def _piece(piece: Piece, sheet: Sheet, names: _Names) -> Iterator[str]:
    moved = f"translate({NUMBER[piece.x]} {NUMBER[piece.y]})"
    scaled = "" if piece.scale == 1 else f" scale({piece.scale:.6g})"
    yield f'<g transform="{moved}{scaled}">'
    for group in piece.groups:
        if group.primitives:
            yield from _group(group, sheet, names)
    yield "</g>"


def _group(group: Group, sheet: Sheet, names: _Names) -> Iterator[str]:
    place = ""
    if group.x or group.y:
        place = f' transform="translate({NUMBER[group.x]} {NUMBER[group.y]})"'
    yield f'<g id="{names.of(group)}" class="{group.layer}"{place}>'
    if group.title:
        yield f"<title>{escaped(group.title)}</title>"
    for primitive in group.primitives:
        yield from _primitive(primitive, sheet)
    yield "</g>"


class _Names:
    """Gives each group an id of its own, the entity's id if that is free."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, group: Group) -> str:
        name = _NOT_IN_A_NAME.sub("_", group.entity)
        if not name or not (name[0].isalpha() or name[0] == "_"):
            name = f"_{name}"
        wanted = name if name not in self._taken else f"{name}-{group.layer}"
        free, count = wanted, 1
        while free in self._taken:
            count += 1
            free = f"{wanted}-{count}"
        self._taken.add(free)
        return free


def _primitive(primitive: Primitive, sheet: Sheet) -> Iterator[str]:
    match primitive:
        case Text():
            yield _text(primitive)
        case Rect():
            yield _rect(primitive)
        case Circle():
            n = NUMBER
            centre = f'cx="{n[primitive.x]}" cy="{n[primitive.y]}" r="{n[primitive.radius]}"'
            yield f"<circle {centre}{_look(primitive.fill, primitive.stroke)}/>"
        case Path():
            yield f'<path d="{_course(primitive)}"{_look(primitive.fill, primitive.stroke)}/>'
        case Picture():
            yield from _picture(primitive, sheet)


def _text(text: Text) -> str:
    bold = ' font-weight="700"' if text.bold else ""
    struck = ' text-decoration="line-through"' if text.struck else ""
    return (
        f'<text x="{NUMBER[text.x]}" y="{NUMBER[text.baseline]}" font-size="{text.size}" '
        f'fill="{text.colour}"{bold}{struck}>{escaped(text.text)}</text>'
    )


def _rect(rect: Rect) -> str:
    n = NUMBER
    radius = f' rx="{n[rect.radius]}"' if rect.radius else ""
    opacity = f' fill-opacity="{n[rect.fill_opacity]}"' if rect.fill_opacity < 1 else ""
    return (
        f'<rect x="{n[rect.x]}" y="{n[rect.y]}" width="{n[rect.width]}" '
        f'height="{n[rect.height]}"{radius}{_look(rect.fill, rect.stroke)}{opacity}/>'
    )


def _look(fill: str | None, stroke: Stroke | None) -> str:
    parts = [f' fill="{fill or "none"}"']
    if stroke is not None:
        parts.append(f' stroke="{stroke.colour}" stroke-width="{NUMBER[stroke.width]}"')
        if stroke.dash:
            lengths = " ".join(NUMBER[length] for length in stroke.dash)
            parts.append(f' stroke-dasharray="{lengths}"')
        if stroke.cap is Cap.ROUND:
            parts.append(' stroke-linecap="round"')
    return "".join(parts)


def _course(path: Path) -> str:
    return " ".join(
        letter + " ".join(NUMBER[float(number)] for number in numbers)
        for letter, *numbers in path.commands
    )


def _picture(picture: Picture, sheet: Sheet) -> Iterator[str]:
    image = sheet.images.get(picture.image)
    if image is None:
        return
    n = NUMBER
    yield (
        f'<image x="{n[picture.x]}" y="{n[picture.y]}" width="{n[picture.width]}" '
        f'height="{n[picture.height]}" href="data:{image.media_type};base64,{image.data}">'
    )
    if image.title:
        yield f"<title>{escaped(image.title)}</title>"
    yield "</image>"


def escaped(text: str) -> str:
    """`text` as XML holds it; what XML cannot hold becomes the replacement character."""
    return _UNWRITABLE.sub("\ufffd", text).translate(_ESCAPES)
