"""The sources, "/sources": what the facts were read in."""

import streamlit as st

from dash.dossier import names, record
from dash.markdown import escape
from dash.provenance import cite
from dash.ui import frame
from dash.ui.state import tell_unknown

with frame.page("Sources") as dossier:
    st.title("What this rests on", anchor=False)
    sources = dossier.sources
    titles = names(sources)
    tell_unknown("source", titles, "source")
    source = st.selectbox(
        "Source",
        titles,
        index=None,
        format_func=lambda source: titles[source],
        placeholder="All sources",
        key="source",
        bind="query-params",
    )
    if source:
        st.markdown(escape(cite(record(sources, source))))
    st.dataframe(sources, hide_index=True, alt="The table of sources.")
