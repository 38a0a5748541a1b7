"""The slideshow, "/slideshow": the story's gallery, one picture after the other."""

import streamlit as st

from dash.dossier import record
from dash.markdown import escape
from dash.slides import numbered, opening_card, spell_credit, spell_heading
from dash.ui import frame
from dash.ui.source import source_note
from dash.ui.state import tell_unknown

with frame.page("Slideshow", "slides") as dossier:
    st.title("The gallery", anchor=False)
    opening, slides = opening_card(dossier.slides), numbered(dossier.slides)
    if opening is not None:
        st.markdown(f"**{escape(spell_heading(opening))}**  \n{escape(opening['caption'])}")
    numbers = [str(number) for number in slides["number"]]
    tell_unknown("slide", numbers, "slide")
    position = st.pagination(len(slides), key="slide", bind="query-params")
    slide = record(slides, position)
    with st.container(border=True):
        st.caption(f"{position} of {len(slides)}")
        st.subheader(escape(spell_heading(slide)), anchor=False)
        st.markdown(escape(slide["caption"]), width=720)
        st.markdown(f"Credit: {escape(spell_credit(slide))}")
        source_note(slide, dossier.sources)
