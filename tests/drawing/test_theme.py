"""Colours: enough contrast in every theme, and roles that stay apart for every eye."""

from dataclasses import fields
from itertools import combinations

import pytest

from blueprint.drawing.badges import Badge, badge
from blueprint.drawing.silhouettes import silhouette
from blueprint.drawing.stickies import paper
from blueprint.drawing.theme import BLACK, THEMES, WHITE, RoleColours, Theme, theme
from blueprint.model.notation import ANNOTATIONS, LaneRole, Line, StepKind, StickyColour

ROLES = tuple(LaneRole)


def linear(colour: str) -> list[float]:
    values = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values]


def contrast(a: str, b: str) -> float:
    """WCAG 2: (lighter + 0.05) / (darker + 0.05) of relative luminance."""
    lights = sorted(
        sum(w * v for w, v in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))
        for colour in (a, b)
    )
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def text_pairs(look: Theme) -> dict[str, tuple[str, str]]:
    """What is written in a drawing, and on what."""
    window = look.window
    pairs = {
        "phase name": (window.ink, look.phase),
        "phase time": (window.ink2, look.phase),
        "chip": (window.ink, window.sheet),
        "chip over its limit": (window.ink, window.error_soft),
        "corner": (window.ink3, window.sheet),
        "fail point": (look.on_error, window.error),
        "hint": (look.on_error, window.info),
        "wait point": (look.on_mark, window.warn_fill),
        "comment": (window.accent_ink, window.accent),
        "line of visibility": (window.lov, window.sheet),
        "other lines": (window.loi, window.sheet),
    }
    for colour in StickyColour:
        pairs[f"note of {colour}"] = (window.ink, paper(colour, look).ground)
    for role in ROLES:
        colours = look.roles[role]
        pairs[f"card in {role}"] = (window.ink, colours.fill)
        pairs[f"name of {role}"] = (colours.text, colours.header)
        pairs[f"subtitle of {role}"] = (window.ink2, colours.header)
        pairs[f"label in {role}"] = (window.ink2, colours.band)
        pairs[f"recovery in {role}"] = (window.error, colours.band)
    return pairs


@pytest.mark.parametrize("name", THEMES)
def test_every_text_has_a_contrast_of_four_and_a_half_to_one(name: str) -> None:
    weak = {
        what: round(contrast(*pair), 2)
        for what, pair in text_pairs(theme(name)).items()
        if contrast(*pair) < 4.5
    }
    assert weak == {}


@pytest.mark.parametrize("name", THEMES)
def test_every_stroke_has_a_contrast_of_three_to_one(name: str) -> None:
    look = theme(name)
    for role in ROLES:
        assert contrast(look.roles[role].stroke, look.roles[role].band) >= 3, role
    for line in Line:
        assert contrast(look.lines[line].colour, look.window.sheet) >= 4.5, line
    for role in ROLES:
        assert contrast(look.window.flow, look.roles[role].band) >= 4.5, role


# What the three kinds of dichromats see, on linear RGB: Viénot, Brettel and Mollon (1999) for
# the first two; for the third a plane through white and the neutral axis as in Brettel et al.
SIGHT = {
    "protanopia": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deuteranopia": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
    "tritanopia": ((1.0, 0.14461, -0.14461), (0.0, 0.85924, 0.14076), (0.0, 0.85924, 0.14076)),
}


def seen(colour: str, sight: str) -> tuple[float, float, float]:
    """CIE L*a*b* of a colour as it is seen."""
    rgb = linear(colour)
    r, g, b = (
        min(1.0, max(0.0, sum(w * v for w, v in zip(row, rgb, strict=True))))
        for row in SIGHT[sight]
    )
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883
    fx, fy, fz = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def apart(a: str, b: str, sight: str) -> float:
    pairs = zip(seen(a, sight), seen(b, sight), strict=True)
    return float(sum((p - q) ** 2 for p, q in pairs) ** 0.5)


CARD_ROLES = [r for r in ROLES if r not in ANNOTATIONS and r is not LaneRole.PREPARATION]


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("name", ["light", "dark"])
def test_roles_stay_apart_by_stroke_under_colour_blindness(name: str, sight: str) -> None:
    roles = theme(name).roles
    for a, b in combinations(CARD_ROLES, 2):
        assert apart(roles[a].stroke, roles[b].stroke, sight) > 5, (a, b)


def test_no_two_roles_have_the_same_silhouette_in_black_and_white() -> None:
    shapes = [shape(role) for role in CARD_ROLES]
    assert len(set(shapes)) == len(shapes)


def shape(role: LaneRole) -> object:
    """What a card looks like without its colours."""
    return silhouette(role, StepKind.ACTION, 128, 52, theme("mono"))


def test_no_two_badges_have_the_same_outline_in_black_and_white() -> None:
    outlines = [badge(kind, theme("mono"), letters=False) for kind in Badge]
    assert len(set(outlines)) == len(outlines)


def test_black_and_white_print_is_black_and_white() -> None:
    look = theme("mono")
    colours = {getattr(look.window, field.name) for field in fields(look.window)}
    for role in ROLES:
        own = look.roles[role]
        colours |= {getattr(own, field.name) for field in fields(RoleColours)}
    colours |= {look.star, look.mark_edge, look.on_mark, look.on_error, look.chip_edge}
    colours |= {look.owner_edge, look.phase, look.evidence.colour}
    colours |= {stroke.colour for stroke in (*look.lines.values(), *look.flows.values())}
    assert colours == {BLACK, WHITE}


def test_the_line_of_visibility_is_the_strongest() -> None:
    for name in THEMES:
        lines = theme(name).lines
        widest = max(lines.values(), key=lambda stroke: stroke.width)
        assert widest is lines[Line.VISIBILITY]
        assert not widest.dash
        others = [lines[line] for line in Line if line is not Line.VISIBILITY]
        assert len({stroke.dash for stroke in others}) == len(others)


def test_there_is_one_theme_of_each_name() -> None:
    assert theme("light") is theme("light")
    with pytest.raises(KeyError):
        theme("sepia")
