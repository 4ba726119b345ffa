"""Edits of pictures: each is kept once, by its content, for as long as something shows it."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import Literal

from blueprint.i18n import message
from blueprint.model.change import Change, adding, removing, replacing
from blueprint.model.document import Document
from blueprint.model.edits.added import Added
from blueprint.model.edits.pictures import left_over
from blueprint.model.edits.steps import add_step
from blueprint.model.entities import Image, Persona, Step
from blueprint.model.ids import NewId

MediaType = Literal["image/png", "image/jpeg", "image/webp"]


def image_of(content: bytes, media_type: MediaType, title: str = "") -> Image:
    """The image that a file of that content is; equal contents give equal ids."""
    return Image(
        id=sha256(content).hexdigest(),
        media_type=media_type,
        data=b64encode(content).decode("ascii"),
        title=title,
    )


def show_image(document: Document, step: str, image: Image) -> Change:
    """Let a step show a picture; the one it showed goes if no other step shows it."""
    old = document.step(step)
    if old.image == image.id:
        return Change(message("Set picture"))
    return pictured(document, old, old.replaced(image=image.id), image)


def take_image_away(document: Document, step: str) -> Change:
    """Let a step show no picture."""
    old = document.step(step)
    change = replacing(message("Remove picture"), [(old, old.replaced(image=""))])
    return change.then(removing(change.label, left_over(document, [old])))


def pictured(document: Document, old: Step | Persona, new: Step | Persona, image: Image) -> Change:
    """Put `new`, which shows `image`, in the place of `old`, and keep the images that it takes."""
    change = replacing(message("Set picture"), [(old, new)])
    if image.id not in document.images:
        change = change.then(adding(change.label, [image]))
    return change.then(removing(change.label, left_over(document, [old])))


def add_pictured_step(
    document: Document,
    lane: str,
    column: str,
    image: Image,
    *,
    label: str = "",
    new_id: NewId | None = None,
) -> Added:
    """A new step that shows a picture. Raises ChangeRefused if it does not belong in the lane."""
    made = add_step(document, lane, column, label=label, image=image.id, new_id=new_id)
    name = message("Add picture")
    change = Change(name, dict(made.change.entries))
    if image.id not in document.images:
        change = change.then(adding(name, [image]))
    return Added(change, made.id)
