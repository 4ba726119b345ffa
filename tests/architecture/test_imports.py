"""Who may import whom. What a module needs only for its types is judged the same."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator

from .sources import ROOT, Source, imports, sources

OPEN_TO_ALL = {"collector", "i18n", "prose", "registry", "resources"}
ALL = {
    "model",
    "measures",
    "storage",
    "layout",
    "rules",
    "drawing",
    "analysis",
    "export",
    "lessons",
    "ui",
    "commands",
    "cli",
}
MAY_IMPORT = {
    "__init__": set[str](),
    "collector": set[str](),
    "i18n": set[str](),
    "prose": set[str](),
    "registry": set[str](),
    "resources": set[str](),
    "model": set[str](),
    "measures": {"model"},
    "storage": {"model"},
    "layout": {"model"},
    "rules": {"model", "measures", "layout"},
    "drawing": {"model", "layout"},
    "analysis": {"model", "measures", "layout", "drawing"},
    "export": ALL - {"ui", "commands", "cli", "lessons"},
    "lessons": {"model", "measures", "rules", "storage"},
    "ui": ALL - {"commands", "cli"},
    "commands": ALL - {"cli"},
    "cli": ALL,
    "__main__": {"cli"},
}
THIRD_PARTY = {
    "PySide6": ("blueprint.ui.", "blueprint.drawing.qt", "blueprint.export.png"),
    "shiboken6": ("blueprint.ui.",),
    "reportlab": ("blueprint.export.",),
    "typer": ("blueprint.cli", "blueprint.commands."),
    "simpy": ("blueprint.measures.",),
    "distributed": ("blueprint.measures.",),
    "markdown_it": ("blueprint.prose",),
    "hunspell": ("blueprint.ui.spelling.",),
}
MODEL_NEEDS = {"pydantic", "pydantic_core", "networkx"}


def layer(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def test_a_module_imports_only_what_its_layer_may() -> None:
    assert [wrong for source in sources("blueprint") for wrong in forbidden_imports(source)] == []


def forbidden_imports(source: Source) -> Iterator[str]:
    own = layer(source.module)
    allowed = MAY_IMPORT[own] | OPEN_TO_ALL | {own, "__version__"}
    if own in OPEN_TO_ALL:
        allowed = {own, "resources"}
    for line, name in imports(source):
        if name.startswith("blueprint.") and layer(name) not in allowed:
            yield f"{source.name}:{line} imports {name}"


def test_a_heavy_library_stays_behind_its_door() -> None:
    wrong = [
        f"{source.name}:{line} imports {name}"
        for source in sources("blueprint")
        for line, name in imports(source)
        for library, doors in THIRD_PARTY.items()
        if name.split(".")[0] == library and not f"{source.module}.".startswith(doors)
    ]
    assert wrong == []


def test_the_model_needs_pydantic_and_networkx_alone() -> None:
    needed = {
        name.split(".")[0] for source in sources("blueprint/model") for _, name in imports(source)
    }
    foreign = needed - sys.stdlib_module_names - {"blueprint", "typing_extensions"}
    assert foreign <= MODEL_NEEDS


def test_every_library_that_is_imported_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    declared = [*project["dependencies"], *extras["desktop"], *extras["cluster"]]
    names = {entry.split(">")[0].split("=")[0].strip().lower() for entry in declared}
    names = {name.replace("-", "_") for name in names}
    imported_as = {
        "pyside6_essentials": "pyside6",
        "markdown_it_py": "markdown_it",
        "chunspell": "hunspell",
    }
    importable = {imported_as.get(name, name) for name in names}
    comes_with = {"pydantic_core": "pydantic", "shiboken6": "pyside6", "pil": "reportlab"}
    used = {name.split(".")[0] for source in sources("blueprint") for _, name in imports(source)}
    used = {name.lower() for name in used - sys.stdlib_module_names - {"blueprint"}}
    assert {comes_with.get(name, name) for name in used} <= importable
