"""So many steps of a kind: `count: in customer; kind action`, `at least: 5`."""

from __future__ import annotations

from dataclasses import dataclass

from blueprint.i18n import Message, message
from blueprint.lessons.bounds import Bounds, read_count
from blueprint.lessons.check_kind import CheckKind, Verdict
from blueprint.lessons.fields import Fields
from blueprint.lessons.selector import Selector
from blueprint.lessons.work import Work


@dataclass(frozen=True, slots=True)
class Count:
    of: Selector
    bounds: Bounds

    def judge(self, work: Work) -> Verdict:
        found = self.of.steps(work)
        least, most = self.bounds.least, self.bounds.most
        if most is not None and len(found) > most:
            ids = tuple(step.id for step in found)
            return Verdict(_too_many(work, ids, int(most), int(least or 0)), ids)
        wanted = int(least or 0)
        if len(found) < wanted:
            return Verdict(
                message("{count} so far; {wanted} are needed.", count=len(found), wanted=wanted),
                done=len(found),
                wanted=wanted,
            )
        return Verdict(done=min(len(found), wanted), wanted=wanted)


def _too_many(work: Work, ids: tuple[str, ...], most: int, least: int) -> Message:
    if most == 0:
        return message("“{card}” does not belong there.", card=work.names(ids)[0])
    return message("There are {count}; at most {most} are wanted.", count=len(ids), most=most)


def _read(fields: Fields) -> Count:
    return Count(fields.needed_selector("count"), read_count(fields))


KIND = CheckKind("count", _read)
