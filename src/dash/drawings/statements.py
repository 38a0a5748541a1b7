"""All statements as squares in the story's order, by what came of the comparison with a source."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from types import MappingProxyType
from typing import Literal

from dash.drawings.svg import Drawing, element, percent, scaled, writing
from dash.palette import Palette

Colour = Literal["green", "blue", "orange", "violet", "gray"]


@dataclass(frozen=True)
class Sign:
    """How the result of a check is shown: a colour, by Markdown's name, and a sign beside it."""

    colour: Colour
    sign: str


# By the key of the check; a blank one says that there was nothing to compare with.
SIGNS: Mapping[str | None, Sign] = MappingProxyType(
    {
        "agrees": Sign("green", "="),
        "shortened": Sign("blue", "…"),
        "altered": Sign("orange", "≠"),
        "not_found": Sign("violet", "?"),
        None: Sign("gray", "□"),
    }
)
# Pixels. A row of squares is as wide as a phone; more than six rows would be a wall.
SIDE, STEP, IN_ROW = 14, 17, 21
WIDTH = IN_ROW * STEP - (STEP - SIDE)
MOST_SQUARES = 6 * IN_ROW
BAR_HEIGHT = 18
FADED = 0.3


@dataclass(frozen=True)
class Square:
    """A statement: what came of its check, and whether it is among those that are asked for."""

    check: str | None
    shown: bool


def squares(statements: Sequence[Square], alt: str, palette: Palette) -> Drawing:
    """Draw a square per statement; those that are not asked for are faded.

    Args:
        statements: In the story's order.
        alt: What is seen, in words.
        palette: The colours of the theme.
    """
    places: dict[Square, list[int]] = {}
    for place, statement in enumerate(statements):
        places.setdefault(statement, []).append(place)
    rows = -(-len(statements) // IN_ROW)
    parts = (_alike(one, where, palette) for one, where in places.items())
    return scaled(width_of(len(statements)), rows * STEP, parts, alt)


def width_of(number: int) -> int:
    """Return how many pixels so many squares take side by side, or their bar."""
    return min(number, IN_ROW) * STEP - (STEP - SIDE)


def bar(numbers: Mapping[Square, int], alt: str, palette: Palette) -> Drawing:
    """Draw a bar in as many parts as there are results, each as long as its number.

    Args:
        numbers: How many statements there are of each kind, those not asked for apart.
        alt: What is seen, in words.
        palette: The colours of the theme.
    """
    kinds = [Square(check, shown) for check in SIGNS for shown in (True, False)]
    kinds = [kind for kind in kinds if numbers.get(kind)]
    total = sum(numbers.values())
    starts = accumulate((numbers[kind] for kind in kinds), initial=0)
    parts = (
        element(
            "rect",
            x=percent(start / total),
            width=percent(numbers[kind] / total),
            height=BAR_HEIGHT,
            fill=_colour(kind.check, palette),
            opacity=1 if kind.shown else FADED,
        )
        for kind, start in zip(kinds, starts, strict=False)
    )
    return scaled(WIDTH, BAR_HEIGHT, parts, alt)


def _alike(square: Square, places: Sequence[int], palette: Palette) -> str:
    """Draw all squares that look alike as one path, with their signs."""
    corners = [(place % IN_ROW * STEP, place // IN_ROW * STEP) for place in places]
    hollow = square.check is None
    inset = 0.75 if hollow else 0
    side = SIDE - 2 * inset
    path = "".join(f"M{x + inset:g} {y + inset:g}h{side:g}v{side:g}h-{side:g}z" for x, y in corners)
    colour = _colour(square.check, palette)
    paint = {"fill": "none", "stroke": colour, "stroke_width": 1.5} if hollow else {"fill": colour}
    drawn = element("path", d=path, **paint)
    if not hollow:
        drawn += writing(
            SIGNS[square.check].sign * len(corners),
            x=" ".join(f"{x + SIDE / 2:g}" for x, _ in corners),
            y=" ".join(f"{y + 11.5:g}" for _, y in corners),
            fill=palette.paper,
            font_size=12,
            font_weight=700,
            text_anchor="middle",
        )
    return drawn if square.shown else f'<g opacity="{FADED}">{drawn}</g>'


def _colour(check: str | None, palette: Palette) -> str:
    colour = SIGNS[check].colour
    return palette.muted if colour == "gray" else str(getattr(palette, colour))
