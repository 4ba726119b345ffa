"""Something is said of the blueprint as a whole: `property: segment`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from blueprint.i18n import Message, message
from blueprint.lessons.check_kind import CheckKind, Verdict
from blueprint.lessons.fields import Fields
from blueprint.lessons.vocabulary import Words, meaning, plain
from blueprint.lessons.work import Work
from blueprint.lessons.wrong import Wrong, unknown
from blueprint.model.units import show_number

PROPERTIES: Final[dict[str, tuple[str, Words]]] = {
    "title": ("title", {}),
    "service": ("service", {}),
    "segment": ("segment", {}),
    "scenario": ("scenario", {}),
    "state": ("state", {"as-is": ("现状",), "to-be": ("目标",)}),
    "version": ("version", {}),
    "date": ("date", {}),
    "demand": ("arrivals_per_hour", {}),
    "promise": ("promise", {}),
    "promised time": ("promise_seconds", {}),
    "supporting facility": ("supporting_facility", {}),
    "facilitating goods": ("facilitating_goods", {}),
    "explicit service": ("explicit_service", {}),
    "implicit service": ("implicit_service", {}),
}
"""The field of the document, and what it may be asked to be."""
_NAMES: Final[Words] = {
    "title": ("标题",),
    "service": ("服务",),
    "segment": ("customer segment", "顾客群", "细分顾客"),
    "scenario": ("情景",),
    "state": ("状态",),
    "version": ("版本",),
    "date": ("日期",),
    "demand": ("arrivals per hour", "每小时到达", "需求"),
    "promise": ("服务承诺",),
    "promised time": ("承诺时间",),
    "supporting facility": ("支持性设施",),
    "facilitating goods": ("辅助物品",),
    "explicit service": ("显性服务",),
    "implicit service": ("隐性服务",),
}
TITLES: Final[dict[str, Message]] = {
    # As the inspector labels the field.
    "title": message("Title"),
    "service": message("Service"),
    "segment": message("Segment"),
    "scenario": message("Scenario"),
    "state": message("State"),
    "version": message("Version"),
    "date": message("Date"),
    "demand": message("Arrivals"),
    "promise": message("Promise"),
    "promised time": message("In total"),
    "supporting facility": message("Supporting facility"),
    "facilitating goods": message("Facilitating goods"),
    "explicit service": message("Explicit service"),
    "implicit service": message("Implicit service"),
}


@dataclass(frozen=True, slots=True)
class PropertySaid:
    """`value` "": anything."""

    name: str
    value: str

    def judge(self, work: Work) -> Verdict:
        field, values = PROPERTIES[self.name]
        said = getattr(work.document.properties, field)
        if said in (None, ""):
            return Verdict(
                message(
                    "The blueprint's properties do not say “{what}” yet.", what=TITLES[self.name]
                )
            )
        wanted = meaning(self.value, values) or self.value
        text = show_number(said) if isinstance(said, float) else str(said)
        if self.value and plain(text) != plain(wanted):
            return Verdict(
                message("“{what}” is not yet as the task wants it.", what=TITLES[self.name])
            )
        return Verdict()


def _read(fields: Fields) -> PropertySaid:
    word = fields.needed("property")
    name = meaning(word, _NAMES)
    if name is None:
        raise Wrong(fields.line_of("property"), unknown(word, _NAMES))
    return PropertySaid(name, fields.given("is") or "")


KIND = CheckKind("property", _read)
