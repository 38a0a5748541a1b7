"""The method in plain words, and what the verification labels mean."""

import pandas as pd
import streamlit as st

from dash.dates import spell
from dash.dossier.model import Dossier
from dash.markdown import escape, sentence
from dash.method import makers_notes
from dash.provenance import count_labels, name_label
from dash.schema.vocabulary import VERIFICATION
from dash.ui import frame
from dash.ui.glossary import list_words
from dash.ui.sharing.versions import draw_corrections
from dash.verification.coverage_text import spell_left_out

METHOD = """
## From the story to a record

Each record (a figure, a quotation, an event, a place) names the source that it was read in. What
the story itself says also names the paragraph, and a few words of it that carry the fact: its
*anchor*. The anchor has to be copied letter by letter and to stand in the paragraph once, so that
anybody with a copy of the story can find the passage. `check` sees whether the records fit
together, without the story; whether the anchors stand in it, only `verify` tells, which looks all
of them up in a copy: see **Check it yourself**.

Only words inside quotation marks are quoted. Captions, titles, reported speech and notes are in
words of our own, and the story's own text is not reprinted.

## From a record to its label

What comes from elsewhere was looked for in public copies. The label says how far that led, and
nothing more: it is a statement about our reading, not a verdict on the claim. A figure that was
*seen* is one that somebody did publish; whether it is right is another question, which the pages
leave to the reader and to the differences shown beside it.
"""


def show_method(dossier: Dossier) -> None:
    """Show how records were tied to their sources, and how many carry which label."""
    st.markdown(METHOD, width=720, anchors=False)
    counts = count_labels(dossier)
    table = pd.DataFrame(
        {
            "Label": [name_label(label) for label in counts],
            "What it means": [sentence(VERIFICATION[label].meaning) for label in counts],
            "Records": [count.total() for count in counts.values()],
        }
    )
    st.table(table, hide_index=True, alt="The verification labels and how many records carry each.")
    frame.small(
        "Actors, places, quotations and slides have no label of their own: with an anchor in the "
        "story they count as in the story. What came of comparing a quotation with its original "
        "stands on the quotation."
    )
    if dossier.story.clocks:
        st.header("What a date in the story means", anchor=False)
    for clock in dossier.story.clocks:
        st.markdown(
            f"**{escape(clock.paragraphs)}**: read from {escape(spell(clock.date))}. "
            f"{escape(clock.reason)}",
            width=720,
        )
    draw_corrections(dossier)
    list_words(dossier)
    _list_left_out(dossier)
    if notes := makers_notes(dossier):
        with st.expander("The makers' notes on this dossier", icon=":material/notes:"):
            st.markdown(notes, anchors=False)


def _list_left_out(dossier: Dossier) -> None:
    """List what of the story stands in no record on purpose, with the reasons, if there is any."""
    if not dossier.story.left_out:
        return
    st.header("What was left out, and why", anchor=False)
    st.markdown(
        "The story has this too, and no record has it. Whether that is all, **Check it yourself** "
        "tells: it lists the quotations, numbers, dates and names of a copy that no record has.",
        width=720,
    )
    entries = (
        f"- **{escape(spell_left_out(entry))}**: {escape(entry.reason)}"
        for entry in dossier.story.left_out
    )
    st.markdown("\n".join(entries), width=720)
