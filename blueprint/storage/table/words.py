"""The words that an exported table uses, in the language of its document."""

from __future__ import annotations

from functools import cache

from blueprint.i18n import translate
from blueprint.model.notation import LaneRole, StepKind, StickyColour
from blueprint.model.terms import ROLE_TITLES, STEP_KIND_TITLES, STICKY_COLOUR_TITLES


@cache
def role_word(role: LaneRole, language: str) -> str:
    """A role as the column `lane` names it."""
    return role.value if language == "en" else translate(ROLE_TITLES[role], language)


@cache
def kind_word(kind: StepKind, language: str) -> str:
    """A kind as the column `kind` names it."""
    return kind.value if language == "en" else translate(STEP_KIND_TITLES[kind], language)


@cache
def colour_word(colour: StickyColour, language: str) -> str:
    """A paper as the column `sticky_colour` names it; yellow is the usual one and not told."""
    if colour is StickyColour.YELLOW:
        return ""
    return colour.value if language == "en" else translate(STICKY_COLOUR_TITLES[colour], language)


def yes_word(holds: bool, language: str) -> str:
    """Yes or no."""
    if language == "zh_CN":
        return "是" if holds else "否"
    return "yes" if holds else "no"
