"""The Web Mercator plane as deck.gl uses it: at zoom 0 the world is 512 pixels wide."""

from dataclasses import dataclass
from math import asinh, atan, degrees, log2, pi, radians, sinh, tan

from dash.schema.story import View

WORLD = 512.0
# Beyond this latitude the plane has no end; it is where the square world is cut (EPSG:3857).
NORTHERNMOST = 85.0511

Point = tuple[float, float]


@dataclass(frozen=True)
class Canvas:
    """The pixels that a view is fitted to; a browser may show more, and no less.

    Attributes:
        width: Of what is seen, at least.
        height: Of the map.
        size: What the radii of marks are multiplied by.
    """

    width: int
    height: int
    size: float


DESK = Canvas(700, 560, 1.0)
TABLET = Canvas(380, 400, 0.7)
# With its head, the map and the first claims stand on one screen.
PHONE = Canvas(288, 300, 0.58)


@dataclass(frozen=True)
class Camera:
    """Where a map looks: its centre in degrees, and deck.gl's zoom."""

    longitude: float
    latitude: float
    zoom: float

    @property
    def scale(self) -> float:
        """Pixels per unit of the plane."""
        return float(2**self.zoom)

    def pixels(self, longitude: float, latitude: float) -> Point:
        """Return a point in pixels right of and below the centre."""
        x, y = plane(longitude, latitude)
        centre_x, centre_y = plane(self.longitude, self.latitude)
        return (x - centre_x) * self.scale, (y - centre_y) * self.scale

    def degrees(self, x: float, y: float) -> Point:
        """Return longitude and latitude of a point in pixels right of and below the centre."""
        centre_x, centre_y = plane(self.longitude, self.latitude)
        return globe(centre_x + x / self.scale, centre_y + y / self.scale)


def plane(longitude: float, latitude: float) -> Point:
    """Project degrees onto the plane; x grows eastwards and y southwards, each from 0 to 512."""
    north = radians(max(-NORTHERNMOST, min(NORTHERNMOST, latitude)))
    return (longitude / 360 + 0.5) * WORLD, (0.5 - asinh(tan(north)) / (2 * pi)) * WORLD


def globe(x: float, y: float) -> Point:
    """Return longitude and latitude of a point of the plane."""
    return (x / WORLD - 0.5) * 360, degrees(atan(sinh(pi * (1 - 2 * y / WORLD))))


def fit(view: View, canvas: Canvas = DESK) -> Camera:
    """Look at a view's bounds so that a map of this size shows all of them."""
    west, south, east, north = view.bounds
    left, top = plane(west, north)
    right, bottom = plane(east, south)
    zoom = log2(min(canvas.width / (right - left), canvas.height / (bottom - top)))
    longitude, latitude = globe((left + right) / 2, (top + bottom) / 2)
    return Camera(longitude, latitude, round(zoom, 2))


def contains(view: View, longitude: float, latitude: float) -> bool:
    """Say whether a point lies within a view's bounds."""
    west, south, east, north = view.bounds
    return west <= longitude <= east and south <= latitude <= north
