"""Figures in words, and which of them may share an axis."""

import math
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TypedDict

import pandas as pd

from dash.dates import first_day, last_day, spell
from dash.provenance import cite
from dash.schema.rows import Figure, Source

# The longest count, in days, that goes by each name; the last has no length.
LENGTHS = {
    "Counted over a month or less": 31,
    "Counted over months, up to a year": 366,
    "Counted over years": math.inf,
}
STATE = "State at a date"
BOUND_WORDS = {"exact": "", "at_least": "at least ", "more_than": "more than ", "about": "about "}
BOUND_MEANINGS = {
    "exact": "one plain number",
    "at_least": "a minimum",
    "more_than": "an open floor",
    "about": "an approximate number",
    "range": "a range",
}
WHOSE = {True: "in the story", False: "outside the story"}
EVIDENCE_MEANINGS = {
    "verified": "counted case by case",
    "estimate": "estimated from records",
    "claim": "claimed without a method",
    "unattributed": "nobody named for it",
}


class FigureInWords(TypedDict):
    """A figure in words, for tables, charts and alt text."""

    value: str
    population: str
    claimant: str
    time: str
    as_of: str
    evidence: str
    area: str
    whose: str


DESCRIPTION = tuple(FigureInWords.__annotations__)


def spell_number(number: float) -> str:
    """Return a number with thousands separators, and decimals only where it has them."""
    return f"{number:,.0f}" if float(number).is_integer() else f"{number:,}"


def spell_value(figure: Figure) -> str:
    """Return the number with its bound: more than 13,000, or 13,100 to 13,300."""
    if figure["bound"] != "range":
        return BOUND_WORDS[figure["bound"]] + spell_number(ends(figure)[0])
    span = " to ".join(spell_number(end) for end in ends(figure))
    if figure["best"] is None:
        return span
    return f"{span} (best estimate {spell_number(figure['best'])})"


def ends(figure: Figure) -> tuple[float, float]:
    """Return the lowest and the highest value that a figure names; the same one twice for one."""
    given = [end for end in (figure["low"], figure["high"]) if end is not None]
    if figure["bound"] == "range":
        return given[0], given[-1]
    value = given[0] if figure["best"] is None else figure["best"]
    return value, value


def spell_time(figure: Figure) -> str:
    """Return the period a figure counts over, or the date of the state it describes.

    Where the source leaves the date open, the one on record is when it was said.
    """
    left_open = figure["supplied"]
    end = spell(figure["as_of"]) + (" at the latest" if "as_of" in left_open else "")
    if figure["period_start"] is None:
        return f"as of {end}"
    if figure["period_start"] == figure["as_of"]:
        return end
    return f"{spell(figure['period_start'])} to {end}"


def describe(
    figures: Sequence[Figure],
    actor_names: Mapping[str, str],
    populations: Mapping[str, str],
    place_names: Mapping[str, str] = MappingProxyType({}),
) -> pd.DataFrame:
    """Put figures into words, one row each, for tables, charts and alt text.

    Returns:
        The figures' ids as the index, with text columns `value`, `population`,
        `claimant`, `time`, `as_of`, `evidence`, `area` and `whose` (the
        story's, or from outside it).
    """
    rows = [in_words(row, actor_names, populations, place_names) for row in figures]
    return pd.DataFrame(rows, index=[row["id"] for row in figures], columns=list(DESCRIPTION))


def in_words(
    figure: Figure,
    actor_names: Mapping[str, str],
    populations: Mapping[str, str],
    place_names: Mapping[str, str] = MappingProxyType({}),
) -> FigureInWords:
    """Put one figure into words."""
    return {
        "value": spell_value(figure),
        "population": populations.get(figure["population"] or "", ""),
        "claimant": actor_names.get(figure["claimant"] or "", "nobody named"),
        "time": spell_time(figure),
        "as_of": spell(figure["as_of"]),
        "evidence": EVIDENCE_MEANINGS[figure["evidence"]],
        "area": spell_area(figure, place_names),
        "whose": WHOSE[bool(figure["in_story"])],
    }


def spell_area(figure: Figure, place_names: Mapping[str, str]) -> str:
    """Return the places that a figure counts in."""
    return " and ".join(place_names.get(place, place) for place in figure["area"])


def split_by_length(figures: Sequence[Figure]) -> dict[str, list[Figure]]:
    """Separate counts over years, months and days from each other, and from states.

    They may not share an axis: a toll of two weeks beside one of seven years
    looks small whatever it means.
    """
    parts: dict[str, list[Figure]] = {length: [] for length in (*reversed(LENGTHS), STATE)}
    for row in figures:
        parts[_length(row)].append(row)
    return {length: part for length, part in parts.items() if part}


def _length(figure: Figure) -> str:
    if figure["period_start"] is None:
        return STATE
    days = (last_day(figure["as_of"]) - first_day(figure["period_start"])).days + 1
    return next(name for name, longest in LENGTHS.items() if days <= longest)


def cite_figure(figure: Figure, words: FigureInWords, measure: str, source: Source) -> str:
    """Return a figure in one line that can stand in a text: number, what, who, when, and source.

    Args:
        figure: The figure.
        words: The same figure as `describe` puts it.
        measure: The name of what is counted.
        source: Where it was read.
    """
    counted = f"{measure}, {words['population'].lower()}" if words["population"] else measure
    parts = [f"{words['value']} ({counted}; {words['claimant']}; {words['time']})"]
    parts.append(cite(source, figure["locator"]))
    if source["url"]:
        parts.append(source["url"])
    return ". ".join(parts) + "."


def table_of(
    figures: pd.DataFrame, words: pd.DataFrame, publishers: Mapping[str, str]
) -> pd.DataFrame:
    """Return figures as a table to read, sort and download; dates stay ISO 8601 to sort by."""
    return pd.DataFrame(
        {
            "Number": words["value"],
            "Low": figures["low"],
            "Best": figures["best"],
            "High": figures["high"],
            "Among whom": words["population"],
            "Who says so": words["claimant"],
            "From": figures["period_start"],
            "Up to": figures["as_of"],
            "Kind of evidence": words["evidence"],
            "Area": words["area"],
            "Whose": words["whose"],
            "Read in": figures["source"].map(publishers),
            "Note": figures["note"],
            "Id": figures["id"],
        }
    )
