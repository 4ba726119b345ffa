"""When a file was changed, and where it lies, as people say it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDate, QLocale

from blueprint.i18n import current_language, message, tr

_WEEK: Final = 7
"""Days for which the name of the day says enough."""


def told_ago(then: datetime, now: datetime) -> str:
    """How long ago: minutes, hours, yesterday, a day of the week, a date."""
    minutes = max(0, int((now - then).total_seconds() // 60))
    days = (now.date() - then.date()).days
    if minutes < 1:
        return tr(message("Just now"))
    if minutes < 60:
        return tr(message("{count} minute ago", "{count} minutes ago", count=minutes))
    if days < 1:
        return tr(message("{count} hour ago", "{count} hours ago", count=minutes // 60))
    if days == 1:
        return tr(message("Yesterday"))
    locale = QLocale(current_language())
    if days < _WEEK:
        return locale.standaloneDayName(then.isoweekday())
    date = QDate(then.year, then.month, then.day)
    form = message("d MMMM") if then.year == now.year else message("d MMMM yyyy")
    return locale.toString(date, tr(form))


def told_folder(folder: Path, home: Path) -> str:
    """A folder from the home folder on, its parts set apart; one elsewhere in full."""
    if not folder.is_relative_to(home):
        return str(folder)
    parts = folder.relative_to(home).parts
    return " / ".join(parts) if parts else tr(message("Home folder"))
