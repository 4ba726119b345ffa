"""The pages of the start page, in the order of its navigation.

To add one, bind a `Page` in a module of its own and put it into `_PAGES`.
"""

from __future__ import annotations

from typing import Final

from blueprint.ui.start.home import home_page
from blueprint.ui.start.lessons import LESSONS
from blueprint.ui.start.page import Page
from blueprint.ui.start.recent import RECENT
from blueprint.ui.start.shipped import SAMPLES, TEMPLATES

_PAGES: Final = (TEMPLATES, LESSONS, SAMPLES, RECENT)
PAGES: Final[tuple[Page, ...]] = (home_page(_PAGES), *_PAGES)
