"""The rules of paths: starts, ends, reachability, loops."""

from __future__ import annotations

from tests.rules.build import every_case, found

STARTS = {
    "the customer action that nothing enters": ("c1 customer 1 -> c2\nc2 customer 2", []),
    "a step marked as start": ("s onstage 1 kind=start -> c1\nc1 customer 2", []),
    "a marked start, and an action that nothing enters": (
        "s customer 1 kind=start\nc1 customer 2",
        [],
    ),
    "a customer action reached as a recovery is no start": (
        "c1 customer 1 fail=x -> c2; !r\nr customer 2 -> c2\nc2 customer 3",
        [],
    ),
    "provider steps are no starts": ("c1 customer 1\no1 onstage 1\ns1 support 1", []),
    "a connector to the step itself enters nothing": ("c1 customer 1 -> c1", []),
    "nothing at all": ("", ["error:"]),
    "no customer action": ("o1 onstage 1 -> o2\no2 onstage 2", ["error:"]),
    "a ring of customer actions": ("c1 customer 1 -> c2\nc2 customer 2 -> c1", ["error:"]),
    "two customer actions that nothing enters": (
        "c1 customer 1 -> c3\nc2 customer 2 -> c3\nc3 customer 3",
        ["error: c1 c2"],
    ),
    "two marked starts": (
        "a customer 1 kind=start -> c\nb onstage 1 kind=start -> c\nc customer 2",
        ["error: a b"],
    ),
    "an exchange is no sequence": (
        "c1 customer 1 -> o1\no1 onstage 1 -> o2\no2 onstage 2 -> <>c2\nc2 customer 2",
        ["error: c1 c2"],
    ),
}

ENDS = {
    "the customer action that nothing leaves": ("c1 customer 1 -> c2\nc2 customer 2", []),
    "a marked end in any lane": (
        "c1 customer 1 -> o1\no1 onstage 2 -> e\ne onstage 3 kind=end",
        [],
    ),
    "an end along an exchange": (
        "c1 customer 1 -> o1\no1 onstage 2 -> <>e\ne customer 2 kind=end",
        [],
    ),
    "a lone action starts and ends": ("c1 customer 1", []),
    "no start is another rule's matter": ("o1 onstage 1", []),
    "the path ends at the provider": ("c1 customer 1 -> o1\no1 onstage 1", ["error: c1"]),
    "a marked end that nothing leads to": (
        "c1 customer 1 -> c2\nc2 customer 2\ne customer 3 kind=end",
        ["error: c1"],
    ),
    "a loop before the end": (
        "s customer 1 kind=start -> a\na onstage 2 -> b\nb onstage 3 -> a\ne customer 4 kind=end",
        ["error: s"],
    ),
    "an end that only supplies lead to": (
        "c1 customer 1 kind=start -> o1\no1 onstage 1\np support 1 -> o1; e\ne customer 2 kind=end",
        ["error: c1"],
    ),
}

REACHED = {
    "along sequences": ("c1 customer 1 -> o1\no1 onstage 1 -> c2\nc2 customer 2", []),
    "along an exchange either way": (
        "c1 customer 1\no1 onstage 1 -> <>c1\ns1 support 1 -> <>o1",
        [],
    ),
    "along a call across columns, and on from there": (
        "c1 customer 1 -> <>s1\ns1 support 3 -> s2\ns2 support 4",
        [],
    ),
    "supplies that lead to a reached step": (
        "c1 customer 1 -> o1\no1 onstage 1\ns1 support 1 -> s2\ns2 support 1 -> o1",
        [],
    ),
    "what a supply leads to besides": (
        "c1 customer 1 -> o1\no1 onstage 1\np preparation 1 -> o1; s2\ns2 support 2",
        [],
    ),
    "a supply of a supply's other work": (
        "c1 customer 1 -> o1\no1 onstage 1\np support 1 -> o1; s2\ns2 support 2\nq support 1 -> s2",
        [],
    ),
    "a provider step without any flow": ("c1 customer 1\no1 onstage 1\nb1 backstage 2", []),
    "a recovery": ("c1 customer 1 -> o1\no1 onstage 1 fail=x -> !r\nr onstage 2", []),
    "evidence and remarks are on no path": ("c1 customer 1\ne1 evidence 1\nn1 note 1", []),
    "without a start nothing is said": ("o1 onstage 1 -> o2\no2 onstage 2 -> o1", []),
    "a customer action beside a marked start": (
        "s customer 1 kind=start -> c1\nc1 customer 2\nc2 customer 3",
        ["error: c2"],
    ),
    "work after a loop that nothing leaves": (
        "s customer 1 kind=start -> a\na onstage 2 -> a2\na2 onstage 3 -> a\ne customer 4 kind=end",
        ["error: e"],
    ),
    "an island of provider steps": (
        "c1 customer 1\nb1 backstage 1 -> b2\nb2 backstage 2",
        ["error: b1", "error: b2"],
    ),
    "a ring of supplies is entered by itself": (
        "c1 customer 1 -> o1\no1 onstage 1\ns1 support 1 -> s2\ns2 support 1 -> s1; o1",
        ["error: s1", "error: s2"],
    ),
}

LEADING_ON = {
    "the last action is an end": ("c1 customer 1 -> c2\nc2 customer 2", []),
    "the moment is left by the other step": (
        "c1 customer 1 -> c2\nc2 customer 2 -> <>o2\no2 onstage 2 -> c3\nc3 customer 3 kind=end",
        [],
    ),
    "provider work may just stop": (
        "c1 customer 1 -> e; b1\nb1 backstage 1\ne customer 2 kind=end",
        [],
    ),
    "a recovery leads on": (
        "c1 customer 1 -> r\nr customer 2 -> !c2\nc2 customer 3 -> e\ne customer 4 kind=end",
        [],
    ),
    "an action beside a marked end": (
        "c1 customer 1 -> c2; e\nc2 customer 2\ne customer 3 kind=end",
        ["error: c2"],
    ),
    "a wait": ("c1 customer 1 -> w; c2\nw customer 2 kind=wait\nc2 customer 2", ["error: w"]),
    "a decision in any lane": (
        "c1 customer 1 -> d; c2\nd backstage 2 kind=decision\nc2 customer 2",
        ["error: d"],
    ),
    "a call leads nowhere": (
        "c1 customer 1 -> c2; e\nc2 customer 2 -> <>s\ns support 4 -> e\ne customer 5 kind=end",
        ["error: c2"],
    ),
    "a connector to the step itself": (
        "c1 customer 1 -> c2; e\nc2 customer 2 -> c2\ne customer 3 kind=end",
        ["error: c2"],
    ),
}

LOOPS = {
    "a decision leaves it": (
        "c1 customer 1 -> o1\no1 onstage 2 -> d\nd onstage 3 kind=decision -> o1:no; c2:yes\n"
        "c2 customer 4",
        [],
    ),
    "a recovery and back": (
        "c1 customer 1 fail=x -> !r; c2\nr onstage 1 -> !c1\nc2 customer 2",
        [],
    ),
    "a fail point leaves it on either way": (
        "c1 customer 1 -> a\na onstage 1 -> b\nb onstage 2 fail=x -> a; !r\nr onstage 3 -> c2\n"
        "c2 customer 3",
        [],
    ),
    "an exchange is no loop": ("c1 customer 1 -> <>o1; c2\no1 onstage 1 -> c2\nc2 customer 2", []),
    "a call is no loop": (
        "c1 customer 1 -> c2; <>s\nc2 customer 2\ns support 3 -> c2",
        [],
    ),
    "a long moment that meets a provider twice": (
        "c1 customer 1+3 -> <>o1; <>o3\no1 onstage 1 -> o2\no2 onstage 2 -> o3\no3 onstage 3",
        [],
    ),
    "nothing leaves it": (
        "c1 customer 1 -> a\na onstage 2 -> b\nb onstage 3 -> a",
        ["error: a b a>b b>a"],
    ),
    "a fork is no way out": (
        "c1 customer 1 -> a\na onstage 2 -> b\nb onstage 3 -> a; c2\nc2 customer 4",
        ["error: a b a>b b>a"],
    ),
    "a decision that stays inside": (
        "c1 customer 1 -> a\na onstage 2 -> d\nd onstage 3 kind=decision -> a:x; b:y\n"
        "b onstage 4 -> a",
        ["error: a b d a>d b>a d>a d>b"],
    ),
    "an exchange closes the loop": (
        "c1 customer 1 -> a\na onstage 2 -> b\nb onstage 3 -> <>c\nc backstage 3 -> a",
        ["error: a b c a>b c>a"],
    ),
    "a fork that goes on beside a decision": (
        "c1 customer 1 -> a\na onstage 2 -> b; d\nb onstage 3 -> a\n"
        "d onstage 3 kind=decision -> a:no; c2:yes\nc2 customer 4",
        ["error: a b a>b b>a"],
    ),
    "two steps of one moment that lead to each other": (
        "c1 customer 1 -> a\na onstage 1 -> b; <>b\nb backstage 1 -> a",
        ["error: a b a>b b>a"],
    ),
}

LIKELIHOODS = {
    "no loop": ("c1 customer 1 -> c2\nc2 customer 2", []),
    "the exit's probability": (
        "c1 customer 1 -> d\nd onstage 2 kind=decision -> c1:no; c2:yes@0.9\nc2 customer 3",
        [],
    ),
    "the way back's probability": (
        "c1 customer 1 -> d\nd onstage 2 kind=decision -> c1:no@0.1; c2:yes\nc2 customer 3",
        [],
    ),
    "a largest count on the way back": (
        "c1 customer 1 -> d\nd onstage 2 kind=decision -> c1:no*3; c2:yes\nc2 customer 3",
        [],
    ),
    "the fail point's probability": (
        "c1 customer 1 fail=x fail_probability=0.1 -> !r; c2\nr onstage 1 -> !c1\nc2 customer 2",
        [],
    ),
    "an endless loop is another rule's matter": (
        "c1 customer 1 -> a\na onstage 2 -> b\nb onstage 3 -> a",
        [],
    ),
    "a decision without probabilities": (
        "c1 customer 1 -> d\nd onstage 2 kind=decision -> c1:no; c2:yes\nc2 customer 3",
        ["warning: c1 d d>c2"],
    ),
    "a fail point without a probability": (
        "c1 customer 1 fail=x -> !r; c2\nr onstage 1 -> !c1\nc2 customer 2",
        ["warning: c1 r c1>c2"],
    ),
    "a recovery that leaves": (
        "c1 customer 1 -> a\na onstage 1 -> b\nb onstage 2 -> a; !c2\nc2 customer 3",
        ["warning: a b b>c2"],
    ),
    "a count on the wrong flow": (
        "c1 customer 1 -> d\nd onstage 2 kind=decision -> c1:no; c2:yes*3\nc2 customer 3",
        ["warning: c1 d d>c2"],
    ),
}

BACK = {
    "forward and within a column": ("c1 customer 1 -> o1; c2\no1 onstage 1\nc2 customer 2", []),
    "a recovery": ("c1 customer 1 -> c2\nc2 customer 2 fail=x -> !c1", []),
    "a decision's way back": (
        "c1 customer 1 -> a\na onstage 2 -> d\nd onstage 3 kind=decision -> a:no; c2:yes\n"
        "c2 customer 4",
        [],
    ),
    "an exchange has no direction": ("c1 customer 1\nc2 customer 3 -> <>c1", []),
    "a step that lasts until then": ("c1 customer 1+3\no1 onstage 3 -> c1", []),
    "an earlier column": (
        "c1 customer 1 -> o1\no1 onstage 4 -> c2\nc2 customer 2",
        ["warning: o1 c2 o1>c2"],
    ),
    "a loop without a decision": (
        "c1 customer 1 -> a\na onstage 2 -> b\nb onstage 3 -> a",
        ["warning: b a b>a"],
    ),
    "a decision that is in no loop": (
        "c1 customer 2 -> d\nd customer 3 kind=decision -> c2:yes; c3:no\nc2 customer 1\n"
        "c3 customer 4",
        ["warning: d c2 d>c2"],
    ),
    "before a span": (
        "c1 customer 3 -> o1\no1 onstage 1+2",
        ["warning: c1 o1 c1>o1"],
    ),
}

TABLES = {
    "SB001": STARTS,
    "SB002": ENDS,
    "SB003": REACHED,
    "SB004": LEADING_ON,
    "SB005": LOOPS,
    "SB006": LIKELIHOODS,
    "SB013": BACK,
}


@every_case(TABLES)
def test_the_rule_finds_just_that(rule: str, text: str, expected: list[str]) -> None:
    assert sorted(found(rule, text)) == sorted(expected)
