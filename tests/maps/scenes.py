"""Scenes for the tests of dash.maps: a view of a dossier with its layers on."""

from dash.dossier.model import Dossier
from dash.maps.atlas import gather_atlas
from dash.maps.scene import Scene
from dash.palette import LIGHT, Palette


def scene(
    dossier: Dossier,
    view: str | None = None,
    *,
    on: set[str] | None = None,
    off: set[str] | None = None,
    selected: str | None = None,
    palette: Palette = LIGHT,
) -> Scene:
    """Return a scene of a view, the first without a name, with every layer on unless told."""
    gathered = gather_atlas(dossier)
    every = {layer for switch in gathered.switches for layer in switch.layers}
    views = {view.id: view for view in dossier.story.views}
    return Scene(
        atlas=gathered,
        ground={key: f"geo/{digest}.geojson" for key, digest in gathered.digests.items()},
        view=views[view] if view else dossier.story.views[0],
        palette=palette,
        on=(every if on is None else on) - (off or set()),
        selected=selected,
    )
