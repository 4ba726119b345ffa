"""Every text of the rules is there in Chinese, with the same places to fill in."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import blueprint.rules
from blueprint.i18n import catalogue


def _marked_texts() -> Iterator[str]:
    for file in sorted(Path(blueprint.rules.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "message":
                constants = [part for part in node.args if isinstance(part, ast.Constant)]
                yield from (str(part.value) for part in constants)


def test_every_text_has_a_translation() -> None:
    chinese = catalogue("zh_CN")
    texts = set(_marked_texts())
    assert len(texts) > 150
    assert {text for text in texts if text not in chinese} == set()


def test_translations_fill_in_no_more_than_their_texts() -> None:
    chinese = catalogue("zh_CN")
    for text in _marked_texts():
        assert set(re.findall(r"{\w+}", chinese[text])) <= set(re.findall(r"{\w+}", text)), text


def test_messages_keep_the_house_style() -> None:
    for text in _marked_texts():
        assert "!" not in text
        assert "your" not in text.lower().split()
