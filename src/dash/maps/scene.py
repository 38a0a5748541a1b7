"""What a map shows: one view of an atlas, with the layers that are on."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from dash.maps.atlas import CONTEXT_PLACES, STORY_PLACES, Atlas
from dash.maps.claims import Claim, made_by, newest_by_area
from dash.maps.courses import Course, course
from dash.maps.markers import Marker
from dash.maps.mercator import DESK, NORTHERNMOST, Camera, Canvas, Point, fit
from dash.maps.symbols import Circle, circles, reach_by_place
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
        canvas: The size that it is drawn for.
        day: The day by which a claim was made whose ring is drawn; None draws all.
        claim: Id of the figure whose ring alone stands out; else the newest of each area do.
    """

    atlas: Atlas
    ground: Mapping[str, str | Mapping[str, object]]
    view: View
    palette: Palette
    on: Collection[str]
    selected: str | None = None
    canvas: Canvas = DESK
    day: str | None = None
    claim: str | None = None

    @cached_property
    def camera(self) -> Camera:
        """Where the map looks."""
        return fit(self.view, self.canvas)

    def reaches(self, point: Point) -> bool:
        """Say whether a reader who steps back from the view can see a point."""
        longitude, latitude = point
        west, south, east, north = self._reach
        clipped = max(-NORTHERNMOST, min(NORTHERNMOST, latitude))
        return west < longitude < east and south < clipped < north

    @cached_property
    def _reach(self) -> tuple[float, float, float, float]:
        """The degrees within reach: cheaper to compare for each of many points than pixels."""
        right, down = self.canvas.width / 2 * REACH, self.canvas.height / 2 * REACH
        west, north = self.camera.degrees(-right, -down)
        east, south = self.camera.degrees(right, down)
        return west, south, east, north

    @cached_property
    def layers(self) -> list[MapLayer]:
        """The layers of the ground that are on, in the order of drawing.

        An overview has the land, what is disputed of it, and routes, which may run as far as it
        does: it is too wide for other lines.
        """
        coarse = ("land", "backdrop", "status", "route")
        return [
            layer
            for layer in self.atlas.story.layers
            if layer.id in self.on and (layer.style in coarse or not self.view.overview)
        ]

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
    def claims(self) -> list[Claim]:
        """The claims of all layers of rings that are on, made by the day, the earliest first."""
        layers = [layer for layer in self.atlas.story.figure_layers if layer.id in self.on]
        return [
            claim
            for layer in layers
            for claim in made_by(self.atlas.claims.get(layer.id, ()), self.day)
        ]

    @cached_property
    def lit(self) -> set[str]:
        """The ids of the figures whose rings stand out."""
        made = {claim.id for claim in self.claims}
        return {self.claim} if self.claim in made else newest_by_area(self.claims)

    @cached_property
    def circles(self) -> list[Circle]:
        """The circles and rings of all layers that are on, the larger ones of a layer first."""
        made = {claim.id for claim in self.claims}
        return [
            replace(circle, lit=circle.figure in self.lit)
            for layer in self.figure_layers
            if layer.style != "passage"
            for circle in self._circles(layer)
            if self.reaches(circle.position) and (not circle.ring or circle.figure in made)
        ]

    def _circles(self, layer: FigureLayer) -> list[Circle]:
        atlas = self.atlas
        return circles(layer, atlas.figures[layer.id], atlas.points, atlas.tips, self.canvas.size)

    @cached_property
    def reach(self) -> dict[str, float]:
        """How far the rings around a place reach, in pixels, by its id."""
        return reach_by_place(self.circles)

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
