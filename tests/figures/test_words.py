"""Tests of dash.figures.words: figures in words, and what may share an axis."""

from pathlib import Path

import pytest

from dash.dossier.model import Dossier
from dash.dossier.records import names
from dash.figures.words import (
    cite_figure,
    in_words,
    margin_of,
    spell_counted,
    spell_known_time,
    spell_short,
    spell_time,
    spell_value,
)
from dash.schema.rows import Figure
from tests import factories as make


@pytest.mark.parametrize(
    ("bound", "low", "best", "high", "words"),
    [
        ("exact", None, 14000, None, "14,000"),
        ("more_than", 13000, None, None, "more than 13,000"),
        ("at_least", 7, None, None, "at least 7"),
        ("about", None, 400000, None, "about 400,000"),
        ("range", 13100, None, 13300, "13,100 to 13,300"),
        ("range", 2, 5, 6, "2 to 6 (best estimate 5)"),
        ("range", 8844.22, 8844.43, 8844.64, "8,844.43 ± 0.21"),
        ("range", 5, 5, 5, "5"),
        ("range", 5, None, 5, "5"),
        ("range", 5, 4, 5, "5 (best estimate 4)"),
        ("range", 21, 19, 25, "21 to 25 (best estimate 19)"),
        ("range", 4, 5, 9, "4 to 9 (best estimate 5)"),
        ("range", -1, 1, 3, "1 ± 2"),
    ],
)
def test_the_bound_is_part_of_the_number(
    bound: str, low: float | None, best: float | None, high: float | None, words: str
) -> None:
    figure = make.row_of(Figure, unit="people", bound=bound, low=low, best=best, high=high)
    assert spell_value(figure) == words


@pytest.mark.parametrize(
    ("unit", "value", "best"),
    [
        ("EUR million", "EUR 40 to 45 million", "EUR 43 million"),
        ("%", "40 to 45 %", "43 %"),
        ("people", "40 to 45", "43"),
    ],
)
def test_the_unit_is_part_of_the_number_but_for_people(unit: str, value: str, best: str) -> None:
    figure = make.row_of(Figure, unit=unit, bound="range", low=40.0, best=43.0, high=45.0)
    assert spell_value(figure) == f"{value} (best estimate {best})"
    assert spell_short(figure) == value


@pytest.mark.parametrize(
    ("unit", "counted", "words"),
    [
        ("people", None, "more than 40 people"),
        ("people", "killed", "more than 40 killed"),
        ("EUR million", None, "more than EUR 40 million"),
        ("EUR million", "spent", "more than EUR 40 million spent"),
    ],
)
def test_what_a_number_counts_stands_behind_it(unit: str, counted: str | None, words: str) -> None:
    figure = make.row_of(Figure, unit=unit, bound="more_than", low=40.0)
    assert spell_counted(figure, counted) == words


def test_a_figure_is_described_with_claimant_and_period(tmp_path: Path) -> None:
    dossier = make.dossier(
        tmp_path,
        figures=[make.figure(claimant="", evidence="unattributed"), make.context_figure()],
    )
    actors = names(dossier.records("actors"))
    first, second = (
        in_words(figure, actors, dossier.story.populations) for figure in dossier.records("figures")
    )
    assert list(first.values())[:4] == [
        "more than 12",
        "Everyone",
        "nobody named",
        "2020 to 6 May 2020",
    ]
    assert second["claimant"] == "The mayor"


def test_only_a_best_value_in_the_middle_of_a_range_has_a_margin() -> None:
    measured = make.row_of(Figure, bound="range", low=1.0, best=3.0, high=5.0)
    assert margin_of(measured) == 2
    assert margin_of(make.changed(measured, best=None)) is None
    assert margin_of(make.changed(measured, bound="exact", low=None, high=None)) is None


STATE = {"period_start": ""}
SAID = {"stated_on": "2020-05-06"}
AHEAD = {"as_of": "2020-06", "callout": "a forecast"}


@pytest.mark.parametrize(
    ("changes", "time", "date"),
    [
        ({}, "2020 to 6 May 2020", "2020 to 6 May 2020"),
        ({"supplied": "as_of"}, "since 2020, up to when is not stated", ""),
        (
            SAID | {"supplied": "as_of"},
            "since 2020, up to when is not stated, said on 6 May 2020",
            "said on 6 May 2020",
        ),
        (
            {"supplied": "period_start"},
            "up to 6 May 2020, since when is not stated",
            "up to 6 May 2020, since when is not stated",
        ),
        (
            {"supplied": "as_of;period_start", "period_start": "2020-05-01"},
            "time not stated, read as 1 to 6 May 2020",
            "",
        ),
        ({"period_start": "2019", "as_of": "2019"}, "2019", "2019"),
        (STATE, "as of 6 May 2020", "as of 6 May 2020"),
        (STATE | {"supplied": "as_of"}, "as of when is not stated", ""),
        (
            STATE | {"supplied": "as_of", "stated_on": "2020-05"},
            "said in May 2020",
            "said in May 2020",
        ),
        (
            STATE | SAID | AHEAD,
            "expected for June 2020, said on 6 May 2020",
            "expected for June 2020, said on 6 May 2020",
        ),
        (
            STATE | SAID | AHEAD | {"supplied": "as_of"},
            "expected for about June 2020, said on 6 May 2020",
            "said on 6 May 2020",
        ),
    ],
)
def test_a_date_is_told_as_far_as_the_source_states_it(
    changes: make.Row, time: str, date: str, tmp_path: Path
) -> None:
    dossier = make.dossier(tmp_path, figures=[make.figure(**changes), make.context_figure()])
    assert dossier.problems == ()
    figure = dossier.record("figures", "hurt-many")
    assert (spell_time(figure), spell_known_time(figure)) == (time, date)


def test_people_and_places_that_the_source_leaves_open_are_marked(tmp_path: Path) -> None:
    open_figure = make.figure(supplied="population;area")
    dossier = make.dossier(tmp_path, figures=[open_figure, make.context_figure()])
    actors, places = names(dossier.records("actors")), names(dossier.records("places"))
    words = [
        in_words(figure, actors, dossier.story.populations, places)
        for figure in dossier.records("figures")
    ]
    assert [said["population"] for said in words] == ["Everyone (not stated)", "Everyone"]
    assert [said["area"] for said in words] == ["The bridge (not stated)", "The bridge"]


def test_a_citation_says_what_who_when_and_where(shipped: Dossier) -> None:
    figure = shipped.record("figures", "killed-14000")
    words = in_words(figure, names(shipped.records("actors")), shipped.story.populations)
    source = shipped.record("sources", figure["source"])
    told = cite_figure(figure, words, "People killed", source)
    assert told.startswith(
        "14,000 (People killed, Everyone (not stated); Ukraine; since 2014, up to when is not "
        "stated). "
        "Deutsche Welle, “Biden and Putin talk Ukraine, possible meeting”, 13 April 2021, "
        "paragraph 10. https://"
    )
