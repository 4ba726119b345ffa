"""Charts say what the measures say, stay within their sheet, and name the steps they stand for."""

from pathlib import Path

import pytest

from blueprint.analysis.chart import Chart, Sheet, _kept
from blueprint.analysis.charts import charts
from blueprint.analysis.scale import Scale, round_step, rounded_up, time_step
from blueprint.drawing.primitives import Circle, Rect, Text
from blueprint.drawing.primitives import Path as Outline
from blueprint.drawing.theme import theme
from blueprint.measures.simulation import Settings, simulate
from blueprint.measures.simulation.program import CannotSimulate
from blueprint.measures.summary import measure
from blueprint.model.edits.start import new_blueprint
from blueprint.storage import open_document

CASES = sorted((Path(__file__).parents[1] / "cases").glob("*.csv"))


def drawn(case: str, language: str = "en", size: float = 430) -> dict[str, Chart]:
    document = open_document(next(path for path in CASES if path.stem == case)).document
    try:
        results = simulate(document, Settings(400, 3))
    except CannotSimulate:
        results = None
    sheet = Sheet(size, size, theme("light"), language)
    return {chart.name: chart for chart in charts(document, measure(document), results, sheet)}


def texts(chart: Chart) -> list[str]:
    return [part.text for part in chart.primitives if isinstance(part, Text)]


def extent(chart: Chart) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all that is drawn."""
    xs, ys = [], []
    for part in chart.primitives:
        match part:
            case Text():
                xs += [part.x, part.x + part.width]
                ys += [part.baseline - part.size, part.baseline]
            case Rect():
                xs += [part.x, part.x + part.width]
                ys += [part.y, part.y + part.height]
            case Circle():
                xs += [part.x - part.radius, part.x + part.radius]
                ys += [part.y - part.radius, part.y + part.radius]
            case Outline():
                for command in part.commands:
                    xs += command[1::2]
                    ys += command[2::2]
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize("size", [300.0, 430.0, 900.0])
@pytest.mark.parametrize("case", [path.stem for path in CASES])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_chart_stays_within_its_sheet(case: str, language: str, size: float) -> None:
    for chart in drawn(case, language, size).values():
        left, top, right, bottom = extent(chart)
        assert left >= -0.01, chart.name
        assert top >= -0.01, chart.name
        assert right <= size + 0.01, chart.name
        assert bottom <= size + 0.01, chart.name


def test_shoeshine_shows_its_profits_and_its_break_even_time() -> None:
    words = texts(drawn("shoeshine")["profit"])
    assert "$0.18" in words
    assert "−$0.12" in words
    assert "break-even 3 min 48 s" in words


def test_a_mark_names_the_steps_that_it_stands_for() -> None:
    chart = drawn("shoeshine")["timeline"]
    polish = next(mark for mark in chart.marks if mark.steps == ("o2",))
    assert chart.mark_at(*polish.box.middle) == polish
    assert chart.mark_at(0, 0) is None


def test_what_is_above_80_percent_is_hatched_and_named() -> None:
    chart = drawn("shoeshine")["load"]
    assert "86%" in texts(chart)
    assert chart.summary == "Above 80 %: Shoeshiner. Queues grow there."


def test_a_chart_without_figures_says_what_it_needs() -> None:
    sheet = Sheet(300, 300, theme("dark"), "zh_CN")
    document = new_blueprint("zh_CN")
    for chart in charts(document, measure(document), None, sheet):
        assert chart.marks == ()
        assert len(texts(chart)) >= 2
        assert any("。" in text for text in texts(chart)), chart.name


def test_the_busiest_resource_is_shown_by_the_hour_where_demand_is() -> None:
    document = open_document(next(path for path in CASES if path.stem == "shoeshine")).document
    by_hour = (0.0,) * 9 + (10.0, 30.0, 20.0) + (0.0,) * 12
    properties = document.properties.replaced(arrivals_by_hour=by_hour)
    other = type(document)({**document.entities, "": properties}.values())
    chart = charts(other, measure(other), None, Sheet(430, 430, theme("light"), "en"))[2]
    assert [mark.words.partition(":")[0] for mark in chart.marks] == ["9", "10", "11"]


@pytest.mark.parametrize(
    ("span", "most", "expected"), [(10, 5, 2), (1, 5, 0.2), (1480, 4, 500), (0, 4, 1)]
)
def test_steps_are_round(span: float, most: int, expected: float) -> None:
    assert round_step(span, most) == pytest.approx(expected)


def test_times_are_cut_at_round_times() -> None:
    assert time_step(300, 5) == 60
    assert time_step(3 * 86400, 5) == 86400
    assert rounded_up(61, 60) == 120
    assert Scale(0, 120, 0, 100).ticks(60) == [0, 60, 120]


def test_busy_resources_are_listed_as_the_language_lists_them(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text(
        "id,lane,label,next,duration,resource,document.arrivals_per_hour\n"
        "a,customer,A,b,,,54\n"
        "b,onstage,B,c,60 s,前台,\n"
        "c,onstage,C,,60 s,厨房,\n",
        encoding="utf-8",
    )
    document = open_document(table).document
    sheet = Sheet(300, 300, theme("light"), "zh_CN")
    summaries = [chart.summary for chart in charts(document, measure(document), None, sheet)]
    assert "超过 80 %：前台、厨房。那里会排队。" in summaries


@pytest.mark.parametrize(("apart", "shown"), [(80.0, 5), (30.0, 3), (12.0, 2), (2.0, 1)])
def test_words_along_an_axis_stand_clear_of_each_other(apart: float, shown: int) -> None:
    labels = [(place * apart, "1 min") for place in range(5)]
    assert len(labels[:: _kept(labels)]) == shown
