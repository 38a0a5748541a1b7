"""Which figures a reader sees: filters, their order among their population, and series."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dash.dates import last_day
from dash.figures.intervals import interval_of
from dash.figures.periods import OVER_YEARS, length_of
from dash.schema.rows import Figure
from dash.schema.story import Story

# How much of what stands outside the story is shown beside it.
CONTEXTS = {
    "chosen": "Story and context",
    "none": "Story alone",
    "all": "All on record",
}

Rows = Sequence[Figure]
FilterColumn = Literal["population", "claimant", "evidence"]


@dataclass(frozen=True)
class Filters:
    """What a reader asks to see; an empty choice of anything means all of it."""

    populations: Sequence[str] = ()
    claimants: Sequence[str] = ()
    evidence: Sequence[str] = ()


def casualties(figures: Rows, story: Story) -> list[Figure]:
    """Return the figures that count people killed or hurt."""
    counted = _casualty_measures(story)
    return [row for row in figures if row["measure"] in counted]


def other_quantities(figures: Rows, story: Story) -> list[Figure]:
    """Return the figures that count something else."""
    counted = _casualty_measures(story)
    return [row for row in figures if row["measure"] not in counted]


def _casualty_measures(story: Story) -> set[str]:
    counted = {key for key, measure in story.measures.items() if measure.casualties}
    return counted.union(opening_measure(story))


def opening_measure(story: Story) -> list[str]:
    """Return the measure that the page of the figures opens with; none where there are none."""
    return [story.comparison.measure] if story.comparison.measure else []


def measures_of(figures: Rows, story: Story) -> list[str]:
    """Return what figures count, in the story's order, beginning with what the story has."""
    own = {row["measure"] for row in figures if row["in_story"]}
    given = {row["measure"] for row in figures}
    return sorted((key for key in story.measures if key in given), key=lambda key: key not in own)


def contexts(figures: Rows, story: Story) -> list[str]:
    """Return the choices of context, keys of CONTEXTS, that show figures, and each others."""
    shown: dict[int, str] = {}
    for context in CONTEXTS:
        # Of any two the one holds the other: as many are the same.
        if number := len(with_context(figures, story, context)):
            shown.setdefault(number, context)
    return list(shown.values())


def with_context(figures: Rows, story: Story, context: str) -> Rows:
    """Return the story's figures, and after them as much context as asked: a key of CONTEXTS."""
    if context == "all":
        return figures
    own = [row for row in figures if row["in_story"]]
    if context == "none":
        return own
    beside = story.comparison.beside
    return own + [row for row in figures if row["id"] in beside and not row["in_story"]]


def filtered(figures: Rows, filters: Filters) -> Rows:
    """Return the figures that fit every filter; "" as claimant means that nobody is named."""
    wanted_in: dict[FilterColumn, Sequence[str]] = {
        "population": filters.populations,
        "claimant": filters.claimants,
        "evidence": filters.evidence,
    }
    for column, wanted in wanted_in.items():
        if wanted:
            figures = [row for row in figures if (row[column] or "") in wanted]
    return figures


def by_unit(figures: Rows) -> dict[str, list[Figure]]:
    """Separate figures that no axis may share: EUR from people; in the order of their first."""
    parts: dict[str, list[Figure]] = {}
    for figure in figures:
        parts.setdefault(figure["unit"], []).append(figure)
    return parts


def in_order(figures: Rows, populations: Sequence[str]) -> list[Figure]:
    """Sort by population, and among those the story's own first, then the largest and the latest.

    Args:
        figures: The figures.
        populations: The populations in the order of their groups.
    """
    places = {population: place for place, population in enumerate(populations)}

    def rank(row: Figure) -> tuple[int, bool, float, int]:
        place = places.get(row["population"] or "", len(places))
        latest = last_day(row["as_of"]).toordinal()
        return place, not row["in_story"], -interval_of(row).low, -latest

    return sorted(figures, key=rank)


def has_running_totals(figures: Rows, story: Story) -> bool:
    """Return whether any figure is a point of a running total."""
    return any(row["series"] in _running(story) for row in figures)


def counted_by_period(figures: Rows, story: Story) -> list[str]:
    """Return the keys of the series that count by year or month and have points."""
    given = {row["series"] for row in figures}
    return [key for key in story.series if key in given and key not in _running(story)]


def _running(story: Story) -> set[str]:
    return {key for key, series in story.series.items() if series.kind == "running_total"}


def running_totals(figures: Rows, story: Story) -> list[Figure]:
    """Return the points of running totals, and the story's own counts over years beside them."""
    running = _running(story)
    points = [row for row in figures if row["series"] in running]
    measures = {row["measure"] for row in points}.union(opening_measure(story))
    return [
        row
        for row in figures
        if row["series"] in running
        or (row["in_story"] and row["measure"] in measures and length_of(row) == OVER_YEARS)
    ]
