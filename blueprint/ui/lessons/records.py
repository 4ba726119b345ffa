"""What is remembered of each lesson: how far it has come, and which file holds the work."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from blueprint.i18n import LANGUAGES
from blueprint.lessons.course import shipped_course
from blueprint.lessons.lesson import SUFFIX
from blueprint.resources import resource_folder
from blueprint.ui.settings import Settings

_KEY: Final = "lessons"


@dataclass(frozen=True, slots=True)
class Record:
    """`work` is the student's own file; `left`: it is open as an ordinary blueprint for now."""

    work: str = ""
    passed: int = 0
    total: int = 0
    hints: int = 0
    left: bool = False

    @property
    def is_done(self) -> bool:
        return 0 < self.total <= self.passed

    @property
    def is_begun(self) -> bool:
        return bool(self.work)


class Records:
    """Kept with the settings; anything unreadable there counts as not begun."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def of(self, lesson: Path) -> Record:
        return self._all().get(_key(lesson), Record())

    def keep(self, lesson: Path, **fields: Any) -> Record:
        """Remember some fields of a lesson's record."""
        every = self._all()
        every[_key(lesson)] = made = replace(self.of(lesson), **fields)
        told = {key: asdict(record) for key, record in every.items()}
        self._settings.set_text(_KEY, json.dumps(told, ensure_ascii=False))
        return made

    def own(self) -> tuple[Path, ...]:
        """The lessons that were opened from files and are still there."""
        paths = (_path(key) for key in self._all() if key.partition("/")[0] not in LANGUAGES)
        return tuple(sorted(path for path in paths if path.is_file()))

    def lesson_of(self, work: Path) -> Path | None:
        """The lesson that a file is the work of, unless the lesson was left."""
        for key, record in self._all().items():
            if record.work == str(work) and not record.left:
                return _path(key)
        return None

    def _all(self) -> dict[str, Record]:
        try:
            found = json.loads(self._settings.text(_KEY, "{}"))
        except ValueError:
            return {}
        if not isinstance(found, dict):
            return {}
        return {key: _record(said) for key, said in found.items() if isinstance(said, dict)}


def _record(said: Mapping[str, Any]) -> Record:
    """What was said, each field only if it is of its kind."""
    plain = asdict(Record())
    kept = {name: said[name] for name in plain if type(said.get(name)) is type(plain[name])}
    return Record(**kept)


def _key(lesson: Path) -> str:
    """A shipped lesson by its name, wherever the program stands; any other by its place."""
    for language in LANGUAGES:
        if lesson in shipped_course(language).paths:
            return f"{language}/{lesson.name.removesuffix(SUFFIX)}"
    return str(lesson.absolute())


def _path(key: str) -> Path:
    language, _, name = key.partition("/")
    if language in LANGUAGES:
        return resource_folder("lessons") / language / f"{name}{SUFFIX}"
    return Path(key)
