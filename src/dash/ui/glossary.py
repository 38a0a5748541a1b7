"""Words that a reader may not know, explained where they stand and in a list."""

import streamlit as st

from dash.dossier.model import Dossier
from dash.glossary import words_used
from dash.markdown import escape
from dash.ui import frame
from dash.wording import WORDS


def explain_words(dossier: Dossier, *texts: str | None) -> None:
    """Explain in one line the words of the glossary that stand in some texts, if there are any.

    As text, so that it is read on a phone, by a screen reader and on paper.
    """
    if told := words_used(dossier.story.glossary, texts):
        frame.small("Words: " + "; ".join(_entry(*entry) for entry in told.items()) + ".")


def list_words(dossier: Dossier) -> None:
    """List the whole glossary under a heading, if there is one."""
    if dossier.story.glossary:
        st.subheader(WORDS, anchor=False)
        entries = (f"- {_entry(*entry)}" for entry in dossier.story.glossary.items())
        st.markdown("\n".join(entries), width=720)


def _entry(term: str, meaning: str) -> str:
    return f"**{escape(term)}**: {escape(meaning)}"
