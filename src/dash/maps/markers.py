"""Places as markers: one per point, however many records share it."""

from collections.abc import Iterable
from dataclasses import dataclass

from dash.schema.rows import Place

# Kinds of place that are points, those first that lead where some share one; and waters.
SPOTS = ("city", "village", "mountain", "building", "street", "site")
WATERS = ("sea", "strait", "river", "lake")


@dataclass(frozen=True)
class Marker:
    """What stands at one point of the map.

    Attributes:
        id: The place that a click selects.
        name: What is written beside it.
        ids: All places at this point, the first included.
        tip: What is told of it at a touch.
        kind: Its kind of place.
        in_story: Whether the story itself names one of them.
    """

    id: str
    name: str
    ids: tuple[str, ...]
    tip: str
    kind: str
    longitude: float
    latitude: float
    in_story: bool

    @property
    def is_point(self) -> bool:
        """Whether it is drawn as a point: an area's name stands alone."""
        return self.kind in SPOTS


def markers_of(places: Iterable[Place], story_source: str) -> list[Marker]:
    """Gather places by their point; a town leads the offices and states that share its point."""
    points: dict[tuple[float, float], list[Place]] = {}
    for place in places:
        if point := point_of(place):
            points.setdefault(point, []).append(place)
    return [_marker(point, shared, story_source) for point, shared in points.items()]


def point_of(place: Place) -> tuple[float, float] | None:
    """Return a place's longitude and latitude; None where it has no point."""
    longitude, latitude = place["longitude"], place["latitude"]
    return None if longitude is None or latitude is None else (longitude, latitude)


def _marker(point: tuple[float, float], shared: list[Place], story_source: str) -> Marker:
    ranked = sorted(shared, key=lambda place: (*SPOTS, place["kind"]).index(place["kind"]))
    lead = ranked[0]
    return Marker(
        id=lead["id"],
        name=lead["name"],
        ids=tuple(place["id"] for place in ranked),
        tip=", ".join(place["name"] for place in ranked),
        kind=lead["kind"],
        longitude=point[0],
        latitude=point[1],
        in_story=any(place["source"] == story_source for place in shared),
    )
