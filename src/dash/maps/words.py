"""The map in words and as tables, for those who do not see it and those who take it away."""

import re
from collections.abc import Iterable

import pandas as pd

from dash.counting import count_of
from dash.dossier.model import Dossier
from dash.dossier.records import names
from dash.figures.words import in_words
from dash.maps.atlas import Atlas
from dash.maps.mercator import contains
from dash.maps.scene import Scene
from dash.schema.story import Story, View


def map_alt(scene: Scene) -> str:
    """Say what a map shows: the view, the layers that are on, the places, the selected one."""
    seen = [
        marker.name
        for marker in scene.markers
        if contains(scene.view, marker.longitude, marker.latitude)
    ]
    layers = [
        switch.name if switch.id in scene.atlas.status_layers else _first_words(switch.name)
        for switch in scene.atlas.switches
        if switch.id in scene.on
    ]
    parts = [f"Map, {scene.view.name}"]
    parts.append("Places: " + "; ".join(seen) if seen else "No place of the dossier lies in it")
    if layers:
        parts.append("Drawn are: " + "; ".join(layers))
    if scene.selected is not None:
        point = "" if scene.selected in scene.atlas.points else ", which has no point on the map"
        parts.append(f"Selected: {scene.atlas.place_names[scene.selected]}{point}")
    return ". ".join(parts) + "."


def _first_words(name: str) -> str:
    """Return a line of the legend up to its first comma or colon: an alt is to be short."""
    return re.split("[,:]", name, maxsplit=1)[0]


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
                    "Area": said["area"],
                    "Number": said["value"],
                    "Of": said["population"],
                    "Claimant": said["claimant"],
                    "Time": said["time"],
                }
            )
    return pd.DataFrame(rows, index=ids)


def left_out(atlas: Atlas) -> str | None:
    """Say which layers a broken table takes from the map, what is wrong, and what to do."""
    if not atlas.problems:
        return None
    layers = ", ".join(f"“{layer.name}”" for layer in atlas.story.figure_layers)
    files = " and ".join(dict.fromkeys(problem.file for problem in atlas.problems))
    count = len(atlas.problems)
    return (
        f"Left out of the map: {layers}. They are drawn from figures.csv and actors.csv, and "
        f"there {'is' if count == 1 else 'are'} {count_of(count, 'problem')} in {files}. "
        f"The first is: {atlas.problems[0]}. Correct it and reload the page; `python -m dash "
        "check` lists every problem. Everything else on the map is as it should be."
    )


def how_drawn(story: Story) -> list[str]:
    """Return how the map was made and what is approximate, layer by layer."""
    notes = [layer.note for layer in story.layers] + [layer.note for layer in story.figure_layers]
    return [*story.geography, *(note for note in notes if note is not None)]
