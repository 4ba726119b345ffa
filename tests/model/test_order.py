"""Order keys always leave room between any two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.model.order import key_between, keys_between


@given(st.lists(st.integers(0, 10_000), max_size=120))
def test_keys_inserted_anywhere_keep_their_order(places: list[int]) -> None:
    keys: list[str] = []
    for place in places:
        index = place % (len(keys) + 1)
        before = keys[index - 1] if index else None
        after = keys[index] if index < len(keys) else None
        keys.insert(index, key_between(before, after))
    assert keys == sorted(set(keys))


@given(st.integers(0, 500))
def test_many_keys_at_once_ascend_and_stay_short(count: int) -> None:
    keys = keys_between(None, None, count)
    assert keys == sorted(set(keys))
    assert len(keys) == count
    assert all(len(key) <= 3 for key in keys)


def test_a_thousand_keys_appended_one_by_one_stay_short() -> None:
    last: str | None = None
    for _ in range(1000):
        last = key_between(last, None)
    assert last is not None
    assert len(last) < 40


@pytest.mark.parametrize(("before", "after"), [("V", "V"), ("W", "V")])
def test_keys_out_of_order_are_refused(before: str, after: str) -> None:
    with pytest.raises(ValueError, match="no order key"):
        key_between(before, after)
