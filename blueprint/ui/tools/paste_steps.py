"""Steps as plain values for the clipboard, and steps made of such values again."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from blueprint.i18n import message
from blueprint.layout.geometry import Cell
from blueprint.model.change import Change, adding
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.edits.added import Added, ids_for
from blueprint.model.edits.images import image_of
from blueprint.model.edits.steps import require_place
from blueprint.model.entities import AnyEntity, Flow, Step
from blueprint.model.order import keys_between
from blueprint.ui.session import Session
from blueprint.ui.tools.compound import together
from blueprint.ui.tools.paste_place import spot_for


def reading_order(session: Session, ids: Sequence[str]) -> list[str]:
    """Ids by column, then by lane, then from the top of the cell."""
    document = session.document
    lanes = {lane.id: place for place, lane in enumerate(document.lanes)}
    columns = {column.id: place for place, column in enumerate(document.columns)}

    def place(id: str) -> tuple[int, int, str, str]:
        step = document.step(id)
        return columns[step.column], lanes[step.lane], step.order, id

    return sorted(ids, key=place)


def packed(document: Document, ids: Sequence[str]) -> dict[str, Any]:
    """Steps and the flows between them, each step with its lane and column from the first's."""
    lanes = [lane.id for lane in document.lanes]
    columns = [column.id for column in document.columns]
    anchor = document.step(ids[0])
    steps = []
    for id in dict.fromkeys(ids):
        step = document.step(id)
        steps.append(
            {
                "down": lanes.index(step.lane) - lanes.index(anchor.lane),
                "right": columns.index(step.column) - columns.index(anchor.column),
                "step": step.model_dump(mode="json"),
            }
        )
    chosen = set(ids)
    flows = [
        flow.model_dump(mode="json")
        for flow in document.flows.values()
        if flow.source in chosen and flow.target in chosen
    ]
    shown = {document.step(id).image for id in ids}
    images = [
        image.model_dump(mode="json") for image in document.images.values() if image.id in shown
    ]
    return {"steps": steps, "flows": flows, "images": images}


def pasted(
    document: Document, content: Mapping[str, Any], at: Cell, made: Callable[[str], None]
) -> Added:
    """The change that pastes `content`, its first step at a cell or beside what stands there.

    `made` is called with the id of each new step. Raises ChangeRefused where a step does not
    belong, ValueError, KeyError or TypeError if `content` is not what `packed` gives.
    """
    offsets = [(int(entry["down"]), int(entry["right"])) for entry in content["steps"]]
    spot = spot_for(document, at, offsets)
    label = message("Paste step", "Paste {count} steps", count=len(offsets))
    return together(
        document,
        label,
        *spot.growing,
        lambda found: _added(found, content, (at.lane, spot.first), made),
    )


def _added(
    document: Document,
    content: Mapping[str, Any],
    at: tuple[str, int],
    made: Callable[[str], None],
) -> Change:
    make = ids_for(document, None)
    new_ids: dict[str, str] = {}
    entities: list[AnyEntity] = []
    floors: dict[Cell, str | None] = {}
    for entry in content["steps"]:
        cell = _cell(document, at, int(entry["down"]), int(entry["right"]))
        step = Step.model_validate({**entry["step"], "lane": cell.lane, "column": cell.column})
        require_place(document, step.kind, cell.lane)
        standing = document.cell(*cell)
        floor = floors.get(cell, standing[-1].order if standing else None)
        floors[cell] = order = keys_between(floor, None, 1)[0]
        new_ids[step.id] = id = make("step")
        entities.append(step.replaced(id=id, order=order))
        made(id)
    for values in content["flows"]:
        flow = Flow.model_validate(values)
        ends = {"source": new_ids[flow.source], "target": new_ids[flow.target]}
        entities.append(flow.replaced(id=make("flow"), **ends))
    images = [
        image_of(b64decode(one["data"]), one["media_type"], one["title"])
        for one in content.get("images", ())
    ]
    entities += [image for image in images if image.id not in document.entities]
    return adding(message("Paste"), entities)


def _cell(document: Document, at: tuple[str, int], down: int, right: int) -> Cell:
    lanes = [lane.id for lane in document.lanes]
    row, place = lanes.index(at[0]) + down, at[1] + right
    if not (0 <= row < len(lanes) and 0 <= place < len(document.columns)):
        raise ChangeRefused(
            message("There is no room there. Paste further up, or add a lane first.")
        )
    return Cell(lanes[row], document.columns[place].id)
