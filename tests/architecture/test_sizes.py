"""House sizes: what is larger than this has more than one task."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .sources import Source, sources

FOLDERS = ("blueprint", "tests", "benchmarks", "tools")
MOST_LINES = 500
MOST_LINES_OF_A_FUNCTION = 70
MOST_LINES_OF_A_CLASS = 300


def lines(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_files_functions_and_classes_keep_to_the_house_sizes() -> None:
    assert [wrong for source in sources(*FOLDERS) for wrong in too_large(source)] == []


def too_large(source: Source) -> Iterator[str]:
    if source.text.count("\n") > MOST_LINES:
        yield f"{source.name}: {source.text.count(chr(10))} lines"
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            most = MOST_LINES_OF_A_FUNCTION
        elif isinstance(node, ast.ClassDef):
            most = MOST_LINES_OF_A_CLASS
        else:
            continue
        if lines(node) > most:
            yield f"{source.name}:{node.lineno} {node.name}: {lines(node)} lines"


def test_nine_files_in_ten_have_under_300_lines() -> None:
    long = [source.name for source in sources("blueprint") if source.text.count("\n") >= 300]
    assert len(long) <= len(sources("blueprint")) / 10, long


def test_nine_functions_in_ten_have_under_25_lines() -> None:
    sizes = [
        lines(node)
        for source in sources("blueprint")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert sum(size >= 25 for size in sizes) <= len(sizes) / 10


def test_a_module_begins_with_why_it_exists() -> None:
    assert [
        source.name for source in sources("blueprint") if not ast.get_docstring(source.tree)
    ] == []
