"""Rules of the map's views and layers: what names nothing, or stands there twice, is left out."""

from collections.abc import Iterable
from typing import TypeVar

from dash.dossier.rules.figures import settle_drawn
from dash.dossier.rules.naming import Naming
from dash.schema.story import FigureLayer, MapLayer, View

OnMap = TypeVar("OnMap", View, MapLayer)
# They stand beside the ids of layers in the map's addresses and switches: map_view, map_place.
WORDS_OF_THE_MAP = frozenset(
    {
        "claim",
        "claims",
        "choices",
        "context",
        "day",
        "deck",
        "drawing",
        "place",
        "places",
        "status",
        "tables",
        "turn",
        "view",
        "width",
    }
)


def settle_views(views: Iterable[View], naming: Naming) -> tuple[View, ...]:
    """Return the views that no other is called like."""
    return _placed("views", naming.distinct("views", views, lambda view: view.id), naming)


def settle_layers(layers: Iterable[MapLayer], naming: Naming) -> tuple[MapLayer, ...]:
    """Return the layers of the ground that nothing else of the map is called like."""
    distinct = naming.distinct("layers", layers, lambda layer: layer.id, WORDS_OF_THE_MAP)
    return _placed("layers", distinct, naming)


def settle_figure_layers(layers: Iterable[FigureLayer], naming: Naming) -> tuple[FigureLayer, ...]:
    """Return the layers of figures with those figures that the map can draw."""
    key = "figure_layers.figures"
    taken = WORDS_OF_THE_MAP.union(layer.id for layer in naming.story.layers)
    kept = []
    for layer in naming.distinct("figure_layers", layers, lambda layer: layer.id, taken):
        figures = naming.rows(key, "figures", layer.figures)
        once = naming.each_once(key, settle_drawn(key, figures, naming))
        if naming.all_there("figure_layers.path", "places", layer.path) and once:
            kept.append(layer.model_copy(update={"figures": once}))
    return tuple(kept)


def _placed(key: str, entries: Iterable[OnMap], naming: Naming) -> tuple[OnMap, ...]:
    """Return the entries, without the place of those that name none."""
    kept = []
    for entry in entries:
        there = entry.place is None or naming.all_there(f"{key}.place", "places", [entry.place])
        kept.append(entry if there else entry.model_copy(update={"place": None}))
    return tuple(kept)
