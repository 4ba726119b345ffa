"""The rules of what stands in the lanes, of what steps carry, and of the document."""

from __future__ import annotations

import pytest

from tests.rules.build import found

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

FAILURES = {
    "no fail point": ("o onstage 1", []),
    "a prevention": ("o onstage 1 owner=X fail=x prevention=y", []),
    "a recovery in words": ("o onstage 1 owner=X fail=x recovery=y", []),
    "a recovery as a flow": ("o onstage 1 owner=X fail=x -> !r\nr onstage 2", []),
    "neither": ("o onstage 1 owner=X fail=x", ["error: o"]),
    "no owner": ("o onstage 1 fail=x recovery=y", ["warning: o"]),
    "neither, and no owner": ("o onstage 1 fail=x", ["error: o", "warning: o"]),
    "a sequence is no recovery": ("o onstage 1 owner=X fail=x -> r\nr onstage 2", ["error: o"]),
    "blanks": ("o onstage 1 owner=X fail=x 'recovery= '", ["error: o"]),
}

RECOVERIES = {
    "it tries again": ("c customer 1 fail=x -> !r\nr onstage 2 -> !c", []),
    "it goes on": ("c customer 1 fail=x -> !r; d\nr onstage 2 -> d\nd customer 3", []),
    "it ends": ("c customer 1 fail=x -> !r\nr onstage 2 -> e\ne onstage 3 kind=end", []),
    "it leads to a step on the way": ("c customer 1 fail=x -> !d; d\nd customer 2", []),
    "none": ("c customer 1 fail=x", []),
    "it stops": (
        "c customer 1 fail=x -> !r; d\nr onstage 2\nd customer 3",
        ["warning: c r c>r"],
    ),
    "it stops after some steps": (
        "c customer 1 fail=x -> !r; d\nr onstage 2 -> s\ns onstage 3\nd customer 3",
        ["warning: c r c>r"],
    ),
    "it goes round": (
        "c customer 1 fail=x -> !r; d\nr onstage 2 -> s\ns onstage 3 -> r\nd customer 3",
        ["warning: c r c>r"],
    ),
    "one of two": (
        "c customer 1 fail=x -> !r; !s; d\nr onstage 2\ns onstage 3 -> d\nd customer 3",
        ["warning: c r c>r"],
    ),
}

ANY_FAILURE = {
    "one": ("o onstage 1 fail=x", []),
    "one of many": ("o onstage 1\np support 1 fail=x", []),
    "one in the customer lane": ("c customer 1 fail=x", []),
    "an empty blueprint": ("", []),
    "none": ("o onstage 1", ["hint:"]),
    "none in many": ("o onstage 1\nc customer 1", ["hint:"]),
    "a recovery is no fail point": ("o onstage 1 -> !r\nr onstage 2", ["hint:"]),
    "nor is a wait": ("o onstage 1 wait=3", ["hint:"]),
}

WAITS = {
    "no wait": ("o onstage 1", []),
    "an expected time": ("o onstage 1 wait=60", []),
    "a longest time": ("o onstage 1 wait=? longest=60", []),
    "a wait of no time": ("o onstage 1 wait=0", []),
    "a wait step that takes time": ("w customer 1 kind=wait duration=60", []),
    "neither": ("o onstage 1 wait=?", ["warning: o"]),
    "a wait step": ("w customer 1 kind=wait", ["warning: w"]),
    "a wait step with an empty wait": ("w customer 1 kind=wait wait=?", ["warning: w"]),
    "a longest duration is no wait": ("o onstage 1 wait=? duration=3", ["warning: o"]),
}

TRUTH = {
    "one": ("c customer 1 moment_of_truth=yes", []),
    "one of many": ("c customer 1\no onstage 1 moment_of_truth=yes", []),
    "two": ("c customer 1 moment_of_truth=yes\no onstage 1 moment_of_truth=yes", []),
    "an empty blueprint": ("", []),
    "none": ("c customer 1", ["hint:"]),
    "none of many": ("c customer 1\no onstage 1", ["hint:"]),
    "said to be none": ("c customer 1 moment_of_truth=no", ["hint:"]),
    "a fail point is none": ("c customer 1 fail=x", ["hint:"]),
}

TIMED = {
    "no times at all": ("c customer 1\no onstage 1", []),
    "all": ("c customer 1 duration=1\no onstage 1 duration=0", []),
    "decisions and waits need none": (
        "c customer 1 duration=1\nd customer 1 kind=decision\nw customer 1 kind=wait",
        [],
    ),
    "evidence and remarks need none": ("c customer 1 duration=1\ne evidence 1\nn note 1", []),
    "one missing": ("c customer 1 duration=1\no onstage 1", ["warning: o"]),
    "two missing": (
        "c customer 1 duration=1\no onstage 1\ns support 1",
        ["warning: o", "warning: s"],
    ),
    "a tolerance is no time": ("c customer 1 duration=1\no onstage 1 tolerance=3", ["warning: o"]),
    "once a decision has a time": (
        "d customer 1 kind=decision duration=1\nc customer 2",
        ["warning: c"],
    ),
}

ACCEPTED = {
    "longer": ("o onstage 1 duration=30 tolerance=75", []),
    "equal": ("o onstage 1 duration=30 tolerance=30", []),
    "equal but for the last bit": ("o onstage 1 duration=0.3 tolerance=0.30000000000000004", []),
    "one of them only": ("o onstage 1 duration=30\np onstage 1 tolerance=30", []),
    "shorter": ("o onstage 1 duration=30 tolerance=20", ["error: o"]),
    "none": ("o onstage 1 duration=30 tolerance=0", ["error: o"]),
    "a little shorter": ("o onstage 1 duration=30 tolerance=29.9", ["error: o"]),
    "in any lane": ("c customer 1 duration=3 tolerance=2", ["error: c"]),
}

AMOUNTS = {
    "nothing": ("o onstage 1 duration=0 cost=0 tolerance=0 wait=0", []),
    "something": ("o onstage 1 duration=1 cost=1 tolerance=1 wait=1 longest=2", []),
    "a price may be paid out": ("o onstage 1 price=-1", []),
    "a resource": ("resource r capacity=0 cost_per_hour=0", []),
    "a time": ("o onstage 1 duration=-1", ["error: o"]),
    "a cost": ("o onstage 1 cost=-1", ["error: o"]),
    "a tolerance": ("o onstage 1 tolerance=-1", ["error: o"]),
    "both waits": ("o onstage 1 wait=-1 longest=-2", ["error: o"]),
    "a capacity": ("resource r capacity=-1\no onstage 1 resource=r", ["error: o"]),
    "an hour's cost": ("resource r cost_per_hour=-1", ["error:"]),
    "a promise": ("document promise_seconds=-1", ["error:"]),
}

RESOURCES = {
    "none": ("o onstage 1", []),
    "one with a capacity": ("resource r capacity=2\no onstage 1 resource=r", []),
    "one whose capacity is not said": ("resource r\no onstage 1 resource=r", []),
    "an idle one without capacity": ("resource r capacity=0\no onstage 1", []),
    "missing": ("o onstage 1 resource=r", ["error: o"]),
    "without capacity": ("resource r capacity=0\no onstage 1 resource=r", ["error: o"]),
    "missing twice": ("o onstage 1 resource=r\np onstage 1 resource=r", ["error: o", "error: p"]),
    "its title instead of its id": ("resource r title=R\no onstage 1 resource=R", ["error: o"]),
}

OWNERS = {
    "an owner": ("o onstage 1 owner=Host", []),
    "customers own what they do": ("c customer 1", []),
    "evidence and remarks": ("e evidence 1\nn note 1", []),
    "starts, ends and waits": (
        "a onstage 1 kind=start\nb onstage 1 kind=wait\nc onstage 1 kind=end",
        [],
    ),
    "none": ("o onstage 1", ["warning: o"]),
    "none for a decision": ("o backstage 1 kind=decision", ["warning: o"]),
    "blanks": ("o onstage 1 'owner= '", ["warning: o"]),
    "none for a system": ("t onstage_technology 1\ns support 1", ["warning: s", "warning: t"]),
}

LABELS = {
    "a few words": ("o onstage 1 'label=Greet the guest'", []),
    "sixty characters": (f"o onstage 1 label={'x' * 60}", []),
    "the same in another cell": (
        "o onstage 1 label=x\np onstage 2 label=x\nc customer 1 label=x",
        [],
    ),
    "remarks may be long or empty": (f"n note 1 label={'x' * 200}\nm emotion 1 label=", []),
    "two empty ones": ("o onstage 1 label=\np onstage 1 label=", ["hint: o", "hint: p"]),
    "blanks": ("o onstage 1 'label= '", ["hint: o"]),
    "sixty-one characters": (f"o onstage 1 label={'x' * 61}", ["hint: o"]),
    "twice the same": ("o onstage 1 label=x\np onstage 1 label=x", ["hint: o p"]),
    "three times the same": (
        "o onstage 1 label=x\np onstage 1 label=x\nq onstage 1 label=x",
        ["hint: o p q"],
    ),
}

LENGTH = {
    "none": ("", []),
    "fifteen": ("\n".join(f"c{n} customer {n}" for n in range(1, 16)), []),
    "waits do not count": (
        "\n".join(f"c{n} customer {n} kind=wait" for n in range(1, 20)),
        [],
    ),
    "nor do provider steps": ("\n".join(f"o{n} onstage {n}" for n in range(1, 20)), []),
    "sixteen": ("\n".join(f"c{n} customer {n}" for n in range(1, 17)), ["hint:"]),
    "sixteen in one cell": ("\n".join(f"c{n} customer 1" for n in range(1, 17)), ["hint:"]),
    "thirty": ("\n".join(f"c{n} customer {n}" for n in range(1, 31)), ["hint:"]),
    "sixteen in a ring": (
        "\n".join(f"c{n} customer {n} -> c{n % 16 + 1}" for n in range(1, 17)),
        ["hint:"],
    ),
}

_SAID = "document segment=a scenario=b version=1 date=2026-01-01"

SETTING = {
    "all four": (_SAID, []),
    "all four, and a title": (f"{_SAID} title=x", []),
    "all four, and steps": (f"{_SAID}\nc customer 1", []),
    "in Chinese": (_SAID.replace("=a", "=商务旅客"), []),
    "nothing": ("", ["hint:"]),
    "no date": (_SAID.replace(" date=2026-01-01", ""), ["hint:"]),
    "no segment": (_SAID.replace(" segment=a", ""), ["hint:"]),
    "blanks": (_SAID.replace("scenario=b", "'scenario= '"), ["hint:"]),
}

_PACKAGE = (
    "document supporting_facility=a facilitating_goods=b explicit_service=c implicit_service=d"
)

PACKAGE = {
    "all four": (_PACKAGE, []),
    "all four, and a title": (f"{_PACKAGE} title=x", []),
    "all four, and steps": (f"{_PACKAGE}\nc customer 1", []),
    "in Chinese": (_PACKAGE.replace("=a", "=门店"), []),
    "nothing": ("", ["hint:"]),
    "no goods": (_PACKAGE.replace(" facilitating_goods=b", ""), ["hint:"]),
    "no implicit service": (_PACKAGE.replace(" implicit_service=d", ""), ["hint:"]),
    "blanks": (_PACKAGE.replace("explicit_service=c", "'explicit_service= '", 1), ["hint:"]),
}

PROMISES = {
    "no promise": ("o onstage 1", []),
    "a promise, and times": ("document promise=x\no onstage 1 duration=1", []),
    "a promised time, and times": ("document promise_seconds=300\no onstage 1 duration=1", []),
    "times alone": ("o onstage 1 duration=1", []),
    "in words": ("document promise=x\no onstage 1", ["warning:"]),
    "in seconds": ("document promise_seconds=300\no onstage 1", ["warning:"]),
    "with no steps": ("document promise=x", ["warning:"]),
    "waits and tolerances are no times": (
        "document promise=x\no onstage 1 wait=3 tolerance=4",
        ["warning:"],
    ),
}

HAND_OVERS = {
    "three": (
        "c customer 1 -> o\no onstage 1 -> b\nb backstage 1 -> s\ns support 1 -> p\np onstage 2",
        [],
    ),
    "within one lane": (
        "c customer 1 -> o\n"
        + "\n".join(f"{a} onstage 1 -> {b}" for a, b in zip("opqrst", "pqrstu", strict=True))
        + "\nu onstage 1",
        [],
    ),
    "branches of one lane that join": (
        "c customer 1 -> o\no onstage 1 -> b\nb backstage 1 -> w; x; y; z\n"
        + "\n".join(f"{n} backstage 1 -> p" for n in "wxyz")
        + "\np onstage 2",
        [],
    ),
    "the customer comes between": (
        "c customer 1 -> o\no onstage 1 -> b\nb backstage 1 -> p\np onstage 2 -> d\n"
        "d customer 2 -> q\nq onstage 2 -> r\nr backstage 2 -> t\nt onstage 3",
        [],
    ),
    "exchanges count once": (
        "c customer 1 -> <>o\no onstage 1 -> <>b\nb backstage 1 -> <>s\ns support 1 -> <>t\n"
        "t preparation 1",
        [],
    ),
    "four": (
        "c customer 1 -> o\no onstage 1 -> b\nb backstage 1 -> s\ns support 1 -> p\n"
        "p onstage 2 -> q\nq backstage 2",
        ["hint: c"],
    ),
    "four after an exchange": (
        "c customer 1 -> <>o\no onstage 1 -> b\nb backstage 1 -> s\ns support 1 -> p\n"
        "p onstage 2 -> q\nq backstage 2",
        ["hint: c"],
    ),
    "to four lanes at once": (
        "c customer 1 -> o\no onstage 1 -> a; b; d; e\na backstage 1\nb support 1\n"
        "d preparation 1\ne management 1",
        ["hint: c"],
    ),
    "four for each of two": (
        "c customer 1 -> o\nd customer 1 -> o\no onstage 1 -> b\nb backstage 1 -> s\n"
        "s support 1 -> p\np onstage 2 -> q\nq backstage 2",
        ["hint: c", "hint: d"],
    ),
}

CHARACTERS = {
    "Latin": ("document title=Café\no onstage 1 label=naïve", []),
    "Chinese": ("o onstage 1 label=登记、核实", []),
    "marks": ("o onstage 1 'label=“Pay” — 5 × 3 €'", []),
    "nothing": ("o onstage 1 label=", []),
    "a picture in a label": ("o onstage 1 label=🦄", ["warning: o"]),
    "a picture on a flow": ("o onstage 1 -> p:🦄\np onstage 2", ["warning: o>p"]),
    "in the title": ("document title=🦄", ["warning:"]),
    "in a phase": ("o onstage 1 phase=🦄", ["warning:"]),
}

TABLES = {
    "SB020": EVIDENCE,
    "SB021": SEEN,
    "SB022": ONSTAGE,
    "SB023": PURPOSE,
    "SB024": SERVED,
    "SB025": PHASES,
    "SB030": FAILURES,
    "SB031": RECOVERIES,
    "SB032": ANY_FAILURE,
    "SB033": WAITS,
    "SB034": TRUTH,
    "SB040": TIMED,
    "SB041": ACCEPTED,
    "SB043": AMOUNTS,
    "SB052": RESOURCES,
    "SB060": OWNERS,
    "SB061": LABELS,
    "SB062": LENGTH,
    "SB063": SETTING,
    "SB064": PACKAGE,
    "SB065": PROMISES,
    "SB066": HAND_OVERS,
    "SB070": CHARACTERS,
}


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        pytest.param(rule, *case, id=f"{rule}: {name}")
        for rule, table in TABLES.items()
        for name, case in table.items()
    ],
)
def test_the_rule_finds_just_that(rule: str, text: str, expected: list[str]) -> None:
    assert sorted(found(rule, text)) == sorted(expected)
