"""Figures on the casualties page: what the reader chooses among, and charts with their tables."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dash.charts.layout import TOOLBAR
from dash.counting import count_of
from dash.dossier.model import Dossier
from dash.figures.catalogue import Catalogue
from dash.figures.periods import LENGTHS, STATE, split_by_length
from dash.figures.selection import (
    CONTEXTS,
    FilterColumn,
    Filters,
    Rows,
    contexts,
    filtered,
    measures_of,
    opening_measure,
)
from dash.markdown import escape
from dash.schema.rows import Figure
from dash.schema.story import Story
from dash.schema.vocabulary import EVIDENCE, labels
from dash.ui.address import asked_for, set_parameter
from dash.ui.download import csv_button
from dash.ui.faults import told
from dash.ui.frame import small
from dash.ui.lasting import KeptWith
from dash.ui.paging import one_page
from dash.ui.widgets import Parameter, choose_one, select_one, select_several
from dash.wording import AMONG_WHOM, FILTER, NOBODY_NAMED, WHO_SAYS_SO

CONTEXT, LENGTH, PAGE = "figures_context", "figures_length", "figures_page"
FILTERS: dict[FilterColumn, tuple[str, str]] = {
    "population": (AMONG_WHOM, "figures_population"),
    "claimant": (WHO_SAYS_SO, "figures_claimant"),
    "evidence": ("Evidence", "figures_evidence"),
}
NOBODY = NOBODY_NAMED
# Pixels: on a phone the filter's button stands beside it.
MEASURE_WIDTH = 240
# Pixels: a chart's letters stay legible where it is shrunk to the width of paper.
CHART_WIDTH = 860
# How many figures are shown before the reader is asked for a length of time.
ROWS_PER_PAGE = 16


@KeptWith
def catalogue_of(dossier: Dossier) -> Catalogue:
    """Return the figures of a dossier, made ready once for all who read it."""
    return Catalogue(dossier)


def choose_context(figures: Rows, story: Story) -> str:
    """Let the reader choose how much context stands beside the story's figures, where it differs.

    Returns:
        A key of CONTEXTS.
    """
    given = contexts(figures, story)
    if len(given) <= 1:
        return next(iter(given), "all")
    options = [CONTEXTS[context] for context in given]
    what = "choice of figures"
    parameter, known = Parameter(CONTEXT, what, (PAGE,)), tuple(CONTEXTS.values())
    chosen = choose_one("Which figures", options, parameter, known=known)
    return given[options.index(chosen)]


def choose_measure(catalogue: Catalogue, figures: Rows, key: str) -> list[Figure]:
    """Let the reader choose what is counted, and return the figures that count it."""
    story = catalogue.dossier.story
    given = measures_of(figures, story)
    given.sort(key=lambda measure: measure not in opening_measure(story))
    labels = {story.measures[measure].label: measure for measure in given}
    if len(labels) == 1:
        return list(figures)
    chosen = select_one(
        "What is counted",
        list(labels),
        Parameter(key, "quantity", (PAGE,)),
        start=next(iter(labels)),
        width=MEASURE_WIDTH,
    )
    return [row for row in figures if row["measure"] == labels.get(chosen or "")]


def choose_length(figures: Rows) -> dict[str, list[Figure]]:
    """Return figures by the length of time they count over; of many, the length that is chosen."""
    parts = split_by_length(figures)
    if len(figures) <= ROWS_PER_PAGE or len(parts) == 1:
        return parts
    known = (*LENGTHS, STATE)
    what = "length of time"
    chosen = choose_one("Over how long", list(parts), Parameter(LENGTH, what, (PAGE,)), known=known)
    return {chosen: parts[chosen]}


def choose_filters(catalogue: Catalogue, figures: Rows) -> Filters:
    """Let the reader filter by population, claimant and evidence; the URL carries the choice."""
    names: dict[FilterColumn, Mapping[str, str]] = {
        "population": catalogue.dossier.story.populations,
        "claimant": catalogue.actors,
        "evidence": labels(EVIDENCE),
    }
    options = {column: _options(figures, column, names[column]) for column in FILTERS}
    for column, (what, key) in FILTERS.items():
        for asked in st.query_params.get_all(key):
            if asked not in options[column]:
                st.warning(f"No figure here has {escape(repr(asked))} under “{what.lower()}”.")
    with st.popover(
        FILTER, icon=":material/filter_list:", key="figures_filter", on_change="rerun"
    ) as popover:
        if popover.open:
            for column, (what, key) in FILTERS.items():
                parameter = Parameter(key, drops=(PAGE,))
                select_several(what, list(options[column]), parameter, placeholder="All of them")
    return Filters(*(_chosen(key, options[column]) for column, (_, key) in FILTERS.items()))


def _options(figures: Rows, column: FilterColumn, names: Mapping[str, str]) -> dict[str, str]:
    """Return the values of a column by what they are called, in the order of the alphabet."""
    given = {row[column] or "" for row in figures}
    return dict(sorted((names.get(value, NOBODY), value) for value in given))


def _chosen(key: str, options: Mapping[str, str]) -> list[str]:
    return [options[name] for name in asked_for(key, options)]


def shown(figures: Rows, filters: Filters) -> Rows:
    """Return the figures that fit the filters; say so where there are none."""
    found = filtered(figures, filters)
    if not found:
        st.info(
            "No figure fits these filters. Remove one of them, or take in more of the context.",
            icon=":material/filter_list_off:",
        )
    elif len(found) < len(figures):
        small(f"The filter leaves {len(found)} of {len(figures)} figures.")
    return found


def choose_page(figures: Rows) -> Rows:
    """Return one page of a long list, which the reader chooses."""
    return one_page(figures, ROWS_PER_PAGE, PAGE, in_address=True)


def chart_and_table(
    chart: go.Figure, alt: str, table: Callable[[], pd.DataFrame], key: str
) -> None:
    """Draw a chart and, below it, its figures as a table; a click in either opens a record.

    Args:
        chart: A chart whose points carry the ids of figures as `customdata`.
        alt: What the chart shows, in a sentence.
        table: Returns the same figures as a table, once the reader asks for it.
        key: Name of the download, and beginning of the widgets' keys.
    """
    event_key = f"{key}_chart"
    with st.container(width=CHART_WIDTH):
        st.plotly_chart(
            chart,
            config=TOOLBAR,
            alt=alt,
            key=event_key,
            on_select=partial(_open_from_chart, event_key),
            selection_mode="points",
        )
    table_below(table, key)


def table_below(table: Callable[[], pd.DataFrame], key: str) -> None:
    """Offer what is drawn above as a table, made once the reader opens it.

    Args:
        table: Returns the figures.
        key: Name of the download, and beginning of the widgets' keys.
    """
    opened = st.expander(
        "The same as a table", icon=":material/table:", key=f"{key}_rows", on_change="rerun"
    )
    if opened.open:
        with opened:
            _table(table(), f"{key}_table", key)


def _table(table: pd.DataFrame, key: str, name: str) -> None:
    st.dataframe(
        table,
        hide_index=True,
        alt=f"Table of {count_of(len(table), 'figure')} with bounds, dates, claimant and note.",
        key=key,
        on_select=partial(_open_from_table, key, list(table["Id"])),
        selection_mode="single-row",
    )
    csv_button(table, name)


@told()
def _open_from_chart(key: str) -> None:
    points: list[dict[str, Any]] = st.session_state[key].selection.points
    if points and (figure := points[0].get("customdata")):
        set_parameter("figure", figure if isinstance(figure, str) else figure[0])


@told()
def _open_from_table(key: str, ids: list[str]) -> None:
    if rows := st.session_state[key].selection.rows:
        set_parameter("figure", ids[rows[0]])
