"""The eight cases as documents, once a run."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from blueprint.export.exporter import ExportOptions, Job
from blueprint.model.document import Document
from blueprint.storage.opening import open_document

FILES = sorted((Path(__file__).parents[1] / "cases").glob("*.csv"))
NAMES = [file.stem for file in FILES]


@cache
def case(name: str) -> Document:
    """The case of that name; not to be changed."""
    (file,) = [file for file in FILES if file.stem == name]
    return open_document(file).document


def job(name: str, **options: object) -> Job:
    """The case to be exported."""
    return Job(case(name), ExportOptions(**options))  # type: ignore[arg-type]
