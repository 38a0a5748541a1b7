"""Tests of dash.incidents.beside: the nearest figure, and never another population's."""

import pytest

from dash.dossier.model import Dossier
from dash.figures.context import Context, context_of
from dash.incidents.answer import Sums
from dash.incidents.beside import as_figure, beside
from dash.incidents.selection import Selection

SPAN = ("2014-04", "2021-12")
ALL = Sums(7749, 7291, 8652, {}, 2982)


@pytest.fixture(scope="module")
def context(shipped: Dossier) -> Context:
    return context_of(shipped)


def test_the_whole_stands_beside_the_figure_of_the_same_time(
    shipped: Dossier, context: Context
) -> None:
    found = beside(shipped, context, Selection(), ALL, SPAN)
    assert found is not None
    assert found.figure["id"] == "un-killed-2021-12-31"
    assert found.days_apart == 13
    answer, *reasons = found.told
    assert "they do not count the same" in answer
    assert any("take in only deaths for which an event can be named" in each for each in reasons)
    assert any("No difference and no ratio" in each for each in reasons)


def test_one_party_stands_beside_its_own_figure(shipped: Dossier, context: Context) -> None:
    chosen = Selection("2021-01", "2021-03", ("deaths_civilians",))
    found = beside(shipped, context, chosen, Sums(3, None, None, {}, 1), SPAN)
    assert found is not None
    assert found.figure["id"] == "un-civilians-killed-2021-q1"
    assert found.figure["population"] == "civilians"


@pytest.mark.parametrize(
    "chosen",
    [
        Selection(where=(1, 2)),
        Selection(point=(37.8, 48.0)),
        Selection(parties=("deaths_a", "deaths_b")),
        Selection(parties=("deaths_unknown",)),
    ],
)
def test_what_nobody_else_counts_stands_alone(
    chosen: Selection, shipped: Dossier, context: Context
) -> None:
    assert beside(shipped, context, chosen, ALL, SPAN) is None


def test_odd_bounds_are_no_range(shipped: Dossier) -> None:
    incidents = shipped.story.incidents
    assert incidents is not None
    odd = as_figure(incidents, "everyone", Selection(), Sums(19, 21, 26, {}, 1), SPAN)
    assert (odd["bound"], odd["low"], odd["best"], odd["high"]) == ("exact", None, 19.0, None)
