"""The views of the casualties page; only the one that is chosen is worked out and sent."""

from collections.abc import Callable, Sequence
from functools import partial
from types import MappingProxyType

import streamlit as st

from dash.charts.casualties import MARKS_IN_WORDS, figures_alt, figures_chart
from dash.charts.periods import periods_alt, periods_chart
from dash.charts.totals import spell_rises, totals_alt, totals_chart
from dash.dossier.model import Dossier
from dash.figures.catalogue import Catalogue
from dash.figures.selection import (
    Nested,
    Rows,
    casualties,
    in_order,
    other_quantities,
    running_totals,
    with_context,
)
from dash.markdown import escape
from dash.ui import frame
from dash.ui.casualties.choices import (
    catalogue_of,
    chart_and_table,
    choose_context,
    choose_filters,
    choose_length,
    choose_measure,
    choose_page,
    shown,
    to_first_page,
)
from dash.ui.casualties.comparison import PAIR, compare_two
from dash.ui.casualties.figure_record import COMPARE, VIEW, choose_figure
from dash.ui.faults import fragment
from dash.ui.glossary import explain_words
from dash.ui.state import choose_one, set_parameter, tell_unknown


@fragment
def views(dossier: Dossier) -> None:
    """Draw the choice of views, and the one that is chosen."""
    asked = any(parameter in st.query_params for parameter in PAIR)
    # Kept for the visit: a widget whose default changes would lose what the reader chose.
    start = st.session_state.setdefault(f"{VIEW}_start", COMPARE if asked else next(iter(VIEWS)))
    chosen = choose_one(
        "View",
        VIEWS,
        VIEW,
        "view",
        default=start,
        label_visibility="collapsed",
        on_change=to_first_page,
    )
    if chosen != COMPARE:
        for parameter in PAIR:
            set_parameter(parameter, None)
    VIEWS[chosen](catalogue_of(dossier))


def _side_by_side(catalogue: Catalogue) -> None:
    story = catalogue.dossier.story
    counted = casualties(catalogue.rows, story)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        figures = with_context(counted, story, choose_context())
        first = story.comparison.measure
        of_measure = choose_measure(catalogue, figures, "casualties_measure", first)
        filters = choose_filters(catalogue, figures)
    _charts(catalogue, shown(of_measure, filters), "casualties")


def _charts(catalogue: Catalogue, figures: Rows, key: str) -> None:
    """Draw figures of one measure, one chart for each length of time and unit.

    Where they are too many for one look, the reader chooses a length and pages through it.
    """
    populations = list(catalogue.dossier.story.populations)
    on_page = {
        length: choose_page(in_order(part, populations))
        for length, part in choose_length(figures).items()
    }
    choose_figure(catalogue, [nested.figure for part in on_page.values() for nested in part])
    if figures:
        frame.small(MARKS_IN_WORDS)
    several = len({row["unit"] for row in figures}) > 1
    for length, part in on_page.items():
        for unit in dict.fromkeys(nested.figure["unit"] for nested in part):
            title = f"{length}, in {unit}" if several else length
            of_unit = [nested for nested in part if nested.figure["unit"] == unit]
            _one_chart(catalogue, title, of_unit, key)


def _one_chart(catalogue: Catalogue, title: str, figures: Sequence[Nested], key: str) -> None:
    """Draw one page of figures."""
    st.header(title, anchor=False)
    key = f"{key}_{title}".lower().replace(",", "").replace(" ", "_")
    rows = [nested.figure for nested in figures]
    populations = catalogue.dossier.story.populations
    given = dict.fromkeys(nested.group for nested in figures)
    groups = {group: populations[group] for group in given if group is not None}
    chart = figures_chart(figures, catalogue.words, frame.palette(), groups)
    alt = figures_alt(catalogue.said(rows))
    chart_and_table(chart, alt, partial(catalogue.table, rows), key)


def _over_time(catalogue: Catalogue) -> None:
    story = catalogue.dossier.story
    totals: Rows = running_totals(casualties(catalogue.rows, story), story)
    if not totals:
        st.info("This dossier has no running totals.")
        return
    totals = shown(totals, choose_filters(catalogue, totals))
    if not totals:
        return
    choose_figure(catalogue, totals)
    st.markdown(
        "Each mark is a total up to its date, from the beginning of the count. The marks are not "
        "joined: a line would look as if people had died at its pace, while each total replaces "
        "the one before it for all of its years.",
        width=720,
    )
    chart = totals_chart(totals, story, frame.palette())
    alt = totals_alt(totals, story, catalogue.actors)
    chart_and_table(chart, alt, partial(catalogue.table, totals), "totals")
    rises = spell_rises(catalogue.figures, story, catalogue.actors)
    _tell(catalogue.dossier, [*rises, *_notes(catalogue, totals)])


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
    series = {each.label: key for key, each in story.series.items() if each.kind != "running_total"}
    if not series:
        st.info("This dossier has no counts by year or month.")
        return
    tell_unknown("casualties_series", series, "count")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        label = st.selectbox("Count", list(series), key="casualties_series", bind="query-params")
        points = [row for row in catalogue.rows if row["series"] == series[label]]
        years = sorted({(row["period_start"] or row["as_of"])[:4] for row in points})
        first = st.selectbox("From", years, key="casualties_from", bind="query-params")
    points = [row for row in points if row["as_of"] >= first]
    choose_figure(catalogue, points)
    chart = periods_chart(points, story.series[series[label]].kind, frame.palette())
    _tell(catalogue.dossier, _notes(catalogue, points))
    table = partial(catalogue.table, points)
    chart_and_table(chart, periods_alt(points, label), table, "periods")


def _others(catalogue: Catalogue) -> None:
    figures: Rows = other_quantities(catalogue.rows, catalogue.dossier.story)
    if not figures:
        st.info("This dossier has figures of casualties only.")
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        of_measure = choose_measure(catalogue, figures, "casualties_quantity", "")
        filters = choose_filters(catalogue, figures)
    _charts(catalogue, shown(of_measure, filters), "quantities")


VIEWS: MappingProxyType[str, Callable[[Catalogue], None]] = MappingProxyType(
    {
        "Side by side": _side_by_side,
        "Over time": _over_time,
        "By year and month": _by_period,
        COMPARE: compare_two,
        "Other quantities": _others,
    }
)
