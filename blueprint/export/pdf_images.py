"""Puts the pictures of a document into a PDF file: photographs as they are, others with alpha."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any

from blueprint.export.pdf_objects import Pdf, Reference, stream

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

    from blueprint.model.entities import Image

_COLOURS = {"L": "/DeviceGray", "RGB": "/DeviceRGB"}
_MOST_PIXELS = 50_000_000
"""A picture that unpacks to more is left out, lest a small file fill the memory."""


def pixels_of(images: Mapping[str, Image]) -> dict[str, tuple[int, int]]:
    """Width and height in pixels of each image that can be read, by id."""
    found = {}
    for id, image in images.items():
        picture = _opened(image)
        if picture is not None:
            found[id] = picture.size
    return found


def _opened(image: Image) -> Pixels | None:
    """The picture, not yet unpacked; None if it is none."""
    import PIL.Image

    try:
        picture = PIL.Image.open(BytesIO(b64decode(image.data)), formats=["PNG", "JPEG", "WEBP"])
    except (OSError, ValueError, SyntaxError, PIL.Image.DecompressionBombError):
        return None
    width, height = picture.size
    return picture if 0 < width * height <= _MOST_PIXELS else None


def embed_image(pdf: Pdf, image: Image) -> Reference:
    """A reference to the image in `pdf`. It must be one that `pixels_of` can read."""
    picture = _opened(image)
    assert picture is not None
    if picture.format == "JPEG" and picture.mode in _COLOURS:
        raw = b64decode(image.data)
        colours = _COLOURS[picture.mode]
        return _image(pdf, picture.size, raw, ColorSpace=colours, Filter="/DCTDecode")
    rgba = picture.convert("RGBA")
    alpha = rgba.getchannel("A")
    extra: dict[str, Any] = {}
    if alpha.getextrema() != (255, 255):
        extra["SMask"] = _image(pdf, picture.size, alpha.tobytes(), ColorSpace="/DeviceGray")
    opaque = rgba.convert("RGB").tobytes()
    return _image(pdf, picture.size, opaque, ColorSpace="/DeviceRGB", **extra)


def _image(pdf: Pdf, size: tuple[int, int], content: bytes, **entries: Any) -> Reference:
    return stream(
        pdf,
        content,
        packed="Filter" not in entries,
        Type="/XObject",
        Subtype="/Image",
        Width=size[0],
        Height=size[1],
        BitsPerComponent=8,
        **entries,
    )
