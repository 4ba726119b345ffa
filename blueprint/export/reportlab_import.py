"""Imports ReportLab without running what lies about under ReportLab's names.

On its first import ReportLab runs `reportlab_settings.py` and `reportlab_mods.py` from the
current folder, and `.reportlab_settings` and `.reportlab_mods` from the home folder. It looks
into the home folder only where the modules are not found, so an empty module in the place of
each keeps all four out.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_RUN_BY_REPORTLAB = ("reportlab_settings", "reportlab_mods")


@contextmanager
def _empty_modules() -> Iterator[None]:
    before = {name: sys.modules.get(name) for name in _RUN_BY_REPORTLAB}
    sys.modules.update((name, ModuleType(name)) for name in _RUN_BY_REPORTLAB)
    try:
        yield
    finally:
        for name, module in before.items():
            if module is None:
                del sys.modules[name]
            else:
                sys.modules[name] = module


@cache
def load_reportlab() -> None:
    """Make `import reportlab` safe; call it before every such import."""
    with _empty_modules():
        import reportlab.rl_config

        # Environment variables (RL_…) set these too; the bytes of a file shall not depend on them.
        reportlab.rl_config.invariant = 1
        reportlab.rl_config.useA85 = 0
        reportlab.rl_config.pdfMultiLine = 0
        reportlab.rl_config.pdfComments = 0
