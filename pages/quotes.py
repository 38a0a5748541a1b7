"""The quotes, "/quotes": who said what, in which words."""

import streamlit as st

from dash.dates import spell_period
from dash.dossier import names, records
from dash.markdown import escape
from dash.quotes import said_by, speakers, spell_speakers, spell_speech, spell_statement
from dash.ui import frame
from dash.ui.source import source_popover
from dash.ui.state import tell_unknown

with frame.page("Quotes", "quotes", "actors") as dossier:
    st.title("Who said what", anchor=False)
    actor_names, quotes = names(dossier.actors), dossier.quotes
    speaker_ids = {actor_names[actor]: actor for actor in speakers(quotes)}
    tell_unknown("quotes_speaker", speaker_ids, "speaker")
    speaker = st.selectbox(
        "Speaker",
        sorted(speaker_ids),
        index=None,
        placeholder="Everybody",
        key="quotes_speaker",
        bind="query-params",
        width=420,
    )
    shown = said_by(quotes, speaker_ids[speaker] if speaker else None)
    st.caption(f"{len(shown)} of {len(quotes)} statements")
    for quote in records(shown):
        with st.container(border=True):
            st.markdown(f"#### {escape(spell_statement(quote))}")
            st.markdown(f"**{escape(spell_speakers(quote, actor_names))}**")
            when = spell_period(quote["date"], None)
            st.caption(escape(f"{quote['id']} · {when} · {spell_speech(quote)}"))
            source_popover(quote, dossier.sources)
