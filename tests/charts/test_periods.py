"""Tests of dash.charts.periods: a count by year or by month."""

from typing import Any

from dash.charts.periods import periods_alt, periods_chart
from dash.dossier.model import Dossier
from dash.palette import LIGHT
from dash.schema.rows import Figure


def _series(shipped: Dossier, key: str) -> list[Figure]:
    return [row for row in shipped.records("figures") if row["series"] == key]


def _span(trace: dict[str, Any], place: int) -> tuple[float, float, float]:
    """Return the low end of a value's bar, the value, and the high end."""
    value, bar = trace["y"][place], trace["error_y"]
    return value - bar["arrayminus"][place], value, value + bar["array"][place]


def test_each_year_has_low_best_and_high(shipped: Dossier) -> None:
    drawn = periods_chart(_series(shipped, "ucdp-years"), "by_year", LIGHT).to_dict()["data"]
    assert _span(drawn[1], 0) == (4275, 4395, 5067)
    assert len(drawn[1]["x"]) == 8


def test_years_on_record_together_are_one_line_over_all_of_them(shipped: Dossier) -> None:
    figures = _series(shipped, "ohchr-civilian-years")
    drawn = periods_chart(figures, "by_year", LIGHT).to_dict()["data"]
    assert drawn[0]["x"][:2] == ["2014-04-14", "2015-12-31"]
    assert drawn[0]["y"][:2] == [3039, 3039]
    assert len(drawn[0]["x"]) == 6
    assert any("three years together" in text for text in drawn[2]["text"])


def test_what_is_inside_a_number_or_odd_in_its_source_is_written_beside_it(
    shipped: Dossier,
) -> None:
    drawn = periods_chart(_series(shipped, "ucdp-months"), "by_month", LIGHT).to_dict()["data"]
    texts = " ".join(drawn[2]["text"]).replace("<br>", " ")
    assert "MH17: 298" in texts
    assert "low above best: so in the source" in texts
    august = drawn[1]["customdata"].index("ucdp-2021-08")
    assert _span(drawn[1], august) == (19, 19, 26)


def test_the_alt_sentence_gives_first_highest_and_last(shipped: Dossier) -> None:
    told = periods_alt(_series(shipped, "ucdp-months"), "UCDP by month")
    assert "93 periods" in told
    assert "highest August 2014, 1,086 to 1,107 (best estimate 1,106);" in told
    assert told.count("first") == told.count("highest") == told.count("last") == 1


def test_the_alt_sentence_of_a_few_periods_names_each_and_which_are_joined(
    shipped: Dossier,
) -> None:
    told = periods_alt(_series(shipped, "ohchr-civilian-years"), "OHCHR")
    assert told.startswith(
        "OHCHR, 5 periods: 14 April 2014 to 31 December 2015, 3,039 (two years together, with "
        "flight MH17: 298); 1 January 2016 to 31 December 2018, 287 (three years together); "
    )
