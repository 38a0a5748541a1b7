"""What somebody else counts over the nearest time, set beside a selection by the comparison."""

from dataclasses import dataclass, replace

from dash.dates import first_day, last_day
from dash.dossier.model import Dossier
from dash.figures.comparability import compare
from dash.figures.comparison_text import sentences
from dash.figures.context import Context
from dash.incidents.answer import Sums
from dash.incidents.selection import EVERYWHERE, Selection
from dash.schema.rows import Figure
from dash.schema.story import Incidents

KEY = "recorded-deaths-selected"


@dataclass(frozen=True)
class Beside:
    """A figure of somebody else's and what setting the two side by side can mean.

    Attributes:
        figure: The other figure.
        days_apart: By how many days the two times differ, at their starts and ends together.
        told: The answer first, then why.
    """

    figure: Figure
    days_apart: int
    told: tuple[str, ...]


def beside(
    dossier: Dossier, context: Context, selection: Selection, total: Sums, span: tuple[str, str]
) -> Beside | None:
    """Return the figure for the nearest time of those whom dossier.toml names; None without one.

    Args:
        dossier: Holds the figures.
        context: What comparisons of its figures need.
        selection: What is counted; nobody else counts a single place, or by how well it is known.
        total: The sums of the selection.
        span: The first and the last month on record.
    """
    incidents = dossier.story.incidents
    population = None if incidents is None else _population(incidents, selection)
    if incidents is None or population is None:
        return None
    ours = as_figure(incidents, population, selection, total, span)
    others = [
        figure
        for figure in dossier.records("figures")
        if figure["claimant"] in incidents.beside
        and (figure["measure"], figure["population"]) == (incidents.measure, population)
        and figure["period_start"] is not None
        and figure["id"] not in context.successors
    ]
    if not others:
        return None
    nearest = min(others, key=lambda figure: (_days_apart(ours, figure), figure["id"]))
    both = replace(context, figures={**context.figures, KEY: ours})
    return Beside(
        nearest, _days_apart(ours, nearest), tuple(sentences(compare(ours, nearest, both), both))
    )


def as_figure(
    incidents: Incidents, population: str, selection: Selection, total: Sums, span: tuple[str, str]
) -> Figure:
    """Return a selection as a figure is: what is counted, among whom, where, from when to when."""
    ranged = total.low is not None and total.in_order
    return Figure(
        id=KEY,
        measure=incidents.measure,
        population=population,
        unit="people",
        bound="range" if ranged else "exact",
        low=float(total.low) if ranged and total.low is not None else None,
        best=float(total.counted),
        high=float(total.high) if ranged and total.high is not None else None,
        period_start=selection.start or span[0],
        as_of=selection.end or span[1],
        stated_on=None,
        area=incidents.area,
        claimant=incidents.claimant,
        evidence="estimate",
        subset_of=None,
        same_as=None,
        replaces=None,
        in_story=False,
        source=incidents.source,
        locator=None,
        exact=None,
        verification="V",
        sic=False,
        supplied=(),
        series=None,
        recompute=None,
        callout=None,
        note=None,
    )


def _population(incidents: Incidents, selection: Selection) -> str | None:
    """Return among whom a selection counts, if others count so: all, or one party, everywhere."""
    if selection.point is not None or selection.where != EVERYWHERE:
        return None
    if selection.of_all_parties:
        return incidents.everyone
    if len(selection.parties) > 1:
        return None
    return str(getattr(incidents.parties, selection.parties[0]))


def _days_apart(one: Figure, other: Figure) -> int:
    """Return how many days two times differ by, at their starts and at their ends."""
    starts = [first_day(figure["period_start"] or figure["as_of"]) for figure in (one, other)]
    ends = [last_day(figure["as_of"]) for figure in (one, other)]
    return abs((starts[0] - starts[1]).days) + abs((ends[0] - ends[1]).days)
