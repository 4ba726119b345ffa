"""The rules of owners, labels, and what is said of the document as a whole."""

from __future__ import annotations

from tests.rules.build import every_case, found

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
    "SB060": OWNERS,
    "SB061": LABELS,
    "SB062": LENGTH,
    "SB063": SETTING,
    "SB064": PACKAGE,
    "SB065": PROMISES,
    "SB066": HAND_OVERS,
    "SB070": CHARACTERS,
}


@every_case(TABLES)
def test_the_rule_finds_just_that(rule: str, text: str, expected: list[str]) -> None:
    assert sorted(found(rule, text)) == sorted(expected)
