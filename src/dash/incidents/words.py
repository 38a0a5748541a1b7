"""The recorded deaths in sentences: what is selected, how well it is known, what is left out."""

from collections.abc import Iterable, Mapping, Sequence

from dash.counting import count_of, listed
from dash.dates import spell_period
from dash.figures.words import spell_area, spell_time, spell_value
from dash.incidents.answer import Answer, Month, PlaceSum, Sums
from dash.incidents.selection import EVERYWHERE, Selection, is_selected
from dash.schema.rows import Figure
from dash.schema.story import Incidents, Story

# Figures or places that a line names one by one.
MOST_NAMED = 5
# Provinces or regions, amid a sentence.
MOST_WIDE_NAMED = 3

WIDE = "known no closer than a province or a region"

WHERE_WORDS: Mapping[str, str] = {
    "spot": "at the spot",
    "near": "near it",
    "district": "in its district",
    "wider": "no closer than a province",
}
PRECISION_WORDS: Mapping[int, str] = {
    1: "known to the spot",
    2: "known to be near here",
    3: "known to the district",
}


def party_names(story: Story, incidents: Incidents) -> dict[str, str]:
    """Return what each column of deaths is called, as the dossier names its parties."""
    named = incidents.parties.model_dump()
    return {party: story.populations[key] for party, key in named.items()}


def spell_bounds(sums: Sums) -> str:
    """Return the lowest and the highest number, and whether the best lies between them."""
    if sums.low is None or sums.high is None:
        return ""
    if sums.low == sums.counted == sums.high:
        return "low and high are the same"
    if sums.in_order:
        return f"{sums.low:,} to {sums.high:,}"
    return f"low {sums.low:,} and high {sums.high:,}, as the source has them"


def spell_total(sums: Sums, selection: Selection, names: Mapping[str, str]) -> str:
    """Return the number of the selection with its low and high, or of whom it is."""
    people = f"{sums.counted:,} {'person' if sums.counted == 1 else 'people'} killed"
    if not selection.of_all_parties:
        return f"{people}: {listed([names[party] for party in selection.parties])}"
    return f"{people} ({spell_bounds(sums)})"


def spell_parties(sums: Sums, names: Mapping[str, str]) -> str:
    """Return the deaths by party as a list; nothing where one party alone is counted."""
    if len(sums.parties) < 2:
        return ""
    told = [f"{names[party]} {number:,}" for party, number in sums.parties.items()]
    return "; ".join(told)


def spell_time_of(selection: Selection, months: Sequence[str]) -> str:
    """Return the selected time: April 2014 to December 2021."""
    start = max(selection.start or months[0], months[0])
    return spell_period(start, min(selection.end or months[-1], months[-1]))


def spell_worst_month(answer: Answer) -> str:
    """Say in which of the months selected the most died; nothing of one month, or of none."""
    months = [each for each in answer.months if is_selected(each.month, answer.selection)]
    if len(months) < 2 or not answer.total.counted:
        return ""
    worst = _most(months)
    if len(worst) > 1:
        return ""
    (month,) = worst
    return f"The most in a month: {month.sums.counted:,}, in {spell_period(month.month, None)}."


def spell_where(answer: Answer) -> str:
    """Say at how many places people died, and of how many the place is known less well."""
    drawn, counted = answer.on_the_map, answer.total.counted
    places = answer.number_of_places
    told = []
    if places:
        of = "All" if drawn == counted else f"{drawn:,}"
        told.append(f"{of} of them at {count_of(places, 'place')}")
    if counted - drawn:
        known = f" ({_wider(answer, counted - drawn)})" if answer.wider else ""
        of = f"{'of ' if told else 'Of '}{counted - drawn:,}"
        told.append(f"{of} the place is {WIDE}{known}")
    return f"{'; '.join(told)}." if told else ""


def left_out_of(selection: Selection, names: Mapping[str, str]) -> list[str]:
    """Say what a choice of the reader's does to the numbers."""
    told = []
    if not selection.of_all_parties:
        chosen = listed([names[party] for party in selection.parties])
        told.append(
            f"Counted: {chosen}. Low and high are on record for all parties together only, so "
            "the best count stands alone."
        )
    if selection.where != EVERYWHERE:
        told.append("Deaths whose place is known in another way than chosen are left out.")
    return told


def months_alt(months: Sequence[Month], selection: Selection) -> str:
    """Describe the chart of months: how many, the highest, and what is selected."""
    if not months:
        return "Chart of deaths by month: nothing on record."
    chosen = ""
    if selection.start or selection.end:
        chosen = f" Selected is {spell_period(selection.start, selection.end)}."
    chart = f"Chart of deaths by month, {spell_period(months[0].month, months[-1].month)}"
    top, *as_many = _most(months)
    if not top.sums.counted:
        return f"{chart}: nobody of those counted.{chosen}"
    bounds = f", {spell_bounds(top.sums)}" if top.sums.low is not None else ""
    also = f", and as many in {count_of(len(as_many), 'other month')}" if as_many else ""
    when = spell_period(top.month, None)
    return f"{chart}: the most in {when}, {top.sums.counted:,}{bounds}{also}.{chosen}"


def map_alt(places: Sequence[PlaceSum], answer: Answer, time: str) -> str:
    """Describe the map: how many circles, the largest of them, and what is not drawn."""
    if not places:
        return f"Map of recorded deaths, {time}: no place with a death."
    largest = listed([f"{place.name} {place.sums.counted:,}" for place in places[:MOST_NAMED]])
    named = largest if len(places) <= MOST_NAMED else f"the largest {largest}"
    told = f"Map of recorded deaths, {time}: {count_of(len(places), 'circle')} to scale, {named}."
    if missing := answer.total.counted - answer.on_the_map:
        told += f" Not drawn: {missing:,} whose place is {WIDE}."
    return told


def tip(place: PlaceSum, names: Mapping[str, str]) -> str:
    """Return what is told at a touch of a circle."""
    bounds = spell_bounds(place.sums)
    number = f"{place.sums.counted:,} killed{f' ({bounds})' if bounds else ''}"
    parties = [f"{names[party]} {count:,}" for party, count in place.sums.parties.items() if count]
    told = [place.name, number, PRECISION_WORDS[place.precision], *parties]
    return "\n".join(told)


def spell_recomputed(
    stated: Iterable[Figure], computed: Mapping[str, Figure] | None, areas: Mapping[str, str]
) -> str:
    """Say which numbers are computed from the record, which stand as stated, and which differ.

    Args:
        stated: Those that are shown, as figures.csv has them.
        computed: Those that the record yields, by id; None where it does not answer.
        areas: The names of the places by id.
    """
    if computed is None:
        return (
            "The recorded deaths do not answer at present: these numbers stand as figures.csv "
            "has them."
        )
    figures = list(stated)
    without = [_named(figure, areas) for figure in figures if figure["id"] not in computed]
    count = len(figures) - len(without)
    told = [f"Computed from the recorded deaths: {count:,} of {len(figures):,} numbers."]
    if without:
        told.append(
            f"As stated, since no choice of the record has just this sum: {_some(without)}."
        )
    other = [
        f"{_named(figure, areas)}, now {spell_value(computed[figure['id']])}"
        for figure in figures
        if computed.get(figure["id"], figure) != figure
    ]
    if other:
        told.append(f"Other than figures.csv states: {_some(other)}.")
    return " ".join(told)


def _named(figure: Figure, areas: Mapping[str, str]) -> str:
    where = f"{spell_area(figure, areas)}, " if len(figure["area"]) == 1 else ""
    return f"{where}{spell_time(figure)}: {spell_value(figure)}"


def _some(told: Sequence[str]) -> str:
    more = f"; and {len(told) - MOST_NAMED:,} more" if len(told) > MOST_NAMED else ""
    return "; ".join(told[:MOST_NAMED]) + more


def _most(months: Sequence[Month]) -> list[Month]:
    """Return the months with the most deaths: several where they have as many."""
    number = max(month.sums.counted for month in months)
    return [month for month in months if month.sums.counted == number]


def _wider(answer: Answer, of: int) -> str:
    named = answer.wider[:MOST_WIDE_NAMED]
    some = "" if sum(number for _, number in named) == of else "among them "
    return some + ", ".join(f"{name} {number:,}" for name, number in named)
