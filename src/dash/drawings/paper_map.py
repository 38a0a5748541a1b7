"""The map for paper: what deck.gl paints on a screen, as a drawing of lines and letters.

A canvas has the dots of the screen, is blank until it was painted, and a page that is printed at
once has none. This is light, sharp, and there as soon as it is asked for.
"""

from collections.abc import Iterable, Iterator, Mapping

from dash.dossier.geography import GroundLayer
from dash.drawings.ground import Frame, courses, outlines
from dash.drawings.svg import Drawing, element, scaled, writing
from dash.maps.colours import (
    CIRCLE_ALPHA,
    LIT_WIDTH,
    RING_ALPHA,
    RING_LINE_ALPHA,
    STATUS_ALPHA,
    MapColours,
    line_look,
    map_colours,
    status_colour,
)
from dash.maps.labels import LINE_HEIGHT, MARGIN, Box
from dash.maps.markers import Marker
from dash.maps.mercator import Point
from dash.maps.names import SELECTED_RADIUS, Written, drawn_markers, frame_of, radius_of
from dash.maps.scene import Scene
from dash.maps.symbols import NUMBER_SIZE, Circle
from dash.maps.words import map_alt
from dash.schema.story import MapLayer

# Paper has finer dots than a screen: the ground is drawn so many times as large, and shrunk.
FINE = 2
OPAQUE = 255
# Of a line's height, where the letters of that line stand.
BASELINE = 0.78
DASHES = "5 3.5"


def paper_map(scene: Scene, content: Mapping[str, GroundLayer], written: Written) -> Drawing:
    """Draw a scene as it is at first, before anybody moved the map.

    Args:
        scene: What is shown.
        content: What the layers of the ground hold, by layer id.
        written: The names, each with its place.
    """
    width, height = scene.canvas.width, scene.canvas.height
    colours = map_colours(scene.palette)
    frame = shown_degrees(scene)
    ground = [
        part
        for layer in scene.layers
        if layer.style != "names"
        for part in _ground(layer, content[layer.id], frame, scene)
    ]
    circles = [circle for circle in scene.circles if _is_seen(circle, scene)]
    on_ground = [
        *(part for circle in circles for part in _circle(circle, scene)),
        *_passages(scene),
        *_points(drawn_markers(scene, written), scene),
        # What a reader of the screen finds by moving the map is beyond paper's edge.
        *_names([one for one in written if one[1].box.meets(frame_of(scene))], colours),
        *_numbers(circles, scene),
    ]
    parts = [
        element("rect", width=width, height=height, fill=colours.sea),
        f'<g transform="scale({1 / FINE})">{"".join(ground)}</g>',
        f'<g transform="translate({width / 2} {height / 2})">{"".join(on_ground)}</g>',
    ]
    return scaled(width, height, parts, map_alt(scene, written))


def shown_degrees(scene: Scene) -> Frame:
    """Return the degrees that a scene's canvas shows, with the pixels its ground is drawn in."""
    right, down = scene.canvas.width / 2, scene.canvas.height / 2
    west, north = scene.camera.degrees(-right, -down)
    east, south = scene.camera.degrees(right, down)
    return Frame((west, south, east, north), scene.canvas.width * FINE)


def _ground(layer: MapLayer, content: GroundLayer, frame: Frame, scene: Scene) -> Iterator[str]:
    colours = map_colours(scene.palette)
    if layer.style in ("land", "backdrop"):
        edge = layer.style == "land" and not scene.view.overview
        look: dict[str, object] = {
            "stroke": colours.border if edge else colours.land,
            "fill_rule": "evenodd",
        }
        yield element("path", d=outlines(content, frame), fill=colours.land, **look)
        if layer.highlight:
            chosen = outlines(content, frame, frozenset(layer.highlight))
            yield element("path", d=chosen, fill=colours.highlight, **look)
    elif layer.style == "status":
        tint = status_colour(colours, scene.atlas.status_layers, layer.id)
        fill = {"fill": tint, "fill_opacity": _share(STATUS_ALPHA), "fill_rule": "evenodd"}
        yield element("path", d=outlines(content, frame), **fill, **_stroke(tint, 1.6, dashed=True))
    else:
        colour, width, dashed = line_look(layer.style, colours, scene.palette)
        look = _stroke(colour, width, dashed=dashed)
        yield element("path", d=courses(content, frame), fill="none", **look)


def _stroke(colour: str, width: float, *, dashed: bool) -> dict[str, object]:
    look: dict[str, object] = {"stroke": colour, "stroke_width": FINE * width}
    return look | ({"stroke_dasharray": f"{5 * FINE} {3.5 * FINE}"} if dashed else {})


def _is_seen(circle: Circle, scene: Scene) -> bool:
    x, y = scene.camera.pixels(*circle.position)
    radius = circle.radius
    return frame_of(scene).meets(Box(x - radius, y - radius, x + radius, y + radius))


def _circle(circle: Circle, scene: Scene) -> Iterator[str]:
    """Yield a disc, or a ring with the one of a range's lower end."""
    colours, palette = map_colours(scene.palette), scene.palette
    x, y = scene.camera.pixels(*circle.position)
    place: dict[str, object] = {"cx": x, "cy": y}
    if not circle.ring:
        fill = {"fill": colours.sea_name, "fill_opacity": _share(CIRCLE_ALPHA)}
        yield element("circle", r=circle.radius, stroke=colours.sea_name, **fill, **place)
        return
    line: dict[str, object] = {
        "stroke": palette.context,
        "stroke_opacity": _share(RING_LINE_ALPHA),
        "stroke_width": 1.4,
    }
    if circle.lit:
        line = {"stroke": palette.accent, "stroke_width": LIT_WIDTH}
    fill = {"fill": colours.highlight, "fill_opacity": _share(RING_ALPHA)}
    for radius in filter(None, (circle.radius, circle.inner)):
        yield element("circle", r=radius, **fill, **line, **place)


def _passages(scene: Scene) -> Iterator[str]:
    look = {"fill": "none", "stroke": scene.palette.ink, "stroke_width": 2.4}
    for passage in scene.courses:
        dashes = {"stroke_dasharray": DASHES} if passage.dashed else {}
        yield element("path", d=_line(passage.path, scene), **look, **dashes)
        yield element("path", d=_line(passage.arrow, scene), **look)


def _line(path: Iterable[Point], scene: Scene) -> str:
    points = (scene.camera.pixels(*point) for point in path)
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _points(markers: Iterable[Marker], scene: Scene) -> Iterator[str]:
    palette = scene.palette
    for marker in markers:
        x, y = scene.camera.pixels(marker.longitude, marker.latitude)
        place: dict[str, object] = {"cx": x, "cy": y}
        if scene.selected in marker.ids:
            look = {"fill": "none", "stroke": palette.accent, "stroke_width": 3}
            yield element("circle", r=SELECTED_RADIUS, **look, **place)
        fill = palette.ink if marker.in_story else palette.paper
        line = {"stroke": palette.ink, "stroke_width": 1.4}
        yield element("circle", r=radius_of(marker), fill=fill, **line, **place)


def _names(written: Written, colours: MapColours) -> Iterator[str]:
    for name, placed in written:
        x = placed.label.x + placed.offset[0]
        look = {"fill": name.colour, "font_size": name.size, "text_anchor": placed.anchor}
        top = placed.box.top + MARGIN
        for number, line in enumerate(name.text.split("\n")):
            y = top + name.size * LINE_HEIGHT * (number + BASELINE)
            yield writing(line, x=x, y=y, **look, **_halo(colours))


def _numbers(circles: Iterable[Circle], scene: Scene) -> Iterator[str]:
    colours = map_colours(scene.palette)
    for circle in circles:
        if circle.lit:
            x, y = scene.camera.pixels(*circle.position)
            look = {"fill": scene.palette.ink, "font_size": NUMBER_SIZE, "text_anchor": "middle"}
            yield writing(circle.text, x=x, y=y + NUMBER_SIZE / 3, **look, **_halo(colours))


def _halo(colours: MapColours) -> dict[str, object]:
    halo = {"stroke": colours.highlight, "stroke_width": 3, "stroke_linejoin": "round"}
    return {"font_weight": 600, "paint_order": "stroke", **halo}


def _share(alpha: int) -> str:
    return f"{alpha / OPAQUE:.2f}"
