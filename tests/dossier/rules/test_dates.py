"""Tests of dash.dossier.rules.dates: a day that cannot be, or whose clock is missing, is told."""

from pathlib import Path

import pytest

from tests import factories as make
from tests.factories import Row


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        pytest.param({"start": "2020-02-31"}, "start", id="31 February"),
        pytest.param({"start": "2020-05-05T24:10"}, "start", id="an hour that no day has"),
        pytest.param(
            {"start": "2020-05-05T10:00", "end": "2020-05-05T09:00"}, "end", id="backwards in a day"
        ),
        pytest.param({"precision": "open"}, "start", id="a day for an open event"),
        pytest.param({"start": ""}, "start", id="no day for one that is not open"),
        pytest.param({"relative": "true", "locator": "P9"}, "locator", id="no clock"),
        pytest.param({"relative": "true", "locator": "page 3"}, "locator", id="a page"),
    ],
)
def test_a_breach_is_told_in_its_cell(changes: Row, column: str, tmp_path: Path) -> None:
    assert ("events.csv", column) in make.refused(tmp_path, events=[make.event(**changes)])


def test_a_period_that_runs_backwards_is_told_at_its_end(tmp_path: Path) -> None:
    figures = [make.figure(period_start="2021"), make.context_figure()]
    assert ("figures.csv", "as_of") in make.refused(tmp_path, figures=figures)


def test_times_of_which_only_some_say_how_far_they_are_from_utc_are_told(tmp_path: Path) -> None:
    events = [
        make.event(start="2020-05-05T10:00+02:00"),
        make.event(id="later", start="2020-05-05T11:00"),
    ]
    (problem,) = make.dossier(tmp_path, events=events).problems
    assert (problem.line, problem.column) == (3, "start")
    assert not make.refused(tmp_path, events=events[:1])


@pytest.mark.parametrize("start", ["0079-08-24", "2150", "2020-05-05T10:00", "9999-12-31"])
def test_years_long_past_and_to_come_are_taken(start: str, tmp_path: Path) -> None:
    assert not make.refused(tmp_path, events=[make.event(start=start)])


def test_what_ends_as_it_starts_and_what_is_open_or_relative_is_taken(tmp_path: Path) -> None:
    events = [
        make.event(start="2020-05-05", end="2020-05-05"),
        make.event(id="moment", start="2020-05-05T10:00", end="2020-05-05T10:00"),
        make.event(id="evening", start="2020-05-05T18:00", end="2020-05-05"),
        make.event(id="open", start="", precision="open"),
        make.event(id="reckoned", relative="true"),
    ]
    assert make.dossier(tmp_path, events=events).problems == ()
