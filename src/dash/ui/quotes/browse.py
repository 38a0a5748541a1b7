"""The browser of statements: search, filters, chart, cards a page at a time, and downloads."""

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dash.charts.quotes import statements_alt, statements_chart
from dash.counting import count_of
from dash.dossier.model import Dossier
from dash.export import csv_text
from dash.markdown import escape
from dash.palette import Palette
from dash.statements.index import FACETS, SORTS, Query, Selection, Statements
from dash.statements.quote_export import QuoteExport
from dash.ui import frame
from dash.ui.download import file_button
from dash.ui.faults import fragment, told
from dash.ui.paging import one_page
from dash.ui.quotes.card import card, prepared
from dash.ui.state import is_set, tell_unknown

PAGE_SIZE = 8
LONGEST_SEARCH = 200
SEARCH, SORT, PAGE = "quotes_search", "quotes_sort", "quotes_page"
FACET_KEYS = {name: f"quotes_{name}" for name in FACETS}


def browse(dossier: Dossier) -> None:
    """Show the statements that the reader's search and filters leave."""
    statements = prepared(dossier)
    left, right = st.columns([4, 3], gap="medium")
    with left:
        query, slots = _controls(statements)
        selection = statements.select(query)
        _tell_counts(slots, selection)
        _tell_selection(statements, query, selection)
        if selection.positions:
            _cards(statements, selection)
        else:
            _tell_how_to_loosen(statements, query)
    with right:
        _chart(statements, query, selection, frame.palette())
        if selection.positions:
            _downloads(statements, selection)


def _controls(statements: Statements) -> tuple[Query, Mapping[str, DeltaGenerator]]:
    """Draw search, filters and order; return what they ask for, and slots for the counts."""
    for name, key in FACET_KEYS.items():
        tell_unknown(key, statements.facets[name].values, FACETS[name].lower())
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        words = st.text_input(
            "Search",
            key=SEARCH,
            bind="query-params",
            max_chars=LONGEST_SEARCH,
            placeholder="Words, names, places",
            icon=":material/search:",
            on_change=_to_first_page,
            width=280,
        )
        sort = st.selectbox(
            "Sort by",
            [name for name in SORTS if words or name != "source"],
            format_func=(SORTS if words else SORTS | {"match": SORTS["source"]}).__getitem__,
            key=SORT,
            bind="query-params",
            on_change=_to_first_page,
            width=200,
        )
        chosen, slots = _filters(statements)
    return Query(words, {name: values for name, values in chosen.items() if values}, sort), slots


def _filters(statements: Statements) -> tuple[dict[str, list[str]], dict[str, DeltaGenerator]]:
    """Draw the filters where they are open or choose something, with slots where they are open."""
    chosen: dict[str, list[str]] = {}
    slots: dict[str, DeltaGenerator] = {}
    popover = st.popover(
        "Filters", icon=":material/filter_list:", key="quotes_filters", on_change="rerun"
    )
    if not popover.open and not any(map(is_set, FACET_KEYS.values())):
        # Streamlit writes what the chart chooses into the URL only for a key that it knows.
        for key in FACET_KEYS.values():
            st.session_state.setdefault(key, [])
        return chosen, slots
    with popover:
        for name, label in FACETS.items():
            chosen[name] = st.multiselect(
                label,
                statements.facets[name].values,
                key=FACET_KEYS[name],
                bind="query-params",
                on_change=_to_first_page,
                placeholder="All",
            )
            if popover.open:
                slots[name] = st.empty()
    return chosen, slots


def _tell_counts(slots: Mapping[str, DeltaGenerator], selection: Selection) -> None:
    for name, slot in slots.items():
        counts = selection.counts[name]
        told = " · ".join(f"{escape(value)}\u00a0**{count}**" for value, count in counts.items())
        with slot:
            frame.small(told or "None with the other filters")


def _tell_selection(statements: Statements, query: Query, selection: Selection) -> None:
    parts = [f"**{len(selection.positions)}** of {len(statements)} statements"]
    parts += [
        escape(f"{FACETS[name].lower()}: {' or '.join(values)}")
        for name, values in query.chosen.items()
    ]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(" · ".join(parts), width="content")
        if query.chosen or query.words:
            st.button(
                "Show all", icon=":material/close:", type="tertiary", on_click=_drop_all, key="all"
            )
    for word, terms in (selection.hits.corrected if selection.hits else {}).items():
        read = " or ".join(f"“{escape(term)}”" for term in terms)
        frame.small(f"Nothing has “{escape(word)}”; it was read as {read}.")
    if query.sort == "match" and selection.hits and not selection.hits.ranked:
        frame.small(
            "So many match that they come in the order of the source, not best match first."
        )


@fragment
def _cards(statements: Statements, selection: Selection) -> None:
    """Show one page of the statements; turning the page sends nothing but its cards."""
    shown = one_page(selection.positions, PAGE_SIZE, PAGE, bind="query-params")
    hits = selection.hits
    for position, quote in zip(shown, statements.rows(shown), strict=True):
        marked = statements.marked(hits, position) if hits else None
        beside = statements.elsewhere(hits, position) if hits and marked == quote["text"] else None
        card(statements, quote, marked, beside)


def _tell_how_to_loosen(statements: Statements, query: Query) -> None:
    ways = statements.loosen(query)
    if not ways:
        st.info(
            "No statement matches, and leaving out one condition alone would not help. "
            "Show all statements and start again.",
            icon=":material/search_off:",
        )
        return
    st.info(
        "No statement matches all of this. Leave one condition out:", icon=":material/search_off:"
    )
    for way in ways:
        st.button(
            f"Leave out {escape(way.label)} ({count_of(way.count, 'statement')})",
            key=f"quotes_loosen_{way.facet}",
            on_click=_drop,
            args=(FACET_KEYS[way.facet] if way.facet else SEARCH,),
        )


def _chart(statements: Statements, query: Query, selection: Selection, colours: Palette) -> None:
    if not selection.cells:
        return
    st.subheader("Who speaks on what", anchor=False)
    frame.small(
        "Statements by topic and side. Click a number to see only these, and again to see all; "
        "with the keyboard, use Filters: Side and Topic."
    )
    facets = statements.facets
    chart = statements_chart(
        selection.cells, facets["side"].values, facets["topic"].values, query.chosen, colours
    )
    # A key of its own for each choice: a chart keeps its selection, and would show an old one.
    choice = [query.chosen.get(name) for name in ("side", "topic")]
    key = f"quotes_chart_{choice!r}"
    pairs = list(selection.cells)
    st.plotly_chart(
        chart,
        key=key,
        config={"displayModeBar": False},
        on_select=partial(_choose_cell, pairs, key),
        selection_mode="points",
        alt=statements_alt(selection.cells),
    )


@told()
def _choose_cell(pairs: Sequence[tuple[str, str]], chart: str) -> None:
    """Choose the side and topic of the bubble that was clicked; drop them if they were chosen."""
    clicked: Sequence[int] = st.session_state[chart].selection.point_indices
    if not clicked:
        return
    side, topic = pairs[clicked[0]]
    wanted = {FACET_KEYS["side"]: [side], FACET_KEYS["topic"]: [topic]}
    same = all(st.session_state.get(key) == value for key, value in wanted.items())
    for key, value in wanted.items():
        st.session_state[key] = [] if same else value
    _to_first_page()


@fragment
def _downloads(statements: Statements, selection: Selection) -> None:
    """Offer the statements as files; the buttons are drawn only when they are asked for."""
    name = f"Download {count_of(len(selection.positions), 'statement')}"
    popover = st.popover(name, icon=":material/download:", key="quotes_download", on_change="rerun")
    if not popover.open:
        return
    story = statements.dossier.story
    export = QuoteExport(story, statements.actors, statements.sources, statements.place_names)

    rows = partial(statements.rows, selection.positions)
    with popover:
        frame.small("What the search and the filters leave, in the order shown.")
        file_button(lambda: csv_text(export.table(rows())), "statements.csv", "text/csv", "CSV")
        file_button(lambda: export.json(rows()), "statements.json", "application/json", "JSON")
        file_button(
            lambda: export.json_ld(rows()),
            "statements.jsonld",
            "application/ld+json",
            "JSON-LD (schema.org)",
        )


def _to_first_page() -> None:
    st.session_state[PAGE] = 1


def _drop(key: str) -> None:
    st.session_state[key] = "" if key == SEARCH else []
    _to_first_page()


def _drop_all() -> None:
    for key in (SEARCH, *FACET_KEYS.values()):
        _drop(key)
