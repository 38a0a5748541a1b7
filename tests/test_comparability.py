"""Tests of dash.comparability: what two figures share, and what comparing them can mean."""

from types import MappingProxyType
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dash.comparability import (
    DECIDING,
    TOLD,
    Agreement,
    Comparison,
    Context,
    Verdict,
    compare,
    context_of,
)
from dash.comparison_text import LABELS, field_rows, sentences
from dash.dossier import Dossier, Record
from dash.intervals import interval_of

WORDS = {
    "measure": {"killed": "People killed", "hurt": "People hurt"},
    "population": {"all": "Everyone", "civilians": "Civilians"},
    "area": {"east": "The east", "west": "The west"},
    "claimant": {"un": "The UN", "mayor": "The mayor"},
    "source": {"paper": "The Paper", "report": "A report"},
}
FIGURE: Record = {
    "id": "a",
    "measure": "killed",
    "population": "all",
    "unit": "people",
    "bound": "range",
    "low": 100.0,
    "best": None,
    "high": 120.0,
    "period_start": "2014-04-14",
    "as_of": "2021-01-31",
    "area": "east",
    "claimant": "un",
    "evidence": "estimate",
    "subset_of": None,
    "source": "paper",
    "supplied": None,
    "sic": None,
}
OPEN_DATES = ["2014", "2014-04", "2014-04-14", "2015"]


def _context(*figures: Record) -> Context:
    wholes = {row["id"]: row["subset_of"] for row in figures if row["subset_of"]}
    frame = pd.DataFrame(list(figures)).set_index("id", drop=False)
    return Context(frame, MappingProxyType(wholes), MappingProxyType(WORDS))


def _compare(**changes: Any) -> Comparison:
    a, b = dict(FIGURE), {**FIGURE, "id": "b", **changes}
    return compare(a, b, _context(a, b))


@st.composite
def figures(draw: st.DrawFn, key: str) -> Record:
    low, best, high = sorted(draw(st.lists(st.integers(0, 999), min_size=3, max_size=3)))
    bound = draw(st.sampled_from(["exact", "at_least", "more_than", "about", "range"]))
    values = {
        "low": float(low) if bound in ("at_least", "more_than", "range") else None,
        "best": float(best) if bound in ("exact", "about") else None,
        "high": float(high) if bound == "range" else None,
    }
    supplied = draw(st.sets(st.sampled_from(["population", "period_start", "as_of", "area"])))
    claimant = draw(st.sampled_from(["un", "mayor", None]))
    evidence = st.sampled_from(["verified", "estimate", "claim"])
    return {
        **FIGURE,
        **values,
        "id": key,
        "bound": bound,
        "measure": draw(st.sampled_from(["killed", "hurt"])),
        "unit": draw(st.sampled_from(["people", "ships"])),
        "population": draw(st.sampled_from(["all", "civilians", None])),
        "period_start": draw(st.sampled_from([*OPEN_DATES, None])),
        "as_of": draw(st.sampled_from(["2015", "2021", "2021-01", "2021-01-31"])),
        "area": draw(st.sampled_from(["east", "west", "east;west", None])),
        "claimant": claimant,
        "evidence": draw(evidence) if claimant else "unattributed",
        "source": draw(st.sampled_from(["paper", "report"])),
        "subset_of": draw(st.sampled_from([None, "whole"])),
        "supplied": ";".join(sorted(supplied)) or None,
    }


WHOLE: Record = {**FIGURE, "id": "whole", "low": 5000.0, "high": 6000.0}


@given(figures("a"), figures("b"))
def test_what_is_found_does_not_depend_on_the_order(a: Record, b: Record) -> None:
    context = _context(a, b, WHOLE)
    there, back = compare(a, b, context), compare(b, a, context)
    assert there.verdict is back.verdict
    assert there.common_whole == back.common_whole
    assert there.both_can_hold == back.both_can_hold
    assert [(one.field, one.agreement) for one in there.findings] == [
        (one.field, one.agreement) for one in back.findings
    ]
    assert (there.difference is None) == (back.difference is None)
    if there.difference and back.difference:
        assert there.difference.low == -back.difference.high


@given(figures("a"))
def test_a_figure_is_never_different_from_itself(figure: Record) -> None:
    comparison = compare(figure, dict(figure), _context(figure, WHOLE))
    assert comparison.verdict is Verdict.ONE_FIGURE
    assert set(comparison.fields(Agreement.SAME)) == set(LABELS)
    assert len(sentences(comparison, _context(figure, WHOLE))) == 1


@given(figures("a"), figures("b"))
def test_a_copy_differs_in_nothing_that_is_stated(a: Record, b: Record) -> None:
    comparison = compare(a, {**a, "id": "b"}, _context(a, b, WHOLE))
    assert comparison.fields(Agreement.DIFFERENT) == ()


@given(figures("a"), figures("b"))
def test_every_field_is_named_once(a: Record, b: Record) -> None:
    context = _context(a, b, WHOLE)
    text = "\n".join(sentences(compare(a, b, context), context)).lower()
    assert {field: text.count(label) for field, label in LABELS.items()} == dict.fromkeys(LABELS, 1)


@given(figures("a"), figures("b"))
def test_nothing_is_worked_out_across_units_measures_or_populations(a: Record, b: Record) -> None:
    comparison = compare(a, b, _context(a, b, WHOLE))
    if comparison.difference is not None or comparison.ratio is not None:
        for field in ("measure", "unit", "population", "area"):
            assert a[field] == b[field] != "", field
        assert not a["supplied"]
        assert not b["supplied"]
    if a["unit"] != b["unit"]:
        assert comparison.share is None


@given(figures("a"), figures("b"))
def test_what_is_not_stated_is_never_called_the_same(a: Record, b: Record) -> None:
    comparison = compare(a, b, _context(a, b, WHOLE))
    for figure in (a, b):
        for field in (figure["supplied"] or "").split(";"):
            assert field not in comparison.fields(Agreement.SAME)
    if a["claimant"] is None and b["claimant"] is None:
        assert "claimant" in comparison.fields(Agreement.NOT_STATED)


@given(figures("a"), figures("b"))
def test_a_difference_holds_what_both_bounds_allow(a: Record, b: Record) -> None:
    comparison = compare(a, b, _context(a, b, WHOLE))
    if comparison.difference is not None:
        low, high = comparison.difference.low, comparison.difference.high
        assert low <= interval_of(b).low - interval_of(a).low <= high


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({"low": 90.0, "high": 110.0}, Verdict.SAME_QUANTITY),
        ({"claimant": "mayor", "evidence": "claim"}, Verdict.SAME_QUANTITY),
        ({"population": "civilians"}, Verdict.NOT_COMPARABLE),
        ({"measure": "hurt"}, Verdict.NOT_COMPARABLE),
        ({"unit": "ships"}, Verdict.NOT_COMPARABLE),
        ({"area": "west"}, Verdict.NOT_COMPARABLE),
        ({"area": "east;west"}, Verdict.NOT_COMPARABLE),
        ({"as_of": "2021-06-30"}, Verdict.TWO_DATES),
        ({"as_of": "2021-06-30", "claimant": "mayor"}, Verdict.NOT_COMPARABLE),
        ({"as_of": "2021"}, Verdict.UNCLEAR),
        ({"period_start": "2014"}, Verdict.UNCLEAR),
        ({"period_start": "2015"}, Verdict.NOT_COMPARABLE),
        ({"period_start": None}, Verdict.NOT_COMPARABLE),
        ({"area": None}, Verdict.UNCLEAR),
        ({"supplied": "as_of"}, Verdict.UNCLEAR),
        ({"supplied": "area", "population": "civilians"}, Verdict.NOT_COMPARABLE),
        ({"subset_of": "a", "population": "civilians"}, Verdict.PART),
    ],
)
def test_what_comparing_can_mean(changes: dict[str, Any], verdict: Verdict) -> None:
    comparison = _compare(**changes)
    assert comparison.verdict is verdict
    assert (comparison.difference is not None) == (verdict is Verdict.SAME_QUANTITY)


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        (("2018", "2018"), ("2019", "2019"), Verdict.TWO_PERIODS),
        (("2018", "2018"), ("2019-01-01", "2019-12-31"), Verdict.TWO_PERIODS),
        (("2018-01", "2018-01"), ("2018-02", "2018-02"), Verdict.TWO_PERIODS),
        (("2018", "2018"), ("2019-01", "2019-01"), Verdict.NOT_COMPARABLE),
        (("2018", "2019"), ("2019", "2020"), Verdict.NOT_COMPARABLE),
        (("2018-01-01", "2018-12-31"), ("2018", "2018"), Verdict.SAME_QUANTITY),
    ],
)
def test_periods_of_one_count_compare_where_they_are_as_long_and_apart(
    first: tuple[str, str], second: tuple[str, str], verdict: Verdict
) -> None:
    a = {**FIGURE, "period_start": first[0], "as_of": first[1]}
    b = {**FIGURE, "id": "b", "period_start": second[0], "as_of": second[1]}
    assert compare(a, b, _context(a, b)).verdict is verdict
    other = {**b, "source": "report"}
    if verdict is Verdict.TWO_PERIODS:
        assert compare(a, other, _context(a, other)).verdict is Verdict.NOT_COMPARABLE


def test_a_part_of_a_part_is_a_part() -> None:
    middle = {**FIGURE, "id": "middle", "subset_of": "whole"}
    small = {**FIGURE, "id": "small", "subset_of": "middle"}
    context = _context(WHOLE, middle, small)
    assert compare(WHOLE, small, context).part == "b"
    assert compare(small, WHOLE, context).part == "a"


@pytest.mark.parametrize(
    ("changes", "has_share"),
    [
        ({"population": "civilians"}, True),
        ({"population": "civilians", "as_of": "2020"}, False),
        ({"population": "civilians", "claimant": "mayor"}, False),
        ({"population": "civilians", "supplied": "as_of"}, False),
        ({"measure": "hurt"}, True),
    ],
)
def test_a_share_needs_one_claimant_and_one_time(changes: dict[str, Any], has_share: bool) -> None:
    part = {**FIGURE, "id": "part", "subset_of": "whole", **changes}
    assert (compare(part, WHOLE, _context(part, WHOLE)).share is not None) == has_share


def test_every_field_of_the_table_stands_in_words(shipped: Dossier) -> None:
    context = context_of(shipped)
    pair = (context.figure("killed-14000"), context.figure("un-killed-2021-01-31"))
    rows = field_rows(compare(*pair, context), context)
    assert [name.lower() for name, *_ in rows] == [LABELS[field] for field in (*DECIDING, *TOLD)]
    assert "not stated (13 April 2021 stands in)" in [first for _, first, *_ in rows]


def _told(shipped: Dossier, first: str, second: str) -> list[str]:
    context = context_of(shipped)
    return sentences(compare(context.figure(first), context.figure(second), context), context)


def test_the_text_of_14000_and_more_than_13000(shipped: Dossier) -> None:
    assert _told(shipped, "killed-14000", "killed-13000") == [
        "Whether 14,000 and more than 13,000 count the same cannot be told from what their "
        "sources state.",
        "The date it goes up to is not stated for either.",
        "The area is not stated for either.",
        "They do not contradict each other: 14,000 fits “more than 13,000”.",
        "No difference and no ratio are worked out, because what is not stated cannot be taken "
        "to be the same.",
        "Who says so is not stated for more than 13,000.",
        "The kind of evidence differs: claimed without a method (14,000), nobody named for it "
        "(more than 13,000).",
        "How the number is meant differs: one plain number (14,000), an open floor (more than "
        "13,000).",
        "The same in both: what is counted, the unit, the group counted, the start of the count "
        "and where it was read.",
    ]


def test_the_text_of_3300_and_14000(shipped: Dossier) -> None:
    assert _told(shipped, "civilians-3300", "killed-14000") == [
        "3,300 and 14,000 do not count the same. Both can be right at once, and neither confirms "
        "or corrects the other.",
        "The group counted differs: Civilians (3,300), Everyone (14,000).",
        "The start of the count is not stated for 3,300.",
        "The date it goes up to is not stated for 14,000.",
        "The area is not stated for 14,000.",
        "3,300 is recorded as a part of another number, which is the one to set it beside: "
        "12,800 to 13,000 (Everyone; UN human rights office (OHCHR); as of 31 December 2018).",
        "No difference and no ratio are worked out, because between two numbers that count "
        "different things they would count nothing.",
        "Who says so differs: United Nations (3,300), Ukraine (14,000).",
        "The kind of evidence differs: counted case by case (3,300), claimed without a method "
        "(14,000).",
        "The same in both: what is counted, the unit, how the number is meant and where it was "
        "read.",
    ]


def test_the_text_of_more_than_13000_and_the_un_of_january_2021(shipped: Dossier) -> None:
    told = _told(shipped, "killed-13000", "un-killed-2021-01-31")
    assert told[:6] == [
        "Whether more than 13,000 and 13,100 to 13,300 count the same cannot be told from what "
        "their sources state.",
        "The start of the count may be the same: 2014 (more than 13,000), 14 April 2014 (13,100 "
        "to 13,300).",
        "The date it goes up to is not stated for more than 13,000.",
        "The area is not stated for more than 13,000.",
        "They do not contradict each other: 13,100 to 13,300 fits “more than 13,000”.",
        "No difference and no ratio are worked out, because what is not stated cannot be taken "
        "to be the same.",
    ]


def test_a_running_total_is_never_differenced(shipped: Dossier) -> None:
    told = " ".join(_told(shipped, "un-killed-2021-06-30", "un-killed-2021-12-31"))
    assert "one count at two dates" in told
    assert "No difference and no ratio are worked out" in told
    assert "1,000" not in told


def test_two_counts_of_the_same_get_difference_and_ratio(shipped: Dossier) -> None:
    told = _told(shipped, "pro-russian-side-killed-year-2018", "ucdp-2018-groups")
    assert "74 is lower than 162 by 88." in told
    assert "74 is 0.46 times 162." in told


def test_a_part_gets_its_share(shipped: Dossier) -> None:
    told = _told(shipped, "un-civilians-killed-2021-01-31", "un-killed-2021-01-31")
    assert "3,375 is 25.3 to 25.8 % of 13,100 to 13,300." in told


def test_the_oscs_regions_are_not_two_counts_of_one_place(shipped: Dossier) -> None:
    told = _told(
        shipped, "osce-violations-2021-04-02-donetsk", "osce-violations-2021-04-02-luhansk"
    )
    assert "do not count the same" in told[0]


def test_deaths_outside_combat_are_not_set_against_deaths_in_events(shipped: Dossier) -> None:
    told = _told(shipped, "ukraine-defence-ministry-other-deaths-year-2020", "ucdp-2020-forces")
    assert "do not count the same" in told[0]
