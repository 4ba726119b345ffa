"""What is raised when an export cannot be made, by whichever part finds out."""

from __future__ import annotations

from blueprint.i18n import Message


class ExportRefused(Exception):  # noqa: N818 - a refusal is no error of the program
    """An export that cannot be made; `reason` says why, in the user's terms."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason
