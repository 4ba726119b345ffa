"""The words of a lesson file, each in English and in Chinese."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Final

Words = Mapping[str, tuple[str, ...]]
"""What a word is called in the program, and what else it may be called in a file."""

SECTIONS: Final[Words] = {
    "checks": ("检查",),
    "hints": ("提示",),
    "words": ("words used here", "用语"),
}
HEAD: Final[Words] = {
    "minutes": ("分钟",),
    "lanes": ("泳道",),
    "columns": ("列数",),
    "start": ("起点",),
    "solution": ("参考答案",),
}
BOUNDS: Final[Words] = {
    "at least": ("至少",),
    "at most": ("至多",),
    "exactly": ("正好",),
}
CHECKS: Final[Words] = {
    "count": ("数量",),
    "each": ("每个",),
    "flow from": ("连线从",),
    "order": ("顺序",),
    "lane": ("泳道",),
    "rule": ("规则",),
    "measure": ("指标",),
    "property": ("属性",),
}
"""What the first line of a check begins with."""
FIELDS: Final[Words] = {
    **CHECKS,
    **BOUNDS,
    "stands": ("位于",),
    "has": ("具有",),
    "linked to": ("连到",),
    "to": ("连线到",),
    "kind": ("类型",),
    "of": ("对于",),
    "is": ("为",),
    "in": ("在",),
}
CLAUSES: Final[Words] = {
    "above visibility": ("可视分界线以上",),
    "below visibility": ("可视分界线以下",),
    "kind": ("类型",),
    "named": ("名为",),
    "with": ("具有",),
    "in": ("在",),
}
"""What a part of a selection of steps begins with."""


def meaning(word: str, words: Words) -> str | None:
    """What `word` is called in the program, or None if it is none of `words`."""
    sought = plain(word)
    for name, others in words.items():
        if sought == name or sought in others:
            return name
    return None


def plain(text: str) -> str:
    """`text` as words are compared: small letters, single spaces, full-width signs as plain."""
    text = unicodedata.normalize("NFKC", text).replace("_", " ").casefold()
    return " ".join(text.split())
