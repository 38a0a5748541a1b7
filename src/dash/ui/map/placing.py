"""Where the map's names stand, worked out once for all readers who choose the same."""

from collections.abc import Callable
from functools import lru_cache
from itertools import product
from typing import TypeAlias

from dash.maps.atlas import Atlas
from dash.maps.mercator import DESK, Canvas
from dash.maps.names import Written, placed_names
from dash.maps.scene import Scene
from dash.palette import DARK, LIGHT, Palette
from dash.ui.lasting import KeptWith
from dash.ui.map.claims import usual_day

# How many choices of view, theme, layers and place are kept.
KEPT = 256
# All of a scene but its atlas and its ground, with the id of the view.
Choice: TypeAlias = tuple[str, Palette, frozenset[str], str | None, Canvas, str | None, str | None]


def placed_once(scene: Scene) -> Written:
    """Place the names of a scene, or find them placed for a reader who chose the same."""
    on, rings = frozenset(scene.on), (scene.day, scene.claim)
    choice = (scene.view.id, scene.palette, on, scene.selected, scene.canvas, *rings)
    return _placing(scene.atlas)(choice)


def place_beforehand(atlas: Atlas) -> None:
    """Place the names of each part of the map as a reader finds it who has chosen nothing."""
    on = frozenset(layer for switch in atlas.switches if switch.shown for layer in switch.layers)
    day = usual_day(atlas)
    for view, palette in product(atlas.story.views, (LIGHT, DARK)):
        # A part that is chosen selects the place that it tells of; one that is opened does not.
        for place in {None, view.place}:
            placed_once(Scene(atlas, {}, view, palette, on, place, DESK, day))


@KeptWith
def _placing(atlas: Atlas) -> Callable[[Choice], Written]:
    views = {view.id: view for view in atlas.story.views}

    @lru_cache(maxsize=KEPT)
    def placed(choice: Choice) -> Written:
        view, palette, on, selected, canvas, day, claim = choice
        scene = Scene(atlas, {}, views[view], palette, on, selected, canvas, day, claim)
        return placed_names(scene)

    return placed
