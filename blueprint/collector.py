"""Python's search for garbage rests while much is made that stays."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_off() -> Iterator[None]:
    """Inside, no garbage is looked for: where next to nothing is dropped, that is lost time.

    What was made inside is taken for lasting. Freezing and unfreezing moves everything to the
    oldest generation; otherwise the first search would look through all of it.
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
