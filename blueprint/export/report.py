"""The report: what a blueprint is and what it amounts to, as pages of A4 to hand round."""

from __future__ import annotations

from blueprint.export.exporter import Exported, Exporter, Job
from blueprint.i18n import message


def _write(job: Job) -> Exported:
    from blueprint.export.pdf_painter import paint_pdf
    from blueprint.export.report_parts import report_sheets

    sheets = report_sheets(job)
    job.progress(0.7)
    return Exported(paint_pdf(*sheets))


EXPORTER = Exporter("report", ".pdf", message("Report (PDF)"), "application/pdf", _write)
