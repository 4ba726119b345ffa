"""The words that an exported table uses, in the language of its document."""

from __future__ import annotations

from typing import Final

from blueprint.model.notation import LaneRole, StepKind

_CHINESE_ROLES: Final = {
    LaneRole.EVIDENCE: "有形展示",
    LaneRole.CUSTOMER: "顾客行为",
    LaneRole.ONSTAGE: "前台员工行为",
    LaneRole.ONSTAGE_TECHNOLOGY: "前台技术",
    LaneRole.BACKSTAGE: "后台员工行为",
    LaneRole.SUPPORT: "支持过程",
    LaneRole.PREPARATION: "准备活动",
    LaneRole.MANAGEMENT: "管理活动",
    LaneRole.CHANNEL: "渠道",
    LaneRole.EMOTION: "情绪曲线",
    LaneRole.METRIC: "指标",
    LaneRole.POLICY: "政策法规",
    LaneRole.NOTE: "备注",
}
_CHINESE_KINDS: Final = {
    StepKind.ACTION: "活动",
    StepKind.DECISION: "决策点",
    StepKind.START: "开始",
    StepKind.END: "结束",
    StepKind.WAIT: "等待点",
    StepKind.EVIDENCE: "有形证据",
}


def role_word(role: LaneRole, language: str) -> str:
    """A role as the column `lane` names it."""
    return _CHINESE_ROLES[role] if language == "zh_CN" else role.value


def kind_word(kind: StepKind, language: str) -> str:
    """A kind as the column `kind` names it."""
    return _CHINESE_KINDS[kind] if language == "zh_CN" else kind.value


def yes_word(holds: bool, language: str) -> str:
    """Yes or no."""
    if language == "zh_CN":
        return "是" if holds else "否"
    return "yes" if holds else "no"
