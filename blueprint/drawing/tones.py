"""All colours of a lane from one: grounds that are light enough, texts that are dark enough."""

from __future__ import annotations

from typing import Final

from blueprint.drawing.contrast import contrast
from blueprint.drawing.primitives import Colour

_SHARES: Final = {"light": (0.04, 0.10, 0.15), "dark": (0.06, 0.12, 0.26)}
"""How much of the colour is in the ground of the lane, of its header and of its cards."""
_STEPS: Final = 50


def tones(colour: Colour, base: str, sheet: Colour) -> dict[str, Colour]:
    """The fields of RoleColours, made of one `colour` for a theme on `base`."""
    band, header, fill = (mixed(sheet, colour, share) for share in _SHARES[base])
    end = "#000000" if base == "light" else "#FFFFFF"
    return {
        "band": band,
        "header": header,
        "fill": fill,
        "stroke": _until(colour, end, band, 3.0),
        "strong": _until(colour, end, sheet, 4.6),
        "text": _until(colour, end, header, 7.0),
    }


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """`one` with a share of `other`, from 0 to 1."""
    parts = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in parts)


def _parts(colour: Colour) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))


def _until(colour: Colour, end: Colour, ground: Colour, least: float) -> Colour:
    """The colour nearest to `colour`, on its way to `end`, that stands out from `ground`."""
    ways = (mixed(colour, end, step / _STEPS) for step in range(_STEPS + 1))
    return next((way for way in ways if contrast(way, ground) >= least), end)
