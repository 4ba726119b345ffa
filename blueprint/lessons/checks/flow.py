"""A flow leads from some steps to others: `flow from: named Polish`, `to: named Clean`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from blueprint.i18n import message, translate
from blueprint.lessons.check_kind import CheckKind, Verdict
from blueprint.lessons.fields import Fields
from blueprint.lessons.selector import Selector
from blueprint.lessons.vocabulary import plain
from blueprint.lessons.work import Work
from blueprint.lessons.wrong import Wrong, unknown
from blueprint.model.entities import Flow
from blueprint.model.notation import FlowKind
from blueprint.model.terms import FLOW_KIND_TITLES

_KINDS: Final = {
    **{kind.value: kind for kind in FlowKind},
    **{
        plain(translate(title, language)): kind
        for kind, title in FLOW_KIND_TITLES.items()
        for language in ("en", "zh_CN")
    },
}


@dataclass(frozen=True, slots=True)
class FlowBetween:
    """An exchange has no direction. `kind` None: any."""

    source: Selector
    target: Selector
    kind: FlowKind | None
    least: int

    def judge(self, work: Work) -> Verdict:
        found = sum(1 for _ in self._found(work))
        wanted = self.least if self.least > 1 else 0
        if found >= self.least:
            return Verdict(done=min(found, wanted), wanted=wanted)
        sources, targets = self.source.steps(work), self.target.steps(work)
        if not sources or not targets:
            why = message("One of the steps to connect is not there yet. Add it first.")
            return Verdict(why, done=found, wanted=wanted)
        why = message(
            "No connector of that kind leads from “{card}” to “{other}”.",
            card=sources[0].label,
            other=targets[0].label,
        )
        return Verdict(why, tuple(step.id for step in sources), found, wanted)

    def _found(self, work: Work) -> Iterator[Flow]:
        steps = work.document.steps
        for flow in work.document.flows.values():
            ends = [(flow.source, flow.target)]
            if flow.kind is FlowKind.EXCHANGE:
                ends.append((flow.target, flow.source))
            if self.kind in (None, flow.kind) and any(
                self.source.means(work, steps[one]) and self.target.means(work, steps[other])
                for one, other in ends
            ):
                yield flow


def _read(fields: Fields) -> FlowBetween:
    source, target = fields.needed_selector("flow from"), fields.needed_selector("to")
    word = fields.given("kind")
    kind = None if word is None else _KINDS.get(plain(word))
    if word is not None and kind is None:
        raise Wrong(fields.line_of("kind"), unknown(word, [each.value for each in FlowKind]))
    least = fields.number("at least")
    return FlowBetween(source, target, kind, 1 if least is None else least)


KIND = CheckKind("flow from", _read)
