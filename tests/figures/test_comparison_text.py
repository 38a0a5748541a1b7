"""Tests of dash.figures.comparison_text: what a comparison says, in sentences and by field."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings

from dash.dossier.model import Dossier
from dash.figures.agreement import DECIDING, TOLD, Agreement
from dash.figures.comparability import Verdict, compare
from dash.figures.comparison_text import field_rows, sentences
from dash.figures.comparison_words import DAY_OF_STATE, LABELS
from dash.figures.context import context_of
from dash.schema.rows import Figure
from dash.schema.story import Reach
from tests.factories import changed
from tests.figures.comparisons import AFFILIATIONS, FIGURE, MEASURES, WHOLE, context_with, figures
from tests.figures.falsehoods import Row, Tables, broken_rules

# Texts that people have read and found true; each begins with the ids of its two figures.
APPROVED = Path(__file__).with_name("approved_comparisons.md").read_text(encoding="utf-8")


@given(figures("a"), figures("b"))
def test_every_field_that_means_something_is_named_once(a: Figure, b: Figure) -> None:
    context = context_with(a, b, WHOLE)
    comparison = compare(a, b, context)
    text = "\n".join(sentences(comparison, context)).lower()
    for field, label in LABELS.items():
        called = DAY_OF_STATE if field == "as_of" and comparison.states else label
        told = comparison.agreement(field) is not Agreement.NONE
        assert text.count(called) == told, field


@given(figures("a"))
def test_a_figure_beside_itself_gets_one_sentence(figure: Figure) -> None:
    context = context_with(figure, WHOLE)
    assert len(sentences(compare(figure, {**figure}, context), context)) == 1


def test_every_field_of_the_table_stands_in_words(shipped: Dossier) -> None:
    context = context_of(shipped)
    pair = (context.figure("killed-14000"), context.figure("un-killed-2021-01-31"))
    rows = field_rows(compare(*pair, context), context)
    assert [name.lower() for name, *_ in rows] == [LABELS[field] for field in (*DECIDING, *TOLD)]
    first = {name: cell for name, cell, *_ in rows}
    assert first["The date it goes up to"] == "not stated"
    assert first["The group counted"] == "Everyone (not stated)"


def _told(shipped: Dossier, first: str, second: str) -> list[str]:
    context = context_of(shipped)
    return sentences(compare(context.figure(first), context.figure(second), context), context)


def _approved() -> list[tuple[str, str, list[str]]]:
    parts = re.findall(r"^## (\S+) and (\S+)\n\n(.*?)(?=\n## |\Z)", APPROVED, re.M | re.S)
    return [(a, b, [line[2:] for line in text.strip().splitlines()]) for a, b, text in parts]


@pytest.mark.parametrize(("first", "second", "text"), _approved())
def test_a_pair_reads_as_approved(
    shipped: Dossier, first: str, second: str, text: list[str]
) -> None:
    assert _told(shipped, first, second) == text


def test_the_approved_texts_are_those_that_were_found_wrong_before() -> None:
    assert len(_approved()) == APPROVED.count("\n## ") >= 18


def _pair(a: dict[str, Any], b: dict[str, Any]) -> list[str]:
    one, other = changed(FIGURE, **a), changed(FIGURE, **{"id": "b"} | b)
    context = context_with(one, other, WHOLE)
    return sentences(compare(one, other, context), context)


def _exact(value: float, **more: Any) -> dict[str, Any]:
    return {"bound": "exact", "low": None, "best": value, "high": None, **more}


def _floor(value: float, bound: str = "at_least", **more: Any) -> dict[str, Any]:
    return {"bound": bound, "low": value, "best": None, "high": None, **more}


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        (_exact(7), _exact(7), ["They give the same number."]),
        (
            _exact(1517),
            _exact(1490, claimant="mayor"),
            [
                "Here two counts disagree, by 27: 1,490 is lower than 1,517.",
                "1,490 is 0.98 times 1,517.",
                "Each may go by rules of its own: what lies between the two numbers is a "
                "disagreement, not a count of anything.",
            ],
        ),
        (
            _exact(1490),
            _exact(1517),
            [
                "Here two counts disagree, by 27: 1,517 is higher than 1,490.",
                "1,517 is 1.02 times 1,490.",
            ],
        ),
        (
            _exact(13000),
            _floor(13000, "more_than"),
            ["Here two counts disagree: the second (more than 13,000) is higher than 13,000."],
        ),
        (
            _floor(13000),
            _exact(13000),
            [
                "They do not contradict each other: 13,000 is at least 13,000.",
                "The bounds leave open which is higher: 13,000 may be equal, or lower by any "
                "number.",
            ],
        ),
        (
            {"low": 100.0, "high": 120.0},
            {"low": 110.0, "high": 130.0},
            [
                "They do not contradict each other: the two overlap.",
                "The bounds leave open which is higher: 110 to 130 may be lower by up to 10, or "
                "higher by up to 30.",
                "110 to 130 is 0.91 to 1.3 times 100 to 120.",
            ],
        ),
        (
            {"low": 100.0, "high": 120.0},
            _exact(110),
            [
                "They do not contradict each other: 110 lies in 100 to 120.",
                "The bounds leave open which is higher: 110 may be lower by up to 10, or higher "
                "by up to 10.",
                "110 is 0.91 to 1.1 times 100 to 120.",
            ],
        ),
        (
            _exact(3300, bound="about"),
            _exact(3320),
            [
                "The first (about 3,300) is read as 3,250 to 3,350: that is what its rounding "
                "covers.",
                "They do not contradict each other: 3,320 lies in what the first (about 3,300) "
                "covers.",
                "The bounds leave open which is higher: 3,320 may be lower by up to 30, or higher "
                "by up to 70.",
                "3,320 is 0.99 to 1.03 times the first (about 3,300).",
            ],
        ),
        (
            _floor(400, "more_than"),
            _floor(300),
            [
                "They do not contradict each other: the first (more than 400) is also at least "
                "300.",
                "The bounds leave open which is higher: the second (at least 300) may be lower by "
                "any number, or higher by any number.",
            ],
        ),
        (_exact(0), _exact(5), ["Here two counts disagree, by 5: 5 is higher than 0."]),
    ],
)
def test_the_numbers_of_two_counts_of_the_same(
    a: dict[str, Any], b: dict[str, Any], told: list[str]
) -> None:
    text = _pair(a, b)
    assert [line for line in text[1:] if line in told] == told
    numeral = re.compile(r"\d")
    spoken = [line for line in text[1:] if numeral.search(line) and "How the number" not in line]
    assert [line for line in spoken if line not in told and "says so" not in line] == []


@pytest.mark.parametrize(
    ("part", "whole", "told"),
    [
        (_exact(25), _exact(100), "25 is 25 % of 100."),
        (_exact(1), _exact(3), "1 is 33.3 % of 3."),
        (_exact(1), _exact(14000), "1 is 0.0071 % of 14,000."),
        (_exact(13999), _exact(14000), "13,999 is 99.9929 % of 14,000."),
        (_exact(1), {"low": 1.0, "high": 14000.0}, "1 is at least 0.0071 % of 1 to 14,000."),
        (_exact(100), {"low": 100.0, "high": 120.0}, "100 is at least 83.3 % of 100 to 120."),
        (_exact(5), _floor(50), "5 is 0 to 10 % of the second (at least 50)."),
        (_floor(5), _floor(50), "No share is worked out, because the bounds leave it open."),
        (_exact(9), _exact(8), "No share is worked out, because the bounds leave it open."),
        (
            _exact(1, claimant="mayor"),
            _exact(3),
            "No share is worked out, because they are not known to come from one claimant.",
        ),
        (
            _exact(1, as_of="2021"),
            _exact(3),
            "No share is worked out, because they are not known to count over the same time.",
        ),
    ],
)
def test_the_share_of_a_part(part: dict[str, Any], whole: dict[str, Any], told: str) -> None:
    a = changed(FIGURE, subset_of="b", **part)
    b = changed(FIGURE, id="b", **whole)
    context = context_with(a, b)
    assert told in sentences(compare(a, b, context), context)
    assert told.replace("the second", "the first") in sentences(compare(b, a, context), context)


def test_one_thing_in_two_units_is_not_called_two_things() -> None:
    height = {"measure": "troops", "population": None, "period_start": None}
    feet = _exact(29028, unit="ft", as_of="1954", **height)
    told = _pair(_exact(8848, unit="m", **height), feet)
    assert told[0] == (
        "8,848 m and 29,028 ft: they are given in different units, and neither is converted here, "
        "so that nothing is said of whether they agree."
    )
    assert not {"Their values lie apart", "another question"} & set(" ".join(told).split(". "))
    assert "because the two are not in one unit." in " ".join(told)


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        (_floor(4150), _exact(4150), "The number is the same at both dates."),
        (_floor(3345), _floor(3344), "The later number is the lower one"),
        (_exact(4000, bound="about"), _exact(3990), "what lies between the two is not a count"),
        (_exact(999), _floor(2, "more_than"), "what lies between the two is not a count"),
        ({"low": 1.0, "high": 3.0}, _exact(1), "what lies between the two is not a count"),
        (_exact(9, unit="%"), _exact(8, unit="%"), "takes in the time of the earlier one"),
    ],
)
def test_a_total_falls_only_where_the_later_number_is_lower(
    a: dict[str, Any], b: dict[str, Any], told: str
) -> None:
    text = " ".join(_pair(a, b | {"as_of": "2021-06-30"}))
    assert told in text
    assert ("cannot fall" in text) == ("lower one" in told)


def test_what_covers_the_other_is_no_disagreement() -> None:
    text = " ".join(_pair(_exact(110), {"claimant": "mayor"}))
    assert "do not contradict each other" in text
    assert "Each may go by rules of its own: what lies between the two numbers is not a" in text


def test_a_sentence_ends_once_and_a_month_has_its_preposition() -> None:
    text = " ".join(_pair({"callout": "snow or rock?"}, {"replaces": "a", "stated_on": "2021-02"}))
    assert "To be known of the first (100 to 120): snow or rock? " in text
    assert "replaced the first in February 2021." in text


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (("2018-01", "2018-01"), ("2018-02", "2018-02"), "two periods of one month each."),
        (("2018", "2018"), ("2019", "2019"), "two periods of one year each."),
        (("2018-01-02", "2018-01-15"), ("2018-02-02", "2018-02-15"), "of 14 days each."),
    ],
)
def test_the_length_of_two_periods_is_named(
    first: tuple[str, str], second: tuple[str, str], told: str
) -> None:
    spans = ({"period_start": start, "as_of": end} for start, end in (first, second))
    assert _pair(*spans)[0].endswith(told)


def test_what_a_body_counts_is_told_where_another_counts_the_same_otherwise() -> None:
    a, b = FIGURE, changed(FIGURE, id="b", claimant="mayor")
    reach = Reach(claimant="un", measure="killed", populations=("all",), words="leave out a lot")
    context = replace(context_with(a, b), reach=(reach,))
    line = "The counts of The UN leave out a lot."
    for other, told in (
        (b, True),
        (changed(b, claimant="office"), False),
        (changed(b, measure="hurt"), False),
        (changed(b, population="civilians"), True),
    ):
        assert (line in sentences(compare(a, other, context), context)) == told
        assert (line in sentences(compare(other, a, context), context)) == told
    civilians = changed(a, population="civilians")
    assert line not in sentences(compare(civilians, b, context), context)


def test_before_and_after_names_the_day_and_what_happened_on_it() -> None:
    a = changed(FIGURE, period_start="2020-01-01", as_of="2020-07-26")
    b = changed(FIGURE, id="b", period_start="2020-07-27", as_of="2020-12-31")
    context = replace(context_with(a, b), events={"2020-07-27": "A truce began"})
    assert sentences(compare(a, b, context), context)[0] == (
        "The first (100 to 120) and the second (100 to 120): the same count, before and after "
        "27 July 2020. On that day: A truce began."
    )
    away = changed(b, source="report")
    refusals = [
        next(line for line in sentences(compare(a, other, context), context) if "No diff" in line)
        for other in (b, away)
    ]
    assert "not of the same length" in refusals[0]
    assert "not read in one place" in refusals[1]


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("osce-violations-2021-04-02-donetsk", "osce-violations-2021-04-02-luhansk", "not"),
        ("ukraine-defence-ministry-other-deaths-year-2020", "ucdp-2020-forces", "not"),
    ],
)
def test_pairs_that_look_alike_and_are_not(
    shipped: Dossier, first: str, second: str, verdict: str
) -> None:
    context = context_of(shipped)
    found = compare(context.figure(first), context.figure(second), context).verdict
    assert found is Verdict.NOT_COMPARABLE, verdict


def test_the_start_of_a_total_is_one_where_nobody_says_which() -> None:
    unsaid: dict[str, Any] = {"series": "total", "period_start": None}
    told = _pair(unsaid, {**unsaid, "as_of": "2021-06-30"})
    assert told[0].endswith("two points of one series, The UN's total, not two opinions.")
    (line,) = (line for line in told if "start of the count" in line)
    assert line.startswith(
        "The start of the count is not stated by both, but is one in this series"
    )


def test_a_running_total_is_never_differenced(shipped: Dossier) -> None:
    told = " ".join(_told(shipped, "un-killed-2021-06-30", "un-killed-2021-12-31"))
    assert "two points of one series" in told
    assert "No difference and no ratio are worked out" in told
    assert "1,000" not in told


@pytest.mark.parametrize(
    ("measure", "unit", "values", "told"),
    [
        ("hurt", "%", (40, 43), "Here two counts disagree, by 3 percentage points: 43 % is higher"),
        ("hurt", "EUR million", (0, 5), "disagree, by EUR 5 million: EUR 5 million is higher"),
        ("balance", "%", (-3, -5), "disagree, by 2 percentage points: −5 % is lower than −3 %"),
    ],
)
def test_a_difference_has_the_unit_and_the_sign_that_it_has(
    measure: str, unit: str, values: tuple[float, float], told: str
) -> None:
    one, other = ({**_exact(value), "measure": measure, "unit": unit} for value in values)
    text = "\n".join(_pair(one, other))
    assert told.replace("−", "\u2212") in text
    assert (" times " in text) == (measure != "balance" and min(values) > 0)


@settings(max_examples=400)
@given(figures("a"), figures("b"))
def test_nothing_is_said_that_must_never_be(a: Figure, b: Figure) -> None:
    context = context_with(a, b, WHOLE)
    comparison = compare(a, b, context)
    assume(comparison.verdict is not Verdict.ONE_FIGURE)
    assume(not (a["replaces"] and b["replaces"]))  # nothing has two successors
    text = "\n".join(sentences(comparison, context))
    tables = Tables(
        {row["id"]: _cells(row) for row in (a, b, WHOLE)},
        AFFILIATIONS,
        MEASURES,
        frozenset(("total",)),
        frozenset(),
    )
    found = list(broken_rules(_cells(a), _cells(b), text, tables))
    assert not found, f"{found}: {text}"


def _cells(figure: Figure) -> Row:
    """Return a figure as the cells of its line in a CSV file."""
    return {column: _cell(value) for column, value in figure.items()}


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return ";".join(value)
    return "" if value is None else str(value)
