"""Where a record comes from, the same on every page."""

import streamlit as st

from dash.dossier.records import key_of_row
from dash.markdown import escape, link
from dash.own_words import own_words
from dash.provenance import address_of_words, cite, cite_in_full, label_of, spell_verification
from dash.schema.rows import Fact, Source
from dash.sharing.addresses import subject_of_row
from dash.ui.faults import fragment
from dash.ui.links import source_link
from dash.ui.sharing.citation import cite_and_embed
from dash.wording import HOW_FAR_CHECKED, NOTE, OPEN_THE_ORIGINAL, RESTS_ON_THE_WORDS, SOURCE


def source_note(fact: Fact, source: Source) -> None:
    """Show where a fact comes from.

    The source, what the record says in words of the dossier and in words of
    the source, how far it was checked, what a reader must know, the way to
    the original and to all that rests on it, and a citation to copy.
    """
    st.markdown("  \n".join(_lines(fact, source)))
    # A figure's record has a citation of its own beside this.
    subject = None if "bound" in fact else subject_of_row(fact)
    cite_and_embed(cite_in_full(source, fact["locator"]), subject)
    source_link(fact["source"], "All that rests on this source")


@fragment
def source_popover(fact: Fact, source: Source) -> None:
    """Show where a fact comes from behind a button; it is drawn and sent only when opened."""
    source_popover_in_fragment(fact, source)


def source_popover_in_fragment(fact: Fact, source: Source) -> None:
    """Draw the same inside a small fragment of the caller's, which opening it reruns.

    A fragment in a fragment costs more than the popover: Streamlit copies all that it stands in.
    """
    key = f"source_{key_of_row(fact)}"
    popover = st.popover(SOURCE, icon=":material/menu_book:", key=key, on_change="rerun")
    if popover.open:
        with popover:
            source_note(fact, source)


def _lines(fact: Fact, source: Source) -> list[str]:
    label = label_of(fact)
    told = {
        "The record says": own_words(fact),
        RESTS_ON_THE_WORDS: f"“{fact['exact']}”" if fact["exact"] else None,
        HOW_FAR_CHECKED: spell_verification(label) if label else None,
        NOTE: _note(fact),
    }
    lines = [f"**{name}:** {escape(words)}" for name, words in told.items() if words]
    return [f"**{escape(cite(source, fact['locator']))}**", *lines, original_link(fact, source)]


def _note(fact: Fact) -> str | None:
    if "note" not in fact:
        return None
    return fact["note"]


def original_link(fact: Fact, source: Source) -> str:
    """Return a link to the original as Markdown, at the words where these are known."""
    if source["url"] is None:
        return "No full address of the original is on record."
    words = "Open the original at these words" if fact["exact"] else OPEN_THE_ORIGINAL
    return link(words, address_of_words(source["url"], fact["exact"]))
