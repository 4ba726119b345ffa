"""What the fields of a step are called when they are said to have changed."""

from __future__ import annotations

from typing import Final

from blueprint.i18n import Message, message

FIELD_TITLES: Final[dict[str, Message]] = {
    "kind": message("kind"),
    "sticky_colour": message("colour of the note"),
    "span": message("columns it lasts"),
    "label": message("name"),
    "description": message("description"),
    "owner": message("owner"),
    "channel": message("channel"),
    "tags": message("tags"),
    "colour": message("colour"),
    "link": message("link"),
    "image": message("image"),
    "duration": message("standard time"),
    "tolerance": message("acceptable time"),
    "wait": message("wait point"),
    "resource": message("resource"),
    "cost": message("cost"),
    "price": message("price"),
    "fail": message("fail point"),
    "moment_of_truth": message("moment of truth"),
    "customer_present": message("customer present"),
    "latitude": message("latitude"),
    "emotion": message("emotion"),
    "fields": message("further fields"),
    "place": message("place"),
}
