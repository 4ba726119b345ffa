"""All charts of a blueprint, in the order in which they are shown."""

from __future__ import annotations

from blueprint.analysis.chart import Chart, Sheet
from blueprint.analysis.contact import contact_chart
from blueprint.analysis.load import load_chart
from blueprint.analysis.profit import profit_chart
from blueprint.analysis.structure import structure_chart
from blueprint.analysis.timeline import timeline_chart
from blueprint.analysis.waiting import waiting_chart
from blueprint.measures.simulation import Results
from blueprint.measures.summary import Measures
from blueprint.model.document import Document


def charts(
    document: Document, measures: Measures, results: Results | None, sheet: Sheet
) -> tuple[Chart, ...]:
    """Contact, time, load, structure, simulation and profit, each as large as `sheet`."""
    return (
        contact_chart(document, measures, sheet),
        timeline_chart(document, measures, sheet),
        load_chart(document, measures, sheet),
        structure_chart(document, measures, sheet),
        waiting_chart(document, results, sheet),
        profit_chart(document, measures, sheet),
    )
