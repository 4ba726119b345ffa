"""The command `blueprint`: chooses between the designer and the commands, and never shows a trace.

Exit codes: 0 done; 1 findings as grave as asked for; 2 unreadable input or a wrong command line;
70 a fault of the program itself; 130 interrupted.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NoReturn

from blueprint import __version__
from blueprint.commands.speaking import Failure, complain, language_of_user, use_utf8
from blueprint.i18n import LANGUAGES, Message, message, set_language, tr

COMMANDS: Final = (
    "import",
    "check",
    "export",
    "new",
    "measure",
    "simulate",
    "diff",
    "merge",
    "report",
    "lesson",
)
DONE, WRONG, FAULT, INTERRUPTED = 0, 2, 70, 130


def main(words: Sequence[str] | None = None) -> NoReturn:
    """Run the command line of `words`, or of this process, and exit."""
    use_utf8()
    sys.exit(_run(sys.argv[1:] if words is None else list(words)))


def designer() -> NoReturn:
    """The designer without a terminal: what a menu or a double click starts."""
    main([word for word in sys.argv[1:] if word not in COMMANDS])


def _run(words: list[str]) -> int:
    set_language(_language(words) or language_of_user())
    try:
        code = _chosen(words)
        sys.stdout.flush()
    except Failure as failure:
        complain(failure.messages, about=failure.about)
        return WRONG
    except OSError as error:
        return _after_os_error(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as fault:
        complain([_reported(fault)])
        return FAULT
    return code


def _language(words: Sequence[str]) -> str | None:
    """What --lang asks for, wherever it stands; None where that is no language of ours."""
    for word, following in zip(words, (*words, "")[1:], strict=True):
        asked = following if word == "--lang" else word.removeprefix("--lang=")
        if asked in LANGUAGES and word.startswith("--lang"):
            return asked
    return None


def _chosen(words: list[str]) -> int:
    if words == ["--version"]:
        print(f"blueprint {__version__}")
        return DONE
    files = _without_language(words)
    if files and files[0] in COMMANDS:
        asked = words[: len(words) - len(files)]
        return _command([files[0], *asked, *files[1:]])
    if files and files[0].startswith("-"):
        return _command([files[0], *_without_language(files[1:])])
    return _design([Path(file) for file in files], _language(words))


def _without_language(words: Sequence[str]) -> list[str]:
    """`words` without a leading choice of language, which suits the designer as well."""
    if words and words[0] == "--lang":
        return list(words[2:])
    return list(words[1:] if words and words[0].startswith("--lang=") else words)


def _command(words: list[str]) -> int:
    import typer

    from blueprint.commands.app import make_app
    from blueprint.commands.wrong_words import what_is_wrong

    try:
        code = make_app()(words, prog_name="blueprint", standalone_mode=False)
    except typer.exceptions.TyperException as wrong:
        complain([what_is_wrong(wrong), tr("See “blueprint --help”.")])
        return WRONG
    except typer.Abort:
        return INTERRUPTED
    except typer.Exit as end:
        return end.exit_code
    return code if isinstance(code, int) else DONE


def _design(files: Sequence[Path], language: str | None) -> int:
    for file in files:
        if not file.exists():
            raise Failure(message("There is no file and no command “{name}”.", name=file))
    _require_display()
    try:
        from blueprint.ui.app import run
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in ("PySide6", "shiboken6"):
            raise
        raise Failure(
            message(
                "The designer needs PySide6. Install “service-blueprint-designer[desktop]”; "
                "the commands work without it."
            )
        ) from missing
    return run(files, language)


def _require_display() -> None:
    """Qt would end the whole process where there is no screen."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise Failure(
            message(
                "There is no display to open the designer on. "
                "“blueprint export FILE -o OUT” draws into a file instead."
            )
        )


def _after_os_error(error: OSError) -> int:
    if isinstance(error, BrokenPipeError):
        # Whoever read the output has enough; what is still to be flushed at exit goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    why = error.strerror or str(error)
    name = error.filename or tr("A file")
    complain([message("{name}: {why}.", name=name, why=why)])
    return WRONG


def _reported(fault: Exception) -> Message:
    """Put the trace of `fault` into a file and say what to do with it."""
    import traceback

    with tempfile.NamedTemporaryFile(
        "w", prefix="blueprint-", suffix=".txt", delete=False, encoding="utf-8"
    ) as report:
        report.write(f"blueprint {__version__}, Python {sys.version}, {sys.platform}\n")
        traceback.print_exception(fault, file=report)
    return message(
        "The program has met a fault of its own, and your files are as they were. "
        "Please send “{name}” to its makers; it holds no part of your blueprint "
        "but what the fault itself names.",
        name=report.name,
    )
