"""How the command line speaks: in which language, how wide, in which colour, and to whom."""

from __future__ import annotations

import locale
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from typing import TextIO
from unicodedata import east_asian_width

from blueprint.i18n import Message, tr

COLOURS = {"error": "31", "warning": "33", "hint": "36", "strong": "1", "faint": "2"}
MOST_LINES = 20
"""More messages about one file than this are counted, not shown."""


class Failure(Exception):  # noqa: N818 - no fault of the program, but a no to its user
    """What was asked for cannot be done; says why, and ends the command with exit code 2.

    `about` is the name of the file that the messages are about, if they are about one.
    """

    def __init__(self, *messages: Message, about: str = "") -> None:
        super().__init__("; ".join(map(str, messages)))
        self.messages = messages
        self.about = about


def language_of_user() -> str:
    """The language of the program that suits the user's own settings."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    spoken = next((os.environ[name] for name in names if os.environ.get(name)), "")
    spoken = spoken or locale.getlocale()[0] or ""
    return "zh_CN" if spoken.lower().startswith(("zh", "chinese")) else "en"


def use_utf8() -> None:
    """Write UTF-8 whatever the console claims to be; what cannot be written is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def complain(messages: Iterable[Message | str], *, about: str = "") -> None:
    """Print `messages` as errors, under the name of the file that they are about."""
    lines = [tr(what) if isinstance(what, Message) else what for what in messages]
    more = len(lines) - MOST_LINES
    if more > 1:
        lines[MOST_LINES:] = [tr("… and {count} more.", count=more)]
    if about:
        lines = [coloured(about, "strong", sys.stderr), *(f"  {line}" for line in lines)]
    print("\n".join(printable(line) for line in lines), file=sys.stderr)


def printable(text: str) -> str:
    """`text` without control characters, which could steer the terminal."""
    return "".join(
        sign if sign in "\n\t\x1b" or (sign.isprintable() or sign == "\u3000") else "\ufffd"
        for sign in text
    )


def coloured(text: str, colour: str, stream: TextIO | None = None) -> str:
    """`text` in one of COLOURS if `stream` is a terminal that wants colours."""
    stream = stream or sys.stdout
    if not stream.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return text
    return f"\x1b[{COLOURS[colour]}m{text}\x1b[0m"


def width(text: str) -> int:
    """Columns that `text` takes on a terminal: a Chinese character takes two."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def padded(text: str, columns: int) -> str:
    """`text` filled up with spaces to a width of `columns`."""
    return text + " " * max(0, columns - width(text))


def columns_of_terminal() -> int:
    """The width to break lines at; 0 where the output goes to a file or another program."""
    return min(shutil.get_terminal_size((100, 24)).columns, 120) if sys.stdout.isatty() else 0


def broken(text: str, columns: int) -> Iterator[str]:
    """The lines of `text`, none wider than `columns`; one line if that is 0."""
    line = ""
    for word in _words(text):
        if columns and line and width(line + word.rstrip()) > columns:
            yield line.rstrip()
            line = ""
        line += word
    yield line.rstrip()


def _words(text: str) -> Iterator[str]:
    """Pieces of `text` after each of which a line may end: words, or single wide characters."""
    piece = ""
    for sign in " ".join(text.split()):
        if piece and east_asian_width(sign) in "WF" and sign not in "，。；：、？！）”》":
            yield piece
            piece = ""
        piece += sign
        if sign == " ":
            yield piece
            piece = ""
    if piece:
        yield piece
