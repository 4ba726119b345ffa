"""The last step of every export: bytes into a file, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from blueprint.export.refusal import ExportRefused
from blueprint.i18n import message


def save_export(content: bytes, path: Path) -> None:
    """Write `content` to `path`. Raises ExportRefused, with the old file as it was."""
    from blueprint.storage.outcome import SaveFailed
    from blueprint.storage.safe_save import save_bytes

    try:
        save_bytes(content, path)
    except SaveFailed as failure:
        raise ExportRefused(
            message("“{file}” could not be written. {why}", file=path.name, why=failure.reason)
        ) from failure
