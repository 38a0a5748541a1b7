"""The writing on the map, as layers of text: names, and the numbers of circles."""

from typing import Any

import pydeck as pdk

from dash.maps.colours import map_colours, rgba
from dash.maps.labels import LINE_HEIGHT, Placed
from dash.maps.names import STORY_SIZE, Name, Written
from dash.maps.overlay import rounded
from dash.maps.scene import Scene
from dash.maps.symbols import NUMBER_SIZE

# Streamlit's own font first, which the page has loaded.
FONT = "'Source Sans, Arial, sans-serif'"


def text_layers(
    scene: Scene, written: Written, revision: int, *, crowded: bool = False
) -> list[pdk.Layer]:
    """Return the layers of text that have something to say; a place can be clicked by its name.

    Args:
        scene: What is shown.
        written: The names.
        revision: A number that changes with each click.
        crowded: Whether names stand among marks so dense that each needs a ground of its own.
    """
    ink = scene.palette.ink
    names = [_row(name, placed, ink) for name, placed in written]
    numbers = [
        {"p": rounded(circle.position), "tip": circle.text, "claim": circle.figure}
        for circle in scene.circles
        if circle.lit
    ]
    # What a row leaves out is the same for most.
    look = {
        "get_size": f"s || {STORY_SIZE}",
        "get_color": f"c || {rgba(ink)}",
        "get_text_anchor": "a || 'start'",
        "get_alignment_baseline": "b || 'center'",
        "get_pixel_offset": "o || [0, 0]",
        "pickable": True,
    }
    if crowded:
        ground = rgba(map_colours(scene.palette).highlight, 225)
        look |= {"background": True, "get_background_color": ground, "background_padding": [3, 0]}
    layers = []
    if names:
        layers.append(_text_layer(scene, f"names-{revision}", names, **look))
    if numbers:
        plain = {"get_color": rgba(ink), "get_size": NUMBER_SIZE, "pickable": True}
        layers.append(_text_layer(scene, f"numbers-{revision}", numbers, **plain))
    return layers


def _row(name: Name, placed: Placed, ink: str) -> dict[str, Any]:
    # The text is what a touch tells, too: the tooltip has one template for all layers.
    row: dict[str, Any] = {"p": rounded(name.position), "tip": _plain(name.text)}
    if name.marker is not None:
        row["id"] = name.marker.id
    if name.size != STORY_SIZE:
        row["s"] = name.size
    if name.colour != ink:
        row["c"] = rgba(name.colour)
    if placed.anchor != "start":
        row["a"] = placed.anchor
    if placed.baseline != "center":
        row["b"] = placed.baseline
    if any(placed.offset):
        row["o"] = [round(part) for part in placed.offset]
    return row


def _plain(text: str) -> str:
    """Return text without the two characters that a constant of letters cannot hold."""
    return text.replace("'", "’").replace("\\", "/")


def _text_layer(scene: Scene, key: str, rows: list[dict[str, Any]], **more: Any) -> pdk.Layer:
    letters = "".join(sorted({letter for row in rows for letter in row["tip"]} - {"\n"}))
    halo = rgba(map_colours(scene.palette).highlight, 235)
    return pdk.Layer(
        "TextLayer",
        rows,
        id=key,
        get_position="p",
        get_text="tip",
        character_set=f"'{letters}'",
        font_family=FONT,
        font_weight=600,
        line_height=LINE_HEIGHT,
        font_settings={"sdf": True, "buffer": 12, "radius": 16, "smoothing": 0.2},
        **({"outline_width": 2.5, "outline_color": halo} | more),
    )
