"""Where the accounts part ways: the table of differences, with its records linked."""

import streamlit as st

from dash.dossier.lookup import find
from dash.dossier.model import Dossier
from dash.links import label
from dash.markdown import escape
from dash.schema.rows import Difference
from dash.schema.vocabulary import DIFFERENCES, labels
from dash.site import TARGETS
from dash.statements.facets import choose, counts, facet
from dash.ui import frame
from dash.ui.glossary import explain_words
from dash.ui.links import open_here, record_link
from dash.ui.paging import one_page
from dash.ui.state import tell_unknown

PAGE, PAGE_SIZE = "quotes_difference_page", 5
FILTERS = {"topic": "Topic", "kind": "Kind of difference"}
KIND_ICONS = {
    "contradiction": ":material/compare_arrows:",
    "not_comparable": ":material/scale:",
    "ambiguous": ":material/help:",
    "misquoted": ":material/edit:",
    "out_of_date": ":material/history:",
}


def differences(dossier: Dossier) -> None:
    """Show the differences that the reader's filters leave, a page at a time."""
    rows, topics = dossier.records("differences"), dossier.story.topics
    kinds = labels(DIFFERENCES)
    facets = {
        "topic": facet([[topics[row["topic"]]] for row in rows], topics.values()),
        "kind": facet([[kinds[row["kind"]]] for row in rows], kinds.values()),
    }
    chosen, slots = {}, {}
    with st.container(horizontal=True):
        for name, what in FILTERS.items():
            key = f"quotes_difference_{name}"
            tell_unknown(key, facets[name].values, what.lower())
            with st.container(width=420):
                chosen[name] = st.multiselect(
                    what,
                    facets[name].values,
                    key=key,
                    bind="query-params",
                    placeholder="All",
                    on_change=_to_first_page,
                )
                slots[name] = st.empty()
    everything = facet([["all"]] * len(rows)).having([])
    for name, found in counts(facets, chosen, everything).items():
        told = (f"{escape(value)}\u00a0**{count}**" for value, count in found.items())
        with slots[name]:
            frame.small(" · ".join(told) or "None with the other filter")
    kept = choose(facets, chosen, everything)
    _pages(dossier, [row for row, keep in zip(rows, kept, strict=True) if keep], len(rows))


def difference_card(dossier: Dossier, difference: Difference, *, alone: bool = False) -> None:
    """Show one difference with a link to each record that it speaks of."""
    kind, word = difference["kind"], DIFFERENCES[difference["kind"]]
    topic = escape(dossier.story.topics[difference["topic"]])
    with st.container(border=True):
        st.markdown(
            f":gray-badge[{KIND_ICONS[kind]} {word.label}] :small[{word.meaning}]\n\n"
            f"#### {escape(difference['title'])}\n\n"
            f"{escape(difference['explanation'])}\n\n"
            f":small[{topic} · {difference['id']}]"
        )
        explain_words(dossier, difference["title"], difference["explanation"])
        with st.container(horizontal=True, gap="small"):
            for reference in difference["records"]:
                found = find(dossier, reference)
                if found is None:
                    frame.small(f"{escape(reference)}: its table has a problem.", width="content")
                    continue
                table, key = found
                if table == "quotes":
                    words = escape(label(dossier, table, key))
                    where = f"{difference['id']}_{key}"
                    open_here(words, TARGETS[table].icon, where, quote=str(key))
                else:
                    record_link(dossier, table, key)
            if not alone:
                own = difference["id"]
                open_here(f"Open {own} alone", ":material/open_in_full:", own, difference=own)


def _pages(dossier: Dossier, rows: list[Difference], total: int) -> None:
    st.markdown(f"**{len(rows)}** of {total} differences")
    if not rows:
        st.info("No difference fits both filters: take one away.", icon=":material/search_off:")
        return
    cards = st.container()
    shown = one_page(rows, PAGE_SIZE, PAGE, bind="query-params")
    with cards:
        for row in shown:
            difference_card(dossier, row)


def _to_first_page() -> None:
    st.session_state[PAGE] = 1
