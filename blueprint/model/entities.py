"""The things a blueprint is made of: frozen values, replaced and never mutated.

Every entity has an id that is unique in its document, whatever its kind. Order is an explicit
field, a fractional key (see `order`), never the place in a container; ties break by id.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from blueprint.model.distribution import Distribution
from blueprint.model.notation import FlowKind, LaneRole, StepKind, StickyColour

_SAVABLE = r"^[^\x00-\x08\x0B\x0C\x0E-\x1F\x7F\uFFFE\uFFFF]*$"
"""What every format that the program writes can hold."""

Text = Annotated[str, StringConstraints(pattern=_SAVABLE, max_length=100_000)]
Id = Annotated[str, StringConstraints(pattern=_SAVABLE, min_length=1, max_length=1_000)]
OrderKey = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z]+$", max_length=1_000)]
Seconds = float
Money = float
Severity = Literal["error", "warning", "hint", "off"]

PROPERTIES_ID = ""
"""The key of a document's properties in a Change; no entity has an empty id."""


class Value(BaseModel):
    """A part of an entity. Fields that this version does not know are kept in `unknown`."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)

    unknown: dict[str, Any] = Field(default_factory=dict)

    def replaced(self, **fields: Any) -> Self:
        """A copy with some fields replaced and all fields validated.

        Raises pydantic.ValidationError if a value cannot be kept.
        """
        return type(self).model_validate({**self.__dict__, **fields})


class Entity(Value):
    """One thing that a Change can name."""

    kind_name: ClassVar[str]

    id: Id


class Lane(Entity):
    """A row of a blueprint."""

    kind_name: ClassVar[str] = "lane"

    role: Annotated[LaneRole, Field(strict=False)]
    order: OrderKey
    title: Text = ""
    """Empty: the role's own name in the document's language."""
    subtitle: Text = ""
    icon: Text = ""
    """Name of one of `lane_icons.LANE_ICONS`; empty, or any other: the role's own."""
    hidden: bool = False
    collapsed: bool = False
    locked: bool = False
    frozen: bool = False
    """Whether it stays in view at the canvas's top when that is scrolled down."""
    least_height: Annotated[float, Field(ge=0, le=10_000)] = 0.0


class Phase(Entity):
    """A named group of columns. Its place follows from its columns."""

    kind_name: ClassVar[str] = "phase"

    title: Text = ""
    collapsed: bool = False


class Column(Entity):
    """One moment in time: what stands in one column belongs together."""

    kind_name: ClassVar[str] = "column"

    order: OrderKey
    phase: Id | None = None
    frozen: bool = False
    """Whether it, with all columns before it, stays in view at the canvas's left."""


class FailPoint(Value):
    """What may fail in a step. Severity and detection are on the 1 to 10 scales of FMEA."""

    what: Text = ""
    probability: Annotated[float, Field(ge=0, le=1)] | None = None
    severity: Annotated[int, Field(ge=1, le=10)] | None = None
    detection: Annotated[int, Field(ge=1, le=10)] | None = None
    prevention: Text = ""
    recovery: Text = ""


class WaitPoint(Value):
    """A declared wait, which comes before the step; in seconds."""

    expected: Seconds | None = None
    longest: Seconds | None = None


class Step(Entity):
    """Whatever stands in a cell: an action, a decision, evidence, a remark in a row of remarks."""

    kind_name: ClassVar[str] = "step"

    lane: Id
    column: Id
    order: OrderKey = "V"
    """The place within the cell."""
    kind: Annotated[StepKind, Field(strict=False)] = StepKind.ACTION
    span: Annotated[int, Field(ge=1, le=10_000)] = 1
    """How many columns the step lasts over, from `column` on; it ends at the last column."""
    label: Text = ""
    description: Text = ""
    """Markdown, as is the label of a sticky note; see `blueprint.prose`."""
    sticky_colour: Annotated[StickyColour, Field(strict=False)] = StickyColour.YELLOW
    """The paper, if the step is a sticky note."""
    owner: Text = ""
    """A role, not a person."""
    channel: Text = ""
    tags: Annotated[tuple[Text, ...], Field(strict=False)] = ()
    colour: Text = ""
    """Name of one of `colours.COLOURS`; empty, or any other: the lane's own."""
    link: Text = ""
    image: Text = ""
    """Id of an Image; empty for none."""
    duration: Distribution | None = None
    tolerance: Seconds | None = None
    wait: WaitPoint | None = None
    resource: Text = ""
    """Id of a Resource, which need not exist (a rule tells); empty for none."""
    cost: Money | None = None
    price: Money | None = None
    fail: FailPoint | None = None
    moment_of_truth: bool = False
    customer_present: bool | None = None
    """None: by the lane's role."""
    latitude: Annotated[int, Field(ge=1)] | None = None
    emotion: Annotated[float, Field(ge=-2, le=2)] | None = None
    fields: dict[Text, Text] = Field(default_factory=dict)
    """Columns of a step table that the program has no field for."""


Share = Annotated[float, Field(ge=-1, le=1)]
"""A place between two edges: −1 at the first, 0 in the middle, 1 at the last."""


class Flow(Entity):
    """A connection between two steps."""

    kind_name: ClassVar[str] = "flow"

    source: Id
    target: Id
    kind: Annotated[FlowKind, Field(strict=False)] = FlowKind.SEQUENCE
    label: Text = ""
    probability: Annotated[float, Field(ge=0, le=1)] | None = None
    max_count: Annotated[int, Field(ge=0)] | None = None
    """How often a flow that leads back may be taken at most."""
    bar_x: Share | None = None
    """Where its verticals run in their gutters, from −1 (left) to 1; None: as is best."""
    bar_y: Share | None = None
    """Where its horizontals run in their channels, from −1 (top) to 1; None: as is best."""


class Resource(Entity):
    """Who or what is busy while a step runs."""

    kind_name: ClassVar[str] = "resource"

    title: Text = ""
    capacity: int | None = None
    """Servers; None counts as 1."""
    cost_per_hour: Money | None = None


class Image(Entity):
    """A picture, kept once by its content: the id is its SHA-256 in hexadecimal."""

    kind_name: ClassVar[str] = "image"

    media_type: Literal["image/png", "image/jpeg", "image/webp"]
    data: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z+/=]*$")]
    """Base64."""
    title: Text = ""


class Persona(Entity):
    """Somebody whom the service is designed for: a role with goals, never a real person."""

    kind_name: ClassVar[str] = "persona"

    order: OrderKey = "V"
    """The place among the personas."""
    name: Text = ""
    role: Text = ""
    """What the customer is or does, in few words."""
    description: Text = ""
    image: Text = ""
    """Id of an Image; empty for none."""
    goals: Annotated[tuple[Text, ...], Field(strict=False)] = ()
    quotes: Annotated[tuple[Text, ...], Field(strict=False)] = ()
    """What such customers say, without quotation marks."""


class Comment(Entity):
    """A remark about an entity, or an answer to another comment."""

    kind_name: ClassVar[str] = "comment"

    about: Id
    text: Text
    author: Text = ""
    written: Text = ""
    """ISO 8601."""
    resolved: bool = False


class Dismissal(Entity):
    """A finding that somebody looked at and set aside, with the reason."""

    kind_name: ClassVar[str] = "dismissal"

    rule: Text
    subjects: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    """Sorted ids of the steps and flows that the finding named."""
    reason: Text = ""


class Properties(Value):
    """What is said of the document as a whole."""

    kind_name: ClassVar[str] = "properties"

    id: Literal[""] = ""
    title: Text = ""
    subtitle: Text = ""
    service: Text = ""
    purpose: Text = ""
    """What the blueprint is drawn for."""
    scope: Text = ""
    """Where it begins and ends, and what it leaves out."""
    segment: Text = ""
    persona: Text = ""
    """Id of the Persona that the blueprint is about, which need not exist; empty for none."""
    scenario: Text = ""
    state: Annotated[Literal["as-is", "to-be", ""], Field()] = ""
    version: Text = ""
    date: Text = ""
    author: Text = ""
    """Drawn by: a role or a team."""
    language: Literal["en", "zh_CN"] = "en"
    currency: Text = ""
    arrivals_per_hour: Annotated[float, Field(ge=0)] | None = None
    arrivals_by_hour: Annotated[tuple[Annotated[float, Field(ge=0)], ...], Field(strict=False)] = ()
    """Empty, or 24 numbers: arrivals in each hour of the day."""
    promise: Text = ""
    promise_seconds: Seconds | None = None
    supporting_facility: Text = ""
    facilitating_goods: Text = ""
    explicit_service: Text = ""
    implicit_service: Text = ""
    line_of_order_penetration: bool = False
    line_of_implementation: bool = False
    column_width: Literal["compact", "normal", "wide"] = "normal"
    severities: dict[Text, Severity] = Field(default_factory=dict)
    """Severity of a rule in this document, by rule id, where it differs from the rule's own."""
    colours: dict[Text, Text] = Field(default_factory=dict)
    """What a colour of steps means in this document, by the colour's name."""


AnyEntity = (
    Properties
    | Lane
    | Phase
    | Column
    | Step
    | Flow
    | Resource
    | Image
    | Persona
    | Comment
    | Dismissal
)
