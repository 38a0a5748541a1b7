"""Tests of dash.schema.filling: a blank cell that another one settles."""

from pathlib import Path

import pandas as pd
import pytest

from dash.dossier.model import Dossier
from tests import factories as make


def _reread(folder: Path, table: str, *absent: str) -> Dossier:
    """Read a dossier's table again without some of its columns."""
    file = folder / f"{table}.csv"
    pd.read_csv(file, dtype=str).drop(columns=[*absent]).to_csv(file, index=False)
    return make.reopen(folder)


@pytest.mark.parametrize(
    ("start", "precision"),
    [
        ("2021", "year"),
        ("2021-04", "month"),
        ("2021-04-13", "day"),
        ("2021-04-13T23:40", "day"),
        ("", "open"),
    ],
)
def test_a_date_is_as_exact_as_it_is_written(tmp_path: Path, start: str, precision: str) -> None:
    make.write(tmp_path, events=[make.event(start=start)])
    dossier = _reread(tmp_path, "events", "precision")
    assert dossier.problems == ()
    assert dossier.record("events", "quarrel")["precision"] == precision


def test_a_blank_cell_is_filled_and_a_written_one_stays(tmp_path: Path) -> None:
    events = [make.event(precision=""), make.event(id="later", precision="week")]
    dossier = make.dossier(tmp_path, events=events)
    assert [event["precision"] for event in dossier.records("events")] == ["day", "week"]


def test_what_the_story_tells_was_read_in_it(tmp_path: Path) -> None:
    make.write(tmp_path, figures=[make.figure(), make.figure(id="hurt-count")])
    dossier = _reread(tmp_path, "figures", "verification")
    assert dossier.problems == ()
    assert dossier.record("figures", "hurt-many")["verification"] == "ART"


def test_how_far_context_was_checked_must_be_said_and_is_missed_once(tmp_path: Path) -> None:
    make.write(tmp_path)
    (problem,) = _reread(tmp_path, "figures", "verification").problems
    assert (problem.line, problem.column) == (1, "verification")
    blank = [make.figure(verification=""), make.context_figure(verification="")]
    (problem,) = make.dossier(tmp_path / "blank", figures=blank).problems
    assert (problem.line, problem.column) == (3, "verification")


def test_a_date_that_cannot_be_read_is_the_only_problem(tmp_path: Path) -> None:
    (problem,) = make.dossier(tmp_path, events=[make.event(start="soon", precision="")]).problems
    assert problem.column == "start"


@pytest.mark.parametrize(
    ("numbers", "bound"),
    [
        ({"best": "12"}, "exact"),
        ({"low": "10", "high": "14"}, "range"),
        ({"low": "10", "best": "12", "high": "14", "sic": "true"}, "range"),
        ({"low": "10"}, None),
        ({"low": "10", "best": "12"}, None),
    ],
)
def test_the_numbers_of_a_figure_settle_how_it_is_meant(
    tmp_path: Path, numbers: dict[str, str], bound: str | None
) -> None:
    figure = make.figure(**({"bound": "", "low": "", "best": "", "high": ""} | numbers))
    dossier = make.dossier(tmp_path, figures=[figure, make.figure(id="hurt-count")])
    if bound is None:
        assert [problem.column for problem in dossier.problems] == ["bound"]
    else:
        assert dossier.record("figures", "hurt-many")["bound"] == bound


def test_columns_that_are_not_there_are_blank(tmp_path: Path) -> None:
    make.write(tmp_path, figures=[make.figure(low="", best="12"), make.figure(id="hurt-count")])
    dossier = _reread(tmp_path, "figures", "bound", "low", "high")
    assert [problem.column for problem in dossier.problems] == ["bound"]
    figures = [make.figure(low="", best="12"), make.figure(id="hurt-count", low="", best="3")]
    make.write(tmp_path, figures=figures)
    assert _reread(tmp_path, "figures", "bound", "low", "high").problems == ()
