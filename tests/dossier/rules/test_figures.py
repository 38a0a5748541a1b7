"""Tests of dash.dossier.rules.figures: a number that does not fit its row is told."""

from pathlib import Path

import pytest

from dash.dossier.rules.figures import drawn_by_size
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


def test_a_bound_of_no_kind_hides_no_other(tmp_path: Path) -> None:
    figures = [make.figure(bound="roughly"), make.context_figure(low="")]
    assert {("figures.csv", "bound"), ("figures.csv", "low")} <= make.refused(
        tmp_path, figures=figures
    )


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        pytest.param({"low": "20"}, "high", id="low above high"),
        pytest.param({"low": "20", "sic": "true"}, "high", id="even where odd bounds are meant"),
        pytest.param({"best": "15"}, "best", id="best above"),
        pytest.param({"best": "9"}, "best", id="best below"),
        pytest.param({"best": "12"}, "best", id="an invented midpoint"),
    ],
)
def test_a_range_is_in_order(changes: Row, column: str, tmp_path: Path) -> None:
    figures = [make.figure(), make.context_figure(**changes)]
    assert ("figures.csv", column) in make.refused(tmp_path, figures=figures)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"low": "12", "best": "12", "high": "13"}, id="best at the low end"),
        pytest.param({"low": "12", "best": "13", "high": "13"}, id="best at the high end"),
        pytest.param({"low": "12", "best": "12", "high": "12"}, id="a range of one number"),
        pytest.param({"low": "12", "best": "13", "high": "15"}, id="best between, off the middle"),
    ],
)
def test_a_best_estimate_may_stand_at_an_end_or_off_the_middle(
    changes: Row, tmp_path: Path
) -> None:
    figures = [make.figure(), make.context_figure(**changes)]
    assert make.dossier(tmp_path, figures=figures).problems == ()


BELOW_ZERO = make.STORY.replace("casualties = true", "below_zero = true")


def test_a_number_below_zero_needs_a_measure_that_may_be(tmp_path: Path) -> None:
    figures = [make.figure(low="-0.5"), make.context_figure()]
    (problem,) = make.dossier(tmp_path / "no", figures=figures).problems
    assert (problem.line, problem.column) == (2, "low")
    assert "below_zero = true in [measures." in problem.expected
    assert BELOW_ZERO != make.STORY
    assert make.dossier(tmp_path / "yes", BELOW_ZERO, figures=figures).problems == ()


def test_what_is_below_zero_has_no_size_to_draw(tmp_path: Path) -> None:
    figures = [
        make.figure(low="0"),
        make.figure(id="fell", low="-0.5"),
        make.context_figure(low="-1"),
    ]
    dossier = make.dossier(tmp_path, BELOW_ZERO, figures=figures)
    tables = {"figures": dossier.table("figures")}
    ids = ["hurt-count", "nothing", "hurt-many", "fell"]
    # Whether an id names a figure is another rule's.
    assert list(drawn_by_size(tables, ids)) == ["nothing", "hurt-many"]


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


@pytest.mark.parametrize("measures", [("hurt", "queue"), ("queue", "hurt")])
def test_of_a_series_the_first_point_says_what_it_counts(
    measures: tuple[str, str], tmp_path: Path
) -> None:
    points = [
        make.context_figure(id=f"point-{measure}", measure=measure, series="days")
        for measure in measures
    ]
    figures = [make.figure(), *points, make.context_figure()]
    (problem,) = make.dossier(tmp_path, make.STORY + MORE, figures=figures).problems
    assert (problem.line, problem.column, problem.value) == (4, "measure", measures[1])


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        pytest.param({"same_as": "hurt-count", "note": "again"}, "same_as", id="of itself"),
        pytest.param({"replaces": "hurt-count", "note": "again"}, "replaces", id="by itself"),
        pytest.param({"same_as": "hurt-many"}, "note", id="without a reason"),
        pytest.param({"replaces": "hurt-many"}, "note", id="without saying why"),
        pytest.param(
            {"same_as": "hurt-many", "note": "again", "unit": "metres", "measure": "queue"},
            "same_as",
            id="across measures",
        ),
        pytest.param(
            {"replaces": "hurt-many", "note": "again", "measure": "queue"},
            "replaces",
            id="across measures, in one unit",
        ),
    ],
)
def test_what_is_told_again_counts_the_same_and_says_why(
    changes: Row, column: str, tmp_path: Path
) -> None:
    figures = [make.figure(), make.context_figure(**changes)]
    dossier = make.dossier(tmp_path, make.STORY + MORE, figures=figures)
    assert [(told.file, told.line, told.column) for told in dossier.problems] == [
        ("figures.csv", 3, column)
    ]


@pytest.mark.parametrize("column", ["same_as", "replaces"])
def test_two_figures_do_not_retell_each_other(column: str, tmp_path: Path) -> None:
    figures = [
        make.figure(**{column: "hurt-count", "note": "again"}),
        make.context_figure(**{column: "hurt-many", "note": "again"}),
    ]
    told = {
        (problem.line, problem.column)
        for problem in make.dossier(tmp_path, figures=figures).problems
    }
    assert told == {(2, column), (3, column)}


def test_a_figure_may_be_told_again_and_replaced(tmp_path: Path) -> None:
    figures = [
        make.figure(),
        make.context_figure(same_as="hurt-many", note="rounded"),
        make.context_figure(id="later", replaces="hurt-many", note="corrected"),
    ]
    assert make.dossier(tmp_path, figures=figures).problems == ()


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"stated_on": "2020-05-05"}, id="before the last day counted"),
        pytest.param({"stated_on": "2019", "supplied": "as_of"}, id="before counting began"),
        pytest.param({"stated_on": "2020-05-07"}, id="after the source appeared"),
        pytest.param(
            {"stated_on": "2020-02", "period_start": "2020-03", "as_of": "2020-03"},
            id="before a whole month was over",
        ),
        pytest.param(
            {"stated_on": "2020-05-05", "period_start": ""}, id="a forecast not called so"
        ),
    ],
)
def test_a_number_is_not_given_before_or_after_its_time(changes: Row, tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path, figures=[make.figure(**changes), make.context_figure()])
    assert [(told.file, told.line, told.column) for told in dossier.problems] == [
        ("figures.csv", 2, "stated_on")
    ]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"stated_on": "2020-05"}, id="in the month of the last day"),
        pytest.param({"stated_on": "2020-05-06"}, id="on the last day"),
        pytest.param({"stated_on": "2020-05-05", "supplied": "as_of"}, id="the end is not stated"),
        pytest.param(
            {"stated_on": "2020-05-05", "period_start": "", "callout": "a forecast"},
            id="a forecast",
        ),
    ],
)
def test_a_number_may_be_given_as_early_and_as_late_as_it_can(changes: Row, tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path, figures=[make.figure(**changes), make.context_figure()])
    assert dossier.problems == ()
