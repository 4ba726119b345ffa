"""Fields of a step's wait point and fail point: filled in, they make it; emptied, they end it."""

from __future__ import annotations

from typing import Any, Final

from blueprint.i18n import Message, current_language
from blueprint.model.change import Change
from blueprint.model.document import Document
from blueprint.model.edits.steps import set_fields
from blueprint.model.entities import FailPoint, Step, Value, WaitPoint
from blueprint.model.units import write_number
from blueprint.storage.table.columns import read_yes
from blueprint.storage.table.targets import parse_probability
from blueprint.storage.table.words import yes_word
from blueprint.ui.fields.codec import Codec
from blueprint.ui.fields.field import Choice, Field, Form, Ids
from blueprint.ui.fields.making import together

_PARTS: Final[dict[str, type[Value]]] = {"fail": FailPoint, "wait": WaitPoint}


def _percent(share: float) -> str:
    return f"{write_number(round(share * 100, 10))} %"


def word(holds: bool) -> str:
    """Yes or no, in the language of the window."""
    return yes_word(holds, current_language())


def yes_or_no(document: Document) -> tuple[Choice, ...]:
    return Choice(word(True), word(True)), Choice(word(False), word(False))


SHARE: Final = Codec(_percent, parse_probability)
FLAG: Final = Codec(word, read_yes, False)
YES_NO: Final = Codec(word, read_yes)


def part_field(
    whole: str, part: str, label: Message, codec: Codec, *, leads: bool = False
) -> Field:
    """A field of a part of a step.

    The one that `leads` says “yes” where there is such a point of which nothing is known, and
    makes one where “yes” is typed.
    """
    kind = _PARTS[whole]

    def read(document: Document, id: str) -> str:
        value = getattr(document.step(id), whole)
        if value is None:
            return ""
        if leads and _says_nothing(value):
            return word(True)
        return codec.text(getattr(value, part))

    def write(document: Document, ids: Ids, text: str) -> Change:
        bare = leads and text.strip().lower() in (yes_word(True, "en"), yes_word(True, "zh_CN"))
        value = codec.empty if bare else codec.value(text)
        return together(
            set_fields(document, (id,), **{whole: _with(document.step(id), whole, value, bare)})
            for id in ids
        )

    def _with(step: Step, name: str, value: Any, bare: bool) -> Value | None:
        old = getattr(step, name) or kind()
        assert isinstance(old, Value)
        new = old.replaced(**{part: value})
        return None if _says_nothing(new) and not bare else new

    choices = yes_or_no if leads else (lambda document: ())
    form = Form.SUGGEST if leads else Form.LINE
    return Field(f"{whole}.{part}", label, read, write, form=form, choices=choices)


def _says_nothing(value: Value) -> bool:
    return value == type(value)()
