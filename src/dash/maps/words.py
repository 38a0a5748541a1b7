"""The map in words and as tables, for those who do not see it and those who take it away."""

from collections.abc import Iterable, Iterator

import pandas as pd

from dash.counting import count_of
from dash.dossier.model import Dossier
from dash.dossier.records import names
from dash.figures.words import in_words
from dash.maps.atlas import Atlas
from dash.maps.claims import by_area, spell_made
from dash.maps.mercator import contains
from dash.maps.names import Written, drawn_markers, placed_names
from dash.maps.scene import Scene
from dash.schema.story import Story, View
from dash.wording import AREA, NUMBER, TIME

# Styles of the ground that an alt tells: what somebody holds, and lines that say so.
TOLD = ("status", "front", "route", "region")


def map_alt(scene: Scene, written: Written | None = None) -> str:
    """Say what a map shows, and nothing that is not seen in its view, in whole sentences.

    Args:
        scene: What is shown.
        written: Its names, where they have been placed already.
    """
    sentences = [f"Map, {scene.view.name}", *_rings_seen(scene), *_circles_seen(scene)]
    layers = list(_layers_seen(scene))
    if layers:
        sentences.append(f"Areas and lines show: {'; '.join(layers)}")
    places = _places_seen(scene, placed_names(scene) if written is None else written)
    named = f"Places named or marked are {'; '.join(places)}"
    sentences.append(named if places else "No place of the dossier lies in it")
    if scene.selected is not None:
        point = "" if scene.selected in scene.atlas.points else ", which has no point on the map"
        sentences.append(f"Selected is {scene.atlas.place_names[scene.selected]}{point}")
    return ". ".join(sentences) + "."


def _places_seen(scene: Scene, written: Written) -> list[str]:
    """Return the names of the places that are written or marked in view."""
    named = [name.marker for name, _ in written if name.marker is not None]
    seen = dict.fromkeys((*named, *drawn_markers(scene, written)))
    return [
        marker.name for marker in seen if contains(scene.view, marker.longitude, marker.latitude)
    ]


def _rings_seen(scene: Scene) -> Iterator[str]:
    """Yield sentences for each area with rings in view: the numbers, and who says so."""
    rings = [one for one in scene.circles if one.ring and contains(scene.view, *one.position)]
    drawn = {one.figure for one in rings}
    for claims in by_area(claim for claim in scene.claims if claim.id in drawn).values():
        told = [f"{claim.value} ({claim.who}, {spell_made(claim)})" for claim in claims]
        yield f"Rings to scale around {claims[0].area} show {', '.join(told)}"
        for claim in claims:
            if claim.id in scene.lit:
                yield f"The ring of {claim.value} by {claim.who} stands out"


def _circles_seen(scene: Scene) -> Iterator[str]:
    """Yield a sentence for each layer of circles with some in view: how many."""
    for layer in scene.figure_layers:
        seen = [
            one
            for one in scene.circles
            if one.figure in layer.figures and not one.ring and contains(scene.view, *one.position)
        ]
        if seen:
            yield f"{count_of(len(seen), 'circle')} to scale show: {layer.name}"


def _layers_seen(scene: Scene) -> Iterator[str]:
    """Yield the names of areas, lines and passages in view."""
    seen = scene.atlas.seen[scene.view.id]
    for layer in scene.layers:
        if layer.style in TOLD and layer.id in seen:
            yield layer.name
    courses = {course.figure: course for course in scene.courses}
    for passage in scene.figure_layers:
        course = courses.get(passage.figures[0]) if passage.style == "passage" else None
        if course is not None and any(contains(scene.view, *point) for point in course.path):
            yield passage.name


def first_view(views: Iterable[View], point: tuple[float, float] | None) -> View:
    """Return the first view that a point lies in; the first of all without one."""
    every = list(views)
    if point is None:
        return every[0]
    return next((view for view in every if contains(view, *point)), every[-1])


def figure_table(dossier: Dossier, atlas: Atlas) -> pd.DataFrame:
    """Return every figure the map can draw, one row each: what, where, how many, who, when."""
    story = dossier.story
    actors, places = names(dossier.records("actors")), names(dossier.records("places"))
    ids, rows = [], []
    for layer in story.figure_layers:
        for figure in atlas.figures[layer.id]:
            said = in_words(figure, actors, story.populations, places)
            ids.append(figure["id"])
            rows.append(
                {
                    "Layer": layer.name,
                    AREA: said["area"],
                    NUMBER: said["value"],
                    "Of": said["population"],
                    "Claimant": said["claimant"],
                    TIME: said["time"],
                }
            )
    return pd.DataFrame(rows, index=ids)


def left_out(atlas: Atlas) -> str | None:
    """Say which layers a broken table takes from the map, what is wrong, and what to do."""
    if not atlas.problems:
        return None
    layers = ", ".join(f"“{layer.name}”" for layer in atlas.story.figure_layers)
    files = " and ".join(dict.fromkeys(problem.place for problem in atlas.problems))
    count = len(atlas.problems)
    return (
        f"Left out of the map: {layers}. They are drawn from figures.csv and actors.csv, and "
        f"there {'is' if count == 1 else 'are'} {count_of(count, 'problem')} in {files}. "
        f"The first is: {atlas.problems[0]}. Correct it and reload the page; `python -m dash "
        "check` lists every problem. Everything else on the map is as it should be."
    )


def without_point(atlas: Atlas) -> list[str]:
    """Return a note of the places that are on no map, where there are any."""
    missing = [name for key, name in atlas.place_names.items() if key not in atlas.points]
    return [f"Without a point on any map: {', '.join(missing)}."] if missing else []


def how_drawn(story: Story) -> list[str]:
    """Return how the map was made and what is approximate, layer by layer."""
    notes = [layer.note for layer in story.layers] + [layer.note for layer in story.figure_layers]
    return [*story.geography, *(note for note in notes if note is not None)]
