"""Times and folders, as people say them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from blueprint.i18n import set_language
from blueprint.ui.start.when import told_ago, told_folder

NOW = datetime(2024, 5, 16, 14, 30)  # a Thursday


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    set_language("en")
    yield
    set_language("en")


@pytest.mark.parametrize(
    ("then", "english", "chinese"),
    [
        (datetime(2024, 5, 16, 14, 30), "Just now", "刚刚"),
        (datetime(2024, 5, 16, 14, 40), "Just now", "刚刚"),
        (datetime(2024, 5, 16, 14, 29), "1 minute ago", "1 分钟前"),
        (datetime(2024, 5, 16, 14, 20), "10 minutes ago", "10 分钟前"),
        (datetime(2024, 5, 15, 23, 55), "Yesterday", "昨天"),
        (datetime(2024, 5, 16, 2, 0), "12 hours ago", "12 小时前"),
        (datetime(2024, 5, 13, 9, 0), "Monday", "星期一"),
        (datetime(2024, 5, 9, 9, 0), "9 May", "5月9日"),
        (datetime(2023, 12, 24, 9, 0), "24 December 2023", "2023年12月24日"),
    ],
)
def test_a_time_is_told_as_coarsely_as_it_matters(
    then: datetime, english: str, chinese: str
) -> None:
    assert told_ago(then, NOW) == english
    set_language("zh_CN")
    assert told_ago(then, NOW) == chinese


@pytest.mark.parametrize(
    ("folder", "told"),
    [
        ("/homes/me/Documents/Course", "Documents / Course"),
        ("/homes/me", "Home folder"),
        ("/media/stick", "/media/stick"),
    ],
)
def test_a_folder_is_told_from_the_home_folder_on(folder: str, told: str) -> None:
    assert told_folder(Path(folder), Path("/homes/me")) == told
