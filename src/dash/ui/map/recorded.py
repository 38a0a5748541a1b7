"""The map's numbers as the recorded deaths yield them, on the screen and on paper."""

from collections.abc import Collection

from dash.dossier.model import Dossier
from dash.maps.atlas import Atlas, with_figures
from dash.ui.recorded import as_recorded


def with_record(dossier: Dossier, atlas: Atlas, on: Collection[str]) -> tuple[Atlas, str | None]:
    """Return the map with the numbers that the recorded deaths yield, and the line that says so.

    Args:
        dossier: Holds them.
        atlas: The map with the figures as they are stated.
        on: The ids of the layers that are on: they are asked for these alone.
    """
    layers = [atlas.figures[layer.id] for layer in atlas.story.figure_layers if layer.id in on]
    of_record = [layer for layer in layers if any(figure["recompute"] for figure in layer)]
    shown = [figure for layer in of_record for figure in layer]
    counted, line = as_recorded(dossier, shown)
    changed = {
        figure["id"]: figure for figure, was in zip(counted, shown, strict=True) if figure != was
    }
    return with_figures(atlas, dossier, changed) if changed else atlas, line
