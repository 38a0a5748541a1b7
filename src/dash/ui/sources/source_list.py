"""The sources: all of them, or one with everything that rests on it."""

from collections.abc import Mapping, Sequence

import streamlit as st

from dash.counting import count_of
from dash.dates import spell
from dash.dossier.model import Dossier
from dash.drawings.share import share
from dash.links import label
from dash.markdown import escape, link
from dash.provenance import by_table, cite_in_full, resting_on
from dash.schema.rows import Source
from dash.schema.vocabulary import SOURCES, labels
from dash.sharing.addresses import subject_of_row
from dash.site import TARGETS
from dash.sources import by_weight, is_described, matching
from dash.ui import announce, drawing, frame
from dash.ui.address import tell_unknown
from dash.ui.lasting import KeptWith
from dash.ui.links import record_link, turn_button
from dash.ui.sharing.citation import cite_and_embed
from dash.ui.sharing.versions import mark_corrections
from dash.ui.widgets import Parameter, select_one, switch, write_words
from dash.wording import DATE_NOT_ON_RECORD, KIND, NOTE, OPEN_THE_ORIGINAL

SHOWN_SOURCES = 15
SHOWN_RECORDS = 6
LONGEST_SEARCH = 200


# Counted once for each dossier, for all readers.
rested_on = KeptWith(resting_on)


def show_sources(dossier: Dossier) -> None:
    """Show the source that the address names, or the list of all."""
    sources = dossier.records("sources")
    known = {source["id"] for source in sources}
    tell_unknown("source", known, "source")
    chosen = st.query_params.get("source")
    if chosen is not None and chosen in known:
        _one(dossier, dossier.record("sources", chosen))
    else:
        _all(dossier, sources)


def _all(dossier: Dossier, sources: Sequence[Source]) -> None:
    resting = {source: len(found) for source, found in rested_on(dossier).items()}
    given = {source["kind"] for source in sources}
    kinds = {kind: name for kind, name in labels(SOURCES).items() if kind in given}
    words, kind = _narrow_down(kinds) if len(sources) > 1 else ("", None)
    wanted = next((key for key, name in kinds.items() if name == kind), None)
    found = matching(sources, words, wanted)
    found = by_weight(found, resting, dossier.story.source)
    with st.container(key="sources_count", gap="xxsmall"):
        every = count_of(len(sources), "source")
        announce.count(every if len(found) == len(sources) else f"{len(found)} of {every}")
        told = "Open it to see what rests on it."
        if len(sources) > 1:
            told = "The story first, then those on which most rests. Open one to see what does."
        if any(map(is_described, found)):
            told += (
                " A title in \\[square brackets\\] is a description of ours, not one as printed."
            )
        frame.small(told)
    if not found:
        ways = ["shorten the search"] * bool(words) + ["choose every kind"] * bool(kind)
        st.info(f"No source matches: {' or '.join(ways)}.")
    everything = len(found) <= SHOWN_SOURCES or switch(f"Show all {len(found)}", "sources_all")
    shown = found if everything else found[:SHOWN_SOURCES]
    most = max((resting[source["id"]] for source in sources), default=0)
    with st.container(gap=None, key="sources_list"):
        for source in shown:
            _row(source, resting, most)
    if not everything:
        frame.small(f"And {count_of(len(found) - len(shown), 'source')} more: “Show all” above.")


def _narrow_down(kinds: Mapping[str, str]) -> tuple[str, str | None]:
    """Draw the search and, where there are several, the choice of a kind; return both choices."""
    with st.container(horizontal=True):
        words = write_words(
            "Find a source",
            Parameter("sources_find"),
            LONGEST_SEARCH,
            placeholder="Publisher, title or number",
            icon=":material/search:",
            width=360,
        )
        kind: str | None = None
        if len(kinds) > 1:
            kind = select_one(
                KIND,
                kinds.values(),
                Parameter("sources_kind", "kind of source"),
                placeholder="Every kind",
                width=300,
            )
    return words, kind


def _row(source: Source, resting: Mapping[str, int], most: int) -> None:
    count = resting[source["id"]]
    when = spell(source["published"]) if source["published"] else DATE_NOT_ON_RECORD
    with st.container(key=f"source_row_{source['id']}"):
        turn_button(escape(source["title"]), TARGETS["sources"].icon, "source", source["id"])
        frame.small(f"{escape(source['publisher'])} · {when}")
        drawing.show(share(count, most, frame.palette()))
        frame.small(count_of(count, "record"))


def _one(dossier: Dossier, source: Source) -> None:
    turn_button("All sources", ":material/arrow_back:", "source", None)
    with st.container(border=True, key="source_one"):
        st.header(escape(source["title"]), anchor=False)
        if is_described(source):
            frame.small("In brackets: a description of ours, not a title as printed.")
        st.markdown("  \n".join(_facts(source)))
        mark_corrections(dossier, source)
        cite_and_embed(cite_in_full(source), subject_of_row(source))
    found = by_table(rested_on(dossier)[source["id"]])
    count = sum(map(len, found.values()))
    st.header(f"What rests on it: {count_of(count, 'record')}", anchor=False)
    if not found:
        st.markdown(
            "No record names this source in a column of its own. It may stand behind "
            "coordinates, outlines of the map, or another source's note."
        )
    capped = any(len(keys) > SHOWN_RECORDS for keys in found.values())
    everything = capped and switch(f"Show all {count}", "sources_records")
    for table, keys in found.items():
        _records(dossier, table, keys if everything else keys[:SHOWN_RECORDS], len(keys))


def _facts(source: Source) -> list[str]:
    told = {
        "Publisher": source["publisher"],
        "Published": spell(source["published"]) if source["published"] else DATE_NOT_ON_RECORD,
        KIND: SOURCES[source["kind"]].label,
        "Terms": source["licence"],
        "Number or short address": source["identifier"],
        NOTE: source["note"],
    }
    lines = [f"**{name}:** {escape(value)}" for name, value in told.items() if value]
    if source["url"]:
        lines.append(link(OPEN_THE_ORIGINAL, source["url"]))
    return lines


def _records(dossier: Dossier, table: str, keys: list[str | int], count: int) -> None:
    st.markdown(f"**{table.capitalize()}** ({count})")
    with st.container(gap=None):
        if table not in TARGETS:
            st.markdown(escape("; ".join(label(dossier, table, key) for key in keys)))
            keys = []
        for key in keys:
            record_link(dossier, table, key)
