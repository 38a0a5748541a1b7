"""Figures in words, and which of them may share an axis."""

import math
from collections.abc import Mapping, Sequence
from types import MappingProxyType

import pandas as pd

from dash.dates import first_day, last_day, spell
from dash.dossier.records import Record, records, split_ids
from dash.provenance import cite
from dash.schema.vocabulary import BOUNDS, EVIDENCE, labels

OVER_YEARS = "Counted over years"
# The longest count, in days, that goes by each name; the last has no length.
LENGTHS = {
    "Counted over a month or less": 31,
    "Counted over months, up to a year": 366,
    OVER_YEARS: math.inf,
}
STATE = "State at a date"
BOUND_WORDS = {"exact": "", "at_least": "at least ", "more_than": "more than ", "about": "about "}
BOUND_MEANINGS, EVIDENCE_MEANINGS = labels(BOUNDS), labels(EVIDENCE)
WHOSE = {True: "in the story", False: "outside the story"}
DESCRIPTION = ["value", "population", "claimant", "time", "as_of", "evidence", "area", "whose"]


def spell_number(number: float) -> str:
    """Return a number with thousands separators, and decimals only where it has them."""
    return f"{number:,.0f}" if float(number).is_integer() else f"{number:,}"


def spell_value(figure: Record) -> str:
    """Return the number with its bound: more than 13,000, or 13,100 to 13,300."""
    if figure["bound"] != "range":
        return BOUND_WORDS[figure["bound"]] + spell_number(ends(figure)[0])
    span = " to ".join(spell_number(end) for end in ends(figure))
    if figure["best"] is None:
        return span
    return f"{span} (best estimate {spell_number(figure['best'])})"


def ends(figure: Record) -> tuple[float, float]:
    """Return the lowest and the highest value that a figure names; the same one twice for one."""
    if figure["bound"] == "range":
        return figure["low"], figure["high"]
    value = figure["low"] if figure["best"] is None else figure["best"]
    return value, value


def spell_time(figure: Record) -> str:
    """Return the period a figure counts over, or the date of the state it describes.

    Where the source leaves the date open, the one on record is when it was said.
    """
    left_open = split_ids(figure["supplied"])
    end = spell(figure["as_of"]) + (" at the latest" if "as_of" in left_open else "")
    if figure["period_start"] is None:
        return f"as of {end}"
    if figure["period_start"] == figure["as_of"]:
        return end
    return f"{spell(figure['period_start'])} to {end}"


def figures_in_words(
    figures: pd.DataFrame,
    actor_names: Mapping[str, str],
    populations: Mapping[str, str],
    place_names: Mapping[str, str] = MappingProxyType({}),
) -> pd.DataFrame:
    """Put figures into words, one row each, for tables, charts and alt text.

    Returns:
        The figures' index, with text columns `value`, `population`,
        `claimant`, `time`, `as_of`, `evidence`, `area` and `whose` (the
        story's, or from outside it).
    """
    rows = [in_words(row, actor_names, populations, place_names) for row in records(figures)]
    return pd.DataFrame(rows, index=figures.index, columns=DESCRIPTION)


def in_words(
    figure: Record,
    actor_names: Mapping[str, str],
    populations: Mapping[str, str],
    place_names: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, str]:
    """Put one figure into words, by the columns that `figures_in_words` returns."""
    return {
        "value": spell_value(figure),
        "population": populations.get(figure["population"], ""),
        "claimant": actor_names.get(figure["claimant"], "nobody named"),
        "time": spell_time(figure),
        "as_of": spell(figure["as_of"]),
        "evidence": EVIDENCE[figure["evidence"]].label,
        "area": spell_area(figure, place_names),
        "whose": WHOSE[bool(figure["in_story"])],
    }


def spell_area(figure: Record, place_names: Mapping[str, str]) -> str:
    """Return the places that a figure counts in."""
    return " and ".join(place_names.get(place, place) for place in split_ids(figure["area"]))


def split_by_length(figures: Sequence[Record]) -> dict[str, list[Record]]:
    """Separate counts over years, months and days from each other, and from states.

    They may not share an axis: a toll of two weeks beside one of seven years
    looks small whatever it means.
    """
    parts: dict[str, list[Record]] = {length: [] for length in (*reversed(LENGTHS), STATE)}
    for row in figures:
        parts[length_of(row)].append(row)
    return {length: part for length, part in parts.items() if part}


def length_of(figure: Record) -> str:
    """Return over how long a figure counts: a key of LENGTHS, or STATE."""
    if figure["period_start"] is None:
        return STATE
    days = (last_day(figure["as_of"]) - first_day(figure["period_start"])).days + 1
    return next(name for name, longest in LENGTHS.items() if days <= longest)


def cite_figure(figure: Record, words: Record, measure: str, source: Record) -> str:
    """Return a figure in one line that can stand in a text: number, what, who, when, and source.

    Args:
        figure: The figure.
        words: The same figure as `figures_in_words` puts it.
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
