"""What a map shows: one view of an atlas, with the layers that are on."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from dash.maps.atlas import CONTEXT_PLACES, STORY_PLACES, Atlas
from dash.maps.courses import Course, course
from dash.maps.markers import Marker
from dash.maps.mercator import HEIGHT, NARROW, WIDTH, Camera, Point, contains, fit
from dash.maps.symbols import Circle, circles, leaders
from dash.palette import Palette
from dash.schema.story import FigureLayer, MapLayer, View

TOWARDS = (1, -1)
# A reader may step back this far from a preset view, in deck.gl's zoom; what is farther away
# than can be seen from there is not sent.
STEP_BACK = 1.5
REACH = 2**STEP_BACK


@dataclass(frozen=True)
class Scene:
    """All that a map is drawn from.

    Attributes:
        ground: By layer id, the address of its GeoJSON or the collection itself.
        on: Ids of the layers that are switched on.
        selected: Id of the selected place, if there is one.
    """

    atlas: Atlas
    ground: Mapping[str, str | Mapping[str, object]]
    view: View
    palette: Palette
    on: Collection[str]
    selected: str | None = None

    @cached_property
    def camera(self) -> Camera:
        """Where the map looks: at its view, or at a selected place that a phone would not see."""
        camera = fit(self.view)
        point = self.atlas.points.get(self.selected or "")
        if point is None or not contains(self.view, *point):
            return camera
        away, _ = camera.pixels(*point)
        return camera if abs(away) < NARROW / 2 else replace(camera, longitude=point[0])

    def reaches(self, point: Point) -> bool:
        """Say whether a reader who steps back from the view can see a point."""
        x, y = self.camera.pixels(*point)
        return abs(x) < WIDTH / 2 * REACH and abs(y) < HEIGHT / 2 * REACH

    @cached_property
    def layers(self) -> list[MapLayer]:
        """The layers of the ground that are on, in the order of drawing."""
        return [layer for layer in self.atlas.story.layers if layer.id in self.on]

    @cached_property
    def figure_layers(self) -> list[FigureLayer]:
        """The layers of figures that are on; an overview is too wide for any."""
        if self.view.overview:
            return []
        return [layer for layer in self.atlas.story.figure_layers if layer.id in self.on]

    @cached_property
    def markers(self) -> list[Marker]:
        """The places that are on and within reach; the selected one in any case."""
        return [
            marker
            for marker in self.atlas.markers
            if self.selected in marker.ids
            or (
                (STORY_PLACES if marker.in_story else CONTEXT_PLACES) in self.on
                and self.reaches((marker.longitude, marker.latitude))
            )
        ]

    @cached_property
    def circles(self) -> list[Circle]:
        """The circles of all layers that are on, the larger ones of a layer first."""
        return [circle for _, drawn in self._circles for circle in drawn]

    @cached_property
    def leaders(self) -> list[tuple[Point, Point]]:
        """The lines that join circles to the places they stand beside."""
        return [
            line
            for layer, drawn in self._circles
            for line in leaders(layer, drawn, self.atlas.points, self.camera)
        ]

    @cached_property
    def _circles(self) -> list[tuple[FigureLayer, list[Circle]]]:
        atlas, found = self.atlas, []
        for layer in self.figure_layers:
            if layer.style == "circles":
                figures = atlas.figures[layer.id]
                drawn = circles(layer, figures, atlas.points, self.camera, atlas.tips)
                found.append((layer, [one for one in drawn if self.reaches(one.position)]))
        return found

    @cached_property
    def courses(self) -> list[Course]:
        """The passages that are on; each keeps its side whether the other is on or off."""
        atlas = self.atlas
        passages = [layer for layer in atlas.story.figure_layers if layer.style == "passage"]
        drawn = [
            course(layer, atlas.points, self.camera, TOWARDS[number % len(TOWARDS)], atlas.tips)
            for number, layer in enumerate(passages)
            if layer in self.figure_layers and atlas.figures[layer.id]
        ]
        return [passage for passage in drawn if passage is not None]
