"""Rules of dates: days of the calendar, periods that run forward, and clocks."""

from collections.abc import Iterator

from dash.clocks import clock_of
from dash.dates import first_day, last_day, offset_of, order, time_of
from dash.dossier.reading import text_cells
from dash.dossier.records import Tables
from dash.dossier.rules.rows import is_date, rows_of
from dash.schema.problems import Problem
from dash.schema.story import Story
from dash.schema.validation import table_columns

PERIODS = {"figures": ("period_start", "as_of"), "events": ("start", "end")}


def dates_exist(tables: Tables, _story: Story) -> Iterator[Problem]:
    """A date is one of the calendar: there is no 31 February."""
    for table, frame in tables.items():
        for column, rule in table_columns(table).items():
            if rule.metadata["date"]:
                for line, cell in text_cells(frame, column):
                    if not is_date(cell):
                        expected = "a date of the calendar"
                        yield Problem(f"{table}.csv", line, column, cell, expected)


def periods_run_forward(tables: Tables, _story: Story) -> Iterator[Problem]:
    """A period does not end before it starts."""
    for table, (start, end) in PERIODS.items():
        for record in rows_of(tables, table):
            first, last = record.text(start), record.text(end)
            if not is_date(first) or not is_date(last):
                continue
            timed = bool(time_of(first) and time_of(last))
            if first_day(first) > last_day(last) or (timed and order(first) > order(last)):
                yield record.at(end, f"a date not before {start}, {first}")


def times_can_be_sorted(tables: Tables, _story: Story) -> Iterator[Problem]:
    """Either all times of a dossier say how far they are from UTC, or they are by one clock."""
    rows = [record for record in rows_of(tables, "events") if time_of(record.text("start") or "")]
    apart = {bool(offset_of(record.text("start") or "")) for record in rows}
    for record in rows if len(apart) > 1 else ():
        if not offset_of(record.text("start") or ""):
            yield record.at("start", "its distance from UTC, as other times have it: +02:00")


def relative_dates_have_a_clock(tables: Tables, story: Story) -> Iterator[Problem]:
    """A date reckoned from the day of its paragraph needs a clock that covers the paragraph."""
    for record in rows_of(tables, "events"):
        if record.row["relative"] and clock_of(story, record.row["locator"]) is None:
            yield record.at("locator", "a paragraph that a clock of dossier.toml covers")


def open_events_have_no_date(tables: Tables, _story: Story) -> Iterator[Problem]:
    """An event has a start, unless its precision says that none was set."""
    for record in rows_of(tables, "events"):
        if (record.row["precision"] == "open") != (record.row["start"] is None):
            yield record.at("start", "a date, or nothing where the precision is open")
