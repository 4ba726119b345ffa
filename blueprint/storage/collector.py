"""Reading a file makes many lasting objects at once: looking for garbage there is lost time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_off() -> Iterator[None]:
    """The garbage collector rests inside, and takes what was made for lasting.

    Freezing and unfreezing moves everything to the oldest generation; otherwise the first thing
    that the collector did would be to look through all of it.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()
        gc.enable()
