"""PDF: one page, fitted to paper or as large as the drawing, that can be searched and copied."""

from __future__ import annotations

from blueprint.export.exporter import Exported, Exporter, Job
from blueprint.i18n import message


def _write(job: Job) -> Exported:
    from blueprint.export.blueprint_sheet import drawing_sheet, page_sheet
    from blueprint.export.pdf_painter import paint_pdf

    made = drawing_sheet(job) if job.options.framed is False else page_sheet(job)
    job.progress(0.5)
    return Exported(paint_pdf(made.sheet), made.notices)


EXPORTER = Exporter("pdf", ".pdf", message("PDF document"), "application/pdf", _write)
