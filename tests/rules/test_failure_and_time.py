"""The rules of failure, waiting, time, money and resources."""

from __future__ import annotations

from tests.rules.build import every_case, found

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

TABLES = {
    "SB030": FAILURES,
    "SB031": RECOVERIES,
    "SB032": ANY_FAILURE,
    "SB033": WAITS,
    "SB034": TRUTH,
    "SB040": TIMED,
    "SB041": ACCEPTED,
    "SB043": AMOUNTS,
    "SB052": RESOURCES,
}


@every_case(TABLES)
def test_the_rule_finds_just_that(rule: str, text: str, expected: list[str]) -> None:
    assert sorted(found(rule, text)) == sorted(expected)
