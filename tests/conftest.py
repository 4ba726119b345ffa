"""Gives every test a world of its own: no screen, an empty home, a steady Hypothesis."""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

os.environ["QT_QPA_PLATFORM"] = "offscreen"
_world = tempfile.TemporaryDirectory(prefix="blueprint-tests-")
"""Stands in for the user's home, so that no test reads or writes what is the user's own."""

for _name in ("HOME", "USERPROFILE"):
    os.environ[_name] = _world.name
for _name in ("CONFIG", "DATA", "CACHE", "STATE"):
    os.environ[f"XDG_{_name}_HOME"] = str(Path(_world.name, _name.lower()))

_slow_machine = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile(
    "random", deadline=None, suppress_health_check=_slow_machine, print_blob=True
)
settings.register_profile(
    "ci", parent=settings.get_profile("random"), derandomize=True, database=None
)
settings.register_profile("stress", parent=settings.get_profile("random"), max_examples=20_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(scope="session", autouse=True)
def _one_application(qapp: QApplication) -> Iterator[None]:
    """Widgets need a QApplication; an export to PNG, if it came first, would make a lesser one.

    What a test has copied is let go of while Python still runs: without a screen, Qt keeps it
    until after Python has ended, and would end with a crash.
    """
    yield
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def _english(request: pytest.FixtureRequest) -> None:
    """Each test begins with the program's own language, whatever the last one chose."""
    from blueprint.i18n import set_language

    set_language("en")
    if "qapp" in request.fixturenames:
        _forget_settings()


def _forget_settings() -> None:
    from PySide6.QtCore import QSettings

    QSettings("Blueprint Designer", "Blueprint Designer").clear()


_shown = count(1)
"""Tests with widgets so far."""


@pytest.fixture(autouse=True)
def _windows_are_let_go_of(request: pytest.FixtureRequest) -> Iterator[None]:
    """A window's parts know one another; without this the pictures of hundreds would stay."""
    yield
    if "qtbot" in request.fixturenames and next(_shown) % 10 == 0:
        gc.collect()
