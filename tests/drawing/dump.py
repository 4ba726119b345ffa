"""Drawings as text, for goldens that a person can read."""

from __future__ import annotations

import difflib
import os
from pathlib import Path as File

from blueprint.drawing.primitives import (
    Circle,
    Drawing,
    Group,
    Path,
    Picture,
    Primitive,
    Rect,
    Stroke,
    Text,
)

GOLDENS = File(__file__).parent / "goldens"


def check_golden(name: str, text: str) -> None:
    """Compare with goldens/`name`; the variable UPDATE_GOLDENS writes it anew."""
    file = GOLDENS / name
    if os.environ.get("UPDATE_GOLDENS"):
        file.write_text(text, encoding="utf-8")
    before = file.read_text(encoding="utf-8")
    change = difflib.unified_diff(before.splitlines(), text.splitlines(), "golden", "now")
    assert before == text, "\n".join(change)


def drawing_text(drawing: Drawing) -> str:
    head = f"{drawing.width:g} × {drawing.height:g} on {drawing.background}\n"
    return head + "".join(group_text(group) for group in drawing.groups)


def group_text(group: Group) -> str:
    title = f" “{group.title}”" if group.title else ""
    lines = [f"{group.layer} {group.entity or '—'} at {_numbers(group.x, group.y)}{title}"]
    lines += [f"  {part_text(part)}" for part in group.primitives]
    return "\n".join(lines) + "\n"


def part_text(part: Primitive) -> str:
    match part:
        case Text():
            weight = " bold" if part.bold else ""
            return f"text “{part.text}” {_at(part)} {part.size}{weight} {part.colour}"
        case Rect():
            box = _numbers(part.x, part.y, part.width, part.height)
            return f"rect {box} r {part.radius:g}{_paint(part.fill, part.stroke)}"
        case Circle():
            return f"circle {_numbers(part.x, part.y, part.radius)}{_paint(part.fill, part.stroke)}"
        case Path():
            course = " ".join(
                command[0] + _numbers(*command[-2:]) if len(command) > 1 else "Z"
                for command in part.commands
            )
            return f"path {course}{_paint(part.fill, part.stroke)}"
        case Picture():
            return f"picture {_numbers(part.x, part.y, part.width, part.height)} {part.image[:8]}"


def _at(text: Text) -> str:
    return f"at {_numbers(text.x, text.baseline)}"


def _paint(fill: str | None, stroke: Stroke | None) -> str:
    shown = f" fill {fill}" if fill else ""
    if stroke:
        shown += f" edge {stroke.colour} {stroke.width:g}"
        if stroke.dash:
            shown += f" dash {_numbers(*stroke.dash)}"
    return shown


def _numbers(*values: float) -> str:
    return ",".join(f"{round(value, 1):g}" for value in values)
