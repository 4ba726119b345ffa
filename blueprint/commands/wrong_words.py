"""What is wrong with the words of a command line, said in the user's language."""

from __future__ import annotations

import re
from typing import Any

from pydantic import ValidationError

from blueprint.i18n import Message, message


def what_is_wrong(refused: Exception) -> Message | str:
    """What Typer refused, in words of ours where there are any, else in Typer's own."""
    match type(refused).__name__:
        case "MissingParameter":
            return message("“{name}” is missing.", name=_name(refused))
        case "NoSuchOption":
            return message("There is no option “{name}”.", name=_option(refused))
        case "BadOptionUsage":
            return message("A value is missing after “{name}”.", name=_option(refused))
        case "BadParameter":
            return _unfit_value(refused)
    extra = re.search(r"extra argument.*\((.*)\)$", str(refused))
    if extra:
        return message("There is no place for “{words}” in this command.", words=extra[1])
    return str(getattr(refused, "format_message", refused.__str__)())


def _option(refused: Exception) -> str:
    return str(getattr(refused, "option_name", ""))


def _name(refused: Exception) -> str:
    """The first name of the option or argument, without the quotation marks that Typer adds."""
    parameter = getattr(refused, "param", None)
    hint = "" if parameter is None else str(parameter.get_error_hint())
    return hint.split("/")[0].strip(" '")


def _unfit_value(refused: Exception) -> Message:
    name, problem = _name(refused), _problem(refused)
    given, limits = problem.get("input", ""), problem.get("ctx", {})
    match problem.get("type"):
        case "greater_than_equal":
            return message("“{name}” is at least {least}.", name=name, least=f"{limits['ge']:g}")
        case "less_than_equal":
            return message("“{name}” is at most {most}.", name=name, most=f"{limits['le']:g}")
        case "int_parsing" | "int_from_float" | "float_parsing":
            return message("“{name}” is a number, not “{given}”.", name=name, given=given)
    known = re.findall(r"'([^']*)'", str(problem.get("msg", "")).partition("not one of")[2])
    if known:
        return message("“{name}” is one of: {known}.", name=name, known=", ".join(known))
    return message("“{name}” does not take “{given}”.", name=name, given=given)


def _problem(refused: Exception) -> dict[str, Any]:
    """What pydantic, which Typer reads values with, says of the first unfit value."""
    cause = refused.__cause__
    return dict(cause.errors()[0]) if isinstance(cause, ValidationError) else {}
