"""Every field of a step, in the groups of the inspector."""

from __future__ import annotations

from typing import Final

from blueprint.i18n import Message, current_language, message, translate
from blueprint.model.change import Change
from blueprint.model.colours import COLOURS, colour_title
from blueprint.model.distribution import Shape
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.edits.steps import rename, set_fields
from blueprint.model.entities import FailPoint, WaitPoint
from blueprint.model.notation import StepKind, StickyColour
from blueprint.model.terms import STEP_KIND_TITLES, STICKY_COLOUR_TITLES
from blueprint.ui.fields.codec import (
    DURATION,
    FLAG,
    LINES,
    LINK,
    MONEY,
    NUMBER,
    PERCENT,
    SECONDS,
    TAGS,
    TEXT,
    WHOLE,
    YES,
    YES_NO,
    Codec,
)
from blueprint.ui.fields.field import Choice, Field, Form, Group, Ids
from blueprint.ui.fields.making import step_field, together
from blueprint.ui.fields.resource import RESOURCE_FIELDS

CHANNELS: Final = (
    Choice("in person", message("In person")),
    Choice("self", message("Self-service")),
    Choice("phone", message("Phone")),
    Choice("mail", message("Mail")),
    Choice("chat", message("Chat")),
    Choice("app", message("App")),
    Choice("web", message("Web")),
)
MARKDOWN_HINT: Final = message("**bold**, *italic*, `code`, - list, [name](https://…)")
DURATION_HINT: Final = message("30 s, uniform(1 h, 8 h)")


def channel_text(code: str) -> str:
    shown = next((found.text for found in CHANNELS if found.value == code.lower()), code)
    return translate(shown, current_language())


def channel_code(text: str) -> str:
    text = text.strip()
    for code, shown, _ in CHANNELS:
        if text.lower() in (code, translate(shown, current_language()).lower()):
            return code
    return text


def _channels(document: Document) -> tuple[Choice, ...]:
    own = sorted({step.channel for step in document.steps.values() if step.channel})
    known = {found.value for found in CHANNELS}
    return (*CHANNELS, *(Choice(code, code) for code in own if code not in known))


def _owners(document: Document) -> tuple[Choice, ...]:
    found = sorted({step.owner for step in document.steps.values() if step.owner})
    return tuple(Choice(owner, owner) for owner in found)


def _kinds(document: Document) -> tuple[Choice, ...]:
    kinds = (StepKind.ACTION, StepKind.DECISION, StepKind.WAIT, StepKind.START, StepKind.END)
    return tuple(Choice(kind.value, STEP_KIND_TITLES[kind]) for kind in kinds)


def _colours(document: Document) -> tuple[Choice, ...]:
    titles = STICKY_COLOUR_TITLES.items()
    return tuple(Choice(colour.value, title) for colour, title in titles)


def _currency(document: Document) -> Message | str:
    return document.properties.currency


def _read_label(document: Document, id: str) -> str:
    return document.step(id).label


def _write_label(document: Document, ids: Ids, text: str) -> Change:
    return together(rename(document, id, text.strip()) for id in ids)


def _switch(name: str, label: Message, empty: FailPoint | WaitPoint) -> Field:
    """Whether a step has a fail point or a wait point at all."""

    def read(document: Document, id: str) -> str:
        return "" if getattr(document.step(id), name) is None else YES

    def write(document: Document, ids: Ids, text: str) -> Change:
        return together(
            set_fields(document, (id,), **{name: empty if text == YES else None})
            for id in ids
            if (getattr(document.step(id), name) is None) == (text == YES)
        )

    return Field(f"has_{name}", label, read, write, form=Form.SWITCH)


_PRESENCE: Final = (
    Choice("", message("By lane")),
    Choice("yes", message("Yes")),
    Choice("no", message("No")),
)

SHAPES: Final = (
    Choice(Shape.FIXED.value, message("Always the same")),
    Choice(Shape.UNIFORM.value, message("Uniform")),
    Choice(Shape.TRIANGULAR.value, message("Triangular")),
    Choice(Shape.NORMAL.value, message("Normal distribution")),
    Choice(Shape.LOGNORMAL.value, message("Lognormal")),
    Choice(Shape.EXPONENTIAL.value, message("Exponential")),
)


def _read_shape(document: Document, id: str) -> str:
    duration = document.step(id).duration
    return duration.shape.value if duration else ""


def _write_shape(document: Document, ids: Ids, text: str) -> Change:
    durations = {id: document.step(id).duration for id in ids}
    if not all(durations.values()):
        raise ChangeRefused(message("There is no standard time yet. Give one first."))
    return together(
        set_fields(document, (id,), duration=duration.as_shape(Shape(text)))
        for id, duration in durations.items()
        if duration
    )


LABEL: Final = Field("label", message("Name"), _read_label, _write_label)
KIND: Final = step_field(
    "kind",
    message("Kind"),
    Codec(str, StepKind),
    form=Form.CHOICE,
    choices=_kinds,
)
OWNER: Final = step_field(
    "owner",
    message("Owner"),
    TEXT,
    form=Form.SUGGEST,
    choices=_owners,
    hint=message("A role, not a person"),
)
CHANNEL: Final = step_field(
    "channel",
    message("Channel"),
    Codec(channel_text, channel_code, ""),
    form=Form.SUGGEST,
    choices=_channels,
)
DURATION_FIELD: Final = step_field("duration", message("Standard"), DURATION, hint=DURATION_HINT)
NOTES: Final = step_field(
    "description", message("Notes"), LINES, form=Form.PROSE, hint=MARKDOWN_HINT
)
TOLERANCE: Final = step_field("tolerance", message("Longest"), SECONDS, hint=message("75 s, 5 min"))
COST: Final = step_field("cost", message("Cost"), MONEY, unit=_currency)
PRICE: Final = step_field("price", message("Price"), MONEY, unit=_currency)
SPREAD: Final = Field(
    "spread",
    message("Spread"),
    _read_shape,
    _write_shape,
    form=Form.CHOICE,
    choices=lambda _: SHAPES,
)
MOMENT_OF_TRUTH: Final = step_field(
    "moment_of_truth", message("Moment of truth"), FLAG, form=Form.SWITCH
)

WHO: Final = Group("who", None, (OWNER, CHANNEL, KIND))
TIME_AND_COST: Final = Group(
    "time",
    message("Time and cost"),
    (
        DURATION_FIELD,
        SPREAD,
        TOLERANCE,
        COST,
        PRICE,
    ),
)
FAIL_POINT: Final = Group(
    "fail",
    message("Fail point"),
    (
        step_field("fail.what", message("What fails"), TEXT),
        step_field("fail.probability", message("Probability"), PERCENT, unit=lambda _: "%"),
        step_field("fail.severity", message("Severity"), WHOLE, hint=message("1 to 10")),
        step_field("fail.detection", message("Detection"), WHOLE, hint=message("1 to 10")),
        step_field("fail.prevention", message("Prevention"), TEXT),
        step_field("fail.recovery", message("Recovery"), TEXT),
    ),
    switch=_switch("fail", message("Fail point"), FailPoint()),
)
WAIT_POINT: Final = Group(
    "wait",
    message("Wait point"),
    (
        step_field("wait.expected", message("Expected"), SECONDS, hint=message("75 s, 5 min")),
        step_field("wait.longest", message("Longest"), SECONDS, hint=message("75 s, 5 min")),
    ),
    switch=_switch("wait", message("Wait point"), WaitPoint()),
)
EXPERIENCE: Final = Group(
    "experience",
    message("Experience"),
    (
        MOMENT_OF_TRUTH,
        step_field(
            "customer_present",
            message("Customer"),
            YES_NO,
            form=Form.SEGMENTS,
            choices=lambda _: _PRESENCE,
        ),
        step_field("emotion", message("Emotion"), NUMBER, hint=message("−2 to 2")),
        step_field("span", message("Columns"), Codec(str, WHOLE.parse, 1), hint=message("1")),
        step_field("latitude", message("Latitude"), WHOLE, hint=message("Ways it may be done")),
    ),
)
RESOURCE: Final = Group("resource", message("Resource"), RESOURCE_FIELDS)


def colour_choices(document: Document) -> tuple[Choice, ...]:
    """No colour, and every colour with what it means in the document."""
    return (
        Choice("", message("The lane’s"), "colour/"),
        *(
            Choice(colour, colour_title(document.properties, colour), f"colour/{colour}")
            for colour in COLOURS
        ),
    )


def _tag_choices(document: Document) -> tuple[Choice, ...]:
    found = sorted({tag for step in document.steps.values() for tag in step.tags})
    return tuple(Choice(tag, tag) for tag in found)


TAGS_FIELD: Final = step_field(
    "tags",
    message("Tags"),
    TAGS,
    form=Form.SUGGEST_SEVERAL,
    choices=_tag_choices,
    hint=message("With commas between"),
)
COLOUR_FIELD: Final = step_field(
    "colour", message("Card colour"), Codec(str, str, ""), form=Form.CHOICE, choices=colour_choices
)
MORE: Final = Group(
    "more",
    message("Tags, colour and link"),
    (
        TAGS_FIELD,
        COLOUR_FIELD,
        step_field("link", message("Link"), LINK, hint=message("https://… or a file")),
    ),
)
STICKY_TEXT: Final = Field(
    "note", message("Note text"), _read_label, _write_label, form=Form.PROSE, hint=MARKDOWN_HINT
)
STICKY_COLOUR: Final = step_field(
    "sticky_colour",
    message("Note colour"),
    Codec(str, StickyColour),
    form=Form.CHOICE,
    choices=_colours,
)
NOTES_GROUP: Final = Group("notes", message("Notes"), (NOTES,))

ACTION_GROUPS: Final = (
    WHO,
    TIME_AND_COST,
    FAIL_POINT,
    WAIT_POINT,
    EXPERIENCE,
    RESOURCE,
    MORE,
    NOTES_GROUP,
)
REMARK_GROUPS: Final = (
    Group("who", None, (OWNER, CHANNEL)),
    Group(
        "experience",
        message("Experience"),
        tuple(field for field in EXPERIENCE.fields if field.key in ("emotion", "span")),
    ),
    MORE,
    NOTES_GROUP,
)
"""For evidence and for rows of remarks, which are never part of a path."""

STICKY_GROUPS: Final = (
    Group("note", message("Note text"), (STICKY_TEXT, STICKY_COLOUR)),
    Group(
        "more",
        message("Tags and link"),
        tuple(field for field in MORE.fields if field is not COLOUR_FIELD),
    ),
)
"""For sticky notes, which are no part of the service."""
