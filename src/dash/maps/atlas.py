"""What the map of a dossier is drawn from, gathered once: a run only selects and places."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dash.dossier.geography import GroundLayer
from dash.dossier.model import Dossier
from dash.dossier.records import names
from dash.figures.words import spell_population
from dash.maps.claims import Claim, claim_of
from dash.maps.markers import Marker, markers_of, point_of
from dash.maps.mercator import Point, contains
from dash.maps.symbols import Points, tip
from dash.schema.problems import DossierError, Problem
from dash.schema.rows import Figure
from dash.schema.story import FigureLayer, MapLayer, Story, View

LINES = ("front", "route", "region")
# What no name is to cross: lines, and the edges of areas.
EDGES = (*LINES, "status")
STORY_PLACES = "places"
CONTEXT_PLACES = "context"


@dataclass(frozen=True)
class Switch:
    """A line of the legend, which switches what it names on and off.

    Attributes:
        id: Stands in the address.
        name: What the line says.
        layers: The ids of what it switches.
        shown: Whether it is on at first.
    """

    id: str
    name: str
    layers: tuple[str, ...]
    shown: bool


@dataclass(frozen=True)
class GroundName:
    """A name that the geography brings along: of a neighbour, or of a water."""

    name: str
    kind: str | None
    position: tuple[float, float]


@dataclass(frozen=True, eq=False)
class Atlas:
    """A dossier's map, before anybody has chosen a view or a layer; equal to itself alone.

    Attributes:
        markers: The places, one entry a point.
        place_names: The name of every place, with a point or without, by its id, in the order
            of the alphabet.
        points: Longitude and latitude by place id.
        figures: The figures of each layer of figures, by its id, in the layer's order.
        tips: What is told at a touch of each of these figures, by its id.
        claims: The figures of each layer of rings as claims, by its id.
        lines: What each layer of lines is drawn along, by its id: names do not cross them.
        seen: The ids of the layers of the ground of which each view shows a part, by its id.
        names: The names that each layer of names writes, by its id.
        digests: The name under which each layer of the ground is sent, by its id.
        switches: The lines of the legend.
        problems: What is wrong with the tables of the figures, for which they are left out.
    """

    story: Story
    markers: tuple[Marker, ...]
    place_names: Mapping[str, str]
    points: Points
    figures: Mapping[str, tuple[Figure, ...]]
    tips: Mapping[str, str]
    claims: Mapping[str, tuple[Claim, ...]]
    lines: Mapping[str, tuple[tuple[Point, ...], ...]]
    seen: Mapping[str, frozenset[str]]
    names: Mapping[str, tuple[GroundName, ...]]
    digests: Mapping[str, str]
    switches: tuple[Switch, ...]
    problems: tuple[Problem, ...]

    @property
    def status_layers(self) -> list[str]:
        """The ids of the areas of disputed status, in the order of the file."""
        return [layer.id for layer in self.story.layers if layer.style == "status"]


def gather_atlas(dossier: Dossier) -> Atlas:
    """Gather a dossier's map. Figures are left out where figures.csv or actors.csv is broken.

    Raises:
        DossierError: places.csv or a file of the geography cannot be used.
    """
    story = dossier.story
    problems = _problems(dossier)
    places = dossier.records("places")
    figures: dict[str, tuple[Figure, ...]] = {
        layer.id: () if problems else tuple(dossier.record("figures", key) for key in layer.figures)
        for layer in story.figure_layers
    }
    marked = tuple(markers_of(places, story.source))
    return Atlas(
        story=story,
        markers=marked,
        place_names=dict(sorted(names(places).items(), key=lambda entry: entry[1])),
        points={place["id"]: point for place in places if (point := point_of(place))},
        figures=figures,
        tips=_tips(dossier, figures),
        claims=_claims(dossier, figures),
        lines={
            layer.id: tuple(_paths(dossier.ground[layer.id]))
            for layer in story.layers
            if layer.style in EDGES
        },
        seen=_seen(dossier),
        names={
            layer.id: tuple(
                GroundName(
                    feature["properties"]["name"],
                    feature["properties"].get("kind"),
                    tuple(feature["geometry"]["coordinates"][:2]),
                )
                for feature in dossier.ground[layer.id].features
            )
            for layer in story.layers
            if layer.style == "names"
        },
        digests={key: layer.digest for key, layer in dossier.ground.items()},
        switches=tuple(_switches(story, marked, figures)),
        problems=problems,
    )


def with_figures(atlas: Atlas, dossier: Dossier, changed: Mapping[str, Figure]) -> Atlas:
    """Return a map on which some figures, by id, are drawn with other numbers."""
    figures = {
        layer: tuple(changed.get(figure["id"], figure) for figure in group)
        for layer, group in atlas.figures.items()
    }
    return replace(
        atlas,
        figures=figures,
        tips=_tips(dossier, figures),
        claims=_claims(dossier, figures),
    )


def _switches(
    story: Story, marked: tuple[Marker, ...], figures: Mapping[str, tuple[Figure, ...]]
) -> list[Switch]:
    """Return the lines of the legend, from the ground up; layers of one name share a line."""
    named: dict[str, list[MapLayer | FigureLayer]] = {}
    drawn = [layer for layer in story.figure_layers if figures[layer.id]]
    every: list[MapLayer | FigureLayer] = [*story.layers, *drawn]
    for layer in every:
        named.setdefault(layer.name, []).append(layer)
    lines = [
        Switch(layers[0].id, name, tuple(layer.id for layer in layers), layers[0].shown)
        for name, layers in named.items()
    ]
    if any(marker.in_story for marker in marked):
        lines.append(Switch(STORY_PLACES, "Places of the story", (STORY_PLACES,), shown=True))
    if any(not marker.in_story for marker in marked):
        name = "Places added for context"
        lines.append(Switch(CONTEXT_PLACES, name, (CONTEXT_PLACES,), shown=True))
    return lines


def _problems(dossier: Dossier) -> tuple[Problem, ...]:
    """Return what is wrong with the tables that circles and passages are drawn from."""
    if not dossier.story.figure_layers:
        return ()
    try:
        dossier.require("figures.csv", "actors.csv")
    except DossierError as error:
        return error.problems
    return ()


def _tips(dossier: Dossier, figures: Mapping[str, tuple[Figure, ...]]) -> dict[str, str]:
    if not any(figures.values()):
        return {}
    actors, places = names(dossier.records("actors")), names(dossier.records("places"))
    return {
        figure["id"]: tip(figure, actors, places, _counted(dossier.story, figure))
        for group in figures.values()
        for figure in group
    }


def _claims(
    dossier: Dossier, figures: Mapping[str, tuple[Figure, ...]]
) -> dict[str, tuple[Claim, ...]]:
    rings = [layer.id for layer in dossier.story.figure_layers if layer.style == "rings"]
    if not any(figures[layer] for layer in rings):
        return {}
    actors, places = names(dossier.records("actors")), names(dossier.records("places"))
    return {
        layer: tuple(claim_of(figure, actors, places) for figure in figures[layer])
        for layer in rings
    }


def _seen(dossier: Dossier) -> dict[str, frozenset[str]]:
    """Return which layers of the ground have a corner in a view, or lie around it."""
    corners = {key: list(_corners(layer)) for key, layer in dossier.ground.items()}
    return {
        view.id: frozenset(key for key, points in corners.items() if _shows(view, points))
        for view in dossier.story.views
    }


def _paths(layer: GroundLayer) -> Iterator[tuple[Point, ...]]:
    """Yield the lines of a layer, and the rings of its polygons, each point by point."""
    pending: list[Any] = [feature["geometry"]["coordinates"] for feature in layer.features]
    while pending:
        entry = pending.pop()
        if entry and isinstance(entry[0][0], int | float):
            yield tuple((point[0], point[1]) for point in entry)
        else:
            pending += entry


def _corners(layer: GroundLayer) -> Iterator[Point]:
    pending: list[Any] = [feature["geometry"]["coordinates"] for feature in layer.features]
    while pending:
        entry = pending.pop()
        if entry and isinstance(entry[0], int | float):
            yield entry[0], entry[1]
        else:
            pending += entry


def _shows(view: View, points: Sequence[Point]) -> bool:
    if any(contains(view, *point) for point in points):
        return True
    west, south, east, north = view.bounds
    longitudes, latitudes = [x for x, _ in points], [y for _, y in points]
    return bool(points) and (
        min(longitudes) <= west
        and max(longitudes) >= east
        and min(latitudes) <= south
        and max(latitudes) >= north
    )


def _counted(story: Story, figure: Figure) -> str:
    measure = story.measures[figure["measure"]].label
    population = spell_population(figure, story.populations)
    return f"{measure} ({population})" if population else measure
