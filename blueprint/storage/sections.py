"""What stands where in a `.blueprint` file.

A file is JSON with one entity a line, sorted by id within its section, so that one edit changes
few lines. Fields that hold their default are left out.
"""

from __future__ import annotations

from typing import Final

from blueprint.model.entities import (
    Column,
    Comment,
    Dismissal,
    Entity,
    Flow,
    Image,
    Lane,
    Persona,
    Phase,
    Resource,
    Step,
)

FORMAT: Final = "service-blueprint"
VERSION: Final = 2
"""The version that this program writes; older ones are brought to it when they are read."""

SECTIONS: Final[dict[str, type[Entity]]] = {
    "lanes": Lane,
    "phases": Phase,
    "columns": Column,
    "steps": Step,
    "flows": Flow,
    "resources": Resource,
    "images": Image,
    "personas": Persona,
    "comments": Comment,
    "dismissals": Dismissal,
}
"""The entities of a file by kind, in this order."""

BESIDE: Final = ""
"""Where the `unknown` fields of a document's properties keep what stood beside the sections."""
