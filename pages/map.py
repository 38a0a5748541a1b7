"""The map, "/map": where the story happens, and who holds what on whose word."""

import streamlit as st

from dash.maps.words import figure_table, how_drawn
from dash.markdown import escape
from dash.places import describe
from dash.ui import frame, mapping
from dash.ui.data import current_atlas

with frame.page("Map", "places") as dossier:
    st.title("Where it happens", anchor=False)
    atlas = current_atlas()
    mapping.show_map(dossier, atlas)
    with st.expander("How is this drawn?", icon=":material/help:"):
        for note in how_drawn(dossier.story):
            st.markdown(f"- {escape(note)}")
        st.markdown(f"- {escape(dossier.story.disclaimer)}")
        st.caption(escape("; ".join(dossier.story.credits)))
    with st.expander("The map as tables", icon=":material/table:"):
        st.dataframe(
            describe(dossier.places), hide_index=True, alt="The places of the map as a table."
        )
        figures = figure_table(dossier, atlas)
        st.dataframe(figures, hide_index=True, alt="The figures of the map as a table.")
