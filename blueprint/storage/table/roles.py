"""Lane roles by the names under which tables mention them."""

from __future__ import annotations

from typing import Final

from blueprint.i18n import message
from blueprint.model.notation import LaneRole
from blueprint.model.units import UnitError
from blueprint.storage.outcome import quoted
from blueprint.storage.table.columns import unknown_name
from blueprint.storage.table.words import role_word

_NAMES: Final[dict[LaneRole, tuple[str, ...]]] = {
    LaneRole.EVIDENCE: ("physical evidence", "有形展示", "有形证据"),
    LaneRole.CUSTOMER: ("customer actions", "customer action", "顾客行为", "客户行为", "顾客"),
    LaneRole.ONSTAGE: (
        "onstage contact person",
        "onstage (frontstage) contact person",
        "onstage contact",
        "onstage people",
        "frontstage",
        "frontstage contact person",
        "front stage",
        "前台员工行为",
        "前台",
        "前台员工",
    ),
    LaneRole.ONSTAGE_TECHNOLOGY: ("onstage technology", "frontstage technology", "前台技术"),
    LaneRole.BACKSTAGE: (
        "backstage contact person",
        "backstage contact",
        "back stage",
        "后台员工行为",
        "后台",
        "后台员工",
    ),
    LaneRole.SUPPORT: ("support processes", "support process", "支持过程", "支持", "支持系统"),
    LaneRole.PREPARATION: ("preparation activities", "准备活动"),
    LaneRole.MANAGEMENT: ("management activities", "管理活动"),
    LaneRole.CHANNEL: ("channels", "渠道"),
    LaneRole.EMOTION: ("emotion curve", "emotions", "情绪曲线", "情绪"),
    LaneRole.METRIC: ("metrics", "指标"),
    LaneRole.POLICY: ("policies", "政策法规", "政策"),
    LaneRole.QUOTE: ("customer quotes", "quotes", "顾客原话", "用户原话", "原话"),
    LaneRole.NOTE: ("notes", "备注"),
}
_ROLES: Final = {
    **{name: role for role, names in _NAMES.items() for name in names},
    **{role.value.replace("_", " "): role for role in LaneRole},
}


def role_named(name: str) -> LaneRole | None:
    """The role that `name` means, in either language, or None."""
    plain = " ".join(name.lower().replace("_", " ").replace("-", " ").split())
    return _ROLES.get(plain)


def _choices(cell: str) -> list[str]:
    """The names of all roles in the language of `cell`."""
    language = "en" if cell.isascii() else "zh_CN"
    return [role_word(role, language) for role in LaneRole]


def read_role(cell: str) -> LaneRole:
    """The role that a cell names. Raises UnitError, with the nearest name."""
    role = role_named(cell)
    if role is None:
        raise UnitError(unknown_name(cell, _choices(cell)))
    return role


def no_lane(cell: str) -> UnitError:
    """That a cell names no lane: an error that tells how to name one's own."""
    problem = unknown_name(cell, _choices(cell))
    if "near" in dict(problem.values):
        return UnitError(problem)
    return UnitError(
        message(
            "“{text}” is no lane. Use a role such as customer, onstage, backstage or support, "
            "or give the role of your own lane in the column “lane_role”.",
            text=quoted(cell),
        )
    )
