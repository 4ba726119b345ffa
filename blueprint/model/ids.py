"""New ids: short, random, and from a source that tests can replace."""

from __future__ import annotations

import random
from collections.abc import Callable, Container
from typing import Final

_ALPHABET: Final = "23456789abcdefghjkmnpqrstuvwxyz"
_LENGTH: Final = 8

NewId = Callable[[str], str]
"""From a kind of entity ("step", "lane" …) to an id that is not in use."""


def fresh_ids(taken: Container[str], source: random.Random | None = None) -> NewId:
    """Makes ids that are neither in `taken` nor were made before, such as `step-k7m2q9xw`."""
    chooser = source or random.SystemRandom()
    made: set[str] = set()

    def new_id(kind: str) -> str:
        while True:
            id = f"{kind}-{''.join(chooser.choices(_ALPHABET, k=_LENGTH))}"
            if id not in taken and id not in made:
                made.add(id)
                return id

    return new_id
