"""The map, "/map": where the story happens."""

import streamlit as st

from dash.maps import places_alt, places_deck, places_within, with_point, without_point
from dash.places import describe
from dash.ui import frame
from dash.ui.state import tell_unknown

with frame.page("Map", "places") as dossier:
    st.title("Where it happens", anchor=False)
    views = {view.name: view for view in dossier.story.views}
    tell_unknown("map_view", views, "part of the map")
    name = st.segmented_control(
        "Part of the map",
        list(views),
        default=next(iter(views)),
        key="map_view",
        bind="query-params",
        required=True,
    )
    view = views[name]
    shown = places_within(with_point(dossier.places), view)
    st.pydeck_chart(places_deck(shown, view, frame.palette()), alt=places_alt(shown, view))
    st.caption(
        "Places as points on an empty ground. Borders, the line of contact and the areas under "
        "different control are not drawn yet; the table says who is recognised in each place "
        "and who held it."
    )
    st.subheader("The places in this view", anchor=False)
    st.dataframe(describe(shown), hide_index=True, alt="The places of the map as a table.")
    if not (elsewhere := without_point(dossier.places)).empty:
        st.subheader("Named in the story, without a point", anchor=False)
        st.dataframe(describe(elsewhere), hide_index=True, alt="Places without a point.")
