"""The views of the casualties page; only the one that is chosen is worked out and sent."""

from collections.abc import Callable, Sequence
from functools import partial
from types import MappingProxyType

import plotly.graph_objects as go
import streamlit as st

from dash import wording
from dash.charts.periods import periods_alt, periods_chart
from dash.charts.totals import MARKS_IN_WORDS, spell_rises, totals_alt, totals_chart
from dash.dossier.model import Dossier
from dash.figures.catalogue import Catalogue
from dash.figures.selection import (
    Rows,
    by_unit,
    casualties,
    counted_by_period,
    has_running_totals,
    measures_of,
    opening_measure,
    other_quantities,
    running_totals,
)
from dash.figures.units import PEOPLE
from dash.markdown import escape
from dash.palette import Palette
from dash.schema.story import Story
from dash.sharing.addresses import PAIR
from dash.site import INCIDENTS
from dash.ui import frame
from dash.ui.address import rename_parameters
from dash.ui.casualties.choices import (
    PAGE,
    catalogue_of,
    chart_and_table,
    choose_filters,
    shown,
)
from dash.ui.casualties.comparison import compare_two
from dash.ui.casualties.figure_record import COMPARE, VIEW, choose_figure
from dash.ui.casualties.side_by_side import others, side_by_side
from dash.ui.faults import fragment
from dash.ui.glossary import explain_words
from dash.ui.lasting import KeptWith
from dash.ui.links import in_accent, page_link
from dash.ui.parts import shown_and_beside
from dash.ui.recorded import as_recorded
from dash.ui.widgets import Parameter, choose_one, select_one

# What the parameters of this page began with while it showed nothing but casualties.
FORMER, TODAY = "casualties_", "figures_"
FROM = Parameter("figures_from", "year")
SERIES = Parameter("figures_series", "count", (FROM.name,))
OTHERS = "Other quantities"
LEAD = "Each number stands as its source gives it: side by side, and never added."
OF_DEATHS = (
    "What numbers count, among whom and up to which date can differ, so they are shown side by "
    "side and never added."
)


@fragment
def views(dossier: Dossier) -> None:
    """Draw the title, the choice of views, and the one that is chosen."""
    rename_parameters(FORMER, TODAY)
    head = st.container()
    offered = offered_views(dossier)
    pair = COMPARE in offered and any(parameter in st.query_params for parameter in PAIR)
    chosen = choose_one(
        wording.VIEW,
        offered,
        Parameter(VIEW, "view", (PAGE, *PAIR)),
        start=COMPARE if pair else None,
        label_visibility="collapsed",
    )
    with head:
        _head(dossier, chosen)
    VIEWS[chosen](catalogue_of(dossier))


def _head(dossier: Dossier, view: str) -> None:
    """Say what the view is of: what is no casualty has a title of its own."""
    story = dossier.story
    if view == OTHERS:
        given = measures_of(other_quantities(dossier.records("figures"), story), story)
        title = OTHERS
        names = ", ".join(story.measures[measure].label for measure in given)
        lead = f"What is counted beside {_opened_with(story)}: {names}."
    else:
        of_another = _compared_measure(dossier) if view == COMPARE else None
        keys = opening_measure(story) if of_another is None else (of_another,)
        opening = [story.measures[key] for key in keys]
        says = "how many" if any(PEOPLE in measure.units for measure in opening) else "what"
        counted = " and ".join(measure.label for measure in opening)
        title = f"{counted}: who says {says}"
        of_deaths = any(measure.casualties for measure in opening)
        lead = OF_DEATHS if of_deaths else LEAD
        if of_another is None:
            title, lead = story.comparison.title or title, story.comparison.lead or lead
    st.title(escape(title), anchor=False)
    st.markdown(escape(lead), width=720)


def _compared_measure(dossier: Dossier) -> str | None:
    """Return what an address compares, where that is another thing than the page opens with."""
    key = st.query_params.get(PAIR[0])
    if key is None or not dossier.holds("figures", key):
        return None
    measure = dossier.record("figures", key)["measure"]
    return None if measure in opening_measure(dossier.story) else measure


def _opened_with(story: Story) -> str:
    """Return what the other views are of: people killed or hurt, or the measure they open with."""
    if any(measure.casualties for measure in story.measures.values()):
        return "people killed or hurt"
    return " and ".join(f"“{story.measures[key].label}”" for key in opening_measure(story))


def _over_time(catalogue: Catalogue) -> None:
    story = catalogue.dossier.story
    totals: Rows = running_totals(casualties(catalogue.rows, story), story)
    drawn, beside = shown_and_beside("phone_after")
    with beside:
        filters = choose_filters(catalogue, totals)
    with drawn:
        totals = shown(totals, filters)
    if not totals:
        return
    rises = spell_rises(catalogue.figures, story, catalogue.actors)
    with beside:
        choose_figure(catalogue, totals)
        _explain_totals(totals, story, marked=bool(rises))
    with drawn:
        for number, of_unit in enumerate(by_unit(totals).values()):
            _draw_totals(catalogue, of_unit, f"totals_{number}" if number else "totals")
        _tell(catalogue.dossier, [*rises, *_notes(catalogue, totals)])


def _explain_totals(totals: Rows, story: Story, *, marked: bool) -> None:
    """Say how the chart of running totals is read."""
    frame.small(MARKS_IN_WORDS + "\u2003① a rise that nothing explains: see the text" * marked)
    between = "number of those who died" if _of_casualties(totals, story) else "figure of the time"
    frame.small(
        "Each total counts from the beginning up to its date, and holds until the next one of the "
        "same source replaces it for all of those years. The height of a step is not the "
        f"{between} in between."
    )


def _of_casualties(figures: Rows, story: Story) -> bool:
    return all(story.measures[figure["measure"]].casualties for figure in figures)


def _draw_totals(catalogue: Catalogue, totals: Rows, key: str) -> None:
    """Draw the running totals of one unit."""
    frame.small(f"In {escape(totals[0]['unit'])}, all panels on one scale.")
    chart, alt = _totals_drawn(catalogue.dossier, list(totals), frame.palette())
    chart_and_table(chart, alt, partial(catalogue.table, totals), key)


# Of thousands of figures a chart takes longer than all else of a run: the last is kept.
@KeptWith
def _totals_drawn(dossier: Dossier, totals: Rows, palette: Palette) -> tuple[go.Figure, str]:
    actors = catalogue_of(dossier).actors
    chart = totals_chart(totals, dossier.story, actors, palette)
    return chart, totals_alt(totals, dossier.story, actors)


@KeptWith
def _periods_drawn(
    dossier: Dossier, points: Rows, series: str, palette: Palette
) -> tuple[go.Figure, str]:
    counted = dossier.story.series[series]
    return periods_chart(points, counted.kind, palette), periods_alt(points, counted.label)


def _notes(catalogue: Catalogue, figures: Rows) -> list[str]:
    """Return what the dossier says of the series that the figures are points of."""
    keys = dict.fromkeys(row["series"] for row in figures if row["series"])
    series = [catalogue.dossier.story.series[key] for key in keys]
    return [f"{each.label}: {each.note}" for each in series if each.note]


def _tell(dossier: Dossier, paragraphs: Sequence[str]) -> None:
    if paragraphs:
        st.markdown("\n\n".join(map(escape, paragraphs)), width=720)
        explain_words(dossier, *paragraphs)


def _by_period(catalogue: Catalogue) -> None:
    story = catalogue.dossier.story
    series = {story.series[key].label: key for key in counted_by_period(catalogue.rows, story)}
    counts = list(series)
    drawn, beside = shown_and_beside("phone_after")
    with beside:
        label = select_one("Count", counts, SERIES, start=counts[0]) or counts[0]
        points = [row for row in catalogue.rows if row["series"] == series[label]]
        years = sorted({(row["period_start"] or row["as_of"])[:4] for row in points})
        first = select_one(wording.FROM, years, FROM, start=years[0])
        points = [row for row in points if row["as_of"] >= (first or "")]
        choose_figure(catalogue, points)
        points, recorded = as_recorded(catalogue.dossier, points)
        _tell(catalogue.dossier, _notes(catalogue, points))
    with drawn:
        # On a phone the choice of the count stands below.
        st.header(escape(label), anchor=False)
        chart, alt = _periods_drawn(catalogue.dossier, points, series[label], frame.palette())
        chart_and_table(chart, alt, partial(catalogue.table, points), "periods")
        if recorded:
            frame.small(escape(recorded))
            page_link(INCIDENTS, in_accent(wording.ALL_RECORDED_DEATHS), ":material/bar_chart:")


def _has_totals(dossier: Dossier) -> bool:
    return has_running_totals(casualties(dossier.records("figures"), dossier.story), dossier.story)


# What the views draw: a view of which a dossier has nothing is not offered.
DRAWN: MappingProxyType[str, Callable[[Dossier], object]] = MappingProxyType(
    {
        "Side by side": lambda dossier: casualties(dossier.records("figures"), dossier.story),
        "Over time": _has_totals,
        "By year and month": lambda dossier: counted_by_period(
            dossier.records("figures"), dossier.story
        ),
        COMPARE: lambda dossier: len(dossier.records("figures")) > 1,
        OTHERS: lambda dossier: other_quantities(dossier.records("figures"), dossier.story),
    }
)


@KeptWith
def offered_views(dossier: Dossier) -> tuple[str, ...]:
    """Return the views of which a dossier has something to show."""
    return tuple(name for name, drawn in DRAWN.items() if drawn(dossier))


VIEWS: MappingProxyType[str, Callable[[Catalogue], None]] = MappingProxyType(
    {
        "Side by side": side_by_side,
        "Over time": _over_time,
        "By year and month": _by_period,
        COMPARE: compare_two,
        OTHERS: others,
    }
)
