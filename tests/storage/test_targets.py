"""The small language of the column `next` reads what it writes, and is never slow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.model.notation import FlowKind
from blueprint.model.units import UnitError
from blueprint.storage.table.targets import (
    Target,
    parse_list,
    parse_targets,
    write_list,
    write_targets,
)
from tests.storage.documents import HOSTILE

NAMES = st.one_of(st.sampled_from(HOSTILE), st.text("ab ;:@\"!<>'\n", min_size=1, max_size=8))
TARGETS = st.builds(
    Target, NAMES, st.sampled_from(FlowKind), st.just("") | NAMES, st.none() | st.floats(0, 1)
)


@given(st.lists(TARGETS, max_size=4))
def test_written_targets_are_read_back(targets: list[Target]) -> None:
    assert parse_targets(write_targets(targets)) == targets


@given(st.lists(st.just("") | NAMES, max_size=4))
def test_written_lists_are_read_back(texts: list[str]) -> None:
    assert parse_list(write_list(tuple(texts))) == tuple(texts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", [Target("a")]),
        (" a ; b;; ", [Target("a"), Target("b")]),
        ("<>a; ! b", [Target("a", FlowKind.EXCHANGE), Target("b", FlowKind.RECOVERY)]),
        ("a:no@0.2", [Target("a", label="no", probability=0.2)]),
        ("a @ 20 %", [Target("a", probability=0.2)]),
        ("a: two words ;b", [Target("a", label="two words"), Target("b")]),
        ('"a;b":"c ""d"""', [Target("a;b", label='c "d"')]),
        ('"!a"', [Target("!a")]),
        ("", []),
        (" ; ", []),
    ],
)
def test_targets_are_read_as_people_write_them(text: str, expected: list[Target]) -> None:
    assert parse_targets(text) == expected


@pytest.mark.parametrize("text", ["a:b:c", "a@", "a@x", "a@2", '"a', 'a"b', ":b", "@0.5", "!"])
def test_what_is_no_target_is_refused(text: str) -> None:
    with pytest.raises(UnitError):
        parse_targets(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a; b", ("a", "b")), ('5" pipe; x', ('5" pipe', "x")), ('"a;b"; c', ("a;b", "c")),
     ("", ()), (" ; ;", ()), ('""', ("",))],
)  # fmt: skip
def test_lists_are_read_as_people_write_them(text: str, expected: tuple[str, ...]) -> None:
    assert parse_list(text) == expected


SPACES = " " * 50_000


@pytest.mark.parametrize(
    "text",
    [
        f'a:{SPACES}"',
        f'{SPACES}"{SPACES}',
        "a;" * 40_000 + '"',
        'a:"b"; ' * 15_000 + '"',
        '"' * 99_999,
    ],
)
def test_no_text_makes_reading_slow(text: str) -> None:
    with pytest.raises(UnitError):
        parse_targets(text)
    assert parse_list(text)
