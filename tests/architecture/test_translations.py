"""Every text that a user sees exists in both languages and takes the same values in both."""

from __future__ import annotations

import ast
import json
import re
import string
from collections.abc import Iterator

from .sources import ROOT, Source, catalogue, sources

MARKS = {"message", "tr", "unreadable", "Message"}
"""Functions whose first argument is a text in English to be translated."""

LANGUAGE = "zh_CN"


def marked(source: Source) -> Iterator[tuple[int, str]]:
    """Line and wording of each text that `source` marks for translation."""
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Call) or called(node) not in MARKS:
            continue
        plurals = [keyword.value for keyword in node.keywords if keyword.arg == "plural"]
        for value in [*node.args[:1], *plurals]:
            for text in literals(value):
                yield node.lineno, text


def called(node: ast.Call) -> str:
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def literals(value: ast.expr) -> Iterator[str]:
    """The texts that `value` may be: itself, or either side of a choice."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.IfExp):
        yield from literals(value.body)
        yield from literals(value.orelse)


def in_words(text: str) -> bool:
    """Whether `text` holds more than places for values and signs between them."""
    return any(sign.isalpha() for sign in re.sub(r"\{\w*\}", "", text))


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


ALL_MARKED = sorted({text for source in sources("blueprint") for _, text in marked(source)})


def test_every_marked_text_has_a_chinese_wording() -> None:
    missing = [
        f"{source.name}:{line} {text!r}"
        for source in sources("blueprint")
        for line, text in marked(source)
        if in_words(text) and text not in catalogue(LANGUAGE)
    ]
    assert missing == []


def test_the_search_finds_the_texts() -> None:
    assert len(ALL_MARKED) > 100


def test_both_wordings_take_the_same_values() -> None:
    wrong = {
        text: translation
        for text, translation in catalogue(LANGUAGE).items()
        if places(text) != places(translation)
    }
    assert wrong == {}


def test_no_translation_is_empty_or_left_in_english() -> None:
    left = {text for text, other in catalogue(LANGUAGE).items() if not other.strip()}
    left |= {
        text
        for text, other in catalogue(LANGUAGE).items()
        if text == other and " " in text and in_words(text)
    }
    assert left == set()


def test_no_message_shouts() -> None:
    texts = [*ALL_MARKED, *catalogue(LANGUAGE).values()]
    assert [text for text in texts if re.search(r"[!！](\W|$)", text)] == []


def test_a_text_is_translated_in_one_place_only() -> None:
    seen: dict[str, str] = {}
    clashes = []
    for file in sorted((ROOT / "resources" / "i18n" / LANGUAGE).glob("*.json")):
        for text, translation in json.loads(file.read_text(encoding="utf-8")).items():
            if seen.setdefault(text, translation) != translation:
                clashes.append(f"{file.name}: {text!r}")
    assert clashes == []


def test_the_lane_of_evidence_and_a_piece_of_evidence_have_one_term_each() -> None:
    """The lane is 有形展示; what stands in it is 有形证据."""
    of_the_lane = ("physical evidence", "evidence lane", "evidence, customer")
    mixed = [
        english
        for english, chinese in catalogue(LANGUAGE).items()
        if "有形展示" in chinese and not any(part in english.lower() for part in of_the_lane)
    ]
    assert mixed == []
