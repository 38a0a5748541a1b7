"""Where the accounts part ways: the table of differences, with its records linked."""

from collections.abc import Sequence

import streamlit as st

from dash import wording
from dash.counting import count_of
from dash.dossier.lookup import find
from dash.dossier.model import Dossier
from dash.links import label
from dash.markdown import escape
from dash.schema.rows import Difference
from dash.schema.vocabulary import DIFFERENCES, labels
from dash.sharing.addresses import subject_of_row
from dash.site import TARGETS
from dash.statements.facets import Facet, choose, counts, facet
from dash.ui import announce, frame
from dash.ui.address import asked_for, tell_unknown
from dash.ui.links import open_here, record_link
from dash.ui.paging import one_page
from dash.ui.parts import shown_and_beside
from dash.ui.sharing.citation import cite_own
from dash.ui.sharing.versions import mark_corrections
from dash.ui.widgets import Parameter, choose_several, select_several
from dash.wording import ALONE

PAGE, PAGE_SIZE = "quotes_difference_page", 5
KIND, TOPIC = "quotes_difference_kind", "quotes_difference_topic"
KIND_ICONS = {
    "contradiction": ":material/compare_arrows:",
    "not_comparable": ":material/scale:",
    "ambiguous": ":material/help:",
    "misquoted": ":material/edit:",
    "out_of_date": ":material/history:",
}
_ICON_OF = {word.label: KIND_ICONS[key] for key, word in DIFFERENCES.items()}


def differences(dossier: Dossier) -> None:
    """Show the differences that the reader's filters leave, a page at a time."""
    rows, topics = dossier.records("differences"), dossier.story.topics
    kinds = labels(DIFFERENCES)
    facets = {
        "topic": facet([[topics[row["topic"]]] for row in rows], topics.values()),
        "kind": facet([[kinds[row["kind"]]] for row in rows], kinds.values()),
    }
    everything = facet([["all"]] * len(rows)).having([])
    tell_unknown(KIND, facets["kind"].values, "kind of difference")
    listed, beside = shown_and_beside("before")
    with beside:
        kind_slot = st.container()
        chosen = {"kind": asked_for(KIND, facets["kind"].values), "topic": _topics(facets["topic"])}
    with kind_slot:
        _kinds(facets["kind"], counts(facets, chosen, everything)["kind"])
    kept = choose(facets, chosen, everything)
    found = [row for row, keep in zip(rows, kept, strict=True) if keep]
    asked = " · ".join(" or ".join(values) for values in chosen.values() if values)
    total = count_of(len(rows), "difference")
    with listed:
        announce.count(total if not asked else f"{len(found)} of {total}", asked)
        if found:
            _pages(dossier, found)
        else:
            # Each kind and each topic that is offered has a difference: both filters are set.
            st.info("No difference fits both filters: take one away.", icon=":material/search_off:")


def draw_difference(dossier: Dossier, difference: Difference, *, alone: bool = False) -> None:
    """Show one difference with a link a line to each record that it speaks of."""
    if not alone:
        _draw_words(dossier, difference, alone=False)
        return
    told, beside = shown_and_beside("after")
    with told:
        _draw_words(dossier, difference, alone=True)
        mark_corrections(dossier, difference)
    if subject := subject_of_row(difference):
        with beside:
            cite_own(subject)


def _draw_words(dossier: Dossier, difference: Difference, *, alone: bool) -> None:
    kind, word = difference["kind"], DIFFERENCES[difference["kind"]]
    topic = escape(dossier.story.topics[difference["topic"]])
    own = difference["id"]
    st.markdown(
        f"{'##' if alone else '###'} **{escape(difference['title'])}**\n\n"
        f":small[{KIND_ICONS[kind]} **{word.label}**: {word.meaning}\u00a0· {topic}\u00a0· {own}]"
        f"\n\n{escape(difference['explanation'])}",
        anchors=False,
    )
    with st.container(gap=None, key=f"ties_{own}"):
        for reference in sorted(difference["records"], key=lambda one: _kind(dossier, one)):
            _record(dossier, own, reference)
        if not alone:
            words = f"{own} {ALONE}"
            open_here(words, ":material/link:", own, difference=own)


def _kind(dossier: Dossier, reference: str) -> int:
    """Return a number by which records of one kind come together; those not found come last."""
    found = find(dossier, reference)
    return len(TARGETS) if found is None else list(TARGETS).index(found[0])


def _record(dossier: Dossier, difference: str, reference: str) -> None:
    found = find(dossier, reference)
    if found is None:
        frame.small(f"{escape(reference)}: its table has a problem.", width="content")
        return
    table, key = found
    if table == "quotes":
        words = escape(label(dossier, table, key))
        open_here(words, TARGETS[table].icon, f"{difference}_{key}", quote=str(key))
    else:
        record_link(dossier, table, key)


def _topics(topics: Facet) -> list[str]:
    tell_unknown(TOPIC, topics.values, "topic")
    return select_several(
        wording.TOPIC,
        topics.values,
        Parameter(TOPIC, drops=(PAGE,)),
        placeholder="All topics",
        label_visibility="collapsed",
        width=420,
    )


def _kinds(kinds: Facet, numbers: dict[str, int]) -> None:
    choose_several(
        "Kind of difference",
        {kind: f"{_ICON_OF[kind]} {kind} **{numbers.get(kind, 0)}**" for kind in kinds.values},
        Parameter(KIND, drops=(PAGE,)),
        label_visibility="collapsed",
        wrap=True,
    )


def _pages(dossier: Dossier, rows: Sequence[Difference]) -> None:
    shown = one_page(rows, PAGE_SIZE, PAGE, in_address=True)
    with st.container(key="quotes_list", gap=None):
        for row in shown:
            draw_difference(dossier, row)
