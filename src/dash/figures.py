"""Figures in words, and the selections of them that the pages draw."""

from collections.abc import Mapping

import pandas as pd

from dash.dates import first_day, last_day, spell, spell_period
from dash.dossier import Record, records
from dash.schema.story import Comparison

DAYS_OF_A_YEAR = 366
LENGTHS = ("Counted over years", "Counted over less than a year", "State at a date")
BOUND_WORDS = {"exact": "", "at_least": "at least ", "more_than": "more than ", "about": "about "}


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
    """Return the period a figure counts over, or the date of the state it describes."""
    if figure["period_start"] is None:
        return f"as of {spell(figure['as_of'])}"
    return spell_period(figure["period_start"], figure["as_of"])


def describe(
    figures: pd.DataFrame, actor_names: Mapping[str, str], populations: Mapping[str, str]
) -> pd.DataFrame:
    """Put figures into words, one row each, for tables, charts and alt text.

    Returns:
        The figures' index, with text columns `value`, `population`,
        `claimant`, `time` and `as_of`.
    """
    rows = [
        {
            "value": spell_value(figure),
            "population": populations.get(figure["population"], ""),
            "claimant": actor_names.get(figure["claimant"], "nobody named"),
            "time": spell_time(figure),
            "as_of": spell(figure["as_of"]),
        }
        for figure in records(figures)
    ]
    columns = ["value", "population", "claimant", "time", "as_of"]
    return pd.DataFrame(rows, index=figures.index, columns=columns)


def side_by_side(figures: pd.DataFrame, comparison: Comparison) -> pd.DataFrame:
    """Return the story's figures of one measure and, below them, the named context figures."""
    counted = figures[figures["measure"] == comparison.measure]
    context = counted["id"].isin(comparison.beside)
    return pd.concat([counted[counted["in_story"]], counted[context]])


def split_by_length(figures: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Separate counts over years from counts over less than one, and from states.

    They may not share an axis: a toll of two weeks beside one of seven years
    looks small whatever it means.
    """
    lengths = pd.Series([_length(figure) for figure in records(figures)], index=figures.index)
    parts = {length: figures[lengths == length] for length in LENGTHS}
    return {length: part for length, part in parts.items() if not part.empty}


def _length(figure: Record) -> str:
    if figure["period_start"] is None:
        return LENGTHS[2]
    days = (last_day(figure["as_of"]) - first_day(figure["period_start"])).days
    return LENGTHS[0] if days > DAYS_OF_A_YEAR else LENGTHS[1]
