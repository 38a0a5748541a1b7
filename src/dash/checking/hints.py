"""What in a sound dossier may be meant otherwise: hints for its author, and no problems."""

from collections.abc import Iterator, Mapping
from itertools import chain
from math import dist

from dash.beginning.folders import UNKNOWN
from dash.dossier.model import Dossier
from dash.figures import hints as of_figures
from dash.figures.words import spell_value
from dash.incidents.recompute import recomputed
from dash.incidents.record import Record, engine_of
from dash.incidents.waiting import EngineError
from dash.schema.problems import Hint

Point = tuple[float, float]
# Degrees. A place is far from all others, and would be among them, where it is this far and this
# near.
FAR, NEAR = 10.0, 2.0
# So many others show where a story is.
OTHERS = 2
# Each place is compared with each.
MOST_PLACES = 300


def hints(dossier: Dossier, *, compared: bool) -> tuple[Hint, ...]:
    """Return what could be settled or meant otherwise.

    Args:
        dossier: One without problems.
        compared: Whether its figures are compared with each other, which takes time.
    """
    told = chain(_of_sources(dossier), _of_places(dossier), _of_recorded(dossier))
    return (*told, *(of_figures.hints(dossier) if compared else ()))


def _of_sources(dossier: Dossier) -> Iterator[Hint]:
    """Yield a hint for each source that bears what `new` wrote where an article said nothing."""
    for source in dossier.records("sources"):
        if source["publisher"] == UNKNOWN.publisher:
            told = f"{source['id']}: write who published it in place of {UNKNOWN.publisher}"
            yield _hint(dossier, "sources", told)
    if dossier.story.title == UNKNOWN.title:
        yield Hint("dossier.toml", f"write a title in place of “{UNKNOWN.title}”")


def _of_places(dossier: Dossier) -> Iterator[Hint]:
    """Yield a hint for each place that is far from all others, and as (y, x) would be near one."""
    points: Mapping[str, Point] = {
        place["id"]: (place["longitude"], place["latitude"])
        for place in dossier.records("places")
        if place["longitude"] is not None and place["latitude"] is not None
    }
    for key, point in points.items() if len(points) <= MOST_PLACES else ():
        others = [other for name, other in points.items() if name != key]
        if len(others) < OTHERS:
            continue
        turned = point[::-1]
        is_far = min(dist(point, other) for other in others) > FAR
        if is_far and min(dist(turned, other) for other in others) < NEAR:
            yield _hint(
                dossier,
                "places",
                f"{key}: lies far from all other places, and among them if longitude "
                f"{point[0]:g} and latitude {point[1]:g} have changed places",
            )


def _of_recorded(dossier: Dossier) -> Iterator[Hint]:
    """Yield a hint for each figure that the recorded deaths yield otherwise than it is stated.

    Only those in the dossier's own folder are asked; where they do not answer, nothing is told.
    """
    figures = dossier.records("figures")
    if dossier.incidents is None or not any(figure["recompute"] for figure in figures):
        return
    stated = {figure["id"]: figure for figure in figures}
    try:
        found = recomputed(Record(engine_of(dossier.incidents, dossier.folder, "")), figures)
    except EngineError:
        return
    for key, figure in found.items():
        if figure != stated[key]:
            told = (
                f"{key}: the recorded deaths yield {spell_value(figure)}, and the table states "
                f"{spell_value(stated[key])}: the maps and the figures by year and month show the "
                "first, and all else the second"
            )
            yield _hint(dossier, "figures", told)


def _hint(dossier: Dossier, table: str, told: str) -> Hint:
    return Hint(f"{table}.csv", told, sheet=dossier.sheets.get(table))
