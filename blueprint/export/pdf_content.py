"""Turns primitives into PDF operators: the one painter of primitives for paper.

It writes text itself instead of calling a canvas method per shape, which is what makes ten
thousand steps affordable: numbers are formatted once, the graphics state is only set where it
differs, and outlines that come back often become form XObjects.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

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
from blueprint.layout.geometry import Box

ROUND = 0.5522847498
"""How far along a tangent the control point of a quarter circle lies, as a share of the radius."""

FONTS = {False: "/F1", True: "/F2"}
_LEAST_SHARED = 3
_LEAST_LENGTH = 80


class _Numbers(dict[float, str]):
    """Numbers as they are written: two decimals at most, each formatted once."""

    def __missing__(self, value: float) -> str:
        text = f"{value:.2f}".rstrip("0").rstrip(".")
        self[value] = "0" if text == "-0" else text
        return self[value]


class _Colours(dict[str, str]):
    """The operands of a colour."""

    def __missing__(self, colour: str) -> str:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        self[colour] = " ".join(f"{part:.3f}".rstrip("0").rstrip(".") for part in parts)
        return self[colour]


NUMBER = _Numbers()
COLOUR = _Colours()


@dataclass(frozen=True, slots=True)
class Form:
    """A shared outline: operators that pages refer to by name."""

    name: str
    box: Box
    operators: str


@dataclass(slots=True)
class _State:
    """What the graphics state is known to be; None where it is not known."""

    fill: str | None = None
    line: Stroke | None = None
    font: tuple[bool, int] | None = None

    def copy(self) -> _State:
        return _State(self.fill, self.line, self.font)


@dataclass(slots=True)
class Content:
    """The operators of one page, and what they refer to."""

    codes: Mapping[bool, Mapping[int, int]]
    """By weight: the code of each character's code point, neither byte a special one."""
    pixels: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """By id of an Image: its width and height in pixels."""
    lines: list[str] = field(default_factory=list)
    forms: dict[tuple[Primitive, ...], Form | None] = field(default_factory=dict)
    """None: an outline that comes up too seldom to be shared."""
    opacities: dict[float, str] = field(default_factory=dict)
    pictures: dict[str, str] = field(default_factory=dict)
    state: _State = field(default_factory=_State)

    def share(self, groups: Iterable[Group]) -> None:
        """Look for outlines that come back; call it before `add` with all groups of the page."""
        runs = Counter(run for group in groups for run in _outlines(group.primitives))
        boxes = {run: group.bounds for group in groups for run in _outlines(group.primitives)}
        for run, count in runs.items():
            if count >= _LEAST_SHARED:
                self._share_outline(run, boxes[run])

    def _share_outline(self, run: tuple[Primitive, ...], box: Box) -> None:
        alone = Content(self.codes, opacities=self.opacities)
        alone._run(run)
        operators = "\n".join(alone.lines)
        if len(operators) >= _LEAST_LENGTH:
            self.forms[run] = Form(f"/C{len(self.forms)}", box, operators)

    def add(self, groups: Iterable[Group]) -> None:
        """Paint groups, in coordinates with y down."""
        write = self.lines.append
        for group in groups:
            if not group.primitives:
                continue
            if not group.x and not group.y:
                self._group(group)
                continue
            before = self.state.copy()
            write(f"q 1 0 0 1 {NUMBER[group.x]} {NUMBER[group.y]} cm")
            self._group(group)
            write("Q")
            self.state = before

    def rectangle(self, width: float, height: float, colour: str) -> None:
        """Fill a rectangle from the origin."""
        self._run([Rect(0, 0, width, height, fill=colour)])

    def _group(self, group: Group) -> None:
        for is_text, run in groupby(group.primitives, _is_text):
            found = tuple(run)
            form = None if is_text else self.forms.get(found)
            if form is not None:
                self.lines.append(f"{form.name} Do")
            else:
                self._run(found)

    def _run(self, primitives: Sequence[Primitive]) -> None:
        texts: list[Text] = []
        for primitive in primitives:
            match primitive:
                case Text():
                    texts.append(primitive)
                case Rect():
                    self._rect(primitive)
                case Path():
                    self._shape(_path(primitive), primitive.fill, primitive.stroke)
                case Circle():
                    self._shape(_circle(primitive), primitive.fill, primitive.stroke)
                case Picture():
                    self._picture(primitive)
        if texts:
            self._texts(texts)

    def _rect(self, rect: Rect) -> None:
        if rect.fill is not None and rect.fill_opacity < 1:
            name = self.opacities.setdefault(rect.fill_opacity, f"/G{len(self.opacities)}")
            self.lines.append(f"q {name} gs")
            before = self.state.copy()
            self._shape(_rect(rect), rect.fill, None)
            self.state = before
            self.lines.append("Q")
            self._shape(_rect(rect), None, rect.stroke)
        else:
            self._shape(_rect(rect), rect.fill, rect.stroke)

    def _shape(self, operators: str, fill: str | None, stroke: Stroke | None) -> None:
        if fill is None and stroke is None:
            return
        if fill is not None:
            self._fill(fill)
        if stroke is not None:
            self._line(stroke)
        paint = "B" if fill is not None and stroke is not None else "f" if fill else "S"
        self.lines.append(f"{operators} {paint}")

    def _fill(self, colour: str) -> None:
        if self.state.fill != colour:
            self.lines.append(f"{COLOUR[colour]} rg")
            self.state.fill = colour

    def _line(self, stroke: Stroke) -> None:
        known = self.state.line
        if known == stroke:
            return
        parts = []
        if known is None or known.colour != stroke.colour:
            parts.append(f"{COLOUR[stroke.colour]} RG")
        if known is None or known.width != stroke.width:
            parts.append(f"{NUMBER[stroke.width]} w")
        if known is None or known.cap != stroke.cap:
            parts.append(f"{int(stroke.cap is Cap.ROUND)} J")
        if known is None or known.dash != stroke.dash:
            parts.append(f"[{' '.join(NUMBER[length] for length in stroke.dash)}] 0 d")
        self.lines.append(" ".join(parts))
        self.state.line = stroke

    def _picture(self, picture: Picture) -> None:
        pixels = self.pixels.get(picture.image)
        if pixels is None:
            return
        name = self.pictures.setdefault(picture.image, f"/I{len(self.pictures)}")
        scale = min(picture.width / pixels[0], picture.height / pixels[1])
        width, height = pixels[0] * scale, pixels[1] * scale
        x = picture.x + (picture.width - width) / 2
        y = picture.y + (picture.height + height) / 2
        place = f"{NUMBER[width]} 0 0 {NUMBER[-height]} {NUMBER[x]} {NUMBER[y]}"
        self.lines.append(f"q {place} cm {name} Do Q")

    def _texts(self, texts: Sequence[Text]) -> None:
        parts = ["BT"]
        x = y = None
        for text in texts:
            colour, font = text.colour, (text.bold, text.size)
            if self.state.fill != colour:
                parts.append(f"{COLOUR[colour]} rg")
                self.state.fill = colour
            if self.state.font != font:
                parts.append(f"{FONTS[text.bold]} {text.size} Tf")
                self.state.font = font
            if x is None or y is None:
                parts.append(f"1 0 0 -1 {NUMBER[text.x]} {NUMBER[text.baseline]} Tm")
            else:
                parts.append(f"{NUMBER[text.x - x]} {NUMBER[y - text.baseline]} Td")
            x, y = text.x, text.baseline
            codes = text.text.translate(self.codes[text.bold]).encode("utf-16-be")
            parts.append(f"({codes.decode('latin-1')}) Tj")
        parts.append("ET")
        self.lines.append(" ".join(parts))
        for text in texts:
            if text.struck:
                self._strike(text)

    def _strike(self, text: Text) -> None:
        y = NUMBER[text.baseline - 0.3 * text.size]
        line = f"{NUMBER[text.x]} {y} m {NUMBER[text.x + text.width]} {y} l"
        self._shape(line, None, Stroke(text.colour, text.size / 13))


def _is_text(primitive: Primitive) -> bool:
    return type(primitive) is Text


def _outlines(primitives: Sequence[Primitive]) -> list[tuple[Primitive, ...]]:
    return [tuple(run) for is_text, run in groupby(primitives, _is_text) if not is_text]


def _rect(rect: Rect) -> str:
    n = NUMBER
    x, y, width, height = rect.x, rect.y, rect.width, rect.height
    radius = min(rect.radius, width / 2, height / 2)
    if radius <= 0:
        return f"{n[x]} {n[y]} {n[width]} {n[height]} re"
    right, bottom, away = x + width, y + height, radius * (1 - ROUND)
    return (
        f"{n[x + radius]} {n[y]} m {n[right - radius]} {n[y]} l "
        f"{n[right - away]} {n[y]} {n[right]} {n[y + away]} {n[right]} {n[y + radius]} c "
        f"{n[right]} {n[bottom - radius]} l {n[right]} {n[bottom - away]} "
        f"{n[right - away]} {n[bottom]} {n[right - radius]} {n[bottom]} c "
        f"{n[x + radius]} {n[bottom]} l {n[x + away]} {n[bottom]} "
        f"{n[x]} {n[bottom - away]} {n[x]} {n[bottom - radius]} c "
        f"{n[x]} {n[y + radius]} l {n[x]} {n[y + away]} {n[x + away]} {n[y]} "
        f"{n[x + radius]} {n[y]} c h"
    )


def _circle(circle: Circle) -> str:
    r = circle.radius
    return _rect(Rect(circle.x - r, circle.y - r, 2 * r, 2 * r, radius=r))


_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def _path(path: Path) -> str:
    n = NUMBER
    parts: list[str] = []
    for letter, *numbers in path.commands:
        parts.extend([n[number] for number in numbers])
        parts.append(_OPERATORS[letter])
    return " ".join(parts)
