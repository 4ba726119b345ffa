"""Plug-ins by file: find the one thing that each module of a package declares.

A rule, an exporter or a lesson is one module that binds one constant. Third parties use the
same door through an entry point whose group is the package's name.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from importlib.metadata import entry_points
from typing import TypeVar

T = TypeVar("T")


def discover(package: str, constant: str, kind: type[T]) -> Iterator[T]:
    """Import every module of `package` and yield each one's `constant`, in order of module name.

    Modules that bind no such constant are passed over. Entry points of the group `package`
    follow; each names an object of `kind`. Raises TypeError if a module binds `constant` to
    something else than a `kind`.
    """
    folder = importlib.import_module(package)
    names = sorted(found.name for found in pkgutil.iter_modules(folder.__path__))
    for name in names:
        module = importlib.import_module(f"{package}.{name}")
        if hasattr(module, constant):
            yield _checked(getattr(module, constant), kind, f"{package}.{name}.{constant}")
    for point in sorted(entry_points(group=package), key=lambda point: point.name):
        yield _checked(point.load(), kind, point.value)


def _checked(found: object, kind: type[T], where: str) -> T:
    if not isinstance(found, kind):
        raise TypeError(f"{where} should be a {kind.__name__}")
    return found
