"""Figures on the casualties page: filters, charts with their tables, and one figure's record."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dash.charts.layout import TOOLBAR
from dash.comparability import context_of
from dash.comparison_text import LABELS, spell_field
from dash.dossier import Dossier, names, record
from dash.figures import EVIDENCE_MEANINGS, cite_figure, describe, table_of
from dash.links import label
from dash.markdown import escape
from dash.selection import CONTEXTS, Filters, filtered, measures_of
from dash.ui.download import csv_button
from dash.ui.links import ICONS
from dash.ui.source import source_popover
from dash.ui.state import record_select, set_parameter, tell_unknown

VIEW, COMPARE = "casualties_view", "Compare two"
NOBODY = "nobody named"
RECORD_FIELDS = tuple(field for field in LABELS if field not in ("unit", "source"))


def words_for(dossier: Dossier, figures: pd.DataFrame) -> pd.DataFrame:
    """Return figures as `dash.figures.describe` puts them, with this dossier's names."""
    return describe(
        figures, names(dossier.actors), dossier.story.populations, names(dossier.places)
    )


def choose_context() -> str:
    """Let the reader choose how much context stands beside the story's figures."""
    options = list(CONTEXTS.values())
    tell_unknown("casualties_context", options, "choice of figures")
    chosen = st.segmented_control(
        "Which figures",
        options,
        default=options[0],
        key="casualties_context",
        bind="query-params",
        required=True,
    )
    return list(CONTEXTS)[options.index(chosen)]


def choose_measure(dossier: Dossier, figures: pd.DataFrame, key: str, first: str) -> str:
    """Let the reader choose what is counted."""
    measures = dossier.story.measures
    given = measures_of(figures, dossier.story)
    given.sort(key=lambda measure: measure != first)
    labels = {measures[measure].label: measure for measure in given}
    tell_unknown(key, labels, "quantity")
    chosen = st.selectbox("What is counted", list(labels), key=key, bind="query-params")
    return labels[chosen]


def choose_filters(dossier: Dossier, figures: pd.DataFrame) -> Filters:
    """Let the reader filter by population, claimant and evidence; the URL carries the choice."""
    actors, populations = names(dossier.actors), dossier.story.populations
    with st.popover("Filter", icon=":material/filter_list:"):
        return Filters(
            _choose("Among whom", "casualties_population", figures["population"], populations),
            _choose("Who says so", "casualties_claimant", figures["claimant"], actors),
            _choose("Evidence", "casualties_evidence", figures["evidence"], EVIDENCE_MEANINGS),
        )


def _choose(what: str, key: str, column: pd.Series, labels: Mapping[str, str]) -> Sequence[str]:
    given = column.fillna("").unique()
    options = {labels.get(value, NOBODY): value for value in given}
    for asked in st.query_params.get_all(key):
        if asked not in options:
            st.warning(f"No figure here has {escape(repr(asked))} under “{what.lower()}”.")
    chosen = st.multiselect(
        what, sorted(options), key=key, bind="query-params", placeholder="All of them"
    )
    return [options[name] for name in chosen]


def shown(figures: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """Return the figures that fit the filters; say so where there are none."""
    found = filtered(figures, filters)
    if found.empty:
        st.info(
            "No figure fits this choice. Remove a filter, or take in more of the context.",
            icon=":material/filter_list_off:",
        )
    return found


def table_for(
    dossier: Dossier, figures: pd.DataFrame, words: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return figures as `dash.figures.table_of` does, with this dossier's publishers."""
    sources, words = dossier.sources, words_for(dossier, figures) if words is None else words
    return table_of(figures, words, dict(zip(sources["id"], sources["publisher"], strict=True)))


def chart_and_table(
    chart: go.Figure, alt: str, table: Callable[[], pd.DataFrame], key: str
) -> None:
    """Draw a chart and, below it, its figures as a table; a click in either opens a record.

    Args:
        chart: A chart whose points carry the ids of figures as `customdata`.
        alt: What the chart shows, in a sentence.
        table: Returns the same figures from `table_for`, once the reader asks for them.
        key: Name of the download, and beginning of the widgets' keys.
    """
    event_key, table_key = f"{key}_chart", f"{key}_table"
    st.plotly_chart(
        chart,
        config=TOOLBAR,
        alt=alt,
        key=event_key,
        on_select=partial(_open_from_chart, event_key),
        selection_mode="points",
    )
    opened = st.expander(
        "The same as a table", icon=":material/table:", key=f"{key}_rows", on_change="rerun"
    )
    if opened.open:
        with opened:
            _table(table(), table_key, key)


def _table(table: pd.DataFrame, key: str, name: str) -> None:
    st.dataframe(
        table,
        hide_index=True,
        alt=f"Table of {len(table)} figures, each with bounds, dates, claimant and note.",
        key=key,
        on_select=partial(_open_from_table, key, list(table["Id"])),
        selection_mode="single-row",
    )
    csv_button(table, name)


def _open_from_chart(key: str) -> None:
    points: list[dict[str, Any]] = st.session_state[key].selection.points
    if points and (figure := points[0].get("customdata")):
        set_parameter("figure", figure if isinstance(figure, str) else figure[0])


def _open_from_table(key: str, ids: list[str]) -> None:
    if rows := st.session_state[key].selection.rows:
        set_parameter("figure", ids[rows[0]])


def choose_figure(dossier: Dossier, figures: pd.DataFrame) -> None:
    """Let the reader open the record of one figure; the URL's `figure` opens any of them."""
    asked = st.query_params.get("figure")
    known = asked is not None and asked in dossier.figures.index
    ids = list(dict.fromkeys([*([asked] if known and asked else []), *figures["id"]]))
    labels = labels_of(dossier, ids)
    chosen = record_select("Open a figure with its source", labels, "figure", "figure")
    if chosen:
        open_record(dossier, chosen)


def labels_of(dossier: Dossier, ids: Sequence[str]) -> dict[str, str]:
    """Return what figures are called in a list: number, what is counted, who says so, when."""
    figures = dossier.figures.loc[list(ids)]
    words = words_for(dossier, figures)
    measures = {key: measure.label for key, measure in dossier.story.measures.items()}
    counted = figures["measure"].map(measures).str.lower()
    among = words["population"].str.lower().map(lambda name: f", {name}" if name else "")
    texts = words["value"] + ": " + counted + among
    texts += " (" + words["claimant"] + ", " + words["time"] + ")"
    return dict(zip(ids, texts, strict=True))


def open_record(dossier: Dossier, key: str) -> None:
    """Open a figure's record above the page, and forget it in the URL when it is closed."""
    title = escape(label(dossier, "figures", key))
    show: Callable[[], None] = st.dialog(
        title, width="medium", on_dismiss=partial(set_parameter, "figure", None)
    )(partial(_record, dossier, key))
    show()


def _record(dossier: Dossier, key: str) -> None:
    figure, context = dossier.record("figures", key), context_of(dossier)
    said = record(words_for(dossier, dossier.figures.loc[[key]]), key)
    st.markdown(escape(f"{said['whose'].capitalize()} · {said['time']}"))
    st.markdown(
        "\n".join(
            f"- {LABELS[field].capitalize()}: {escape(spell_field(field, figure, context))}"
            for field in RECORD_FIELDS
        )
    )
    if figure["sic"]:
        st.markdown("Its lowest, best and highest values look odd, and stand so in the source.")
    if figure["subset_of"]:
        st.markdown("A part of:")
        whole = escape(label(dossier, "figures", figure["subset_of"]))
        # A link to the page it stands on would leave the address as it is.
        if st.button(whole, icon=ICONS["figures"], type="tertiary"):
            set_parameter("figure", figure["subset_of"])
            st.rerun()
    source_popover(figure, dossier.sources)
    st.markdown("To cite it:")
    source = dossier.record("sources", figure["source"])
    measure = dossier.story.measures[figure["measure"]].label
    st.code(cite_figure(figure, said, measure, source), language=None, wrap_lines=True)
    if st.button(
        "Compare it with another",
        icon=":material/compare_arrows:",
        on_click=partial(start_comparison, key),
    ):
        st.rerun()


def start_comparison(first: str, second: str | None = None) -> None:
    """Turn to the comparison of a figure with another, in a callback of a widget."""
    st.session_state[VIEW] = COMPARE
    set_parameter("figure", None)
    if second is None:
        set_parameter("compare_b", None)
    # Both at once: each change of the address is a step of the way back.
    st.query_params.update({"compare_a": first} | ({"compare_b": second} if second else {}))
