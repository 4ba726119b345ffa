"""A search through the open blueprint: what was found, which of it is current, what replaces it."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, QTimer, Signal

from blueprint.i18n import message
from blueprint.model.search.finding import Match, Query, find, replaced
from blueprint.model.search.texts import Text, subject, subjects
from blueprint.ui.fields.step import channel_code, channel_text
from blueprint.ui.listening import listen
from blueprint.ui.session import Session
from blueprint.ui.words import WORDS

DELAY = 60
"""Milliseconds from an edit until the search is repeated."""


class Finder(QObject):
    """Follows every edit. `current` is a place in `matches`, −1 while none is."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.query = Query("")
        self.matches: list[Match] = []
        self.current = -1
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self.repeat)
        listen(self, session.document_changed, lambda _change, _moved: self._later())
        listen(self, session.document_replaced, self._later)
        listen(self, WORDS.changed, self._later)

    def seek(self, query: Query) -> None:
        """Look for something else; the current match is the first from the selection on."""
        self.query = query
        self.current = -1
        self.repeat()

    def stop(self) -> None:
        """Look for nothing and dim nothing."""
        self.seek(Query(""))

    def repeat(self) -> None:
        """Look again, in the blueprint as it is now."""
        self._timer.stop()
        self.matches = find(self._session.document, self.query, _shown)
        self.current = min(self.current, len(self.matches) - 1)
        self._light()
        self.changed.emit()

    @property
    def match(self) -> Match | None:
        """The current match."""
        return self.matches[self.current] if self.current >= 0 else None

    def go(self, by: int) -> None:
        """Select the next match, or with −1 the previous one; after the last comes the first."""
        if not self.matches:
            return
        if self.current < 0:
            self.go_to(self._nearest() if by > 0 else len(self.matches) - 1)
        else:
            self.go_to((self.current + by) % len(self.matches))

    def go_to(self, place: int) -> None:
        """Select a match and bring it into view."""
        self.current = place
        id = subject(self._session.document, self.matches[place].text.id)
        self._session.select((id,) if id else ())
        self._session.reveal((id,) if id else ())
        self.changed.emit()

    def replace_current(self, new: str) -> None:
        """Put `new` in the place of the current match, and go to the next."""
        self._bring_up_to_date()
        if self.match is None:
            self.go(1)
            return
        place = self.current
        if not self._replace([self.match], new):
            return
        self.repeat()
        if self.matches:
            self.go_to(self._after(place, new))

    def replace_all(self, new: str) -> int:
        """Put `new` in the place of every match, as one step; how many there were."""
        self._bring_up_to_date()
        count = len(self.matches)
        if not count or not self._replace(self.matches, new):
            return 0
        self.repeat()
        self._session.announce(
            message("{count} text replaced.", "{count} texts replaced.", count=count)
        )
        return count

    # --- inside ------------------------------------------------------------------------------

    def _replace(self, matches: list[Match], new: str) -> bool:
        document = self._session.document
        return self._session.attempt(lambda: replaced(document, matches, _kept(matches, new))) == ""

    def _after(self, place: int, new: str) -> int:
        """The match that follows the one replaced, which may still match itself."""
        still = 1 if self.query.pattern.search(new) else 0
        return (place + still) % len(self.matches)

    def _bring_up_to_date(self) -> None:
        if self._timer.isActive():
            self.repeat()

    def _nearest(self) -> int:
        """The first match at or after what is selected."""
        document = self._session.document
        chosen = set(self._session.selection)
        ids = (subject(document, match.text.id) for match in self.matches)
        return next((place for place, id in enumerate(ids) if id in chosen), 0)

    def _light(self) -> None:
        document = self._session.document
        ids = {match.text.id for match in self.matches}
        lit = {id for found in ids for id in subjects(document, found)}
        self._session.spotlight.show_only(lit if self.query else None)

    def _later(self) -> None:
        if self.query:
            self._timer.start()


def _shown(text: Text) -> str:
    return channel_text(text.text) if text.scope == "channel" else text.text


def _kept(matches: list[Match], new: str) -> str:
    """A channel is kept by its code, whatever the window calls it."""
    if matches and all(match.text.scope == "channel" for match in matches):
        return channel_code(new)
    return new


def excerpt(match: Match, around: int = 40) -> tuple[str, str, str]:
    """What stands before a match, the match, and what stands after it, on one line."""
    text = match.text.text
    before = text[max(0, match.start - around) : match.start]
    after = text[match.end : match.end + around]
    if match.start > around:
        before = "…" + before
    if match.end + around < len(text):
        after += "…"
    one, two, three = (
        re.sub(r"\s+", " ", part) for part in (before, text[match.start : match.end], after)
    )
    return one, two, three
