"""The map, "/map": where the story happens, and who holds what on whose word."""

import streamlit as st

from dash.maps.words import how_drawn
from dash.markdown import escape
from dash.ui import frame, mapping
from dash.ui.data import current_atlas

with frame.page("Map", "places") as dossier:
    st.title("Where it happens", anchor=False)
    atlas = current_atlas()
    mapping.show_map(dossier, atlas)
    with st.expander("How is this drawn?", icon=":material/help:"):
        notes = [*how_drawn(dossier.story), dossier.story.disclaimer]
        st.markdown("\n".join(f"- {escape(note)}" for note in notes))
        frame.small(escape("; ".join(dossier.story.credits)))
    mapping.map_tables(dossier, atlas)
