"""Where the map's names stand, worked out once for all readers who choose the same."""

from collections.abc import Callable
from functools import lru_cache

from dash.maps.atlas import Atlas
from dash.maps.names import Written, placed_names
from dash.maps.scene import Scene
from dash.palette import Palette
from dash.ui.lasting import Lasting

# How many choices of view, theme, layers and place are kept.
KEPT = 256


def placed_once(scene: Scene) -> Written:
    """Place the names of a scene, or find them placed for a reader who chose the same."""
    view, palette, on = scene.view, scene.palette, frozenset(scene.on)
    return _placing(scene.atlas)(view.id, palette, on, scene.selected)


@Lasting
def _placing(atlas: Atlas) -> Callable[[str, Palette, frozenset[str], str | None], Written]:
    views = {view.id: view for view in atlas.story.views}

    @lru_cache(maxsize=KEPT)
    def placed(view: str, palette: Palette, on: frozenset[str], selected: str | None) -> Written:
        return placed_names(Scene(atlas, {}, views[view], palette, on, selected))

    return placed
