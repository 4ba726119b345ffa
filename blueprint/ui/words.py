"""Texts on screen that change their language in place: said once, said again when it changes."""

from __future__ import annotations

import html
from typing import Final
from weakref import WeakKeyDictionary

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator, Signal

from blueprint.i18n import Message, current_language, set_language, tr

_SETTERS: Final = {
    "text": "setText",
    "title": "setTitle",
    "tip": "setToolTip",
    "name": "setAccessibleName",
    "description": "setAccessibleDescription",
    "placeholder": "setPlaceholderText",
    "window": "setWindowTitle",
    "status": "setStatusTip",
}


class Words(QObject):
    """Tells when the language of the window has changed, after all that was said is said anew."""

    changed = Signal()


WORDS: Final = Words()
_said: Final[WeakKeyDictionary[QObject, dict[str, Message]]] = WeakKeyDictionary()
_translators: Final[list[QTranslator]] = []


def say(thing: QObject, **texts: Message) -> None:
    """Set texts of a widget or action, now and again whenever the language changes.

    Keywords: text, title, tip (tool tip), name and description (for screen readers),
    placeholder, window (its title), status.
    """
    _said.setdefault(thing, {}).update(texts)
    _set(thing, texts)


def plain(text: str) -> str:
    """`text` so that a tool tip shows it letter by letter, whatever it looks like."""
    if "<" not in text and "&" not in text:
        return text
    return f"<qt>{html.escape(text)}</qt>"


def switch_language(language: str) -> None:
    """Show every text of the program in `language` from now on."""
    set_language(language)
    _translate_qt(current_language())
    for thing, texts in list(_said.items()):
        _set(thing, texts)
    WORDS.changed.emit()


def _set(thing: QObject, texts: dict[str, Message]) -> None:
    for what, text in texts.items():
        words = tr(text)
        try:
            getattr(thing, _SETTERS[what])(plain(words) if what == "tip" else words)
        except RuntimeError:  # Qt has deleted the widget, Python has not noticed yet
            _said.pop(thing, None)
            return


def _translate_qt(language: str) -> None:
    """Qt's own texts: the buttons and menus that it makes."""
    app = QCoreApplication.instance()
    if app is None:
        return
    while _translators:
        app.removeTranslator(_translators.pop())
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language != "en" and translator.load(f"qtbase_{language}", folder):
        app.installTranslator(translator)
        _translators.append(translator)
