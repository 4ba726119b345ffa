"""Writes the objects of a PDF file, its bookmarks packed together.

ReportLab writes each object by itself and in full; thousands of bookmarks are then most of the
file. Object streams (ISO 32000-1, 7.5.7) and a cross-reference stream (7.5.8) hold them deflated.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from hashlib import sha256

from blueprint.export.pdf_objects import Pdf
from blueprint.export.pdf_outline import Outline

_HEADER = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"
_FREE, _PLAIN, _PACKED = 0, 1, 2
_PLACE = struct.Struct(">BLH")
"""An entry of the cross-reference stream: its kind, where the object is, a smaller number."""
_MOST_PACKED = 1_000
"""Objects of one stream: a viewer unpacks all of them to read one."""
_UP = 2
"""The PNG filter that keeps differences from the row above."""

Objects = dict[int, bytes]
"""Bodies by object number."""


def written(pdf: Pdf, outline: Outline) -> bytes:
    """The file with all that `pdf` holds and the outline."""
    plain = _formatted(pdf)
    packed = outline.objects(first=len(plain) + 1)
    free = max([*plain, *packed]) + 1
    plain = {id: body for id, body in plain.items() if id not in packed}
    places: dict[int, tuple[int, int, int]] = {0: (_FREE, 0, 65535)}
    for number, chunk in enumerate(_chunks(packed), start=free):
        plain[number] = _object_stream(chunk)
        places.update({id: (_PACKED, number, at) for at, id in enumerate(chunk)})
        free = number + 1
    parts = [_HEADER]
    length = len(_HEADER)
    for id, body in plain.items():
        places[id] = (_PLAIN, length, 0)
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (id, body))
        length += len(parts[-1])
    places[free] = (_PLAIN, length, 0)
    identity = sha256(b"".join(parts)).hexdigest()[:32]
    parts.append(b"%d 0 obj\n%b\nendobj\n" % (free, _cross_reference(pdf, places, identity)))
    parts.append(b"startxref\n%d\n%%%%EOF\n" % length)
    return b"".join(parts)


def _formatted(pdf: Pdf) -> Objects:
    """The bodies of the objects in `pdf`.

    Formatting an object may make further ones, so they are taken by number until none is left.
    """
    from reportlab.pdfbase.pdfdoc import format

    pdf.Reference(pdf.Catalog)
    pdf.Reference(pdf.info)
    found: Objects = {}
    number = 1
    while number in pdf.numberToId:
        body = format(pdf.idToObject[pdf.numberToId[number]], pdf, toplevel=True)
        found[number] = body.rstrip(b"\n")
        number += 1
    return found


def _chunks(objects: Objects) -> Iterator[Objects]:
    ids = sorted(objects)
    for at in range(0, len(ids), _MOST_PACKED):
        yield {id: objects[id] for id in ids[at : at + _MOST_PACKED]}


def _object_stream(objects: Objects) -> bytes:
    offsets = []
    at = 0
    for id, body in objects.items():
        offsets.append(b"%d %d" % (id, at))
        at += len(body) + 1
    head = b" ".join(offsets) + b"\n"
    content = zlib.compress(head + b"\n".join(objects.values()))
    told = b"/Type /ObjStm /N %d /First %d" % (len(objects), len(head))
    return _stream(told, content)


def _stream(told: bytes, content: bytes) -> bytes:
    length = len(content)
    return b"<< %b /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream" % (
        told,
        length,
        content,
    )


def _cross_reference(pdf: Pdf, places: dict[int, tuple[int, int, int]], identity: str) -> bytes:
    numbers = pdf.idToObjectNumberAndVersion
    root = numbers[pdf.Reference(pdf.Catalog).name][0]
    info = numbers[pdf.Reference(pdf.info).name][0]
    rows = [_PLACE.pack(*places[number]) for number in range(len(places))]
    told = (
        f"/Type /XRef /Size {len(rows)} /W [1 4 2] /Root {root} 0 R /Info {info} 0 R "
        f"/ID [<{identity}> <{identity}>] "
        f"/DecodeParms << /Predictor 12 /Columns {_PLACE.size} >>"
    )
    return _stream(told.encode("ascii"), zlib.compress(_differences(rows)))


def _differences(rows: Sequence[bytes]) -> bytes:
    """Each row as its difference from the one above, which deflates to next to nothing."""
    above = bytes(_PLACE.size)
    found = bytearray()
    for row in rows:
        found.append(_UP)
        found += bytes((new - old) % 256 for new, old in zip(row, above, strict=True))
        above = row
    return bytes(found)
