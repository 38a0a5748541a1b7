"""Rules of figures: bounds, claimants, units, and what belongs together."""

from collections.abc import Iterable, Iterator
from datetime import date

from dash.dates import first_day, last_day
from dash.dossier.records import Tables
from dash.dossier.rules.naming import Naming
from dash.dossier.rules.rows import is_date, rows_of
from dash.schema.problems import Problem
from dash.schema.rows import Figure
from dash.schema.story import Story
from dash.schema.vocabulary import SUPPLIABLE

VALUES_OF_BOUND = {
    "exact": {"best"},
    "at_least": {"low"},
    "more_than": {"low"},
    "about": {"best"},
    "range": {"low", "high"},
}
# The columns that name another figure which this one tells again, or stands for.
RETELLINGS = ("same_as", "replaces")
NOT_BELOW_ZERO = "a figure that is not below zero: the map draws numbers as areas"


def bounds_fit(tables: Tables, _story: Story) -> Iterator[Problem]:
    """Each bound has the values it needs and no others; a range may have a best estimate."""
    for record in rows_of(tables, "figures"):
        needed = VALUES_OF_BOUND.get(record.row["bound"] or "")
        if needed is None:
            continue
        allowed = needed | ({"best"} if record.row["bound"] == "range" else set())
        for column in ("low", "best", "high"):
            given = record.row[column] is not None
            if column in needed and not given:
                yield record.at(column, f"a number, since the bound is {record.row['bound']}")
            if given and column not in allowed:
                yield record.at(column, f"nothing, since the bound is {record.row['bound']}")


def bounds_are_in_order(tables: Tables, _story: Story) -> Iterator[Problem]:
    """Low ≤ best ≤ high, and no best estimate in the exact middle of a range.

    `sic` lifts what concerns the best estimate for a row that stands so in its source: a file
    of events adds up to a low of 21 over a best of 19, and a height is given as 8.43 ± 0.21 m.
    """
    for record in rows_of(tables, "figures"):
        low, best, high = (record.row[column] for column in ("low", "best", "high"))
        if low is None or high is None:
            continue
        if low > high:
            yield record.at("high", f"at least low, {low:g}")
        if record.row["sic"]:
            continue
        if best is not None and not low <= best <= high:
            yield record.at("best", f"a value from low to high, {low:g} to {high:g}")
        elif low < high and best == (low + high) / 2:
            yield record.at("best", "no invented midpoint; sic: true where the source gives it")


def claimants_are_named(tables: Tables, _story: Story) -> Iterator[Problem]:
    """A figure has a claimant, or says that there is none."""
    for record in rows_of(tables, "figures"):
        unattributed = record.row["evidence"] == "unattributed"
        if unattributed and record.row["claimant"] is not None:
            yield record.at("claimant", "nothing, since the evidence is unattributed")
        if not unattributed and record.row["claimant"] is None:
            yield record.at("claimant", "the id of an actor, or unattributed as evidence")


def units_fit(tables: Tables, story: Story) -> Iterator[Problem]:
    """A figure's unit is one of its measure's; people counted have a population."""
    for record in rows_of(tables, "figures"):
        measure = story.measures.get(str(record.row["measure"]))
        if measure is None:
            continue
        if record.row["unit"] not in measure.units:
            yield record.at("unit", "a unit of the measure: " + ", ".join(measure.units))
        if record.row["unit"] == "people" and record.row["population"] is None:
            yield record.at("population", "among whom the people are counted")


def numbers_are_not_below_zero(tables: Tables, story: Story) -> Iterator[Problem]:
    """A number is below zero only where its measure may be."""
    for record in rows_of(tables, "figures"):
        measure = story.measures.get(str(record.row["measure"]))
        if measure is None or measure.below_zero:
            continue
        for column in ("low", "best", "high"):
            value = record.row[column]
            if value is not None and value < 0:
                expected = (
                    f"a number from 0, or below_zero = true in [measures.{record.row['measure']}]"
                )
                yield record.at(column, f"{expected} of dossier.toml")


def drawn_by_size(tables: Tables, ids: Iterable[str]) -> Iterator[str]:
    """Yield the figures that a circle can stand for: no area is smaller than nothing."""
    rows = {record.row["id"]: record.row for record in rows_of(tables, "figures")}
    for key in ids:
        given = (rows[key][column] for column in ("low", "best", "high")) if key in rows else ()
        if all(value is None or value >= 0 for value in given):
            yield key


def settle_drawn(key: str, ids: Iterable[str], naming: Naming) -> tuple[str, ...]:
    """Return the figures that a map can draw; each of the others is a problem of a key."""
    given = tuple(ids)
    drawn = tuple(drawn_by_size(naming.tables, given))
    for figure in given:
        if figure not in drawn:
            naming.tell(key, figure, NOT_BELOW_ZERO)
    return drawn


def supplied_cells_are_filled(tables: Tables, _story: Story) -> Iterator[Problem]:
    """What was read from the context stands in its cell."""
    for record in rows_of(tables, "figures"):
        for column in record.row["supplied"]:
            if column in SUPPLIABLE and record.cell(column) in (None, ()):
                yield record.at(column, "what was read from the context, since supplied names it")


def parts_fit_their_whole(tables: Tables, _story: Story) -> Iterator[Problem]:
    """A part is given in the unit of its whole."""
    figures = {record.row["id"]: record.row for record in rows_of(tables, "figures")}
    for record in rows_of(tables, "figures"):
        whole = figures.get(record.row["subset_of"])
        if whole is not None and record.row["unit"] != whole["unit"]:
            yield record.at("unit", f"the unit of {whole['id']}, of which this is a part")


def retellings_fit_what_they_retell(tables: Tables, _story: Story) -> Iterator[Problem]:
    """What repeats or replaces another figure counts the same, and says in its note why."""
    figures = {record.row["id"]: record.row for record in rows_of(tables, "figures")}
    for record in rows_of(tables, "figures"):
        for column in RETELLINGS:
            other = figures.get(record.text(column))
            if other is None:
                continue
            if any(record.row[part] != other[part] for part in ("measure", "unit")):
                yield record.at(column, "a figure of the same measure, in the same unit")
            if record.row["note"] is None:
                yield record.at("note", f"the reason, since {column} names {other['id']}")


def numbers_are_given_in_time(tables: Tables, _story: Story) -> Iterator[Problem]:
    """A number is given neither before what it counts is over nor after its source appeared.

    A state may be given ahead of its day: that is a forecast, and its callout says so. Dates of
    a month or a year are read in favour of the row: only what cannot be is a problem.
    """
    published = {row.row["id"]: row.row["published"] for row in rows_of(tables, "sources")}
    for record in rows_of(tables, "figures"):
        row = record.row
        if not is_date(row["stated_on"]):
            continue
        counted = _first_day_that_can_be_counted(row)
        if counted is not None and last_day(row["stated_on"]) < counted:
            ahead = "a callout that says forecast, or " if row["period_start"] is None else ""
            yield record.at("stated_on", f"{ahead}a day not before what is counted is over")
        printed = published.get(row["source"])
        if is_date(printed) and first_day(row["stated_on"]) > last_day(printed):
            yield record.at("stated_on", f"a day not after its source's own date, {printed}")


def _first_day_that_can_be_counted(row: Figure[None]) -> date | None:
    """Return the first day on which the number can have been given, where there is one."""
    start, end = row["period_start"], row["as_of"]
    if "as_of" in row["supplied"]:
        return first_day(start) if is_date(start) else None
    if not is_date(end) or (start is None and row["callout"] is not None):
        return None
    # A start and an end of one precision mean whole months or years.
    whole = is_date(start) and len(start) == len(end)
    return last_day(end) if whole else first_day(end)


def series_count_one_thing(tables: Tables, _story: Story) -> Iterator[Problem]:
    """The points of a series count the same measure in the same unit."""
    first: dict[str, Figure[None]] = {}
    for record in rows_of(tables, "figures"):
        series = record.row["series"]
        if series is None:
            continue
        for column in ("measure", "unit"):
            expected = first.setdefault(series, record.row)[column]
            if record.row[column] != expected:
                yield record.at(column, f"{expected}, as in the rest of the series {series}")
