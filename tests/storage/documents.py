"""Documents to store: any at all, and what of them a step table holds."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis import strategies as st

from blueprint.model.colours import COLOURS
from blueprint.model.distribution import PARAMETERS, Distribution, Shape
from blueprint.model.document import Document
from blueprint.model.entities import (
    AnyEntity,
    Column,
    FailPoint,
    Flow,
    Lane,
    Phase,
    Properties,
    Resource,
    Step,
    WaitPoint,
)
from blueprint.model.notation import FlowKind, LaneRole, StepKind, StickyColour
from blueprint.model.order import keys_between

HOSTILE = (
    *("=1+1", "'=x", "+a", "-b", "@c", "\tt", "\rr", "a;b", 'say "no"', "a:b@0.5", "!x", "<>y"),
    *(" padded ", "多行\n文字", "a\r\nb", "；：＠", "_x000D_", "＝1", "''-", '"', "yes!"),
)
TEXT = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
        max_size=12,
    ),
)
TITLE = TEXT.map(str.strip)
FAILURE = TEXT.filter(lambda text: text not in ("yes", "是"))
FLOAT = st.floats(allow_nan=False, allow_infinity=False)
PROBABILITY = st.none() | st.floats(0, 1)


def optional(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


@st.composite
def distributions(draw: st.DrawFn) -> Distribution:
    shape = draw(st.sampled_from(Shape))
    times = sorted(draw(st.lists(st.floats(1e-3, 1e9), min_size=3, max_size=3)))
    return Distribution(shape=shape, parameters=tuple(times[: PARAMETERS[shape]]))


FAIL_POINTS = st.builds(
    FailPoint,
    what=FAILURE,
    probability=PROBABILITY,
    severity=optional(st.integers(1, 10)),
    detection=optional(st.integers(1, 10)),
    prevention=TEXT,
    recovery=TEXT,
)
WAIT_POINTS = st.builds(WaitPoint, expected=optional(FLOAT), longest=optional(FLOAT))
STEP_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "kind": st.sampled_from(StepKind),
    "sticky_colour": st.sampled_from(StickyColour),
    "label": TEXT,
    "description": TEXT,
    "owner": TEXT,
    "channel": TITLE,
    "tags": st.lists(TEXT, max_size=3).map(tuple),
    "colour": st.sampled_from(["", *COLOURS]),
    "link": TEXT,
    "duration": optional(distributions()),
    "tolerance": optional(FLOAT),
    "wait": optional(WAIT_POINTS),
    "cost": optional(FLOAT),
    "price": optional(FLOAT),
    "fail": optional(FAIL_POINTS),
    "moment_of_truth": st.booleans(),
    "customer_present": optional(st.booleans()),
    "latitude": optional(st.integers(1, 2**60)),
    "emotion": optional(st.floats(-2, 2)),
    "fields": st.dictionaries(
        st.sampled_from(["Zone", "=risk", "KPI 1", "备用"]), TEXT.filter(bool), max_size=2
    ),
}
_SAID = TEXT.filter(lambda text: text == "" or not text.isspace())
PROPERTIES = st.builds(
    Properties,
    title=_SAID,
    segment=_SAID,
    scenario=_SAID,
    state=st.sampled_from(["as-is", "to-be", ""]),
    language=st.sampled_from(["en", "zh_CN"]),
    arrivals_per_hour=optional(st.floats(0, 1e9)),
    arrivals_by_hour=st.sampled_from([(), tuple(float(n) / 3 for n in range(24))]),
    promise_seconds=optional(FLOAT),
    line_of_implementation=st.booleans(),
    column_width=st.sampled_from(["compact", "normal", "wide"]),
    purpose=_SAID,
    colours=st.dictionaries(st.sampled_from([*COLOURS]), TITLE, max_size=2),
    severities=st.dictionaries(st.sampled_from(["SB020", "own;rule"]), st.just("off")),
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Documents of which a step table holds everything."""
    lanes = _lanes(draw)
    columns, phases = _columns(draw)
    titles = draw(st.lists(TITLE.filter(bool), unique=True, max_size=2))
    resources = [
        Resource(
            id=f"r{n}",
            title=title,
            capacity=draw(optional(st.integers(-3, 9))),
            cost_per_hour=draw(optional(FLOAT)),
        )
        for n, title in enumerate(titles)
    ]
    steps = _steps(draw, lanes, columns, resources)
    used = {step.lane for step in steps}
    named = {step.resource for step in steps}
    entities: list[AnyEntity] = [draw(PROPERTIES), *phases, *columns, *steps]
    entities += [lane for lane in lanes if lane.id in used]
    entities += [each for each in resources if each.id in named]
    return Document([*entities, *_flows(draw, steps)])


def _lanes(draw: st.DrawFn) -> list[Lane]:
    roles = draw(
        st.lists(st.tuples(st.sampled_from(LaneRole), TITLE), min_size=1, max_size=5, unique=True)
    )
    roles.sort(key=lambda lane: list(LaneRole).index(lane[0]))
    keys = keys_between(None, None, len(roles))
    return [
        Lane(id=f"l{n}", role=role, title=title, order=key)
        for n, ((role, title), key) in enumerate(zip(roles, keys, strict=True))
    ]


def _columns(draw: st.DrawFn) -> tuple[list[Column], list[Phase]]:
    count = draw(st.integers(1, 4))
    titles = draw(st.lists(TITLE.filter(bool), unique=True, max_size=2))
    phases = [Phase(id=f"p{n}", title=title) for n, title in enumerate(titles)]
    cuts = sorted(draw(st.lists(st.integers(0, count), min_size=2, max_size=2)))
    ids: list[str | None] = [None] * count
    for n, phase in enumerate(phases):
        ids[cuts[n] :] = [phase.id] * (count - cuts[n])
    keys = keys_between(None, None, count)
    columns = [
        Column(id=f"c{n}", order=key, phase=phase)
        for n, (key, phase) in enumerate(zip(keys, ids, strict=True))
    ]
    return columns, [phase for phase in phases if phase.id in ids]


def _steps(
    draw: st.DrawFn, lanes: list[Lane], columns: list[Column], resources: list[Resource]
) -> list[Step]:
    """At least one step in each column, so that each column is there again."""
    ids = draw(
        st.lists(TEXT.filter(lambda id: id.strip()), min_size=len(columns), max_size=6, unique=True)
    )
    steps = []
    for n, id in enumerate(ids):
        column = n if n < len(columns) else draw(st.integers(0, len(columns) - 1))
        fields = draw(st.fixed_dictionaries({}, optional=STEP_FIELDS))
        lane = draw(st.sampled_from(lanes))
        resource = draw(st.sampled_from(["", *(each.id for each in resources)]))
        steps.append(
            Step(
                id=f"{id}",
                lane=lane.id,
                column=columns[column].id,
                order=keys_between(None, None, 6)[n],
                span=draw(st.integers(1, len(columns) - column)),
                resource=resource,
                **fields,
            )
        )
    return [step for step in steps if step.id not in {"l0", "c0", "p0", "r0"}]


def _flows(draw: st.DrawFn, steps: list[Step]) -> list[Flow]:
    ids = [step.id for step in steps]
    if not ids:
        return []
    count = draw(st.integers(0, 4))
    return [
        Flow(
            id=f"flow {n} of the test",
            source=draw(st.sampled_from(ids)),
            target=draw(st.sampled_from(ids)),
            kind=draw(st.sampled_from(FlowKind)),
            label=draw(TEXT),
            probability=draw(PROBABILITY),
        )
        for n in range(count)
    ]


def held(document: Document) -> dict[str, object]:
    """All of a document that a step table holds, without the ids that a table has no place for."""
    places = {column.id: n for n, column in enumerate(document.columns, 1)}
    phases = {id: phase.title for id, phase in document.phases.items()}
    lanes = {lane.id: (lane.role, lane.title) for lane in document.lanes}
    cells: Counter[tuple[str, str]] = Counter()
    steps = {}
    for step in sorted(document.steps.values(), key=lambda step: (step.order, step.id)):
        cells[step.lane, step.column] += 1
        resource = document.get(step.resource, Resource)
        steps[step.id] = (
            lanes[step.lane],
            places[step.column],
            cells[step.lane, step.column],
            resource and (resource.title, resource.capacity, resource.cost_per_hour),
            step.replaced(lane="-", column="-", order="V", resource=""),
        )
    emotional = any(step.emotion is not None for step in document.steps.values())
    kept = [lane for lane in lanes.values() if lane[0] is not LaneRole.EMOTION or not emotional]
    return {
        "properties": document.properties,
        "lanes": kept,
        "columns": [phases.get(column.phase or "", "") for column in document.columns],
        "steps": steps,
        "flows": Counter(
            flow.replaced(id="-").model_dump_json() for flow in document.flows.values()
        ),
    }
