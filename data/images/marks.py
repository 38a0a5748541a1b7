"""Marks and captions that several pictures share."""

import random

from facts import Facts
from sheet import ACCENT, INK, PAPER, RULE, WIDTH, Point, Sheet

from dash.figures.words import spell_counted


def plate(sheet: Sheet, kicker: str, title: str) -> None:
    """Lay a ground under the head of a sheet that is a map."""
    sheet.bar(0, 0, WIDTH, 128, PAPER)
    sheet.line([(0, 128), (WIDTH, 128)], RULE, 2)
    sheet.head(kicker, title)


def label(sheet: Sheet, where: Point, words: str, size: float) -> None:
    """Name a country on a map."""
    sheet.text(
        where, words, size, family="serif", weight=600, colour=INK, align="centre", halo=PAPER
    )


def note(sheet: Sheet, where: Point, lines: list[str], to: Point, bend: Point) -> None:
    """Name an area from beside it, with a line that leads to it."""
    sheet.line([(where[0] + bend[0], where[1] + bend[1]), to], INK, 2)
    sheet.disc(to, 5, INK)
    sheet.lines(where, lines, 25, weight=600, halo=PAPER)


def ship(sheet: Sheet, where: Point, colour: str, *, solid: bool) -> None:
    """Draw a warship from the side, as a silhouette or, where it never came, as an outline."""
    hull = [(-54, 8), (54, 8), (40, 28), (-44, 28)]
    deck = [
        (-30, 8),
        (-30, -6),
        (-12, -6),
        (-12, -20),
        (-4, -20),
        (-2, -36),
        (2, -36),
        (4, -20),
        (12, -20),
        (12, -6),
        (26, -6),
        (26, 8),
    ]
    for shape in (hull, deck):
        points = [(where[0] + x, where[1] + y) for x, y in shape]
        sheet.area(points, colour if solid else PAPER, edge=colour, width=3)
        if not solid:
            sheet.line([*points, points[0]], PAPER, 5, dash=(2, 3))


def strokes(sheet: Sheet, left: float, top: float, width: float, height: float, count: int) -> None:
    """Scatter short strokes over a rectangle, one in each of `count` cells drawn by lot."""
    lot = random.Random(27)  # noqa: S311 - a fixed scatter, not a secret
    columns, rows = 28, 23
    cells = lot.sample(range(columns * rows), count)
    for cell in cells:
        row, column = divmod(cell, columns)
        x = left + (column + 0.5 + lot.uniform(-0.22, 0.22)) * width / columns
        y = top + (row + 0.5 + lot.uniform(-0.22, 0.22)) * height / rows
        sheet.line([(x - 3, y + 4), (x + 3, y - 4)], ACCENT, 3)


def box(left: float, top: float, right: float, bottom: float) -> list[Point]:
    """Return the corners of a rectangle."""
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def spelled(facts: Facts, figure: str) -> str:
    """Return a figure with its unit: 2 weeks."""
    return spell_counted(facts.figure(figure))


def day_of(facts: Facts, figure: str) -> str:
    """Return the day of a figure without its year."""
    return facts.as_of(figure).rsplit(" ", 1)[0]
