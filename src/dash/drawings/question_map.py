"""What a question of the home page sets on a small map: claims, the view, and the ground."""

from collections.abc import Iterator, Sequence

from dash.dossier.model import Dossier
from dash.dossier.records import names
from dash.drawings.claims import WIDTH, Claim, Ground
from dash.drawings.ground import Bounds, Frame
from dash.figures.attribution import NOBODY
from dash.maps.mercator import Point
from dash.schema.rows import Figure
from dash.schema.story import Question


def figures_of(dossier: Dossier, question: Question) -> list[Figure]:
    """Return the figures of a question that is answered by figures."""
    return [dossier.record("figures", key) for key in question.records]


def view_of(dossier: Dossier, question: Question) -> Frame | None:
    """Return what of the map a question shows; None where the dossier names nothing."""
    bounds: Bounds | None = question.bounds or next(
        (view.bounds for view in dossier.story.views if not view.overview), None
    )
    return Frame(bounds, WIDTH) if bounds else None


def ground_of(dossier: Dossier) -> Ground:
    """Return what a dossier's small maps are drawn on.

    Raises:
        DossierError: A file of the geography cannot be used.
    """
    return Ground(dossier.story.layers, dossier.ground, _country_names(dossier))


def claims_of(dossier: Dossier, figures: Sequence[Figure]) -> Iterator[Claim]:
    """Yield the figures that have one area with a point; the others have no ring."""
    actors = names(dossier.records("actors"))
    for figure in figures:
        areas = figure["area"]
        place = dossier.record("places", areas[0]) if len(areas) == 1 else None
        if place and place["longitude"] is not None and place["latitude"] is not None:
            at = (place["longitude"], place["latitude"])
            yield Claim(
                figure,
                place["name"],
                at,
                actors[figure["claimant"]] if figure["claimant"] else NOBODY,
            )


def _country_names(dossier: Dossier) -> dict[str, Point]:
    """Return the countries of the story by name, and those that the geography names, at a point."""
    named = {
        feature["properties"]["name"]: tuple(feature["geometry"]["coordinates"][:2])
        for layer in dossier.story.layers
        if layer.style == "names"
        for feature in dossier.ground[layer.id].features
        if feature["properties"].get("kind") == "country"
    }
    told = {
        row["name"]: (row["longitude"], row["latitude"])
        for row in dossier.records("places")
        if row["kind"] == "country"
        if row["longitude"] is not None and row["latitude"] is not None
    }
    return told | named
