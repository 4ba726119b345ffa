"""The rules of evidence and of contact with the customer."""

from __future__ import annotations

from tests.rules.build import every_case, found

EVIDENCE = {
    "in its column": ("c customer 1\ne evidence 1", []),
    "in one of its columns": ("c customer 1+3\ne evidence 3", []),
    "evidence that lasts until then": ("c customer 3\ne evidence 1+3", []),
    "waits, starts, ends and decisions need none": (
        "a customer 1 kind=start\nw customer 1 kind=wait\nd customer 1 kind=decision\n"
        "e customer 1 kind=end",
        [],
    ),
    "provider steps need none": ("o onstage 1", []),
    "none": ("c customer 1", ["warning: c"]),
    "in the next column": ("c customer 1\ne evidence 2", ["warning: c"]),
    "before and after a span": ("c customer 2+2\ne evidence 1\nf evidence 4", ["warning: c"]),
    "one of two": ("c customer 1\nd customer 2\ne evidence 2", ["warning: c"]),
}

SEEN = {
    "the customer acts": ("c customer 1\ne evidence 1", []),
    "the customer waits": ("c customer 1 kind=wait\ne evidence 1", []),
    "the customer comes": ("c customer 1 kind=start\ne evidence 1", []),
    "the customer has been acting since": ("c customer 1+3\ne evidence 3", []),
    "for part of its time": ("c customer 3\ne evidence 1+3", []),
    "nobody at all": ("e evidence 1", ["hint: e"]),
    "a provider alone": ("o onstage 1\ne evidence 1", ["hint: e"]),
    "the customer comes later": ("c customer 2\ne evidence 1", ["hint: e"]),
    "the customer has gone": ("c customer 1+2\ne evidence 3+2", ["hint: e"]),
}

ONSTAGE = {
    "directly": ("c customer 1 -> o\no onstage 3", []),
    "by an exchange": ("c customer 1\no onstage 3 -> <>c", []),
    "through other provider steps": (
        "c customer 1 -> b\nb backstage 2 -> s\ns support 3 -> o\no onstage 4",
        [],
    ),
    "against the arrows": ("c customer 1\no onstage 2 -> b\nb backstage 3 -> c", []),
    "by column": ("c customer 1+3\no onstage 3", []),
    "decisions and waits are no actions": (
        "o onstage 1 kind=decision\np onstage 1 kind=wait",
        [],
    ),
    "backstage is another rule's matter": ("b backstage 1", []),
    "no customer": ("o onstage 1", ["warning: o"]),
    "technology for nobody": ("c customer 1\nt onstage_technology 2", ["warning: t"]),
    "a start is no action": ("c customer 1 kind=start -> o\no onstage 2", ["warning: o"]),
    "an island": ("c customer 1\no onstage 2 -> p\np onstage 3", ["warning: o", "warning: p"]),
}

PURPOSE = {
    "to a contact step": ("o onstage 1\ns support 1 -> o", []),
    "from a contact step": ("o onstage 1 -> s\ns support 2", []),
    "by an exchange": ("c customer 1 channel=web -> <>s\ns support 1", []),
    "through support": ("o onstage 1 -> s\ns support 2 -> t\nt support 3", []),
    "two backstage steps are contact steps": ("b backstage 1 -> d\nd backstage 2", []),
    "onstage and preparation are not judged": ("o onstage 1\np preparation 1", []),
    "alone": ("c customer 1\nb backstage 1\ns support 1", ["warning: b", "warning: s"]),
    "support for support": ("s support 1 -> t\nt support 2", ["warning: s", "warning: t"]),
    "a backstage step with its own support": (
        "b backstage 1 -> s\ns support 2",
        ["warning: b"],
    ),
    "two that give to one support step": (
        "b backstage 1 -> s\nd backstage 1 -> s\ns support 2",
        ["warning: b", "warning: d"],
    ),
}

SERVED = {
    "by somebody in the column": ("c customer 1\no onstage 1", []),
    "by support in a span": ("c customer 1+3\ns support 3", []),
    "by a flow": ("c customer 1 -> o\no onstage 4", []),
    "by themselves": ("c customer 1 channel=self", []),
    "by themselves, in Chinese": ("c customer 1 channel=自助", []),
    "a wait is no action": ("c customer 1 kind=wait", []),
    "by nobody": ("c customer 1", ["warning: c"]),
    "by other customers": ("c customer 1 -> d\nd customer 2\no onstage 2", ["warning: c"]),
    "by evidence": ("c customer 1\ne evidence 1", ["warning: c"]),
    "by preparations": ("c customer 1\np preparation 1 -> c", ["warning: c"]),
}

PHASES = {
    "no phases": ("o onstage 1", []),
    "an action in each": ("c customer 1 phase=A\nd customer 2 phase=B", []),
    "an action that lasts into it": ("c customer 1+2 phase=A\no onstage 2 phase=B", []),
    "columns without a phase": ("o onstage 1\nc customer 2 phase=A", []),
    "none in one": ("c customer 1 phase=A\no onstage 2 phase=B", ["hint: o"]),
    "a wait alone": ("w customer 1 kind=wait phase=A", ["hint: w"]),
    "a start alone": ("w customer 1 kind=start phase=A\nc customer 2 phase=B", ["hint: w"]),
    "none in two": (
        "o onstage 1 phase=A\np onstage 2 phase=B",
        ["hint: o", "hint: p"],
    ),
}

TABLES = {
    "SB020": EVIDENCE,
    "SB021": SEEN,
    "SB022": ONSTAGE,
    "SB023": PURPOSE,
    "SB024": SERVED,
    "SB025": PHASES,
}


@every_case(TABLES)
def test_the_rule_finds_just_that(rule: str, text: str, expected: list[str]) -> None:
    assert sorted(found(rule, text)) == sorted(expected)
