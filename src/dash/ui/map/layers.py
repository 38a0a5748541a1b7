"""What is said of the map's layers: status above it, switches in a popover, a legend below."""

from collections.abc import Collection
from functools import partial

import streamlit as st

from dash.dossier.model import Dossier
from dash.maps.atlas import Atlas, Switch
from dash.maps.legend import foot_of, status_swatch, swatch
from dash.maps.scene import Scene
from dash.markdown import escape, link, read_out
from dash.provenance import address_of_words, spell_locators
from dash.schema.story import MapLayer
from dash.ui import frame
from dash.ui.address import is_on
from dash.ui.faults import fragment
from dash.ui.widgets import follow, write_switch

DRAWING, LAYERS = "map_drawing", "map_layers"
# Narrow enough to stand beside its switch on a phone.
LEGEND_WIDTH = 270


@fragment
def switches(atlas: Atlas) -> None:
    """Draw the switches of all layers behind a button, once it is opened."""
    popover = st.popover("Layers", icon=":material/layers:", key=LAYERS, on_change="rerun")
    if popover.open:
        with popover:
            for switch in atlas.switches:
                _switch(switch, atlas)


def status_lines(dossier: Dossier, atlas: Atlas, seen: Collection[str] | None = None) -> None:
    """Draw a line for each area of disputed status, with its source.

    Args:
        dossier: Holds the sources.
        atlas: Holds the areas.
        seen: The ids of the layers that are seen; all, unless given.
    """
    palette = frame.palette()
    areas = [
        layer
        for layer in atlas.story.layers
        if layer.style == "status" and (seen is None or layer.id in seen)
    ]
    if not areas:
        return
    with st.container(key="map_status", gap="xxsmall"):
        for layer in areas:
            picture = status_swatch(layer.id, atlas, palette)
            said = _with_source(dossier, layer)
            frame.small(f"![]({picture}) {escape(layer.name)}. {said}")


def _with_source(dossier: Dossier, layer: MapLayer) -> str:
    """Return where the place is told of, as a link to the words where there is one."""
    if layer.place is None:
        return ""
    place = dossier.record("places", layer.place)
    source = dossier.record("sources", place["source"])
    where = spell_locators([place["locator"]]) if place["locator"] else None
    words = ", ".join(filter(None, (source["publisher"], where)))
    if source["url"] is None:
        return f"Read about it in {escape(words)}."
    return f"Read about it in {link(words, address_of_words(source['url'], place['exact']))}."


def _switch(switch: Switch, atlas: Atlas) -> None:
    # A screen reader is told a switch's label as it is written, Markdown and all: the switch
    # keeps the bare name, and what is seen stands beside it.
    key = _switch_key(switch)
    follow(key, is_on(key, start=switch.shown))
    with st.container(horizontal=True, gap="xsmall"):
        st.checkbox(
            read_out(switch.name),
            key=key,
            on_change=partial(_switched, key, start=switch.shown),
            label_visibility="collapsed",
            width="content",
        )
        picture = swatch(switch, atlas, frame.palette())
        st.markdown(f"![]({picture}) :small[{escape(switch.name)}]", width=LEGEND_WIDTH)


def _switched(key: str, *, start: bool) -> None:
    write_switch(key, start=start)
    st.rerun(DRAWING)


def foot(scene: Scene) -> None:
    """Draw the few lines of the legend that the map needs below it."""
    atlas, palette = scene.atlas, scene.palette
    on = {switch.id for switch in atlas.switches if set(switch.layers) & set(scene.on)}
    lines = [
        f"![]({swatch(switch, atlas, palette)}) {escape(switch.name)}"
        for switch in foot_of(atlas, on)
    ]
    if lines and not scene.view.overview:
        with st.container(key="map_legend"):
            st.markdown(" ".join(f":small[{line}]" for line in lines))


def switched_on(atlas: Atlas) -> set[str]:
    """Return the ids of the layers that the switches have on."""
    on = (each for each in atlas.switches if is_on(_switch_key(each), start=each.shown))
    return {layer for switch in on for layer in switch.layers}


def _switch_key(switch: Switch) -> str:
    return f"map_{switch.id}"
