"""Which images nothing shows any more once something goes, so that no file keeps them."""

from __future__ import annotations

from collections.abc import Iterable

from blueprint.model.document import Document
from blueprint.model.entities import AnyEntity, Image, Persona, Step


def left_over(document: Document, going: Iterable[AnyEntity]) -> list[Image]:
    """The images that steps and personas show which go, and that nothing else shows."""
    gone = {each.id: each.image for each in going if isinstance(each, (Step, Persona))}
    shown = set(gone.values()) & document.images.keys()
    if not shown:
        return []
    shown -= {step.image for id, step in document.steps.items() if id not in gone}
    shown -= {persona.image for persona in document.personas if persona.id not in gone}
    return [document.images[id] for id in sorted(shown)]
