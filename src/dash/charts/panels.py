"""Panels of running totals below each other, one for each group of people, all on one scale."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import floor, log10

from dash.charts.layout import highest, lowest, values_axis
from dash.dates import last_day
from dash.palette import Palette
from dash.schema.rows import Figure
from dash.schema.story import Story
from dash.wording import NOBODY_NAMED

# Pixels: the tallest panel, the lowest one, what lies above each, and what lies left of all.
TALLEST, LOWEST, HEADING, LEFT = 300, 84, 40, 56
# Above the highest number of a panel, as a share of it.
HEADROOM = 1.08
# Pixels of a line of text.
TEXT_LINE = 15


@dataclass(frozen=True)
class Line:
    """Totals that replace each other: of one claimant, series and group of people."""

    rows: tuple[Figure, ...]
    name: str

    @property
    def last(self) -> Figure:
        """The total that stands."""
        return self.rows[-1]

    @property
    def own(self) -> bool:
        """Whether it is the story's."""
        return self.last["in_story"]


@dataclass(frozen=True)
class Panel:
    """A group of people, the totals of it, and where the panel stands, in pixels from the top."""

    name: str
    lines: tuple[Line, ...]
    number: int
    top: int
    height: int
    most: float
    least: float
    unit: str

    @property
    def axis(self) -> str:
        """What Plotly calls its axis of numbers."""
        return "y" if self.number == 1 else f"y{self.number}"

    @property
    def per_pixel(self) -> float:
        """What a pixel of its height is worth."""
        return (self.most - self.least) / self.height


def day_of(row: Figure) -> date:
    """Return the day up to which a total counts."""
    return last_day(row["as_of"])


def panels_of(totals: Sequence[Figure], story: Story, claimants: Mapping[str, str]) -> list[Panel]:
    """Stack a panel for each group of people, all on the scale of the tallest."""
    groups: dict[str | None, dict[tuple[object, ...], list[Figure]]] = {}
    for row in sorted(totals, key=day_of):
        # The story's own numbers are points beside the lines of others.
        key = (row["series"], row["claimant"], row["area"], row["id"] if row["in_story"] else None)
        groups.setdefault(row["population"], {}).setdefault(key, []).append(row)
    order = {population: number for number, population in enumerate(story.populations)}
    top, bottom = _extent(totals)
    scale = (top - bottom) / TALLEST or 1.0
    panels: list[Panel] = []
    place = HEADING
    for population in sorted(groups, key=lambda key: order.get(key or "", len(order))):
        lines = tuple(
            Line(tuple(rows), claimants.get(rows[0]["claimant"] or "", NOBODY_NAMED))
            for rows in groups[population].values()
        )
        most, least = _extent([row for line in lines for row in line.rows])
        height = max(round((most - least) / scale), LOWEST)
        name = story.populations.get(population or "", "")
        unit = lines[0].last["unit"]
        most = least + height * scale
        panels.append(Panel(name, lines, len(panels) + 1, place, height, most, least, unit))
        place += height + HEADING
    return panels


def _extent(rows: Sequence[Figure]) -> tuple[float, float]:
    """Return up to where and from where rows are drawn: from 0, or from the lowest below it."""
    return max(0.0, *map(highest, rows)) * HEADROOM, min(0.0, *map(lowest, rows)) * HEADROOM


def axis_of(panel: Panel, height: int, palette: Palette) -> dict[str, object]:
    """Return a panel's axis of numbers.

    Args:
        panel: The panel.
        height: Of all panels together, in pixels.
        palette: The colours.
    """
    bottom = height - panel.top - panel.height
    return {
        "domain": [bottom / height, (bottom + panel.height) / height],
        **values_axis(panel.unit),
        "range": [panel.least, panel.most],
        "dtick": _tick(panel.per_pixel),
        "fixedrange": True,
        "showline": False,
        "automargin": False,
        "gridcolor": palette.panel,
        "zeroline": True,
        "zerolinecolor": palette.muted,
    }


def _tick(per_pixel: float) -> float:
    """Return the smallest step of ticks that people count in and that stand apart."""
    # From a power of ten below what is needed: the unit may be one of which tenths are told.
    step = min(1.0, 10.0 ** floor(log10(per_pixel)))
    while step / per_pixel < 2 * TEXT_LINE:
        step *= 2.5 if f"{step:e}".startswith("2") else 2
    return step
