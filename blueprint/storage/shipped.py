"""The samples and templates that ship with the program."""

from __future__ import annotations

from typing import Final

from blueprint.i18n import LANGUAGES
from blueprint.model.document import Document
from blueprint.model.edits.start import new_blueprint
from blueprint.resources import resource_folder
from blueprint.storage.opening import open_document
from blueprint.storage.outcome import unreadable

BLANK: Final = "blank"
"""The template that holds lanes and columns only."""


def sample_names() -> tuple[str, ...]:
    """The names of all samples, in order."""
    return _names("samples")


def open_sample(name: str, language: str = "en") -> Document:
    """A sample in a language. Raises Unreadable if there is none of that name."""
    return _open("samples", name, language)


def template_names() -> tuple[str, ...]:
    """The names of all templates, the blank one first."""
    return (BLANK, *_names("templates"))


def open_template(name: str, language: str = "en") -> Document:
    """A new document from a template. Raises Unreadable if there is none of that name."""
    if name == BLANK:
        return new_blueprint(language)
    return _open("templates", name, language)


def _names(kind: str) -> tuple[str, ...]:
    files = resource_folder(kind).glob("*.en.blueprint")
    return tuple(sorted(file.name.removesuffix(".en.blueprint") for file in files))


def _open(kind: str, name: str, language: str) -> Document:
    names = template_names() if kind == "templates" else sample_names()
    if name not in names:
        raise unreadable(
            "There is no “{name}”; there are: {names}.", name=name, names=", ".join(names)
        )
    chosen = language if language in LANGUAGES else "en"
    return open_document(resource_folder(kind) / f"{name}.{chosen}.blueprint").document
