"""Writes a blueprint for the programs that export is measured beside."""

from __future__ import annotations

from pathlib import Path

from blueprint.export.exporter import export
from blueprint.model.document import Document
from blueprint.model.notation import FlowKind


def write_table(document: Document, path: Path) -> None:
    """The step table that the whole command begins with."""
    export(document, path, format="csv")


def write_dot(document: Document, path: Path) -> None:
    """The same steps and flows for Graphviz, one rank a lane."""
    lines = ["digraph {", 'node [shape=box, fontname="Noto Sans SC", width=1.8, height=0.7];']
    for lane in document.lanes:
        inside = " ".join(id for id, step in document.steps.items() if step.lane == lane.id)
        lines.append(f"{{ rank=same; {inside} }}")
    lines += [f'{id} [label="{step.label}"];' for id, step in document.steps.items()]
    for flow in document.flows.values():
        both = " [dir=both]" if flow.kind is FlowKind.EXCHANGE else ""
        lines.append(f"{flow.source} -> {flow.target}{both};")
    path.write_text("\n".join([*lines, "}"]), encoding="utf-8")


def write_plantuml(document: Document, path: Path) -> None:
    """The same steps and flows for PlantUML."""
    lines = [f'rectangle "{step.label}" as {id}' for id, step in document.steps.items()]
    for flow in document.flows.values():
        arrow = "<-->" if flow.kind is FlowKind.EXCHANGE else "-->"
        lines.append(f"{flow.source} {arrow} {flow.target}")
    path.write_text("\n".join(["@startuml", *lines, "@enduml"]), encoding="utf-8")
