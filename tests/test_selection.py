"""Tests of dash.selection: filters, parts under their whole, and series."""

from pathlib import Path

import pytest

from dash.dossier import Dossier
from dash.selection import (
    Filters,
    casualties,
    filtered,
    in_order,
    measures_of,
    other_quantities,
    running_totals,
    with_context,
)
from tests import factories as make


def test_casualties_and_other_quantities_are_all_figures_and_share_none(shipped: Dossier) -> None:
    hurt = casualties(shipped.figures, shipped.story)
    other = other_quantities(shipped.figures, shipped.story)
    assert len(hurt) + len(other) == len(shipped.figures)
    assert set(hurt["measure"]).isdisjoint(other["measure"])
    assert {"killed", "injured"} <= set(hurt["measure"])
    assert {"troops", "ships", "residents", "ceasefire_violations"} <= set(other["measure"])


def test_what_the_story_counts_comes_first(shipped: Dossier) -> None:
    other = other_quantities(shipped.figures, shipped.story)
    measures = measures_of(other, shipped.story)
    own = set(other.loc[other["in_story"], "measure"])
    assert measures[0] == "troops"
    assert set(measures[: len(own)]) == own


@pytest.mark.parametrize(
    ("context", "expected"),
    [("none", {"hurt-many"}), ("chosen", {"hurt-many", "hurt-count"}), ("all", None)],
)
def test_context_is_taken_in_as_far_as_asked(
    context: str, expected: set[str] | None, tmp_path: Path
) -> None:
    rows = [make.figure(), make.context_figure(), make.context_figure(id="hurt-later")]
    dossier = make.dossier(tmp_path, figures=rows)
    found = with_context(dossier.figures, dossier.story, context)
    assert set(found["id"]) == (expected or {"hurt-many", "hurt-count", "hurt-later"})


def test_filters_join_and_an_empty_one_lets_all_through(shipped: Dossier) -> None:
    figures = shipped.figures
    assert len(filtered(figures, Filters())) == len(figures)
    found = filtered(figures, Filters(("civilians",), ("ohchr",), ("verified",)))
    assert 0 < len(found) < len(figures)
    assert set(found["population"]) == {"civilians"}
    nobody = filtered(figures, Filters(claimants=("",)))
    assert set(nobody["evidence"]) == {"unattributed"}


def test_parts_stand_under_their_whole_and_the_storys_figures_first(tmp_path: Path) -> None:
    rows = [
        make.context_figure(id="part", subset_of="whole", low="2", high="3"),
        make.context_figure(id="part-of-part", subset_of="part", low="1", high="2"),
        make.context_figure(id="orphan", subset_of="hidden"),
        make.context_figure(id="hidden"),
        make.context_figure(id="whole", low="90", high="99"),
        make.figure(),
    ]
    figures = make.dossier(tmp_path, figures=rows).figures.drop("hidden")
    ordered = in_order(figures, ["everyone"])
    assert ordered[["id", "depth"]].to_records(index=False).tolist() == [
        ("hurt-many", 0),
        ("whole", 0),
        ("part", 1),
        ("part-of-part", 2),
        ("orphan", 0),
    ]


def test_running_totals_have_the_storys_totals_beside_them(shipped: Dossier) -> None:
    totals = running_totals(shipped.figures, shipped.story)
    assert {"killed-14000", "killed-13000", "civilians-3300"} <= set(totals["id"])
    assert {"soldiers-7", "boy-1", "troops-thousands"}.isdisjoint(totals["id"])
    assert set(totals["series"].dropna()) == {"ohchr-total", "ucdp-total", "kyiv-statements"}
