"""Tests of dash.dossier.rules.figures: a number that does not fit its row is told."""

from pathlib import Path

import pytest

from tests import factories as make
from tests.factories import Row


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        pytest.param({"low": ""}, "low", id="a floor without a low"),
        pytest.param({"best": "13"}, "best", id="a floor with a best"),
        pytest.param({"unit": "cats"}, "unit", id="a unit of no measure"),
        pytest.param({"unit": "ships"}, "unit", id="a unit of another measure"),
        pytest.param({"population": ""}, "population", id="people of no population"),
        pytest.param({"supplied": "area", "area": ""}, "area", id="supplied and blank"),
        pytest.param({"claimant": ""}, "claimant", id="no claimant, though one is meant"),
        pytest.param({"evidence": "unattributed"}, "claimant", id="unattributed, with a claimant"),
    ],
)
def test_a_breach_is_told_in_its_cell(changes: Row, column: str, tmp_path: Path) -> None:
    figures = [make.figure(**changes), make.context_figure()]
    assert ("figures.csv", column) in make.refused(tmp_path, figures=figures)


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        pytest.param({"low": "20"}, "high", id="low above high"),
        pytest.param({"low": "20", "sic": "true"}, "high", id="even where odd bounds are meant"),
        pytest.param({"best": "15"}, "best", id="best outside"),
        pytest.param({"best": "12"}, "best", id="an invented midpoint"),
    ],
)
def test_a_range_is_in_order(changes: Row, column: str, tmp_path: Path) -> None:
    figures = [make.figure(), make.context_figure(**changes)]
    assert ("figures.csv", column) in make.refused(tmp_path, figures=figures)


def test_odd_bounds_are_kept_where_the_source_has_them(tmp_path: Path) -> None:
    odd = make.context_figure(low="21", best="19", high="26", sic="true")
    assert make.dossier(tmp_path, figures=[make.figure(), odd]).problems == ()


MORE = """
[measures.queue]
label = "Queue"
units = ["people", "metres"]

[series.days]
label = "Day by day"
kind = "running_total"
"""


def test_a_series_counts_one_thing_and_a_part_has_the_unit_of_its_whole(tmp_path: Path) -> None:
    dossier = make.dossier(
        tmp_path,
        make.STORY + MORE,
        figures=[
            make.figure(series="days"),
            make.context_figure(series="days", measure="queue", subset_of="hurt-many"),
            make.context_figure(id="metres", measure="queue", unit="metres", subset_of="hurt-many"),
        ],
    )
    told = {(problem.line, problem.column) for problem in dossier.problems}
    assert told == {(3, "measure"), (4, "unit")}
