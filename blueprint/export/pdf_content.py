"""Turns primitives into PDF operators: the one painter of primitives for paper.

It writes text itself instead of calling a canvas method per shape, which is what makes ten
thousand steps affordable: numbers are formatted once, the graphics state is only set where it
differs, and shapes that come back often become form XObjects.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

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
from blueprint.export.pdf_shapes import COLOUR, NUMBER, circle_course, path_course, rect_course
from blueprint.layout.geometry import Box

FONTS = {False: "/F1", True: "/F2"}
_LEAST_SHARED = 4
_LEAST_LENGTH = 80
_EDGE = 2.0
"""What is added to a form's bounds, lest a stroke be clipped."""

Run = tuple[Primitive, ...]
"""Neighbouring primitives that are all texts, or none of them."""
Identity = tuple[int, ...]
"""Of a run, by its objects: the drawing makes equal shapes once and uses them often."""


@dataclass(frozen=True, slots=True)
class Form:
    """A shared shape: operators that a page refers to by name."""

    name: str
    box: Box
    operators: str


@dataclass(slots=True)
class State:
    """What the graphics state is known to be; None where it is not known."""

    fill: str | None = None
    line: Stroke | None = None
    font: tuple[bool, int] | None = None

    def copy(self) -> State:
        return State(self.fill, self.line, self.font)


@dataclass(slots=True)
class Content:
    """The operators of a page at a time, and what those of all pages refer to."""

    codes: Mapping[bool, Mapping[int, int]]
    """By weight: the code of each character's code point, neither byte a special one."""
    pixels: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """By id of an Image: its width and height in pixels."""
    lines: list[str] = field(default_factory=list)
    forms: dict[Identity, Form] = field(default_factory=dict)
    """Equal shapes have the same form."""
    opacities: dict[float, str] = field(default_factory=dict)
    pictures: dict[str, str] = field(default_factory=dict)
    state: State = field(default_factory=State)
    _forms_made: int = 0
    _written: dict[tuple[str, bool], str] = field(default_factory=dict)

    def begin_page(self) -> None:
        """Begin another page, of which no operator is written and no state is known."""
        self.lines = []
        self.state = State()

    def share(self, groups: Iterable[Group]) -> None:
        """Look for shapes that come back; call it before `add` with all groups of all pages."""
        first_seen: dict[Run, Identity] = {}
        same: dict[Identity, Identity] = {}
        boxes: dict[Identity, Box] = {}
        counts: Counter[Identity] = Counter()
        for group in groups:
            for run in _runs(group.primitives):
                if type(run[0]) is not Text:
                    identity = tuple(map(id, run))
                    if identity not in same:
                        same[identity] = first_seen.setdefault(run, identity)
                        boxes[identity] = group.bounds
                    counts[same[identity]] += 1
        shared = {
            first: form
            for run, first in first_seen.items()
            if counts[first] >= _LEAST_SHARED and (form := self._form(run, boxes[first]))
        }
        self.forms = {
            identity: shared[first] for identity, first in same.items() if first in shared
        }

    def _form(self, run: Run, box: Box) -> Form | None:
        """The shape to be shared, if it is long enough to be worth it."""
        alone = Content(self.codes, self.pixels, opacities=self.opacities, pictures=self.pictures)
        alone.run(run)
        operators = "\n".join(alone.lines)
        if len(operators) < _LEAST_LENGTH:
            return None
        self._forms_made += 1
        return Form(f"/C{self._forms_made}", box.grown(_EDGE), operators)

    def add(self, groups: Iterable[Group]) -> None:
        """Paint groups, in coordinates with y down."""
        write, number = self.lines.append, NUMBER
        for group in groups:
            if not group.primitives:
                continue
            if not group.x and not group.y:
                self._group(group)
                continue
            self._prepare(group.primitives)
            before = self.state.copy()
            write(f"q 1 0 0 1 {number[group.x]} {number[group.y]} cm")
            self._group(group)
            write("Q")
            self.state = before

    def _prepare(self, primitives: Sequence[Primitive]) -> None:
        """Set the first text's colour and font where they last beyond its group."""
        for primitive in primitives:
            if type(primitive) is Text:
                self.lines.extend(self._dress(primitive))
                return

    def _group(self, group: Group) -> None:
        for run in _runs(group.primitives):
            form = self.forms.get(tuple(map(id, run)))
            if form is None:
                self.run(run)
            else:
                self.lines.append(f"{form.name} Do")

    def run(self, primitives: Sequence[Primitive]) -> None:
        """Paint primitives where they stand."""
        texts: list[Text] = []
        for primitive in primitives:
            match primitive:
                case Text():
                    texts.append(primitive)
                case Path(commands, fill, stroke):
                    self._shape(path_course(commands), fill, stroke)
                case Rect():
                    self._rect(primitive)
                case Circle(x, y, radius, fill, stroke):
                    self._shape(circle_course(x, y, radius), fill, stroke)
                case Picture():
                    self._picture(primitive)
        if texts:
            self._texts(texts)

    def _rect(self, rect: Rect) -> None:
        course = rect_course(rect)
        if rect.fill is None or rect.fill_opacity >= 1:
            self._shape(course, rect.fill, rect.stroke)
            return
        name = self.opacities.setdefault(rect.fill_opacity, f"/G{len(self.opacities)}")
        self.lines.append(f"q {name} gs")
        before = self.state.copy()
        self._shape(course, rect.fill, None)
        self.state = before
        self.lines.append("Q")
        self._shape(course, None, rect.stroke)

    def _shape(self, course: str, fill: str | None, stroke: Stroke | None) -> None:
        if fill is not None:
            self._fill(fill)
        if stroke is not None:
            self._line(stroke)
            self.lines.append(f"{course} {'S' if fill is None else 'B'}")
        elif fill is not None:
            self.lines.append(f"{course} f")

    def _fill(self, colour: str) -> None:
        if self.state.fill != colour:
            self.lines.append(f"{COLOUR[colour]} rg")
            self.state.fill = colour

    def _line(self, stroke: Stroke) -> None:
        known = self.state.line
        if known is stroke or known == stroke:
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
        number, codes = NUMBER, self._written
        parts = []
        x = y = 0.0
        for text in texts:
            parts.extend(self._dress(text))
            key = (text.text, text.bold)
            written = codes.get(key) or self._write(key)
            if text is texts[0]:
                move = f"1 0 0 -1 {number[text.x]} {number[text.baseline]} Tm"
            else:
                move = f"{number[text.x - x]} {number[y - text.baseline]} Td"
            parts.append(f"{move} ({written}) Tj")
            x, y = text.x, text.baseline
        self.lines.append(f"BT {' '.join(parts)} ET")
        for text in texts:
            if text.struck:
                self._strike(text)

    def _dress(self, text: Text) -> list[str]:
        """What sets a text's colour and font where they are others."""
        state = self.state
        parts = []
        if state.fill != text.colour:
            parts.append(f"{COLOUR[text.colour]} rg")
            state.fill = text.colour
        font = (text.bold, text.size)
        if state.font != font:
            parts.append(f"{FONTS[text.bold]} {text.size} Tf")
            state.font = font
        return parts

    def _write(self, key: tuple[str, bool]) -> str:
        """A text in the codes of its font: two bytes a character, as Latin-1."""
        text, bold = key
        written = text.translate(self.codes[bold]).encode("utf-16-be").decode("latin-1")
        self._written[key] = written
        return written

    def _strike(self, text: Text) -> None:
        y = NUMBER[text.baseline - 0.3 * text.size]
        line = f"{NUMBER[text.x]} {y} m {NUMBER[text.x + text.width]} {y} l"
        self._shape(line, None, Stroke(text.colour, text.size / 13))


def _runs(primitives: Sequence[Primitive]) -> list[Run]:
    """The primitives in runs of texts and of others."""
    runs: list[Run] = []
    if not primitives:
        return runs
    begin, text = 0, type(primitives[0]) is Text
    for place, primitive in enumerate(primitives):
        if (type(primitive) is Text) is not text:
            runs.append(tuple(primitives[begin:place]))
            begin, text = place, not text
    runs.append(tuple(primitives[begin:]))
    return runs
