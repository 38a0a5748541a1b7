"""Tests of dash.figures.selection: filters, order, and series."""

from pathlib import Path

import pytest

from dash.dossier.model import Dossier
from dash.figures.selection import (
    Filters,
    Rows,
    by_unit,
    casualties,
    filtered,
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


def test_units_part_figures_in_the_order_of_their_first() -> None:
    rows = [make.row_of(Figure, id=key, unit=unit) for key, unit in ("aE", "bp", "cE")]
    assert {unit: [row["id"] for row in part] for unit, part in by_unit(rows).items()} == {
        "E": ["a", "c"],
        "p": ["b"],
    }
