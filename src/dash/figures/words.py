"""A figure in words: its number, its time, among whom, where, and who says so."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import TypedDict

from dash.dates import first_day, last_day, spell, spell_period, spell_when
from dash.figures.units import PEOPLE, spell_quantity
from dash.provenance import cite
from dash.schema.rows import Figure, Source
from dash.schema.units import form_of
from dash.schema.vocabulary import BOUNDS, EVIDENCE, labels
from dash.wording import ABOUT, AT_LEAST, MORE_THAN, NOBODY_NAMED, NOT_STATED

BOUND_WORDS = {
    "exact": "",
    "at_least": f"{AT_LEAST} ",
    "more_than": f"{MORE_THAN} ",
    "about": f"{ABOUT} ",
}
BOUND_MEANINGS, EVIDENCE_MEANINGS = labels(BOUNDS), labels(EVIDENCE)
WHOSE = {True: "in the story", False: "outside the story"}


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


def spell_value(figure: Figure) -> str:
    """Return the number with its bound and unit: more than 13,000, or 40 to 45 %.

    People have no unit here: among whom they are counted stands beside the number. A number that
    its source gives with a margin is spelled so: 8.43 m ± 0.21 m; a range that is none as its one
    value.
    """
    if figure["bound"] != "range" or figure["best"] is None or is_one_value(figure):
        return spell_short(figure)
    best = spell_quantity(figure["unit"], figure["best"])
    margin = margin_of(figure)
    if margin is not None:
        return f"{best} ± {spell_quantity(figure['unit'], margin)}"
    return f"{spell_short(figure)} (best estimate {best})"


def is_one_value(figure: Figure) -> bool:
    """Return whether lowest, best and highest value of a range agree."""
    return figure["bound"] == "range" and {figure["low"], figure["high"]} == {
        figure["low"] if figure["best"] is None else figure["best"]
    }


def margin_of(figure: Figure) -> float | None:
    """Return how far a range reaches to either side of its best value, where that is alike.

    Such a best value is nobody's estimate but the number itself: a measurement with its margin.
    """
    if figure["bound"] != "range" or figure["best"] is None:
        return None
    lowest, highest = ends(figure)
    low, best, high = (Decimal(repr(float(end))) for end in (lowest, figure["best"], highest))
    return float(high - best) if low < best and best - low == high - best else None


def spell_short(figure: Figure) -> str:
    """Return the number with its bound and unit, without the best estimate of a range."""
    low, high = ends(figure)
    if figure["bound"] == "range":
        return spell_quantity(figure["unit"], low, high)
    return BOUND_WORDS[figure["bound"]] + spell_quantity(figure["unit"], low)


def spell_counted(figure: Figure, counted: str | None = None) -> str:
    """Return the number with what it counts, where nothing else says it: 14,000 people.

    Args:
        figure: The figure.
        counted: What to say in place of people, and behind any other unit: killed.
    """
    counted = figure["unit"] if counted is None and figure["unit"] == PEOPLE else counted
    return f"{spell_value(figure)} {form_of(counted or '', *ends(figure))}".rstrip()


def ends(figure: Figure) -> tuple[float, float]:
    """Return the lowest and the highest value that a figure names; the same one twice for one."""
    given = [end for end in (figure["low"], figure["high"]) if end is not None]
    if figure["bound"] == "range":
        return given[0], given[-1]
    value = given[0] if figure["best"] is None else figure["best"]
    return value, value


def spell_time(figure: Figure) -> str:
    """Return the time that a figure speaks of, as far as its source states it.

    A period's end or start that the source leaves open is told as not stated, a period of which
    both were read from the context as read so. Instead of a day that was never stated stands the
    day on which the number was given, where that is known.
    """
    if figure["period_start"] is None:
        return _spell_state(figure)
    start, end = spell(figure["period_start"]), spell(figure["as_of"])
    period = spell_period(figure["period_start"], figure["as_of"])
    match "period_start" in supplied_in(figure), "as_of" in supplied_in(figure):
        case False, False:
            return period
        case True, False:
            return f"up to {end}, since when is {NOT_STATED}"
        case False, True:
            words = f"since {start}, up to when is {NOT_STATED}"
        case _:
            words = f"time {NOT_STATED}, read as {period}"
    return ", ".join(filter(None, (words, spell_stated_on(figure))))


def spell_known_time(figure: Figure) -> str:
    """Return when, to print beside a number: of what day, or over what time; "" if not known.

    A count of one year is as of its last day, and so is one of seven: beside each other they are
    told with their beginnings. Where no end is stated stands the day on which it was said.
    """
    return spell_stated_on(figure) if "as_of" in supplied_in(figure) else spell_time(figure)


def spell_stated_on(figure: Figure) -> str:
    """Return when the number was given: said on 14 April 2021; "" where that is not known."""
    return "" if figure["stated_on"] is None else f"said {spell_when(figure['stated_on'])}"


def _spell_state(figure: Figure) -> str:
    """Return the day of a state, or of a forecast, which is given before its day."""
    if is_forecast(figure):
        about = "about " if "as_of" in supplied_in(figure) else ""
        return f"expected for {about}{spell(figure['as_of'])}, {spell_stated_on(figure)}"
    if "as_of" in supplied_in(figure):
        return spell_stated_on(figure) or f"as of when is {NOT_STATED}"
    return f"as of {spell(figure['as_of'])}"


def is_forecast(figure: Figure) -> bool:
    """Return whether a figure is a state told ahead of its day."""
    said = figure["stated_on"]
    return (
        figure["period_start"] is None
        and said is not None
        and last_day(said) < first_day(figure["as_of"])
    )


def supplied_in(figure: Figure) -> tuple[str, ...]:
    """Return the columns of a figure that its source leaves open."""
    return figure["supplied"]


def as_supplied(words: str, column: str, figure: Figure) -> str:
    """Return what a column says in words, marked as not stated where the source leaves it open."""
    return f"{words} ({NOT_STATED})" if words and column in supplied_in(figure) else words


def plain(words: str) -> str:
    """Return words without the mark that `as_supplied` gives them."""
    return words.removesuffix(f" ({NOT_STATED})")


def in_words(
    figure: Figure,
    actor_names: Mapping[str, str],
    populations: Mapping[str, str],
    place_names: Mapping[str, str] = MappingProxyType({}),
) -> FigureInWords:
    """Put one figure into words."""
    return {
        "value": spell_value(figure),
        "population": spell_population(figure, populations),
        "claimant": actor_names.get(figure["claimant"] or "", NOBODY_NAMED),
        "time": spell_time(figure),
        "as_of": spell_known_time(figure),
        "evidence": EVIDENCE[figure["evidence"]].label,
        "area": spell_area(figure, place_names),
        "whose": WHOSE[bool(figure["in_story"])],
    }


def spell_population(figure: Figure, populations: Mapping[str, str]) -> str:
    """Return among whom a figure counts; "" where no people are counted."""
    return as_supplied(populations.get(figure["population"] or "", ""), "population", figure)


def spell_area(figure: Figure, place_names: Mapping[str, str]) -> str:
    """Return the places that a figure counts in."""
    places = (place_names.get(place, place) for place in figure["area"])
    return as_supplied(" and ".join(places), "area", figure)


def cite_figure(figure: Figure, words: FigureInWords, measure: str, source: Source) -> str:
    """Return a figure in one line that can stand in a text: number, what, who, when, and source.

    Args:
        figure: The figure.
        words: The same figure as `figures_in_words` puts it.
        measure: The name of what is counted.
        source: Where it was read.
    """
    counted = f"{measure}, {words['population']}" if words["population"] else measure
    parts = [f"{words['value']} ({counted}; {words['claimant']}; {words['time']})"]
    parts.append(cite(source, figure["locator"]))
    if source["url"]:
        parts.append(source["url"])
    return ". ".join(parts) + "."
