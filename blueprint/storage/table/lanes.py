"""The lanes that the rows of a table stand in."""

from __future__ import annotations

from blueprint.model.notation import ROLE_ORDER, LaneRole
from blueprint.model.units import UnitError
from blueprint.storage.table.problems import Problems
from blueprint.storage.table.roles import no_lane, read_role, role_named
from blueprint.storage.table.rows import Row

LaneKey = tuple[LaneRole, str]
"""A lane's role and its own title; an empty title is the role's own name."""


def lane_of_each(rows: list[Row], problems: Problems) -> dict[int, LaneKey]:
    """The lane of each row, by the row's number; rows whose lane is wrong are left out."""
    titles = _own_titles(rows)
    lanes: dict[int, LaneKey] = {}
    for row in rows:
        name = row.cells.get("lane", "").strip()
        role_name = row.cells.get("lane_role", "").strip()
        try:
            if role_name:
                lanes[row.number] = (read_role(role_name), name)
            else:
                lanes[row.number] = _by_name(name, titles)
        except UnitError as error:
            problems.add(row.number, "lane_role" if role_name else "lane", error.reason)
    return lanes


def _own_titles(rows: list[Row]) -> dict[str, LaneRole]:
    """The roles of lanes with titles of their own, from the rows that give both."""
    titles: dict[str, LaneRole] = {}
    for row in rows:
        if "lane_role" in row.cells:
            role = role_named(row.cells["lane_role"])
            if role is not None:
                titles.setdefault(row.cells.get("lane", "").strip(), role)
    return titles


def _by_name(name: str, titles: dict[str, LaneRole]) -> LaneKey:
    role = role_named(name)
    if role is not None:
        return role, ""
    if name in titles:
        return titles[name], name
    raise no_lane(name)


def in_order(lanes: dict[int, LaneKey]) -> list[LaneKey]:
    """Each lane once, from top to bottom: by role, and as they appear within a role."""
    return sorted(dict.fromkeys(lanes.values()), key=lambda lane: ROLE_ORDER[lane[0]])
