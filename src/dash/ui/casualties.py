"""The views of the casualties page; only the one that is chosen is worked out and sent."""

from collections.abc import Callable
from functools import partial
from types import MappingProxyType

import pandas as pd
import streamlit as st

from dash.charts.casualties import MARKS_IN_WORDS, figures_alt, figures_chart
from dash.charts.periods import periods_alt, periods_chart
from dash.charts.totals import spell_rises, totals_alt, totals_chart
from dash.comparability import compare, context_of
from dash.comparison_text import field_table, sentences
from dash.dossier import Dossier, names
from dash.figures import split_by_length
from dash.markdown import escape
from dash.selection import (
    casualties,
    filtered,
    in_order,
    other_quantities,
    running_totals,
    with_context,
)
from dash.ui import frame
from dash.ui.figures import (
    COMPARE,
    VIEW,
    chart_and_table,
    choose_context,
    choose_figure,
    choose_filters,
    choose_measure,
    labels_of,
    open_record,
    shown,
    start_comparison,
    table_for,
    words_for,
)
from dash.ui.state import record_select, set_parameter, tell_unknown

PAIR = ("compare_a", "compare_b")
ROWS_PER_PAGE = 16


@st.fragment
def views(dossier: Dossier) -> None:
    """Draw the choice of views, and the one that is chosen."""
    tell_unknown(VIEW, VIEWS, "view")
    asked = any(parameter in st.query_params for parameter in PAIR)
    # Kept for the visit: a widget whose default changes would lose what the reader chose.
    start = st.session_state.setdefault(f"{VIEW}_start", COMPARE if asked else next(iter(VIEWS)))
    chosen = str(
        st.segmented_control(
            "View",
            list(VIEWS),
            default=start,
            key=VIEW,
            bind="query-params",
            required=True,
            label_visibility="collapsed",
        )
    )
    if chosen != COMPARE:
        for parameter in PAIR:
            set_parameter(parameter, None)
    VIEWS[chosen](dossier)


def _side_by_side(dossier: Dossier) -> None:
    counted = casualties(dossier.figures, dossier.story)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        context = choose_context()
        measure = choose_measure(
            dossier, counted, "casualties_measure", dossier.story.comparison.measure
        )
        figures = with_context(counted, dossier.story, context)
        filters = choose_filters(dossier, figures)
    figures = shown(figures[figures["measure"] == measure], filters)
    _charts(dossier, figures, "casualties")


def _charts(dossier: Dossier, figures: pd.DataFrame, key: str) -> None:
    """Draw figures of one measure, one chart for each unit and length of time.

    Where they are too many for one look, the reader chooses a length and pages through it.
    """
    parts = _parts(figures)
    if len(figures) > ROWS_PER_PAGE and len(parts) > 1:
        length = st.segmented_control(
            "Over how long", list(parts), default=next(iter(parts)), key=f"{key}_length"
        )
        parts = {length: parts[length]} if length in parts else parts
    records_of = st.container()
    on_page = [_one_chart(dossier, title, part, key) for title, part in parts.items()]
    with records_of:
        choose_figure(dossier, pd.concat(on_page) if on_page else figures)


def _parts(figures: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Return the figures that may share an axis, by the heading of their chart."""
    several = figures["unit"].nunique() > 1
    return {
        f"{length}, in {unit}" if several else length: part
        for unit, of_unit in figures.groupby("unit", sort=False)
        for length, part in split_by_length(of_unit).items()
    }


def _one_chart(dossier: Dossier, title: str, figures: pd.DataFrame, key: str) -> pd.DataFrame:
    """Draw one page of figures, and return it."""
    st.subheader(title, anchor=False)
    key = f"{key}_{title}".lower().replace(",", "").replace(" ", "_")
    populations = dossier.story.populations
    figures = in_order(figures, list(populations))
    pages = -(-len(figures) // ROWS_PER_PAGE)
    page = st.pagination(pages, key=f"{key}_page") if pages > 1 else 1
    figures = figures.iloc[(page - 1) * ROWS_PER_PAGE : page * ROWS_PER_PAGE]
    words = words_for(dossier, figures)
    groups = {group: populations[group] for group in figures["group"].dropna().unique()}
    chart = figures_chart(figures, words, frame.palette(), groups)
    chart_and_table(chart, figures_alt(words), partial(table_for, dossier, figures, words), key)
    st.markdown(escape(MARKS_IN_WORDS))
    return figures


def _over_time(dossier: Dossier) -> None:
    story = dossier.story
    totals = running_totals(casualties(dossier.figures, story), story)
    if totals.empty:
        st.info("This dossier has no running totals.")
        return
    totals = shown(totals, choose_filters(dossier, totals))
    if totals.empty:
        return
    choose_figure(dossier, totals)
    st.markdown(
        "Each mark is a total up to its date, from the beginning of the count. The marks are not "
        "joined: a line would look as if people had died at its pace, while each total replaces "
        "the one before it for all of its years.",
        width=720,
    )
    chart = totals_chart(totals, story, frame.palette())
    table = partial(table_for, dossier, totals)
    chart_and_table(chart, totals_alt(totals, story), table, "totals")
    for rise in spell_rises(dossier.figures, story, names(dossier.actors)):
        st.markdown(escape(rise), width=720)
    _notes(dossier, totals)


def _notes(dossier: Dossier, figures: pd.DataFrame) -> None:
    for key in figures["series"].dropna().unique():
        series = dossier.story.series[key]
        if series.note:
            st.markdown(escape(f"{series.label}: {series.note}"), width=720)


def _by_period(dossier: Dossier) -> None:
    story = dossier.story
    series = {each.label: key for key, each in story.series.items() if each.kind != "running_total"}
    if not series:
        st.info("This dossier has no counts by year or month.")
        return
    tell_unknown("casualties_series", series, "count")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        label = st.selectbox("Count", list(series), key="casualties_series", bind="query-params")
        figures = dossier.figures[dossier.figures["series"] == series[label]]
        years = sorted({start[:4] for start in figures["period_start"]})
        first = st.selectbox("From", years, key="casualties_from", bind="query-params")
    figures = figures[figures["as_of"] >= first]
    choose_figure(dossier, figures)
    chart = periods_chart(figures, story.series[series[label]].kind, frame.palette())
    _notes(dossier, figures)
    table = partial(table_for, dossier, figures)
    chart_and_table(chart, periods_alt(figures, label), table, "periods")


def _compare(dossier: Dossier) -> None:
    story, context = dossier.story, context_of(dossier)
    tell_unknown("figure", dossier.figures.index, "figure")
    if (asked := st.query_params.get("figure")) in dossier.figures.index:
        open_record(dossier, str(asked))
    first, second = _pair(dossier)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        offered = with_context(dossier.figures, story, choose_context())
        offered = filtered(offered, choose_filters(dossier, offered))
    ids = list(dict.fromkeys([first, second, *offered["id"]]))
    labels = labels_of(dossier, ids)
    left, right = st.columns(2)
    with left:
        record_select("The first figure", labels, "compare_a", "figure", shown=first)
    with right:
        record_select("The second figure", labels, "compare_b", "figure", shown=second)
    comparison = compare(context.figure(first), context.figure(second), context)
    answer, *reasons = sentences(comparison, context)
    with st.container(border=True):
        st.markdown(f"**{escape(answer)}**")
        if reasons:
            st.markdown("\n".join(f"- {escape(reason)}" for reason in reasons))
    table = field_table(comparison, context)
    values = words_for(dossier, dossier.figures.loc[[first, second]])["value"]
    table.columns = pd.Index(
        ["Field", *(f"{n}: {v}" for n, v in zip("12", values, strict=True)), "Together"]
    )
    st.dataframe(table, hide_index=True, alt="The fields of both figures side by side.")
    for key in dict.fromkeys((first, second)):
        if note := dossier.record("figures", key)["note"]:
            st.markdown(escape(f"{labels[key]}: {note}"), width=720)
    _pairs(dossier)


def _pair(dossier: Dossier) -> tuple[str, str]:
    """Return the two figures that the URL asks for; else a pair of the dossier's own."""
    known = dossier.figures.index
    asked = [st.query_params.get(name) for name in PAIR]
    pairs = dossier.story.comparison.pairs or ((known[0], known[-1]),)
    given = [key if key in known else None for key in asked]
    return given[0] or pairs[0][0], given[1] or pairs[0][1]


def _pairs(dossier: Dossier) -> None:
    pairs = dossier.story.comparison.pairs
    if not pairs:
        return
    st.subheader("Pairs that readers set side by side", anchor=False)
    keys = list(dict.fromkeys(key for pair in pairs for key in pair))
    words = words_for(dossier, dossier.figures.loc[keys])
    labels = dict(zip(keys, words["value"] + " (" + words["claimant"] + ")", strict=True))
    for first, second in pairs:
        st.button(
            escape(f"{labels[first]} and {labels[second]}"),
            key=f"pair_{first}_{second}",
            icon=":material/compare_arrows:",
            type="tertiary",
            on_click=start_comparison,
            args=(first, second),
        )


def _others(dossier: Dossier) -> None:
    figures = other_quantities(dossier.figures, dossier.story)
    if figures.empty:
        st.info("This dossier has figures of casualties only.")
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        measure = choose_measure(dossier, figures, "casualties_quantity", "")
        filters = choose_filters(dossier, figures)
    figures = shown(figures[figures["measure"] == measure], filters)
    _charts(dossier, figures, "quantities")


VIEWS: MappingProxyType[str, Callable[[Dossier], None]] = MappingProxyType(
    {
        "Side by side": _side_by_side,
        "Over time": _over_time,
        "By year and month": _by_period,
        COMPARE: _compare,
        "Other quantities": _others,
    }
)
