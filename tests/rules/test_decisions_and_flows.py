"""The rules of decisions, of single flows and of lanes."""

from __future__ import annotations

from tests.rules.build import every_case, found

_D = "d customer 1 kind=decision"
_REST = "a customer 2\nb customer 2\nc customer 2"

BRANCHES = {
    "two with labels": (f"{_D} -> a:yes; b:no\n{_REST}", []),
    "two to one step": (f"{_D} -> a:cash; a:card\n{_REST}", []),
    "a recovery with a label": (f"{_D} -> a:yes; !b:no\n{_REST}", []),
    "a fail point's recovery is no branch": (
        f"{_D} fail=x -> a:yes; b:no; !c\n{_REST}",
        [],
    ),
    "an action needs none": ("d customer 1 -> a\na customer 2", []),
    "none": (f"{_D}\n{_REST}", ["error: d"]),
    "one": (f"{_D} -> a:yes\n{_REST}", ["error: d"]),
    "one, and an exchange": (f"{_D} -> a:yes; <>o\no onstage 1\n{_REST}", ["error: d"]),
    "one, and one to itself": (f"{_D} -> a:yes; d:no\n{_REST}", ["error: d"]),
    "one twice": (f"{_D} -> a:yes; a:yes\n{_REST}", ["error: d"]),
    "one without a label": (f"{_D} -> a:yes; b\n{_REST}", ["error: d d>b"]),
    "a label of spaces": (f"{_D} -> a:yes; b: @0.5\n{_REST}", ["error: d d>b"]),
    "one that has no label": (f"{_D} -> a\n{_REST}", ["error: d", "error: d d>a"]),
}

SUMS = {
    "no probabilities": (f"{_D} -> a:x; b:y\n{_REST}", []),
    "1 in all": (f"{_D} -> a:x@0.8; b:y@0.2\n{_REST}", []),
    "1 but for the last bit": (f"{_D} -> a:x@0.1; b:y@0.2; c:z@0.7\n{_REST}", []),
    "a blank takes the rest": (f"{_D} -> a:x@0.8; b:y\n{_REST}", []),
    "a blank for which nothing is left": (f"{_D} -> a:x@0.8; b:y@0.2; c:z\n{_REST}", []),
    "an action's flows have none": ("d customer 1 -> a@0.5\na customer 2", []),
    "too little": (f"{_D} -> a:x@0.8; b:y@0.1\n{_REST}", ["error: d d>a d>b"]),
    "too much": (f"{_D} -> a:x@0.8; b:y@0.8\n{_REST}", ["error: d d>a d>b"]),
    "too much beside a blank": (
        f"{_D} -> a:x@0.8; b:y@0.8; c:z\n{_REST}",
        ["error: d d>a d>b d>c"],
    ),
    "nothing at all": (f"{_D} -> a:x@0; b:y@0\n{_REST}", ["error: d d>a d>b"]),
    "one branch of a half": (f"{_D} -> a:x@0.5\n{_REST}", ["error: d d>a"]),
}

IDLE = {
    "there and back": ("a customer 1 -> b\nb customer 2 -> a", []),
    "a sequence and an exchange": ("a customer 1 -> b; <>b\nb onstage 1", []),
    "branches told apart by their labels": (f"{_D} -> a:cash; a:card\n{_REST}", []),
    "to different steps": (f"a customer 1 -> b; c\n{_REST.replace('a customer 2', '')}", []),
    "to itself": ("a customer 1 -> a", ["error: a a>a"]),
    "an exchange with itself": ("a customer 1 -> <>a", ["error: a a>a"]),
    "twice the same": ("a customer 1 -> b; b\nb customer 2", ["error: a b a>b a>b"]),
    "labels alone do not tell an action's flows apart": (
        "a customer 1 -> b:x; b:y\nb customer 2",
        ["error: a b a>b a>b"],
    ),
    "an exchange from either side": (
        "a customer 1 -> <>o\no onstage 1 -> <>a",
        ["error: a o a>o o>a"],
    ),
    "an exchange from either side, the later id first": (
        "z customer 1 -> <>o\no onstage 1 -> <>z",
        ["error: o z o>z z>o"],
    ),
    "three recoveries": (
        "a customer 1 -> !b; !b; !b\nb onstage 1",
        ["error: a b a>b a>b a>b"],
    ),
}

SKIPPING = {
    "through a contact lane": ("c customer 1 -> o\no onstage 1 -> s\ns support 1", []),
    "the customer phones": ("c customer 1 channel=phone -> <>s\ns support 1", []),
    "support answers on the web": ("c customer 1\ns support 1 channel=Web -> c", []),
    "the channel by its Chinese name": ("c customer 1 channel=电话 -> s\ns support 1", []),
    "preparation is not support": ("c customer 1\np preparation 1 -> c", []),
    "evidence in between says nothing": (
        "c customer 1\nx customer 1 kind=evidence -> s\ns support 1",
        [],
    ),
    "a sequence": ("c customer 1 -> s\ns support 1", ["error: c s c>s"]),
    "back": ("c customer 1\ns support 1 -> c", ["error: s c s>c"]),
    "an exchange": ("c customer 1 -> <>s\ns support 1", ["error: c s c>s"]),
    "a recovery": ("c customer 1 -> !s\ns support 1", ["error: c s c>s"]),
    "at the counter": ("c customer 1 channel=counter -> s\ns support 1", ["error: c s c>s"]),
}

UNSEEN = {
    "onstage": ("c customer 1 -> o\no onstage 1", []),
    "by phone": ("c customer 1 channel=phone -> <>b\nb backstage 1", []),
    "by mail from backstage": ("c customer 1\nb backstage 1 channel=mail -> c", []),
    "backstage alone": ("b1 backstage 1 -> b2\nb2 backstage 2", []),
    "a sequence": ("c customer 1 -> b\nb backstage 1", ["warning: c b c>b"]),
    "back": ("c customer 1\nb backstage 1 -> c", ["warning: b c b>c"]),
    "an exchange": ("c customer 1 -> <>b\nb backstage 1", ["warning: c b c>b"]),
    "self-service is not remote": (
        "c customer 1 channel=self -> b\nb backstage 1",
        ["warning: c b c>b"],
    ),
}

HANDED = {
    "through backstage": ("o onstage 1 -> b\nb backstage 1 -> s\ns support 1", []),
    "technology may call support": ("t onstage_technology 1 -> s\ns support 1", []),
    "an exchange stays with the person": ("o onstage 1 -> <>s\ns support 1", []),
    "back from support": ("o onstage 1\ns support 1 -> o", []),
    "straight": ("o onstage 1 -> s\ns support 2", ["hint: o s o>s"]),
    "straight and through backstage": (
        "o onstage 1 -> s; b\nb backstage 1 -> s\ns support 2",
        ["hint: o s o>s"],
    ),
    "two people": (
        "o onstage 1 -> s\np onstage 1 -> s\ns support 2",
        ["hint: o s o>s", "hint: p s p>s"],
    ),
    "to two": ("o onstage 1 -> s; t\ns support 1\nt support 2", ["hint: o s o>s", "hint: o t o>t"]),
}

LANES = {
    "the classic five": ("", []),
    "the least": ("lanes customer onstage support", []),
    "technology and backstage": ("lanes customer onstage_technology backstage", []),
    "remarks stand anywhere": ("lanes note customer emotion onstage channel backstage", []),
    "no customer": ("lanes evidence onstage support", ["error:"]),
    "out of order": ("lanes evidence onstage customer support", ["error:"]),
    "backstage above onstage": ("lanes customer backstage onstage", ["error:"]),
    "no contact lane": ("lanes customer support", ["warning:"]),
    "nothing behind the scenes": ("lanes customer onstage", ["warning:"]),
    "customers alone": ("lanes customer", ["warning:", "warning:"]),
    "no lane at all": ("lanes note", ["error:", "warning:", "warning:"]),
}

TABLES = {
    "SB007": BRANCHES,
    "SB008": SUMS,
    "SB009": IDLE,
    "SB010": SKIPPING,
    "SB011": UNSEEN,
    "SB012": HANDED,
    "SB015": LANES,
}


@every_case(TABLES)
def test_the_rule_finds_just_that(rule: str, text: str, expected: list[str]) -> None:
    assert sorted(found(rule, text)) == sorted(expected)
