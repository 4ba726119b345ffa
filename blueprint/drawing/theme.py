"""Which colours and line styles a drawing and its window have."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from blueprint.drawing.primitives import Cap, Colour, Stroke
from blueprint.model.colours import COLOURS
from blueprint.model.notation import ANNOTATIONS, FlowKind, LaneRole, Line
from blueprint.resources import resource

THEMES: Final = ("light", "dark", "mono", "contrast-light", "contrast-dark")
"""`mono` is black-and-white print; it and the dark themes never serve for the other's use."""

NO_COLOURS: Final[Mapping[str, Colour]] = MappingProxyType({})
BLACK: Final = "#000000"
WHITE: Final = "#FFFFFF"


@dataclass(frozen=True, slots=True)
class RoleColours:
    """The colours of one lane: `fill` and `stroke` are its cards'."""

    band: Colour
    header: Colour
    fill: Colour
    stroke: Colour
    strong: Colour
    text: Colour


@dataclass(frozen=True, slots=True)
class MarkColours:
    """The colours of a card that is marked with a colour; `strong` is its stripe's."""

    fill: Colour
    stroke: Colour
    strong: Colour


@dataclass(frozen=True, slots=True)
class WindowColours:
    """Colours of the window, of texts and of states."""

    ink: Colour
    ink2: Colour
    ink3: Colour
    canvas: Colour
    sheet: Colour
    panel: Colour
    panel2: Colour
    hover: Colour
    line: Colour
    line2: Colour
    accent: Colour
    accent_soft: Colour
    accent_ink: Colour
    error: Colour
    error_soft: Colour
    warn: Colour
    warn_fill: Colour
    warn_soft: Colour
    info: Colour
    info_soft: Colour
    ok: Colour
    ok_soft: Colour
    flow: Colour
    lov: Colour
    loi: Colour
    lii: Colour


@dataclass(frozen=True, eq=False)
class Theme:
    """A look. Themes are compared by identity: there is one of each name."""

    name: str
    dark: bool
    window: WindowColours
    roles: Mapping[LaneRole, RoleColours]
    marks: Mapping[str, MarkColours]
    """By the names of `model.colours.COLOURS`."""
    star: Colour
    mark_edge: Colour
    """Edge of the star, the wait badge and the warning marker."""
    on_mark: Colour
    """Letters on `warn_fill`."""
    on_error: Colour
    """Letters on `error` and `info`."""
    chip_edge: Colour
    owner_edge: Colour
    phase: Colour
    """Ground of a phase header."""
    lines: Mapping[Line, Stroke]
    flows: Mapping[FlowKind, Stroke]
    evidence: Stroke
    limit_width: float = 1.0
    """Width of the edge of a chip over its limit."""
    hatched: bool = False
    """Whether what is over a limit is hatched instead of coloured."""
    outlined: bool = False
    """Whether lanes and phases have an edge, having no ground of their own."""


def theme(name: str) -> Theme:
    """The theme of that name, one of THEMES or one on offer. Raises KeyError for any other."""
    return _OFFERED[name] if name in _OFFERED else _shipped(name)


def offer(look: Theme) -> None:
    """Let `theme` find a look that does not ship with the program."""
    _OFFERED[look.name] = look


_OFFERED: Final[dict[str, Theme]] = {}


@cache
def _shipped(name: str) -> Theme:
    return _MAKERS[name]()


def coloured(name: str, base: str, own: Mapping[str, Colour]) -> Theme:
    """The theme `base`, "light" or "dark", with other colours.

    Their names: those of WindowColours, and a lane with a field of RoleColours: "customer.fill".
    """
    return replace(_from_tokens(base, dark=base == "dark", own=own), name=name)


def tokens_of(base: str) -> Mapping[str, Colour]:
    """The colours of "light" or "dark", by the names that `coloured` takes."""
    tokens = _tokens()[base]
    lanes = {
        f"{lane}.{tone}": colour
        for lane, colours in tokens["lanes"].items()
        for tone, colour in colours.items()
    }
    return {**tokens["window"], **lanes}


def _light() -> Theme:
    return _from_tokens("light", dark=False)


def _dark() -> Theme:
    return _from_tokens("dark", dark=True)


def _from_tokens(name: str, *, dark: bool, own: Mapping[str, Colour] = NO_COLOURS) -> Theme:
    tokens = _tokens()
    window = WindowColours(**{**tokens[name]["window"], **_named(own, WindowColours)})
    extra = tokens["extra"][name]
    lanes = {
        lane: RoleColours(**{**colours, **_named(own, RoleColours, f"{lane}.")})
        for lane, colours in tokens[name]["lanes"].items()
    }
    roles = {role: lanes[_LANE_COLOURS.get(role, role.value)] for role in LaneRole}
    return Theme(
        name=name,
        dark=dark,
        window=window,
        roles=MappingProxyType(roles),
        marks=MappingProxyType(
            {mark: MarkColours(**colours) for mark, colours in tokens[name]["marks"].items()}
        ),
        star=extra["star"],
        mark_edge=extra["mark_edge"],
        on_mark=tokens["light"]["window"]["ink"],
        on_error=window.accent_ink,
        chip_edge=window.line2,
        owner_edge=extra["owner_edge"],
        phase=extra["phase"],
        lines=_lines(window),
        flows=_flows(window),
        evidence=_stroke(tokens["connectors"]["evidence"], roles[LaneRole.EVIDENCE].stroke),
    )


def _named(own: Mapping[str, Colour], kind: type, prefix: str = "") -> dict[str, Colour]:
    """Those colours that are fields of `kind`, their names after `prefix`."""
    names = [field.name for field in fields(kind)]
    return {name: own[prefix + name] for name in names if prefix + name in own}


def _mono() -> Theme:
    """Black on white, for printers without colour: shape and weight carry the meaning."""
    every = {field.name: BLACK for field in fields(WindowColours)}
    for ground in ("canvas", "sheet", "panel", "panel2", "hover", "accent_ink", "warn_fill"):
        every[ground] = WHITE
    for ground in ("accent_soft", "error_soft", "warn_soft", "info_soft", "ok_soft"):
        every[ground] = WHITE
    window = WindowColours(**every)
    lane = RoleColours(WHITE, WHITE, WHITE, BLACK, BLACK, BLACK)
    plain = replace(
        _light(),
        name="mono",
        window=window,
        roles=MappingProxyType(dict.fromkeys(LaneRole, lane)),
        marks=MappingProxyType(dict.fromkeys(COLOURS, MarkColours(WHITE, BLACK, BLACK))),
        star=WHITE,
        mark_edge=BLACK,
        on_mark=BLACK,
        on_error=WHITE,
        chip_edge=BLACK,
        owner_edge=BLACK,
        phase=WHITE,
        limit_width=1.75,
        hatched=True,
        outlined=True,
    )
    return _restroked(plain, BLACK)


def _contrast(light: bool) -> Theme:
    """Ink on plain paper: no bands, the strongest strokes, cards told apart by their outlines."""
    usual = _light() if light else _dark()
    ink, paper = (BLACK, WHITE) if light else (WHITE, BLACK)
    second = "#2B303B" if light else "#DDE1EA"
    window = replace(
        usual.window,
        **dict.fromkeys(("ink", "flow", "lov", "line2", "line"), ink),
        **dict.fromkeys(("ink2", "ink3", "loi", "lii"), second),
        **dict.fromkeys(("sheet", "panel", "panel2", "canvas"), paper),
    )
    roles = {
        role: RoleColours(paper, paper, colours.fill, ink, ink, ink)
        for role, colours in usual.roles.items()
    }
    marks = {mark: MarkColours(own.fill, ink, ink) for mark, own in usual.marks.items()}
    plain = replace(
        usual,
        name="contrast-light" if light else "contrast-dark",
        window=window,
        roles=MappingProxyType(roles),
        marks=MappingProxyType(marks),
        chip_edge=ink,
        owner_edge=ink,
        phase=paper,
        lines=_lines(window),
        flows=_flows(window),
        outlined=True,
    )
    return replace(plain, evidence=replace(plain.evidence, colour=ink))


def _restroked(plain: Theme, colour: Colour) -> Theme:
    """`plain` with all lines and connectors in one colour."""
    return replace(
        plain,
        lines=MappingProxyType({k: replace(v, colour=colour) for k, v in plain.lines.items()}),
        flows=MappingProxyType({k: replace(v, colour=colour) for k, v in plain.flows.items()}),
        evidence=replace(plain.evidence, colour=colour),
    )


_MAKERS: Final[dict[str, Callable[[], Theme]]] = {
    "light": _light,
    "dark": _dark,
    "mono": _mono,
    "contrast-light": lambda: _contrast(True),
    "contrast-dark": lambda: _contrast(False),
}

_LANE_COLOURS: Final = {role: "metric" for role in ANNOTATIONS} | {
    LaneRole.PREPARATION: "management"
}
"""Whose colours a role has that has none of its own."""

_LINE_TOKENS: Final = {
    Line.INTERACTION: ("interaction", "loi"),
    Line.VISIBILITY: ("visibility", "lov"),
    Line.INTERNAL_INTERACTION: ("internal_interaction", "lii"),
    Line.ORDER_PENETRATION: ("implementation", "lii"),
    Line.IMPLEMENTATION: ("implementation", "lii"),
}


def _lines(window: WindowColours) -> Mapping[Line, Stroke]:
    styles = _tokens()["lines"]
    made = {
        line: _stroke(styles[style], getattr(window, colour))
        for line, (style, colour) in _LINE_TOKENS.items()
    }
    made[Line.ORDER_PENETRATION] = replace(made[Line.ORDER_PENETRATION], dash=(9.0, 4.0))
    return MappingProxyType(made)


def _flows(window: WindowColours) -> Mapping[FlowKind, Stroke]:
    styles = _tokens()["connectors"]
    colours = {FlowKind.RECOVERY: window.error}
    return MappingProxyType(
        {kind: _stroke(styles[kind.value], colours.get(kind, window.flow)) for kind in FlowKind}
    )


def _stroke(style: Mapping[str, Any], colour: Colour) -> Stroke:
    dash = tuple(float(length) for length in style["dash"])
    return Stroke(colour, float(style["width"]), dash, Cap(style["cap"]))


@cache
def _tokens() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(resource("themes/tokens.json").read_text(encoding="utf-8"))
    return found
