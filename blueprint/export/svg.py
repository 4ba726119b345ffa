"""SVG: the drawing as a file that browsers show and drawing programs edit."""

from __future__ import annotations

from blueprint.export.exporter import Exported, Exporter, Job
from blueprint.i18n import message


def _write(job: Job) -> Exported:
    from blueprint.export.blueprint_sheet import drawing_sheet, page_sheet
    from blueprint.export.svg_painter import paint_svg

    made = page_sheet(job) if job.options.framed else drawing_sheet(job)
    job.progress(0.5)
    return Exported(paint_svg(made.sheet, scale=job.options.scale), made.notices)


EXPORTER = Exporter("svg", ".svg", message("SVG drawing"), "image/svg+xml", _write)
