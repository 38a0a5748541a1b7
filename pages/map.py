"""The map, "/map": where the story happens, and who holds what on whose word."""

import streamlit as st

from dash.ui import frame
from dash.ui.data import current_atlas
from dash.ui.map.page import map_tables, show_map, show_notes, show_places
from dash.wording import WHERE_IT_HAPPENS

with frame.page("map") as dossier:
    st.title(WHERE_IT_HAPPENS, anchor=False)
    atlas = current_atlas()
    if dossier.story.views:
        show_map(dossier, atlas)
        show_notes(dossier, atlas)
    else:
        show_places(dossier, atlas)
    map_tables(dossier, atlas)
