"""Pictures on cards: a slide's own, and where on the map a place is."""

import io
import warnings
from base64 import b64encode
from collections.abc import Iterable

from PIL import Image, ImageOps

from dash.counting import count_of
from dash.dossier.model import Dossier
from dash.drawings.ground import Frame, outlines
from dash.drawings.svg import element, holding
from dash.maps.colours import map_colours
from dash.maps.mercator import NORTHERNMOST, Point
from dash.palette import Palette
from dash.schema.rows import Place
from dash.schema.story import MapLayer
from dash.sharing.cards.card import Inset

WIDTH, HEIGHT = 440, 400
QUALITY = 88
HATCHED = "Hatched: status disputed. No border is drawn."
# Degrees around a place where no view of the dossier shows it.
AROUND = 8.0
# Bytes of geography that are cut for a card: beyond, a card has no map rather than no end.
MOST_GEOGRAPHY = 8_000_000


def picture_inset(content: bytes, alt: str) -> Inset:
    """Return a slide's picture, made as small as a card needs it.

    Args:
        content: A file that `dash.dossier.pictures` has opened and found sound.
        alt: What it shows.
    """
    with warnings.catch_warnings():
        # Pillow warns of many pixels; a sound picture has no more than may be decoded.
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        with Image.open(io.BytesIO(content)) as image:
            image.draft("RGB", (WIDTH * 2, HEIGHT * 2))
            small = ImageOps.exif_transpose(image).convert("RGB")
    small.thumbnail((WIDTH, HEIGHT))
    file = io.BytesIO()
    small.save(file, "JPEG", quality=QUALITY)
    address = f"data:image/jpeg;base64,{b64encode(file.getvalue()).decode()}"
    svg = element("image", href=address, width=small.width, height=small.height)
    return Inset(svg, small.width, small.height, alt)


def map_inset(dossier: Dossier, place: Place, palette: Palette) -> Inset | None:
    """Return a small map with a place's point; None where it has none, or there is no ground.

    As on the small maps of the home page no border is drawn; areas of disputed status are
    hatched.

    Raises:
        DossierError: The map's ground has a problem.
    """
    longitude, latitude = place["longitude"], place["latitude"]
    if longitude is None or latitude is None or not _drawable(dossier):
        return None
    frame = _frame(dossier, longitude, latitude)
    dot = frame.pixels(longitude, latitude)
    halo = element("circle", cx=dot[0], cy=dot[1], r=20, fill=palette.accent, fill_opacity=0.22)
    dots = (halo, _dot(dot, 9, palette))
    return _map(dossier, frame, dots, f"Map: a dot at {place['name']}", palette)


def places_inset(dossier: Dossier, palette: Palette) -> Inset | None:
    """Return a small map with a dot at each place of the dossier; None where there is none.

    Raises:
        DossierError: The places or the map's ground have a problem.
    """
    points = [
        (row["longitude"], row["latitude"])
        for row in dossier.records("places")
        if row["longitude"] is not None and row["latitude"] is not None
    ]
    views = sorted(dossier.story.views, key=lambda view: view.overview)
    whole = [view for view in views if view.bounds and Frame(view.bounds, WIDTH).height <= HEIGHT]
    # An overview shows where on Earth it is, and too little of it.
    near = [view for view in whole if view.overview == whole[0].overview]
    fitting = [Frame(view.bounds, WIDTH) for view in near if view.bounds]
    if not points or not _drawable(dossier):
        return None
    frame = max(
        fitting or [_frame(dossier, *points[0])],
        key=lambda one: sum(one.holds(*point) for point in points),
    )
    inside = [point for point in points if frame.holds(*point)]
    dots = [_dot(frame.pixels(*point), 5, palette) for point in inside]
    return _map(dossier, frame, dots, f"Map: {count_of(len(inside), 'place')}", palette)


def _drawable(dossier: Dossier) -> bool:
    layers = _layers(dossier)
    size = sum(len(dossier.ground[layer.id].content) for layer in layers)
    return bool(layers) and size <= MOST_GEOGRAPHY


def _layers(dossier: Dossier) -> list[MapLayer]:
    return [layer for layer in dossier.story.layers if layer.style in ("land", "status")]


def _dot(at: Point, radius: int, palette: Palette) -> str:
    look = {"fill": palette.accent, "stroke": palette.paper, "stroke_width": 2}
    return element("circle", cx=at[0], cy=at[1], r=radius, **look)


def _map(dossier: Dossier, frame: Frame, dots: Iterable[str], alt: str, palette: Palette) -> Inset:
    layers, ground, colours = _layers(dossier), dossier.ground, map_colours(palette)
    parts = [element("rect", width=frame.width, height=frame.height, fill=colours.sea)]
    for layer in layers:
        content = ground[layer.id]
        if layer.style == "status":
            look = {"fill": "url(#status)", "stroke": colours.status[0], "stroke_dasharray": "4 3"}
            parts.append(element("path", d=outlines(content, frame), **look))
            continue
        look = {"fill": colours.land, "stroke": colours.land, "fill_rule": "evenodd"}
        parts.append(element("path", d=outlines(content, frame), **look))
        if layer.highlight:
            chosen = outlines(content, frame, frozenset(layer.highlight))
            parts.append(element("path", d=chosen, fill=colours.highlight, fill_rule="evenodd"))
    line = element("path", d="M0 0V6", stroke=colours.status[0], stroke_width=2)
    turned = {"patternTransform": "rotate(45)", "patternUnits": "userSpaceOnUse"}
    hatching = holding("pattern", line, id="status", width=6, height=6, **turned)
    svg = holding("defs", hatching) + "".join((*parts, *dots))
    hatched = any(layer.style == "status" and outlines(ground[layer.id], frame) for layer in layers)
    return Inset(svg, frame.width, frame.height, alt, HATCHED if hatched else "")


def _frame(dossier: Dossier, longitude: float, latitude: float) -> Frame:
    """Return the smallest view of the dossier that shows a point well, or what lies around it."""
    views = [view.bounds for view in dossier.story.views if view.bounds is not None]
    fitting = [
        bounds
        for bounds in views
        if Frame(bounds, WIDTH).holds(longitude, latitude) and Frame(bounds, WIDTH).height <= HEIGHT
    ]
    if fitting:
        return Frame(min(fitting, key=_size), WIDTH)
    middle = max(AROUND / 2 - NORTHERNMOST, min(NORTHERNMOST - AROUND / 2, latitude))
    west, east = max(-180.0, longitude - AROUND), min(180.0, longitude + AROUND)
    south, north = middle - AROUND / 2, middle + AROUND / 2
    frame = Frame((west, south, east, north), WIDTH)
    return frame if frame.height <= HEIGHT else Frame(frame.bounds, WIDTH * HEIGHT // frame.height)


def _size(bounds: tuple[float, float, float, float]) -> float:
    west, south, east, north = bounds
    return (east - west) * (north - south)
