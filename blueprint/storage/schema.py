"""The JSON Schema of `.blueprint` files, made from the model so that it cannot lag behind."""

from __future__ import annotations

import json
from typing import Any

from blueprint.storage.file_format import BlueprintFile
from blueprint.storage.unknown_fields import BAG


def schema() -> dict[str, Any]:
    """The schema. Fields that it does not name are allowed: files of newer versions have them."""
    made = BlueprintFile.model_json_schema()
    for model in [made, *made["$defs"].values()]:
        _open(model)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **made,
        "title": "Service blueprint",
    }


def schema_text() -> str:
    """The schema as it is published, in `resources/schema/blueprint.schema.json`."""
    return json.dumps(schema(), ensure_ascii=True, indent=1, sort_keys=True) + "\n"


def _open(model: dict[str, Any]) -> None:
    """Allow unknown fields, which in a file stand beside the known ones and in no bag."""
    if "properties" not in model:
        return
    model.pop("additionalProperties", None)
    model["properties"].pop(BAG, None)
    for field in model["properties"].values():
        field.pop("title", None)
