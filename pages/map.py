"""The map, "/map": where the story happens, and who holds what on whose word."""

import streamlit as st

from dash.maps.words import how_drawn, without_point
from dash.markdown import escape
from dash.ui import frame
from dash.ui.data import current_atlas
from dash.ui.glossary import explain_words
from dash.ui.map.page import map_tables, show_map

with frame.page("map") as dossier:
    st.title("Where it happens", anchor=False)
    atlas = current_atlas()
    show_map(dossier, atlas)
    with st.expander("How is this drawn?", icon=":material/help:"):
        notes = [*how_drawn(dossier.story), *without_point(atlas), dossier.story.disclaimer]
        st.markdown("\n".join(f"- {escape(note)}" for note in notes))
        explain_words(dossier, *notes)
        frame.small(escape("; ".join(dossier.story.credits)))
    map_tables(dossier, atlas)
