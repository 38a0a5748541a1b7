"""Tests of dash.figures.periods: days, lengths, and how two times lie."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dash.dates import Days
from dash.figures.periods import (
    OVER_YEARS,
    are_like_periods,
    day_between,
    days_of,
    length_of,
    split_by_length,
)
from dash.schema.rows import Figure
from tests import factories as make
from tests.factories import changed
from tests.figures.comparisons import FIGURE

BEFORE = changed(FIGURE, period_start="2020-01-01", as_of="2020-07-26")
AFTER = changed(FIGURE, id="b", period_start="2020-07-27", as_of="2020-12-31")


@pytest.mark.parametrize(
    ("cells", "start", "end"),
    [
        # Of one precision: whole years, whole months.
        ({"period_start": "2018", "as_of": "2018"}, ["2018-01-01"] * 2, ["2018-12-31"] * 2),
        ({"period_start": "2018-02", "as_of": "2018-02"}, ["2018-02-01"] * 2, ["2018-02-28"] * 2),
        (
            {"period_start": "2018", "as_of": "2018-03"},
            ["2018-01-01", "2018-12-31"],
            ["2018-03-01", "2018-03-31"],
        ),
        (
            {"period_start": "2018", "as_of": "2018", "supplied": ("as_of",)},
            ["2018-01-01", "2018-12-31"],
            ["2018-01-01", "2018-12-31"],
        ),
    ],
)
def test_a_start_and_an_end_mean_days(
    cells: dict[str, Any], start: list[str], end: list[str]
) -> None:
    figure = changed(FIGURE, **cells)
    assert days_of("period_start", figure) == Days(*map(date.fromisoformat, start))
    assert days_of("as_of", figure) == Days(*map(date.fromisoformat, end))


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        (("2018", "2018"), ("2019", "2019"), True),
        (("2018-01-01", "2018-01-10"), ("2018-01-11", "2018-01-20"), True),
        (("2018-01-01", "2018-01-10"), ("2018-01-10", "2018-01-19"), False),
        (("2018-01-01", "2018-01-10"), ("2018-02-11", "2018-02-21"), False),
        (("2018", "2018-06"), ("2019", "2019-06"), False),
    ],
)
def test_periods_are_alike_where_they_are_apart_and_as_long(
    first: tuple[str, str], second: tuple[str, str], alike: bool
) -> None:
    a = changed(FIGURE, period_start=first[0], as_of=first[1])
    b = changed(FIGURE, period_start=second[0], as_of=second[1])
    assert are_like_periods(a, b) == are_like_periods(b, a) == alike


def test_the_day_between_needs_both_dates_next_to_it() -> None:
    assert day_between(BEFORE, AFTER) == day_between(AFTER, BEFORE) == date(2020, 7, 27)
    # What is open at the outer ends does not matter.
    outer = changed(BEFORE, supplied=("period_start",))
    assert day_between(outer, AFTER) == date(2020, 7, 27)
    ends: list[dict[str, Any]] = [
        {"as_of": "2020-07-25"},
        {"as_of": "2020-07"},
        {"supplied": ("as_of",)},
    ]
    starts: list[dict[str, Any]] = [{"supplied": ("period_start",)}, {"period_start": None}]
    for changes in ends:
        assert day_between(changed(BEFORE, **changes), AFTER) is None
    for changes in starts:
        assert day_between(BEFORE, changed(AFTER, **changes)) is None


def test_counts_over_years_months_weeks_and_no_time_do_not_share_an_axis(tmp_path: Path) -> None:
    figures = [
        make.figure(id="years", period_start="2014"),
        make.figure(id="weeks", period_start="2020-04-20"),
        make.figure(id="state", period_start=""),
        make.context_figure(),
    ]
    dossier = make.dossier(tmp_path, figures=figures, differences=[])
    parts = split_by_length(dossier.records("figures"))
    assert [[row["id"] for row in part] for part in parts.values()] == [
        ["years"],
        ["hurt-count"],
        ["weeks"],
        ["state"],
    ]


@pytest.mark.parametrize(
    ("start", "end", "length"),
    [
        ("2020-05-01", "2020-05-31", "Counted over a month or less"),
        ("2020-05-01", "2020-06-01", "Counted over months, up to a year"),
        ("2020", "2020", "Counted over months, up to a year"),
        ("2020-01-01", "2021-01-01", OVER_YEARS),
    ],
)
def test_the_last_day_counts_in_how_long_a_count_is(start: str, end: str, length: str) -> None:
    assert length_of(make.row_of(Figure, period_start=start, as_of=end)) == length
