"""The browser of statements: squares, search, filters, rows a page at a time, and downloads."""

from collections.abc import Mapping
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dash import wording
from dash.counting import count_of
from dash.dossier.model import Dossier
from dash.markdown import escape, sentence
from dash.statements.index import FACETS, SORTS, Query, Selection, Statements
from dash.ui import announce, frame
from dash.ui.address import asked_for, tell_unknown, turn
from dash.ui.faults import fragment
from dash.ui.paging import one_page
from dash.ui.parts import shown_and_beside
from dash.ui.quotes import strip
from dash.ui.quotes.details import download_buttons
from dash.ui.quotes.prepared import prepared
from dash.ui.quotes.row import LEGEND, departs, draw_row
from dash.ui.widgets import Parameter, select_one, select_several, write_words
from dash.wording import ALL

PAGE_SIZE = 8
# Pixels: the search box and the button of the filters.
CONTROLS_WIDTH = 620
LONGEST_SEARCH = 200
SEARCH, SORT, PAGE = "quotes_search", "quotes_sort", "quotes_page"
FACET_KEYS = {name: f"quotes_{name}" for name in FACETS}
# The facets whose filters stand behind the button; the result of the check has the squares.
FOLDED = [name for name in FACETS if name != "check"]


def browse(dossier: Dossier) -> None:
    """Show the statements that the reader's search and filters leave."""
    statements = prepared(dossier)
    for name, key in FACET_KEYS.items():
        tell_unknown(key, statements.facets[name].values, FACETS[name].lower())
    listed, beside = shown_and_beside("before")
    with beside:
        at_a_glance = st.container(gap="small", key="quotes_strip")
        query, slots = _controls(statements)
    selection = statements.select(query)
    # Where all have the same result, there is nothing to choose by.
    if len(statements.checked) > 1:
        with at_a_glance:
            strip.draw_strip(statements, selection, frame.palette(), (PAGE,))
    _tell_counts(slots, selection)
    with listed:
        _tell_selection(statements, query, selection)
        if selection.positions:
            _rows(statements, selection)
            _downloads(statements, selection)
        else:
            _tell_how_to_loosen(statements, query)


def _controls(statements: Statements) -> tuple[Query, Mapping[str, DeltaGenerator]]:
    """Draw search and filters; return what they ask for, and slots for the counts."""
    with st.container(horizontal=True, gap="small", wrap=False, width=CONTROLS_WIDTH):
        words = write_words(
            wording.SEARCH,
            Parameter(SEARCH, drops=(PAGE,)),
            LONGEST_SEARCH,
            placeholder="Words or names",
            icon=":material/search:",
            label_visibility="collapsed",
        )
        chosen, sort, slots = _filters(statements, searched=bool(words))
    chosen["check"] = asked_for(FACET_KEYS["check"], statements.facets["check"].values)
    return Query(words, {name: values for name, values in chosen.items() if values}, sort), slots


def _filters(
    statements: Statements, *, searched: bool
) -> tuple[dict[str, list[str]], str, dict[str, DeltaGenerator]]:
    """Draw order and filters where they are open; return what is chosen, and slots for counts."""
    sorts = {name: label for name, label in SORTS.items() if searched or name != "source"}
    if not searched:
        sorts["match"] = SORTS["source"]
    slots: dict[str, DeltaGenerator] = {}
    with st.popover(
        "Filters", icon=":material/filter_list:", key="quotes_filters", on_change="rerun"
    ) as popover:
        if popover.open:
            first, *others = sorts.values()
            sort = Parameter(SORT, "order", (PAGE,))
            select_one("Sort by", [first, *others], sort, start=first)
            for name in FOLDED:
                select_several(
                    FACETS[name],
                    statements.facets[name].values,
                    Parameter(FACET_KEYS[name], drops=(PAGE,)),
                    placeholder=ALL,
                )
                slots[name] = st.empty()
    asked = {name: asked_for(FACET_KEYS[name], statements.facets[name].values) for name in FOLDED}
    named = {label: name for name, label in sorts.items()}
    return asked, named.get(st.query_params.get(SORT, ""), "match"), slots


def _tell_counts(slots: Mapping[str, DeltaGenerator], selection: Selection) -> None:
    for name, slot in slots.items():
        counts = selection.counts[name]
        told = " · ".join(f"{escape(value)}\u00a0**{count}**" for value, count in counts.items())
        with slot:
            frame.small(told or "None with the other filters")


def _tell_selection(statements: Statements, query: Query, selection: Selection) -> None:
    found, total = len(selection.positions), len(statements)
    asked = [
        f"{FACETS[name].lower()}: {' or '.join(values)}" for name, values in query.chosen.items()
    ]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        announce.count(
            count_of(total, "statement")
            if found == total
            else f"{found:,} of {total:,} statements",
            sentence(" · ".join(asked)),
        )
        if query.chosen or query.words:
            st.button(
                "Show all", icon=":material/close:", type="tertiary", on_click=_drop_all, key="all"
            )
    for told in selection.hits.read_otherwise if selection.hits else ():
        frame.small(escape(told))
    if query.sort == "match" and selection.hits and not selection.hits.ranked:
        frame.small(
            "So many match that they come in the order of the source, not best match first."
        )


@fragment
def _rows(statements: Statements, selection: Selection) -> None:
    """Show one page of the statements; turning the page sends nothing but its rows."""
    shown = one_page(selection.positions, PAGE_SIZE, PAGE, in_address=True)
    quotes, hits = statements.rows(shown), selection.hits
    if any(map(departs, quotes)):
        frame.small(f"{LEGEND}.")
    with st.container(key="quotes_list", gap=None):
        for position, quote in zip(shown, quotes, strict=True):
            marked = statements.marked(hits, position) if hits else None
            plain = hits is not None and marked == quote["text"]
            beside = statements.elsewhere(hits, position) if hits and plain else None
            draw_row(statements, quote, marked, beside)


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


@fragment
def _downloads(statements: Statements, selection: Selection) -> None:
    """Offer the statements as files; the buttons are drawn only when they are asked for."""
    name = f"Download {count_of(len(selection.positions), 'statement')}"
    popover = st.popover(name, icon=":material/download:", key="quotes_download", on_change="rerun")
    if not popover.open:
        return
    with popover:
        frame.small("What the search and the filters leave, in the order shown.")
        download_buttons(statements, partial(statements.rows, selection.positions), "statements")


def _drop(*keys: str) -> None:
    turn(dict.fromkeys((*keys, PAGE)))


def _drop_all() -> None:
    _drop(SEARCH, *FACET_KEYS.values())
