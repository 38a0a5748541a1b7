"""Tests of a dot plot in rows: where each mark stands, and by which key it is drawn."""

from pathlib import Path

import pytest

from dash.drawings.dot_plot import axis, places, room, row_key
from dash.drawings.scale import scale_of
from dash.figures.words import spell_short
from dash.schema.rows import Figure
from tests.drawings.records import figures


def _rules(rows: list[Figure], band: Figure | None = None) -> dict[str, dict[str, str]]:
    """Return the properties that are set, by the key that they are set for."""
    style = places("dots_x", rows, scale_of(rows), band)
    told = style.removeprefix("<style>").removesuffix("</style>")
    pairs = (rule.split("{") for rule in told.split("}") if rule)
    return {
        key.removeprefix(".st-key-"): dict(each.split(":") for each in properties.split(";"))
        for key, properties in pairs
    }


@pytest.mark.parametrize(
    ("changes", "value"),
    [
        ({"bound": "exact", "best": "900"}, "900"),
        ({"bound": "about", "best": "900"}, "about 900"),
        ({"bound": "at_least", "low": "900"}, "at least 900"),
        ({"bound": "more_than", "low": "900"}, "more than 900"),
    ],
)
def test_a_number_has_one_place_and_a_key_for_how_it_is_meant(
    changes: dict[str, str], value: str, tmp_path: Path
) -> None:
    (figure,) = figures(tmp_path, changes)
    assert spell_short(figure) == value
    assert row_key(figure) == f"dot_{changes['bound']}_f0"
    assert _rules([figure])[row_key(figure)] == {"--a": "0.9", "--b": "0.9"}


def test_a_range_has_two_places_and_one_for_its_sources_best_estimate(tmp_path: Path) -> None:
    plain, best = figures(
        tmp_path,
        {"bound": "range", "low": "600", "high": "900"},
        {"bound": "range", "low": "600", "high": "900", "best": "800"},
    )
    rules = _rules([plain, best])
    assert rules["dot_range_f0"] == {"--a": "0.6", "--b": "0.9"}
    assert rules["dot_range_f1"] == {"--a": "0.6", "--b": "0.9", "--m": "0.8"}
    assert spell_short(best) == "600 to 900"


def test_a_band_lies_behind_those_who_count_the_same_people(tmp_path: Path) -> None:
    figure, other, band = figures(
        tmp_path,
        {"bound": "exact", "best": "900"},
        {"bound": "exact", "best": "800"},
        {"bound": "range", "low": "500", "high": "700"},
    )
    others: Figure = {**other, "population": "nobody"}
    rules = _rules([figure, others, band], band)
    assert (rules["dot_exact_f0"]["--p"], rules["dot_exact_f0"]["--q"]) == ("0.5", "0.7")
    assert "--p" in rules["dot_range_f2"]
    assert "--p" not in rules["dot_exact_f1"]
    assert "--p" not in _rules([figure, others, band])["dot_exact_f0"]


def test_the_storys_figures_have_its_colour(tmp_path: Path) -> None:
    (figure,) = figures(tmp_path, {"bound": "exact", "best": "900"})
    own: Figure = {**figure, "in_story": True}
    assert _rules([own])["dot_exact_f0"]["--c"] == "var(--accent)"
    assert "--c" not in _rules([figure])["dot_exact_f0"]


def test_the_numbers_have_the_room_that_the_longest_takes(tmp_path: Path) -> None:
    short, long = figures(
        tmp_path, {"bound": "exact", "best": "900"}, {"bound": "more_than", "low": "900"}
    )
    scale = scale_of([short, long])
    assert room([short], scale) < room([short, long], scale) == room([long], scale)
    assert room([], scale) == 0


def test_the_axis_ends_with_the_unit_as_the_letters_it_is(tmp_path: Path) -> None:
    (figure,) = figures(tmp_path, {"bound": "exact", "best": "14000"})
    told = axis(scale_of([figure]), "<b>people")
    assert told.startswith('<div><i style="left:0%">0</i><i style="left:33.3333%">5,000</i>')
    assert told.endswith("15,000<u>&nbsp;&lt;b&gt;people</u></i></div>")


def test_a_scale_without_zero_says_so_and_draws_no_line_from_its_end(tmp_path: Path) -> None:
    near = figures(tmp_path, *({"bound": "exact", "best": value} for value in ("1490", "1517")))
    scale = scale_of(near, from_zero=False)
    assert axis(scale, "EUR").endswith("<p>The scale begins at EUR 1,480, not at 0.</p>")
    assert "--t:0" in places("dots_x", near, scale)


def test_a_line_below_zero_runs_from_zero(tmp_path: Path) -> None:
    up, down = figures(tmp_path, *({"bound": "exact", "best": value} for value in ("40", "20")))
    rows: list[Figure] = [up, {**down, "best": -20.0}]
    rules = _rules(rows)
    assert rules["dot_exact_f0"] == {"--a": "0.9", "--b": "0.9", "--s": "0.5", "--t": "0.4"}
    below = {"--a": "0.3", "--b": "0.3", "--s": "0.3", "--t": "0.2"}
    assert rules["dot_exact_f1"] == below
