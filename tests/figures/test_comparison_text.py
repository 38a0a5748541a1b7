"""Tests of dash.figures.comparison_text: what a comparison says, in sentences and by field."""

from hypothesis import given

from dash.dossier.model import Dossier
from dash.dossier.records import Record
from dash.figures.comparability import compare
from dash.figures.comparison_text import LABELS, field_rows, sentences
from dash.figures.context import context_of
from tests.figures.comparisons import WHOLE, context_with, figures


@given(figures("a"), figures("b"))
def test_every_field_is_named_once(a: Record, b: Record) -> None:
    context = context_with(a, b, WHOLE)
    text = "\n".join(sentences(compare(a, b, context), context)).lower()
    assert {field: text.count(label) for field, label in LABELS.items()} == dict.fromkeys(LABELS, 1)


@given(figures("a"))
def test_a_figure_beside_itself_gets_one_sentence(figure: Record) -> None:
    context = context_with(figure, WHOLE)
    assert len(sentences(compare(figure, dict(figure), context), context)) == 1


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


def test_the_osces_regions_are_not_two_counts_of_one_place(shipped: Dossier) -> None:
    told = _told(
        shipped, "osce-violations-2021-04-02-donetsk", "osce-violations-2021-04-02-luhansk"
    )
    assert "do not count the same" in told[0]


def test_deaths_outside_combat_are_not_set_against_deaths_in_events(shipped: Dossier) -> None:
    told = _told(shipped, "ukraine-defence-ministry-other-deaths-year-2020", "ucdp-2020-forces")
    assert "do not count the same" in told[0]
