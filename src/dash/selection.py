"""Which figures a reader sees: filters, the order of parts under their whole, and series."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from dash.dates import first_day, last_day
from dash.dossier import Record, records
from dash.intervals import interval_of
from dash.schema.story import Story

# How much of what stands outside the story is shown beside it.
CONTEXTS = {
    "chosen": "Story and context",
    "none": "Story alone",
    "all": "All on record",
}


# What the order of figures rests on.
RANKED = ("id", "subset_of", "population", "in_story", "bound", "low", "best", "high", "as_of")


@dataclass(frozen=True)
class Filters:
    """What a reader asks to see; an empty choice of anything means all of it."""

    populations: Sequence[str] = ()
    claimants: Sequence[str] = ()
    evidence: Sequence[str] = ()


def casualties(figures: pd.DataFrame, story: Story) -> pd.DataFrame:
    """Return the figures that count people killed or hurt."""
    counted = {key for key, measure in story.measures.items() if measure.casualties}
    return figures[figures["measure"].isin(counted | {story.comparison.measure})]


def other_quantities(figures: pd.DataFrame, story: Story) -> pd.DataFrame:
    """Return the figures that count something else."""
    return figures[~figures["id"].isin(casualties(figures, story)["id"])]


def measures_of(figures: pd.DataFrame, story: Story) -> list[str]:
    """Return what figures count, in the story's order, beginning with what the story has."""
    own, given = set(figures.loc[figures["in_story"], "measure"]), set(figures["measure"])
    return sorted((key for key in story.measures if key in given), key=lambda key: key not in own)


def with_context(figures: pd.DataFrame, story: Story, context: str) -> pd.DataFrame:
    """Return the story's figures of one measure, and beside them as much context as asked."""
    if context == "all":
        return figures
    if context == "none":
        return figures[figures["in_story"]]
    return pd.concat(
        [
            figures[figures["in_story"]],
            figures[figures["id"].isin(story.comparison.beside) & ~figures["in_story"]],
        ]
    )


def filtered(figures: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """Return the figures that fit every filter; "" as claimant means that nobody is named."""
    for column, wanted in (
        ("population", filters.populations),
        ("claimant", filters.claimants),
        ("evidence", filters.evidence),
    ):
        if wanted:
            figures = figures[figures[column].fillna("").isin(wanted)]
    return figures


def in_order(figures: pd.DataFrame, populations: Sequence[str]) -> pd.DataFrame:
    """Put parts under their whole, and the rest by population, the story's and the largest first.

    Returns:
        The same rows with two further columns: `depth`, 0 for what is part of
        nothing shown, 1 for its parts and so on; and `group`, the population
        of the outermost whole.
    """
    rows = {row["id"]: row for row in records(figures[list(RANKED)])}
    parts: dict[str | None, list[Record]] = {}
    for row in rows.values():
        whole = row["subset_of"] if row["subset_of"] in rows else None
        parts.setdefault(whole, []).append(row)
    places = {population: place for place, population in enumerate(populations)}

    def rank(row: Record) -> tuple[int, bool, float, int]:
        place = places.get(row["population"], len(places))
        latest = last_day(row["as_of"]).toordinal()
        return place, not row["in_story"], -interval_of(row).low, -latest

    def walk(
        whole: str | None, depth: int, group: str | None
    ) -> Iterator[tuple[str, int, str | None]]:
        for row in sorted(parts.get(whole, []), key=rank):
            yield row["id"], depth, (outer := group if depth else row["population"])
            yield from walk(row["id"], depth + 1, outer)

    walked = list(walk(None, 0, None))
    ordered = figures.loc[[key for key, _, _ in walked]]
    ordered["depth"] = [depth for _, depth, _ in walked]
    ordered["group"] = [group for _, _, group in walked]
    return ordered


def running_totals(figures: pd.DataFrame, story: Story) -> pd.DataFrame:
    """Return the points of running totals, and the story's own counts over years beside them."""
    kinds = {key: series.kind for key, series in story.series.items()}
    point = figures["series"].map(kinds) == "running_total"
    measures = set(figures.loc[point, "measure"]) | {story.comparison.measure}
    own = figures[figures["in_story"] & figures["measure"].isin(measures)]
    return figures[point | figures["id"].isin(own.loc[_over_years(own), "id"])]


def _over_years(figures: pd.DataFrame) -> pd.Series:
    spans = [
        row["period_start"] is not None
        and (last_day(row["as_of"]) - first_day(row["period_start"])).days > 366
        for row in records(figures[["period_start", "as_of"]])
    ]
    return pd.Series(spans, index=figures.index, dtype=bool)
