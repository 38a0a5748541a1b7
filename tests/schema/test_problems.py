"""Tests of dash.schema.problems: a problem as its author reads it."""

import pytest

from dash.schema.problems import DossierError, Problem


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        (Problem("a.csv", 3, "low", "many", "a number"), "a.csv, line 3, low: found 'many', "),
        (Problem("a.csv", 1, None, None, "a header line"), "a.csv, line 1: found nothing, "),
        (Problem("a.csv", None, None, None, "a file"), "a.csv: found nothing, "),
    ],
)
def test_a_problem_says_where_what_and_what_else(problem: Problem, told: str) -> None:
    assert str(problem) == f"{told}expected {problem.expected}"


def test_an_error_lists_its_problems_in_the_order_of_the_files() -> None:
    last, first, whole = (
        Problem("b.csv", 2, None, None, "x"),
        Problem("a.csv", 9, None, None, "x"),
        Problem("a.csv", None, None, None, "x"),
    )
    error = DossierError([last, first, whole])
    assert error.problems == (whole, first, last)
    assert str(error).startswith("3 problems in the dossier:\na.csv: ")
    assert str(DossierError([last])).startswith("1 problem in the dossier:")
