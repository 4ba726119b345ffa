"""Puts the characters that a drawing uses into its SVG file, as a font that browsers load."""

from __future__ import annotations

from base64 import b64encode

from blueprint.export.font_subset import subset


def font_face(bold: bool, characters: str) -> str:
    """A CSS rule that carries the font's glyphs of `characters`."""
    encoded = b64encode(subset(bold, characters).font).decode("ascii")
    return (
        f"@font-face {{ font-family: 'Blueprint Sans'; font-weight: {700 if bold else 400}; "
        f"src: url(data:font/ttf;base64,{encoded}) format('truetype'); }}"
    )
