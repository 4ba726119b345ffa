"""The rules that judge measures: promises, money, load and contact."""

from __future__ import annotations

from tests.rules.build import every_case, found

PATH = "a customer 1 kind=start -> b\nb onstage 2 duration={b} -> c\nc customer 3 kind=end"
LOADED = (
    "document arrivals_per_hour={rate}\nresource r capacity={servers}\n"
    "a customer 1 kind=start -> b\nb onstage 2 duration=60 resource=r -> c\n"
    "c customer 3 kind=end"
)
PAID = (
    "resource r capacity=1 cost_per_hour=3600\na customer 1 kind=start -> b\n"
    "b onstage 2 duration=10 tolerance={longest} resource=r price={price} -> c\n"
    "c customer 3 kind=end"
)

PROMISES = {
    "nothing is promised": (PATH.format(b=400), []),
    "kept": ("document promise_seconds=300\n" + PATH.format(b=200), []),
    "just kept": ("document promise_seconds=300\n" + PATH.format(b=300), []),
    "nothing is timed": (
        "document promise_seconds=1\na customer 1 kind=start -> b\nb customer 2 kind=end",
        [],
    ),
    "broken": ("document promise_seconds=300\n" + PATH.format(b=301), ["error: b"]),
    "broken by the longer branch": (
        "document promise_seconds=90\na customer 1 kind=start -> b; d\n"
        "b onstage 2 duration=50 -> c\nd backstage 2 duration=100 -> c\nc customer 3 kind=end",
        ["error: d"],
    ),
    "broken by two steps together": (
        "document promise_seconds=90\na customer 1 kind=start -> b\n"
        "b onstage 2 duration=50 -> c\nc backstage 3 duration=50 -> d\nd customer 4 kind=end",
        ["error: b c"],
    ),
    "broken by what is promised at once": (
        "document promise_seconds=0\n" + PATH.format(b=1),
        ["error: b"],
    ),
    "beyond it only by a recovery": (
        "document promise_seconds=60\na customer 1 kind=start -> b\n"
        "b onstage 2 duration=50 fail=x fail_probability=0.5 -> c; !r\n"
        "r onstage 3 duration=50 -> !b\nc customer 4 kind=end",
        [],
    ),
}

MONEY = {
    "no price": ("a customer 1 kind=start duration=10 cost=5", []),
    "it pays": (PAID.format(longest=20, price=30), []),
    "it just pays": (PAID.format(longest=20, price=20), []),
    "it loses": (PAID.format(longest=40, price=30), ["warning:"]),
    "it loses at once": (PAID.format(longest=10, price=5), ["warning:"]),
    "it loses by its cost alone": (PAID.format(longest=20, price=30) + " cost=15", ["warning:"]),
    "it loses by a second": (PAID.format(longest=21, price=20), ["warning:"]),
    "nothing is timed": ("a customer 1 kind=start price=0 cost=5", []),
}

BUSY = {
    "nobody arrives": (LOADED.format(rate=0, servers=1), []),
    "half busy": (LOADED.format(rate=30, servers=1), []),
    "80 % exactly": (LOADED.format(rate=48, servers=1), []),
    "90 %": (LOADED.format(rate=54, servers=1), ["warning: b"]),
    "just above 80 %": (LOADED.format(rate=49, servers=1), ["warning: b"]),
    "99 % of three": (LOADED.format(rate=178, servers=3), ["warning: b"]),
    "90 % of two": (LOADED.format(rate=108, servers=2), ["warning: b"]),
    "more than it can do is another rule's matter": (LOADED.format(rate=90, servers=1), []),
}

ENDLESS = {
    "nobody arrives": (LOADED.format(rate=0, servers=1), []),
    "99 %": (LOADED.format(rate=59.4, servers=1), []),
    "all of the time": (LOADED.format(rate=60, servers=1), ["error: b"]),
    "more than all": (LOADED.format(rate=90, servers=1), ["error: b"]),
    "all of the time of two": (LOADED.format(rate=120, servers=2), ["error: b"]),
    "far more than two can do": (LOADED.format(rate=900, servers=2), ["error: b"]),
    "99 % of two": (LOADED.format(rate=118.8, servers=2), []),
    "enough servers": (LOADED.format(rate=90, servers=3), []),
}

CONTACT = {
    "by the lane": ("o onstage 1", []),
    "said to be there": ("o onstage 1 customer_present=yes", []),
    "said of a machine": ("t onstage_technology 1 customer_present=yes", []),
    "both without the customer": (
        "o onstage 1 customer_present=no\nt onstage_technology 1 customer_present=no",
        ["hint: o", "hint: t"],
    ),
    "one of two without the customer": (
        "o onstage 1 customer_present=no\np onstage 2",
        ["hint: o"],
    ),
    "backstage": ("b backstage 1 customer_present=no", []),
    "onstage without the customer": ("o onstage 1 customer_present=no", ["hint: o"]),
    "a machine without the customer": (
        "o onstage_technology 1 customer_present=no",
        ["hint: o"],
    ),
}

TABLES = {"SB042": PROMISES, "SB044": MONEY, "SB050": BUSY, "SB051": ENDLESS, "SB053": CONTACT}


@every_case(TABLES)
def test_the_rule_finds_just_that(rule: str, text: str, expected: list[str]) -> None:
    assert sorted(found(rule, text)) == sorted(expected)
