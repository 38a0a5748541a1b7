"""The six pictures of the summit. Numbers, years and places are read from the records."""

import json
import math
from collections.abc import Callable, Sequence
from pathlib import Path

from facts import Facts
from sheet import ACCENT, CONTEXT, INK, LAND, MARGIN, MUTED, PAPER, RULE, SEA, WIDTH, Point, Sheet

import dash.dossier
from dash.figures.units import spell_quantity
from dash.figures.words import ends

ROCK, SNOW = "#c3b49a", "#ffffff"
# The land that a dossier without layers has.
WORLD = Path(dash.dossier.__file__).with_name("world.geojson")
NOT_TO_SCALE = {"colour": MUTED, "align": "right"}


def metres(number: float) -> str:
    """Return a height in metres, as the pages spell it."""
    return spell_quantity("m", number)


def best(facts: Facts, figure: str) -> float:
    """Return the number of a figure, or what its source has between two ends."""
    value = facts.figure(figure)["best"]
    if value is None:
        raise ValueError(f"{figure} has no single number")
    return value


def cut(facts: Facts) -> Sheet:
    """The summit cut open: which heights end on the snow, and which on the rock."""
    sheet = Sheet()
    sheet.head("Mount Everest, its summit cut open", "Rock, and snow on it")
    ridge = [(44, 530), (110, 440), (160, 426), (250, 330), (330, 412), (390, 430), (456, 530)]
    cap = [(44, 530), (96, 372), (165, 306), (250, 190), (322, 300), (398, 362), (456, 530)]
    sheet.area(cap, SNOW)
    sheet.area(ridge, ROCK)
    sheet.line(cap, INK, 3)
    sheet.line(ridge, INK, 3)
    sheet.line([(MARGIN, 530), (WIDTH - MARGIN, 530)], RULE, 2)
    depth, year = metres(best(facts, "snow-depth-2005")), facts.year("summit-2005")
    sheet.line([(250, 204), (250, 318)], MUTED, 2, dash=(2, 2))
    sheet.text((250, 480), "rock", 30, family="serif", weight=600, align="centre")
    sheet.lines((MARGIN, 190), [f"{depth} of ice", f"and snow, {year}"], 25)
    sheet.line([(176, 226), (246, 262)], MUTED, 2)
    snow = (("survey-1954-m", "India"), ("joint-2020", "Nepal and China"))
    _ends_on(sheet, facts, [(250, 190), (466, 175)], "up to the snow", snow)
    _ends_on(sheet, facts, [(250, 330), (466, 415)], "up to the rock", [("rock-2005", "China")])
    sheet.text((MARGIN, 570), "A sketch: its shape is made up.", colour=MUTED)
    return sheet


def _ends_on(
    sheet: Sheet,
    facts: Facts,
    line: Sequence[Point],
    words: str,
    heights: Sequence[tuple[str, str]],
) -> None:
    """Lead from a surface to the heights that end on it."""
    colour = ACCENT if words.endswith("rock") else CONTEXT
    x, y = line[-1][0] + 10, line[-1][1] + 9
    sheet.line(line, colour, 3, dash=(3, 2))
    sheet.disc(line[0], 6, colour)
    sheet.text((x, y), words, 28, weight=600, colour=colour)
    for number, (key, whose) in enumerate(heights):
        below = y + 46 + 70 * number
        height = metres(best(facts, key))
        sheet.text((x, below), height, 36, family="serif", weight=700, colour=colour)
        sheet.text((x, below + 28), f"{whose}, {facts.figure(key)['as_of'][:4]}")


def whole(facts: Facts) -> Sheet:
    """The mountain from the level of the sea, heights to scale."""
    sheet = Sheet()
    sheet.head("Mount Everest, from the level of the sea", "The same, to scale")
    snow, rock = (best(facts, key) for key in ("nepal-snow", "china-rock"))
    sea, scale = 530, 360 / snow
    slopes = [
        (x, sea - share * snow * scale)
        for x, share in (
            (60, 0), (150, 0.3), (225, 0.56), (290, 0.6), (370, 1), (450, 0.68), (520, 0.58),
            (640, 0.26), (740, 0),
        )
    ]  # fmt: skip
    sheet.area(slopes, ROCK)
    sheet.line(slopes, INK, 3)
    sheet.line([(MARGIN, sea), (WIDTH - MARGIN, sea)], CONTEXT, 5)
    sheet.text((MARGIN, 570), "the level of the sea", colour=CONTEXT)
    sheet.text((WIDTH - MARGIN, 570), "widths not to scale", **NOT_TO_SCALE)
    for level, y, whose, colour in (
        (snow, 196, "Nepal, with the snow", CONTEXT),
        (rock, 286, "China, the rock", ACCENT),
    ):
        sheet.line([(370, sea - level * scale), (512, y - 11)], colour, 2)
        sheet.text((522, y), metres(level), 36, family="serif", weight=700, colour=colour)
        sheet.text((522, y + 30), whose)
    sheet.lines((MARGIN, 180), ["The quarrel is", "thinner than", "this outline."], 30)
    return sheet


def seats(facts: Facts) -> Sheet:
    """Where the heights were made, on land without borders."""
    sheet = Sheet()
    west, north, scale = 70.0, 47.0, 12.8

    def at(longitude: float, latitude: float) -> Point:
        return (longitude - west) * scale, 90 + (_mercator(north) - _mercator(latitude)) * scale

    sheet.bar(0, 0, 800, 600, SEA)
    for ring in _land():
        corners = [at(*corner) for corner in ring]
        if any(-40 < x < 840 and 0 < y < 640 for x, y in corners):
            sheet.area(corners, LAND, edge=RULE, width=1)
    sheet.bar(0, 0, WIDTH, 124, PAPER)
    sheet.line([(0, 124), (WIDTH, 124)], RULE, 2)
    sheet.head("Mount Everest", "Where its heights were made")
    for place, words, align, down in (
        ("dehradun", "Dehradun", "left", 8),
        ("kathmandu", "Kathmandu", "right", 30),
        ("xian", "Xi'an", "right", 8),
        ("beijing", "Beijing", "right", 8),
        ("qingdao", "Qingdao", "right", 30),
    ):
        x, y = at(*facts.point(place))
        sheet.disc((x, y), 8, CONTEXT, edge=PAPER, width=2)
        sheet.text(
            (x + (16 if align == "left" else -14), y + down), words, 25, align=align, halo=LAND
        )
    x, y = at(*facts.point("everest"))
    sheet.area([(x - 17, y + 12), (x, y - 20), (x + 17, y + 12)], ACCENT, edge=PAPER, width=2)
    sheet.text(
        (x + 26, y + 2), "Mount Everest", 30, family="serif", weight=700, colour=ACCENT, halo=LAND
    )
    sea = {"family": "serif", "align": "centre", "colour": CONTEXT, "halo": SEA}
    x, y = at(*facts.point("bay-of-bengal"))
    sheet.lines((x, y - 60), ["Bay of Bengal:", "Nepal's zero"], 27, **sea)
    gauge = at(*facts.point("qingdao"))
    sheet.lines((716, gauge[1] + 76), ["Yellow Sea:", "China's zero"], 27, **sea)
    return sheet


def years(facts: Facts) -> Sheet:
    """The heights by the year of their survey, in a lane for each surface that they end on."""
    sheet = Sheet()
    sheet.head("Mount Everest, year by year", "Snow, rock, or not said")
    lanes = (
        ("snow", "up to the snow", ("survey-1954-m", "china-1975", "joint-2020")),
        ("rock", "up to the rock", ("rock-2005",)),
        ("", "not said which", ("waugh-1856", "gps-1999-m")),
    )
    first, last = 1850, 2025

    def across(year: int) -> float:
        return MARGIN + 30 + (year - first) / (last - first) * 660

    for number, (surface, words, keys) in enumerate(lanes):
        y = 226 + number * 138
        sheet.text((MARGIN, y - 62), words, 28, family="serif", weight=600)
        sheet.line([(MARGIN, y), (WIDTH - MARGIN, y)], RULE, 3)
        for key in keys:
            figure = facts.figure(key)
            year = int(figure["as_of"][:4])
            centre = across(year), y
            _mark(sheet, centre, surface)
            value = spell_quantity(figure["unit"], best(facts, key))
            # The two surveys of the snow that lie near each other stand on two sides.
            align, shift = ("right", 4.0) if key == "survey-1954-m" else ("centre", 0.0)
            sheet.text((centre[0] + shift, y - 22), value, 27, weight=700, align=align)
            sheet.text((centre[0], y + 40), str(year), 25, align="centre")
    return sheet


def margins(facts: Facts) -> Sheet:
    """The margins of two heights beside what the earthquake may have done, to one scale."""
    sheet = Sheet()
    sheet.head("Mount Everest, lengths to one scale", "How well is it known?")
    scale = 720.0  # units of the sheet for a metre
    rows: list[tuple[str, str, float, str]] = []
    for key, whose in (("china-1975", "China"), ("rock-2005", "China")):
        bottom, top = ends(facts.figure(key))
        year = facts.figure(key)["as_of"][:4]
        half = spell_quantity("m", round((top - bottom) / 2, 6))
        rows.append((f"{whose}'s height of {year}", f"± {half}", top - bottom, CONTEXT))
    for key, what in (("moved-2015", "moved sideways"), ("sunk-2015", "perhaps sunk by")):
        rows.append((f"Earthquake of {facts.year('earthquake')}: {what}", facts.value(key) + " cm",
                     best(facts, key) / 100, ACCENT))  # fmt: skip
    for number, (what, words, length, colour) in enumerate(rows):
        y = 172 + number * 104
        sheet.text((MARGIN, y), what, 27)
        sheet.bar(MARGIN, y + 18, MARGIN + length * scale, y + 46, colour)
        sheet.text(
            (MARGIN + length * scale + 14, y + 43),
            words,
            32,
            family="serif",
            weight=700,
            colour=colour,
        )
    sheet.text(
        (MARGIN, 578), "A bar of a height is as long as its margin on both sides.", colour=MUTED
    )
    return sheet


def three(facts: Facts) -> Sheet:
    """The new height beside the two that it came after, and what lies between."""
    sheet = Sheet()
    sheet.head("Mount Everest, announced in " + facts.year("announced-2020"), "Has it grown?")
    rows = (
        ("joint-2020", "the new height", "snow", 190),
        ("nepal-snow", "Nepal's before", "snow", 330),
        ("china-rock", "China's before", "rock", 470),
    )
    for key, whose, surface, y in rows:
        colour = ACCENT if surface == "rock" else CONTEXT
        _mark(sheet, (MARGIN + 16, y - 10), surface, 1.5)
        number = metres(best(facts, key))
        sheet.text((MARGIN + 58, y), number, 46, family="serif", weight=700, colour=colour)
        sheet.text((MARGIN + 58, y + 36), f"{whose}, up to the {surface}", 26)
    sheet.curve((470, 180), (560, 250), (470, 322), CONTEXT, 4)
    centimetres = spell_quantity("cm", best(facts, "above-nepals"))
    sheet.text((530, 244), centimetres, 34, family="serif", weight=700, colour=CONTEXT)
    sheet.text((530, 274), "from snow to snow")
    sheet.curve((640, 180), (880, 310), (640, 462), ACCENT, 4, dash=(3, 2))
    more = facts.value("above-chinas") + " m"
    sheet.text((530, 500), more, 34, family="serif", weight=700, colour=ACCENT)
    sheet.lines((530, 530), ["from the rock to", "the snow: no growth"])
    return sheet


def _mark(sheet: Sheet, centre: Point, surface: str, size: float = 1.0) -> None:
    """Draw a disc for the snow, a square for the rock, a ring where neither is said."""
    x, y = centre
    half = 11 * size
    if surface == "rock":
        sheet.bar(x - half, y - half, x + half, y + half, ACCENT)
    elif surface:
        sheet.disc(centre, half + 1, CONTEXT)
    else:
        sheet.disc(centre, half, PAPER, edge=INK, width=4)


def _land() -> list[Sequence[Sequence[float]]]:
    """Return the outer rings of the world's land."""
    features = json.loads(WORLD.read_text(encoding="utf-8"))["features"]
    shapes = [feature["geometry"] for feature in features]
    return [
        part[0]
        for shape in shapes
        for part in (
            shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        )
    ]


def _mercator(latitude: float) -> float:
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)))


DRAWINGS: dict[str, Callable[[Facts], Sheet]] = {
    "slide-1.webp": cut,
    "slide-2.webp": whole,
    "slide-3.webp": seats,
    "slide-4.webp": years,
    "slide-5.webp": margins,
    "slide-6.webp": three,
}
