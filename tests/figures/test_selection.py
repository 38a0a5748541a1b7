"""Tests of dash.figures.selection: filters, order, and series."""

from pathlib import Path

import pytest

from dash.dossier.model import Dossier
from dash.figures.selection import (
    Filters,
    Rows,
    by_unit,
    casualties,
    contexts,
    counted_by_period,
    filtered,
    has_running_totals,
    in_order,
    measures_of,
    other_quantities,
    running_totals,
    with_context,
)
from dash.schema.rows import Figure
from tests import factories as make


def _ids(figures: Rows) -> list[str]:
    return [row["id"] for row in figures]


def test_casualties_and_other_quantities_are_all_figures_and_share_none(shipped: Dossier) -> None:
    figures = shipped.records("figures")
    hurt = casualties(figures, shipped.story)
    other = other_quantities(figures, shipped.story)
    assert sorted(_ids(hurt) + _ids(other)) == sorted(_ids(figures))
    counted, rest = ({row["measure"] for row in rows} for rows in (hurt, other))
    assert counted.isdisjoint(rest)
    assert {"killed", "injured"} <= counted
    assert {"troops", "ships", "residents", "ceasefire_violations"} <= rest


def test_what_the_story_counts_comes_first(shipped: Dossier) -> None:
    other = other_quantities(shipped.records("figures"), shipped.story)
    measures = measures_of(other, shipped.story)
    own = {row["measure"] for row in other if row["in_story"]}
    assert measures[0] == "troops"
    assert set(measures[: len(own)]) == own


@pytest.mark.parametrize(
    ("context", "expected"),
    [
        ("none", ["hurt-many"]),
        ("chosen", ["hurt-many", "hurt-count"]),
        ("all", ["hurt-later", "hurt-count", "hurt-many"]),
    ],
)
def test_context_is_taken_in_as_far_as_asked(
    context: str, expected: list[str], tmp_path: Path
) -> None:
    rows = [make.context_figure(id="hurt-later"), make.context_figure(), make.figure()]
    dossier = make.dossier(tmp_path, figures=rows)
    assert _ids(with_context(dossier.records("figures"), dossier.story, context)) == expected


def test_a_choice_of_context_shows_figures_and_others_than_the_next(tmp_path: Path) -> None:
    rows = [make.figure(), make.context_figure(), make.context_figure(id="hurt-later")]
    dossier = make.dossier(tmp_path, figures=rows)
    later, count, own = (dossier.record("figures", row["id"]) for row in reversed(rows))
    for figures, choices in (
        ([own, count, later], ["chosen", "none", "all"]),
        ([own, count], ["chosen", "none"]),
        ([own], ["chosen"]),
        ([later], ["all"]),
        ([], []),
    ):
        assert contexts(figures, dossier.story) == choices


def test_filters_join_and_an_empty_one_lets_all_through(shipped: Dossier) -> None:
    figures = shipped.records("figures")
    assert len(filtered(figures, Filters())) == len(figures)
    found = filtered(figures, Filters(("civilians",), ("ohchr",), ("verified",)))
    assert 0 < len(found) < len(figures)
    assert {row["population"] for row in found} == {"civilians"}
    nobody = filtered(figures, Filters(claimants=("",)))
    assert {row["evidence"] for row in nobody} == {"unattributed"}


def test_the_storys_come_first_among_their_people_then_the_largest_and_the_latest(
    tmp_path: Path,
) -> None:
    rows = [
        make.context_figure(id="small", low="2", high="3"),
        make.context_figure(id="large", low="90", high="99"),
        make.context_figure(id="large-later", low="90", high="99", as_of="2020-05-07"),
        make.figure(),
    ]
    figures = make.dossier(tmp_path, figures=rows).records("figures")
    ordered = in_order(figures, ["everyone"])
    assert [row["id"] for row in ordered] == [
        "hurt-many",
        "large-later",
        "large",
        "small",
    ]


def test_running_totals_have_the_storys_totals_beside_them(shipped: Dossier) -> None:
    totals = running_totals(shipped.records("figures"), shipped.story)
    assert {"killed-14000", "killed-13000", "civilians-3300"} <= set(_ids(totals))
    assert {"soldiers-7", "boy-1", "troops-thousands"}.isdisjoint(_ids(totals))
    series = {row["series"] for row in totals}
    assert series == {None, "ohchr-total", "ucdp-total", "kyiv-statements"}


SERIES = """
[measures.queue]
label = "Queue"
units = ["people"]

[series.total]
label = "Total"
kind = "running_total"

[series.years]
label = "Year by year"
kind = "by_year"

[series.months]
label = "Month by month"
kind = "by_month"
"""


def test_a_running_total_is_no_count_by_period(tmp_path: Path) -> None:
    rows = [
        make.figure(period_start="2014"),
        make.figure(id="queue", measure="queue", period_start="2014"),
        make.figure(id="of-days", period_start="2020-05-01"),
        make.context_figure(series="total"),
        make.context_figure(id="year", series="years", period_start="2014"),
        make.context_figure(id="alone", period_start="2014"),
    ]
    dossier = make.dossier(tmp_path, make.STORY + SERIES, figures=rows)
    figures, story = dossier.records("figures"), dossier.story
    assert _ids(running_totals(figures, story)) == ["hurt-many", "hurt-count"]
    assert counted_by_period(figures, story) == ["years"]
    assert has_running_totals(figures, story)
    assert not has_running_totals(figures[-2:], story)


def test_units_part_figures_in_the_order_of_their_first() -> None:
    rows = [make.row_of(Figure, id=key, unit=unit) for key, unit in ("aE", "bp", "cE")]
    assert {unit: [row["id"] for row in part] for unit, part in by_unit(rows).items()} == {
        "E": ["a", "c"],
        "p": ["b"],
    }
