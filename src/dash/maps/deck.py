"""The deck: the layers of a scene, from the sea up, with a camera."""

import json
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize

from dash.maps.ground import graticule_layers, ground_layers, sea_layer
from dash.maps.names import Written, drawn_markers, placed_names
from dash.maps.overlay import circle_layers, course_layers, marker_layers
from dash.maps.scene import STEP_BACK, Scene
from dash.maps.text import text_layers

CLOSEST = 11.0


class CompactDeck(pdk.Deck):  # type: ignore[misc]
    """A deck that travels without white space: a third of the bytes of pydeck's own writing.

    Without a base map of somebody else's. What `pdk.Deck` does beyond keeping its parts is left
    out: looking for the keys of such maps, and five times for Jupyter, by an import that fails.
    """

    def __init__(
        self,
        layers: list[pdk.Layer],
        views: list[pdk.View],
        initial_view_state: pdk.ViewState,
        tooltip: dict[str, Any],
    ) -> None:
        """Keep the parts; their names are pydeck's."""
        self.layers = layers
        self.views = views
        self.initial_view_state = initial_view_state
        self._tooltip = tooltip
        # pydeck's word for a style left out: Streamlit's page then asks nobody for a map, while
        # it takes none at all, or a blank one, for its own default, from another server.
        self.map_style = "__MAP_STYLE__"

    def to_json(self) -> str:
        """Return the deck as compact JSON; NaN, which JSON does not know, is refused.

        It is written once: a deck is not changed after that.
        """
        return self._json

    @cached_property
    def _json(self) -> str:
        return json.dumps(
            self,
            default=default_serialize,
            separators=(",", ":"),
            allow_nan=False,
            ensure_ascii=False,
        )


def map_deck(
    scene: Scene,
    revision: int = 0,
    written: Written | None = None,
    more: Sequence[pdk.Layer] = (),
) -> CompactDeck:
    """Draw a scene.

    Args:
        scene: What is shown.
        revision: A number that changes with each click. It stands in the names of the layers
            that can be clicked: the browser forgets its own selection when a layer is gone,
            so that the address alone says what is selected.
        written: Its names, where they have been placed already.
        more: Layers between the places and the names.
    """
    camera = scene.camera
    written = placed_names(scene) if written is None else written
    layers = [
        sea_layer(scene),
        *(ground_layers(scene, revision) or graticule_layers(scene)),
        *course_layers(scene, revision),
        *circle_layers(scene, revision),
        *marker_layers(scene, drawn_markers(scene, written), revision),
        *more,
        *text_layers(scene, written, revision, crowded=bool(more)),
    ]
    return CompactDeck(
        layers=layers,
        views=[
            pdk.View(
                "MapView",
                repeat=True,
                controller={"dragRotate": False, "touchRotate": False, "keyboard": True},
            )
        ],
        initial_view_state=pdk.ViewState(
            longitude=round(camera.longitude, 4),
            latitude=round(camera.latitude, 4),
            zoom=camera.zoom,
            min_zoom=max(0.0, camera.zoom - STEP_BACK),
            # A view of a town is closer than a reader may else go.
            max_zoom=max(CLOSEST, camera.zoom + STEP_BACK),
        ),
        tooltip={"text": "{tip}", "style": _tip_style(scene)},
    )


def _tip_style(scene: Scene) -> dict[str, str]:
    palette = scene.palette
    return {
        "backgroundColor": palette.panel,
        "color": palette.ink,
        "border": f"1px solid {palette.muted}",
        "fontSize": "14px",
        "padding": "6px 9px",
        "maxWidth": "250px",
        # Keeps the line breaks of a tip, and breaks what is longer.
        "whiteSpace": "pre-wrap",
    }
