"""Figures on a small map: rings to scale around the area that each is told of.

Rings of one place share their centre, so none is beside or added to another. A floor is open, a
range is a band, an approximate number is dashed. No border is drawn: land, sea, the countries that
the map sets off, and hatching where an area that the figures speak of has a disputed status.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import sqrt

from dash.dossier.geography import GroundLayer
from dash.drawings.ground import Frame, outlines
from dash.drawings.svg import Drawing, element, scaled, writing
from dash.figures.words import ends, spell_known_time, spell_value
from dash.maps.colours import MapColours, map_colours
from dash.maps.labels import Box
from dash.maps.mercator import Point
from dash.palette import Palette
from dash.schema.rows import Figure
from dash.schema.story import MapLayer

WIDTH = 360
LARGEST = 40.0
NUMBER_SIZE, WORDS_SIZE, NAME_SIZE = 15, 12, 12
# A claim takes two lines, of the number and of who says so.
BLOCK, FIRST_LINE = 34, 14
GAP = 12.0
# Width of a letter in parts of its size, as wide sans-serif fonts have it.
LETTER = 0.56
FLOORS = ("more_than", "at_least")


@dataclass(frozen=True)
class Claim:
    """A figure at its place.

    Attributes:
        figure: The figure.
        place: The name of its area.
        at: Longitude and latitude of the area's point.
        who: Who says so.
    """

    figure: Figure
    place: str
    at: Point
    who: str

    @property
    def when(self) -> str:
        """As of when it is, or when it was given."""
        return spell_known_time(self.figure) or "undated"


@dataclass(frozen=True)
class Ground:
    """What a map is drawn on.

    Attributes:
        layers: The layers of the dossier, from the ground up.
        content: What they hold, by layer id.
        names: Names of countries with longitude and latitude.
    """

    layers: Sequence[MapLayer]
    content: Mapping[str, GroundLayer]
    names: Mapping[str, Point]


def claim_map(claims: Sequence[Claim], ground: Ground, frame: Frame, palette: Palette) -> Drawing:
    """Draw claims at their places; those outside the frame are left out.

    Args:
        claims: The figures; those of one place stand together.
        ground: The land below them.
        frame: What is shown.
        palette: The colours.
    """
    colours = map_colours(palette)
    inside = [claim for claim in claims if frame.holds(*claim.at)]
    places = [list(group) for _, group in groupby(inside, key=lambda claim: claim.at)]
    largest = max((ends(claim.figure)[1] for claim in inside), default=1.0) or 1.0
    hatched = told_status(ground.layers, inside)
    land = list(_land(ground, frame, colours))
    whole = {"width": frame.width, "height": frame.height, "rx": 6}
    parts = [
        f"<defs>{_hatching(colours)}</defs>",
        # Without a ground nobody knows where water is.
        element("rect", fill=colours.sea if land else palette.panel, **whole),
        *land,
        *(_hatched(ground.content[layer.id], frame, colours) for layer in hatched),
        *_names(ground, frame, places, largest, palette.muted),
    ]
    for group in places:
        parts += _rings(group, frame, largest, palette)
    # Numbers last: no ring of another place lies over them.
    for group in places:
        parts += _labels(group, frame, largest, colours, palette)
    return scaled(frame.width, frame.height, parts, _seen(places, hatched))


def told_status(layers: Sequence[MapLayer], claims: Sequence[Claim]) -> list[MapLayer]:
    """Return the areas of disputed status that claims speak of: they are hatched."""
    areas = {area for claim in claims for area in claim.figure["area"]}
    return [layer for layer in layers if layer.style == "status" and layer.id in areas]


def _land(ground: Ground, frame: Frame, colours: MapColours) -> Iterator[str]:
    for layer in ground.layers:
        if layer.style not in ("land", "backdrop"):
            continue
        content = ground.content[layer.id]
        land = outlines(content, frame)
        # The same colour as an edge hides the seams between neighbours.
        look = {"fill": colours.land, "stroke": colours.land, "fill_rule": "evenodd"}
        yield element("path", d=land, **look)
        if layer.highlight:
            chosen = outlines(content, frame, frozenset(layer.highlight))
            yield element("path", d=chosen, fill=colours.highlight, fill_rule="evenodd")


def _hatching(colours: MapColours) -> str:
    line = element("path", d="M0 0V6", stroke=colours.status[0], stroke_width=2)
    turned = 'width="6" height="6" patternTransform="rotate(45)" patternUnits="userSpaceOnUse"'
    return f'<pattern id="status" {turned}>{line}</pattern>'


def _hatched(layer: GroundLayer, frame: Frame, colours: MapColours) -> str:
    look = {"fill": "url(#status)", "fill_opacity": 0.75, "stroke_dasharray": "4 3"}
    return element("path", d=outlines(layer, frame), stroke=colours.status[0], **look)


def _names(
    ground: Ground, frame: Frame, places: Sequence[Sequence[Claim]], largest: float, ink: str
) -> Iterator[str]:
    """Write the names of countries that are whole in the frame and touch no ring or number."""
    taken = [_box(group, frame, largest) for group in places]
    for name, position in ground.names.items():
        x, y = frame.pixels(*position)
        half = (LETTER * NAME_SIZE + 1) * len(name) / 2 + GAP
        box = Box(x - half, y - NAME_SIZE, x + half, y + GAP)
        if Box(0, 0, frame.width, frame.height).holds(box) and not box.meets(*taken):
            look = {"font_size": NAME_SIZE, "letter_spacing": 1, "text_anchor": "middle"}
            yield writing(name.upper(), x=x, y=y, fill=ink, **look)


def _box(group: Sequence[Claim], frame: Frame, largest: float) -> Box:
    """Return the rectangle of a place's rings and of what is written beside them."""
    x, y = frame.pixels(*group[0].at)
    outer = max(radius(ends(claim.figure)[1], largest) for claim in group)
    longest = max(
        len(line) for claim in group for line in (_said(claim), spell_value(claim.figure))
    )
    width = outer + GAP + LETTER * WORDS_SIZE * longest
    side = _side(x, frame)
    half = max(outer, BLOCK * len(group) / 2)
    return Box(
        min(x - outer, x + side * width), y - half, max(x + outer, x + side * width), y + half
    )


def _side(x: float, frame: Frame) -> int:
    """Return 1 where there is more room to the right, -1 to the left."""
    return 1 if x < frame.width / 2 else -1


def radius(value: float, largest: float) -> float:
    """Return a ring's radius in pixels: its area is in proportion to the number."""
    return LARGEST * sqrt(value / largest)


def _rings(group: Sequence[Claim], frame: Frame, largest: float, palette: Palette) -> Iterator[str]:
    x, y = frame.pixels(*group[0].at)
    for claim in group:
        figure = claim.figure
        colour = palette.accent if figure["in_story"] else palette.context
        low, high = (radius(end, largest) for end in ends(figure))
        place = {"cx": x, "cy": y}
        yield element("circle", r=high, fill=colour, fill_opacity=0.16, **place)
        if figure["bound"] == "range":
            band = {"r": (low + high) / 2, "stroke_width": high - low, "stroke_opacity": 0.35}
            yield element("circle", fill="none", stroke=colour, **band, **place)
        dashes = {"stroke_dasharray": "5 4"} if figure["bound"] in ("about", *FLOORS) else {}
        look = {"fill": "none", "stroke": colour, "stroke_width": 2}
        yield element("circle", r=high, **look, **dashes, **place)
        if figure["bound"] in FLOORS:
            head = f"M{x - 4:.0f} {y - high - 3:.0f}l4 -6l4 6"
            yield element("path", d=head, **look)


def _labels(
    group: Sequence[Claim], frame: Frame, largest: float, colours: MapColours, palette: Palette
) -> Iterator[str]:
    """Write each claim beside the rings, the largest on top, on the side that has more room."""
    x, y = frame.pixels(*group[0].at)
    outer = max(radius(ends(claim.figure)[1], largest) for claim in group) + GAP
    side = _side(x, frame)
    edge = x + side * outer
    top = min(max(y - BLOCK * len(group) / 2, 2), frame.height - BLOCK * len(group) - 4)
    halo = {"stroke": colours.highlight, "stroke_width": 3, "stroke_linejoin": "round"}
    look = {"text_anchor": "start" if side > 0 else "end", "paint_order": "stroke", **halo}
    ink = {"x": edge, "fill": palette.ink, **look}
    room = (frame.width - edge if side > 0 else edge) - 2
    for number, claim in enumerate(sorted(group, key=lambda claim: -ends(claim.figure)[1])):
        line = top + BLOCK * number + FIRST_LINE
        size = radius(ends(claim.figure)[1], largest)
        height = max(-0.9 * size, min(0.9 * size, line - 5 - y))
        start = (x + side * sqrt(size**2 - height**2), y + height)
        colour = palette.accent if claim.figure["in_story"] else palette.context
        ends_at = {"x1": start[0], "y1": start[1], "x2": edge - side * 2, "y2": line - 5}
        yield element("line", stroke=colour, **ends_at)
        value, said = spell_value(claim.figure), _said(claim)
        bold = {"font_size": _fitting(value, NUMBER_SIZE, room), "font_weight": 700}
        yield writing(value, y=line, **bold, **ink)
        yield writing(said, y=line + FIRST_LINE, font_size=_fitting(said, WORDS_SIZE, room), **ink)


def _said(claim: Claim) -> str:
    """Return who says so, and when; the year is in the link below the picture."""
    day, _, rest = claim.when.removeprefix("as of ").partition(" ")
    return (
        f"{claim.who}, {day} {rest.split(' ')[0][:3]}".rstrip()
        if day.isdigit() and claim.figure["period_start"] is None
        else (f"{claim.who}, {claim.when}")
    )


def _fitting(words: str, size: int, room: float) -> float:
    """Return the size at which a line of text is whole; the usual one where there is room."""
    return min(float(size), room / (LETTER * len(words)))


def _seen(places: Sequence[Sequence[Claim]], hatched: Sequence[MapLayer]) -> str:
    told = [
        f"{group[0].place}: "
        + "; ".join(f"{spell_value(c.figure)}, {c.who}, {c.when}" for c in group)
        for group in places
    ]
    status = [f"Hatched: {layer.name}." for layer in hatched]
    return " ".join(["Map with rings to scale.", *(f"{one}." for one in told), *status])
