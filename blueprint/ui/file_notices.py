"""What a window says and asks about its file: why it is a copy, kept, changed or restored."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from blueprint.i18n import Message, message
from blueprint.storage import Unreadable
from blueprint.storage.lock import Holder
from blueprint.ui.widgets.notice import Notices

Act = Callable[[], object]


def tell_unreadable(notices: Notices, path: Path, problem: Unreadable) -> None:
    """Why a file could not be opened."""
    first = message("“{file}” could not be opened.", file=path.name)
    notices.tell(lines((first, *problem.messages)), severity="error", name="open")


def tell_copy(
    notices: Notices, path: Path, holder: Holder, read: Callable[..., object], save_as: Act
) -> None:
    """The file is open elsewhere, so that this is a copy; `read(take_over=…)` tries again."""
    if holder.here:
        way = (message("Open it again"), read)
    else:
        way = (message("Edit it anyway"), lambda: read(take_over=True))
    ways = (way, (message("Save as…"), save_as))
    notices.tell(_copy_of(path, holder), *ways, severity="warning", name="copy")


def tell_overwriting(
    notices: Notices, path: Path, reload: Act, overwrite: Act, save_as: Act
) -> None:
    """Another program has written to the file that is about to be saved."""
    notices.tell(
        message(
            "“{file}” has been changed by another program since it was opened. Saving would "
            "overwrite that.",
            file=path.name,
        ),
        (message("Reload"), reload),
        (message("Overwrite"), overwrite),
        (message("Save as…"), save_as),
        severity="warning",
        name="save",
    )


def tell_leaving(notices: Notices, name: Message | str, discard: Act, save: Act) -> None:
    """What is about to be closed is not saved."""
    notices.tell(
        message("“{name}” has changes that are not saved.", name=name),
        (message("Close without saving"), discard),
        (message("Save and close"), save),
        severity="warning",
        name="leaving",
    )


def tell_restored(notices: Notices, time: str, go_back: Act) -> None:
    """Work of a program that stopped is back."""
    notices.tell(
        message(
            "Restored your work of {time}. Keep it, or go back to the last saved file?", time=time
        ),
        (message("Go back"), go_back),
        (message("Keep"), lambda: None),
        name="recovered",
    )


def _copy_of(path: Path, holder: Holder) -> Message:
    """Why a file was opened as a copy: somebody has it open."""
    if holder.here:
        return message(
            "“{file}” is open in another window since {since}. This is a copy: save it under "
            "another name.",
            file=path.name,
            since=holder.since,
        )
    return message(
        "“{file}” is open on {host} since {since}. This is a copy: save it under another name.",
        file=path.name,
        host=holder.host,
        since=holder.since,
    )


def kept(path: Path) -> Message:
    """Why a file is not written to: it is open elsewhere, or of a newer version."""
    return message(
        "“{file}” is kept as it is. Choose another name; your work is still here.", file=path.name
    )


def changed(path: Path) -> Message:
    """Another program has written to the file."""
    return message("“{file}” has been changed by another program.", file=path.name)


def name_of_copy(path: Path) -> Message:
    """What a window with a copy is called."""
    return message("{name} (copy)", name=path.stem)


def lines(parts: tuple[Message, ...]) -> Message:
    """Several messages as one, a line each."""
    names = [f"line{place}" for place in range(len(parts))]
    text = "\n".join(f"{{{name}}}" for name in names)
    return Message(text, tuple(zip(names, parts, strict=True)))
