"""Step tables of any size for measuring: a service of many encounters, half of it in Chinese."""

from __future__ import annotations

import csv
import random
from pathlib import Path

_VERBS = ("Greets", "Checks", "Registers", "Prepares", "Hands over", "Confirms", "Records", "Pays")
_NOUNS = ("guest", "order form", "room key", "luggage", "reservation", "invoice", "delivery")
_DOES = ("核对", "登记", "准备", "交付", "确认", "记录", "查询", "分派")
_WHAT = (
    "顾客身份",
    "订单信息",
    "房间钥匙",
    "行李物品",
    "付款凭证",
    "物流轨迹",
    "派送地址",
    "服务记录",
)
_OWNERS = ("Front desk", "Porter", "客服", "Kitchen", "调度员")
_EVIDENCE, _CUSTOMER, _ONSTAGE, _BACKSTAGE, _SUPPORT = (
    "evidence",
    "customer",
    "onstage",
    "backstage",
    "support",
)
_COLUMNS = (
    "id",
    "lane",
    "phase",
    "column",
    "label",
    "next",
    "owner",
    "duration",
    "tolerance",
    "fail",
    "recovery",
)

Row = dict[str, str]


def rows(count: int, seed: int = 1) -> list[Row]:
    """`count` steps of five lanes, with about four flows to three steps."""
    chance = random.Random(seed)
    found: list[Row] = []
    column = 0
    while len(found) < count:
        column += 1
        found += _encounter(column, chance)
    kept = found[:count]
    ids = {row["id"] for row in kept}
    for row in kept:
        targets = [part for part in row["next"].split("; ") if part.strip("<>") in ids]
        row["next"] = "; ".join(targets)
    return kept


def _encounter(column: int, chance: random.Random) -> list[Row]:
    """What happens in one column."""
    phase = f"Phase {column // 8 + 1}"
    next_customer = f"c{column + 1}"
    shapes = [
        (f"c{column}", _CUSTOMER, [next_customer, f"<>o{column}"]),
        (f"e{column}", _EVIDENCE, []),
        (f"o{column}", _ONSTAGE, [f"b{column}"]),
        (f"b{column}", _BACKSTAGE, [f"<>s{column}"]),
        (f"s{column}", _SUPPORT, []),
    ]
    if chance.random() < 0.3:
        shapes[3] = (f"b{column}", _BACKSTAGE, [f"<>s{column}", f"o{column + 1}"])
    return [
        _row((id, lane, targets), phase, column, chance)
        for id, lane, targets in shapes
        if lane in (_CUSTOMER, _ONSTAGE) or chance.random() < 0.9
    ]


def _row(shape: tuple[str, str, list[str]], phase: str, column: int, chance: random.Random) -> Row:
    id, lane, targets = shape
    provider = lane in (_ONSTAGE, _BACKSTAGE, _SUPPORT)
    fails = lane == _ONSTAGE and chance.random() < 0.1
    return {
        "id": id,
        "lane": lane,
        "phase": phase,
        "column": str(column),
        "label": _label(chance),
        "next": "; ".join(targets),
        "owner": chance.choice(_OWNERS) if provider else "",
        "duration": f"{chance.randint(1, 20)} min" if provider else "",
        "tolerance": "15 min" if lane == _ONSTAGE else "",
        "fail": "Wrong record" if fails else "",
        "recovery": "Correct it at once" if fails else "",
    }


def _label(chance: random.Random) -> str:
    if chance.random() < 0.5:
        return f"{chance.choice(_DOES)}{chance.choice(_WHAT)}{chance.randint(1, 999)}"
    return f"{chance.choice(_VERBS)} {chance.choice(_NOUNS)} {chance.randint(1, 999)}"


def write_table(path: Path, count: int) -> None:
    """A step table of `count` steps."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, _COLUMNS)
        writer.writeheader()
        writer.writerows(rows(count))


def write_dot(path: Path, count: int) -> None:
    """The same steps and flows for Graphviz, one rank a lane."""
    found = rows(count)
    lines = ["digraph {", 'node [shape=box, fontname="Noto Sans SC", width=1.8, height=0.7];']
    for lane in (_EVIDENCE, _CUSTOMER, _ONSTAGE, _BACKSTAGE, _SUPPORT):
        inside = " ".join(row["id"] for row in found if row["lane"] == lane)
        lines.append(f"{{ rank=same; {inside} }}")
    for row in found:
        lines.append(f'{row["id"]} [label="{row["label"]}"];')
        for target in filter(None, row["next"].split("; ")):
            both = " [dir=both]" if target.startswith("<>") else ""
            lines.append(f"{row['id']} -> {target.removeprefix('<>')}{both};")
    lines.append("}")
    path.write_text("\n".join(lines), encoding="utf-8")


def write_plantuml(path: Path, count: int) -> None:
    """The same steps and flows for PlantUML."""
    found = rows(count)
    lines = ["@startuml"]
    lines += [f'rectangle "{row["label"]}" as {row["id"]}' for row in found]
    for row in found:
        for target in filter(None, row["next"].split("; ")):
            arrow = "<-->" if target.startswith("<>") else "-->"
            lines.append(f"{row['id']} {arrow} {target.removeprefix('<>')}")
    lines.append("@enduml")
    path.write_text("\n".join(lines), encoding="utf-8")
