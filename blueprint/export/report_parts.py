"""The parts of a report, in their order: overview, drawing, catalogue, fail points, charts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from blueprint.analysis.chart import Sheet as ChartSheet
from blueprint.analysis.charts import charts
from blueprint.drawing.compose import compose
from blueprint.drawing.primitives import Group, Layer, Primitive, Rect, Stroke
from blueprint.drawing.theme import theme
from blueprint.export.catalogue import catalogue, fail_points
from blueprint.export.drawing_page import drawing_page
from blueprint.export.personas import persona_blocks
from blueprint.export.report_page import INNER, MARGIN, Cell, Column, Pages
from blueprint.export.sheet import About, Sheet
from blueprint.export.step_notes import step_notes
from blueprint.export.wording import kind_of, summary_of, title_of
from blueprint.i18n import Message, message, translate
from blueprint.layout.geometry import Box
from blueprint.layout.layout import Layout
from blueprint.measures.simulation import Results, Settings, simulate
from blueprint.measures.simulation.program import CannotSimulate
from blueprint.measures.summary import Measures, measure
from blueprint.model.units import show_duration, show_money

if TYPE_CHECKING:
    from blueprint.export.exporter import Job
    from blueprint.rules.finding import Finding

CHART: Final = (400.0, 340.0)
"""Width and height of a chart before it is scaled to half the page."""
GAP: Final = 14.0
LEAST_PICTURE: Final = 160.0
"""Points left on the first page for which it shows the whole drawing in small."""
MOST_RUNS: Final = 400_000
"""Steps times customers up to which the report simulates: about two seconds."""
CUSTOMERS: Final = 2_000
REPLICATIONS: Final = 5
MOST_FINDINGS: Final = 60

SEVERITY_TITLES: Final = {
    "error": message("Error"),
    "warning": message("Warning"),
    "hint": message("Advice"),
}

FORMULAS: Final = (
    message(
        "Contact degree: time with the customer present ÷ time of all steps, each once (Chase)."
    ),
    message(
        "Divergence: the sum of log2 of the ways in which each action may be done, in bits; "
        "intricacy: E − N + 2P over steps and flows (Shostack, McCabe)."
    ),
    message(
        "Standard time: the longest path by standard times. Expected time: through branches, "
        "forks, loops and recoveries, without queues."
    ),
    message("Profit: price − cost − wage × time; the break-even time is where it is zero."),
    message(
        "Utilisation: demand × visits × mean service ÷ servers. Waits: Erlang C with the factor "
        "(1 + cv²) ÷ 2 (Pollaczek–Khinchine for one server, else Allen–Cunneen), arrivals taken "
        "as Poisson."
    ),
    message("Risk priority number: severity × occurrence × detection, each from 1 to 10 (FMEA)."),
)


def report_sheets(job: Job) -> tuple[Sheet, ...]:
    """All pages of the report."""
    document, language = job.document, job.language
    title = title_of(document.properties)
    words = title if isinstance(title, str) else translate(title, language)
    properties = document.properties
    about = About(
        words,
        language,
        properties.author.strip(),
        translate(message("Service blueprint report"), language),
    )
    version = [
        translate(message("Version {version}", version=properties.version), language)
        if properties.version
        else "",
        properties.date,
    ]
    pages = Pages(
        about,
        theme(job.options.theme),
        words,
        translate(message("Service blueprint report"), language),
        ", ".join(part for part in version if part),
        document.images,
    )
    measures = measure(document)
    _overview(pages, job, measures)
    _drawing(pages, job)
    catalogue(pages, document)
    step_notes(pages, document)
    fail_points(pages, document, measures)
    _charts(pages, job, measures)
    _findings(pages, job.findings)
    _formulas(pages)
    return pages.finished()


def _overview(pages: Pages, job: Job, measures: Measures) -> None:
    document = job.document
    properties = document.properties
    pages.heading(title_of(properties), kind_of(properties))
    pages.figures(list(key_figures(pages, job, measures)))
    summary = summary_of(document)
    if summary:
        pages.gap(4)
        pages.paragraph(summary, 10, 14)
    told = (
        (message("Service"), properties.service),
        (message("Purpose"), properties.purpose),
        (message("Scope"), properties.scope),
        (message("Customer segment"), properties.segment),
        (message("Scenario"), properties.scenario),
        (message("Promise"), properties.promise),
        (message("Supporting facility"), properties.supporting_facility),
        (message("Facilitating goods"), properties.facilitating_goods),
        (message("Explicit service"), properties.explicit_service),
        (message("Implicit service"), properties.implicit_service),
    )
    rows = [(Cell(pages.say(name), bold=True), text) for name, text in told if text.strip()]
    if rows:
        pages.section(message("What it is about"))
        pages.table((Column("", 130), Column("", 0)), rows)
    persona_blocks(pages, document, INNER, MARGIN)


def key_figures(pages: Pages, job: Job, measures: Measures) -> Iterator[tuple[str, str]]:
    """Up to five figures that say most."""
    language, currency = pages.about.language, job.document.properties.currency
    timing, money, capacity = measures.timing, measures.economics, measures.capacity
    if timing is not None:
        yield pages.say(message("Standard time")), show_duration(timing.standard, language)
        yield pages.say(message("Acceptable time")), show_duration(timing.tolerance, language)
    if timing is not None and money is not None:
        time = show_duration(timing.standard, language)
        profit = show_money(money.profit(timing.standard), currency, language)
        yield pages.say(message("Profit at {time}", time=time)), profit
    elif measures.contact is not None:
        yield pages.say(message("Contact degree")), f"{measures.contact:.0%}"
    if money is not None and money.break_even is not None:
        even = show_duration(money.break_even, language)
        yield pages.say(message("Break-even time")), even
    queues = [load.queue for load in capacity.loads if load.queue] if capacity else []
    if queues:
        most = max(queue.utilisation for queue in queues)
        yield pages.say(message("Peak utilisation")), f"{most:.0%}"


def _drawing(pages: Pages, job: Job) -> None:
    document, look = job.document, theme(job.options.theme)
    layout = Layout(document, job.language)
    drawing = compose(document, layout, look, job.language)
    title = pages.say(message("The blueprint"))
    if document.steps and pages.room > LEAST_PICTURE:
        pages.gap(16)
        pages.picture(drawing.groups, drawing.width, drawing.height)
    pages.turn()
    pages.add_sheet(
        drawing_page(drawing, document, pages.about, look, title=title, page=len(pages.sheets))
    )


def _charts(pages: Pages, job: Job, measures: Measures) -> None:
    """The charts of the analysis, two beside each other."""
    sheet = ChartSheet(*CHART, pages.theme, pages.about.language)
    scale = (INNER - GAP) / 2 / CHART[0]
    height = CHART[1] * scale
    pages.section(message("Figures in pictures"), room=height + 44)
    made = charts(job.document, measures, _results(job), sheet)
    for place, chart in enumerate(made):
        left = place % 2 == 0
        if left:
            pages.need(height + GAP)
        x = MARGIN if left else MARGIN + CHART[0] * scale + GAP
        pages.place([_framed(chart.primitives, chart.title, pages)], x, pages.y, scale)
        if not left or place == len(made) - 1:
            pages.gap(height + GAP)


def _framed(parts: tuple[Primitive, ...], title: str, pages: Pages) -> Group:
    window = pages.theme.window
    edge = Rect(0.5, 0.5, CHART[0] - 1, CHART[1] - 1, 8, window.panel, Stroke(window.line2, 1))
    return Group(title, Layer.CARDS, 0, 0, Box(0, 0, *CHART), (edge, *parts), title)


def _results(job: Job) -> Results | None:
    """The simulation, where it can be run and does not take long."""
    runs = CUSTOMERS * REPLICATIONS
    if len(job.document.steps) * runs > MOST_RUNS:
        return None
    try:
        return simulate(job.document, Settings(CUSTOMERS, REPLICATIONS))
    except CannotSimulate:
        return None


def _findings(pages: Pages, findings: Sequence[Finding]) -> None:
    found = list(findings)
    pages.section(message("Findings of the rules"))
    if not found:
        pages.paragraph(message("The rules find nothing to improve."))
        return
    columns = (
        Column(message("Rule"), 48),
        Column(message("Severity"), 58),
        Column(message("Finding"), 0),
        Column(message("What to do"), 190),
    )
    rows = [
        (
            finding.rule,
            Cell(pages.say(_severity(finding.severity)), bold=finding.severity == "error"),
            pages.say(finding.message),
            pages.say(finding.hint),
        )
        for finding in found[:MOST_FINDINGS]
    ]
    pages.table(columns, rows)
    if len(found) > MOST_FINDINGS:
        pages.paragraph(message("… and {count} more.", count=len(found) - MOST_FINDINGS))


def _severity(name: str) -> Message | str:
    return SEVERITY_TITLES.get(name, name)


def _formulas(pages: Pages) -> None:
    pages.section(message("How the figures are found"))
    for formula in FORMULAS:
        pages.paragraph(formula, 8.5, 12)
        pages.gap(3)
