"""The casualties, "/casualties": the story's figures, each with who, whom and as of when."""

import streamlit as st

from dash.charts.casualties import figures_alt, figures_chart
from dash.charts.layout import TOOLBAR
from dash.dossier import names, records
from dash.figures import describe, side_by_side, split_by_length
from dash.markdown import escape
from dash.ui import frame
from dash.ui.source import source_popover

with frame.page("Casualties", "figures", "actors", "places") as dossier:
    story = dossier.story
    st.title("How many were killed, and who says so", anchor=False)
    st.markdown(
        "The story gives several numbers. They come from different people, count different "
        "groups and stop at different dates, so they are shown side by side and never added.",
        width=720,
    )
    figures = side_by_side(dossier.figures, story.comparison)
    words = describe(figures, names(dossier.actors), story.populations)
    for length, part in split_by_length(figures).items():
        said = words.loc[part.index]
        st.subheader(length, anchor=False)
        st.plotly_chart(
            figures_chart(part, said, frame.palette()),
            config=TOOLBAR,
            alt=figures_alt(said),
        )
        for figure, spelled in zip(records(part), records(said), strict=True):
            with st.container(border=True):
                whose = "The story" if figure["in_story"] else "Outside the story"
                st.markdown(f"**{escape(spelled['value'])}** · {whose}")
                st.markdown(
                    escape(f"{spelled['population']}. {spelled['claimant']}. {spelled['time']}")
                )
                source_popover(figure, dossier.sources)
