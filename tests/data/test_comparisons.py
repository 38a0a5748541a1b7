"""Every pair of the shipped figures is compared, and its text held against what must never be."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations

import pytest

from dash.dossier.model import Dossier
from dash.figures.comparability import compare
from dash.figures.comparison_text import field_rows, sentences
from dash.figures.context import context_of
from tests.conftest import ROOT, SHIPPED, shipped_dossier
from tests.figures.falsehoods import RULES, Tables, broken_rules, read_tables

Breaches = Mapping[str, list[str]]
# What was said once, or could have been, and the rule that it broke.
FORMER = [
    ("tied_figures_called_strangers", "civilians-3300", "un-civilians-killed-2018-12-31",
     "3,300 and about 3,300 do not count the same. Both can be right at once."),
    ("tied_figures_called_strangers", "ucdp-mh17", "ucdp-place-mh17-crash-site",
     "The first 298 and the second 298 do not count the same."),
    ("tied_figures_called_strangers", "borrell-spoken-2021-04-19", "borrell-transcript-2021-04-19",
     "More than 150,000 and more than 100,000 can be compared: they are two counts of the same."),
    ("approximate_beyond_rounding", "residents-400000", "russian-data-citizens-2021-02",
     "At least one of them is approximate, so they need not contradict each other."),
    ("year_called_a_day", "reznikov-citizens-2021", "vodolatsky-citizens-2021",
     "The same in both: what is counted, the unit and the date it goes up to."),
    ("number_from_nowhere", "civilians-3300", "killed-14000", "Together they make 17,300."),
    ("name_in_small_letters", "soldiers-7", "boy-1", "The group counted: ukrainian forces."),
    ("one_body_called_two", "civilians-3300", "un-killed-2018-12-31",
     "Who says so differs: United Nations (3,300), UN human rights office (12,800 to 13,000)."),
    ("one_body_called_two", "civilians-3300", "un-killed-2018-12-31",
     "No share is worked out: they were not counted by the same hand over the same time."),
    ("casualty_words_on_a_state", "reznikov-citizens-2020-12", "reznikov-citizens-2021",
     "The later number may also hold earlier cases that were found, or counted anew."),
    ("number_read_as_a_partitive", "soldiers-7", "ucdp-forces-2021-03-27-to-04-09",
     "The start of the count is not stated for at least 7."),
    ("arithmetic_that_does_not_follow", "ucdp-2021-03", "ucdp-2021-08",
     "The bounds leave open which is higher: 21 to 26 may be lower by up to 9, or higher by up "
     "to 2."),
    ("arithmetic_that_does_not_follow", "pro-russian-side-killed-year-2018", "ucdp-2018-groups",
     "74 is lower than 162 by 80."),
    ("same_of_nothing", "osce-violations-2019", "osce-violations-2020",
     "The same in both: the group counted."),
    ("rise_where_there_is_none", "un-killed-2020-08-31", "un-killed-2021-01-31",
     "The rise: what lies between the two is not a count of the time between the two dates."),
    ("whole_without_its_measure", "un-injured-2021-01-31", "un-killed-2021-01-31",
     "Both are recorded as parts of one number: 42,000 to 44,000 (Everyone)."),
    ("state_decided_by_days", "mendel-border-2021-04-12", "taran-troops-2021-04-14",
     "41,000 and 110,000 do not count the same."),
    ("neighbours_called_unclear", "osce-violations-per-day-before-2020-07-27",
     "osce-violations-per-day-after-2020-07-27",
     "Whether 623 and 33 count the same cannot be told from what their sources state."),
    ("series_called_incomparable", "un-killed-2019-10-31", "un-killed-2021-01-31",
     "13,000 to 13,200 and 13,100 to 13,300 do not count the same."),
]  # fmt: skip


@pytest.fixture(scope="module")
def tables() -> Tables:
    return read_tables(ROOT / "data")


@pytest.fixture(scope="module")
def breaches(shipped: Dossier, tables: Tables) -> Breaches:
    """What each rule found in the texts of all pairs."""
    return _breaches(shipped, tables)


def _breaches(shipped: Dossier, tables: Tables) -> Breaches:
    context = context_of(shipped)
    found: dict[str, list[str]] = {rule: [] for rule in RULES}
    for a, b in combinations(context.figures, 2):
        comparison = compare(context.figure(a), context.figure(b), context)
        text = "\n".join(sentences(comparison, context))
        for rule in broken_rules(tables.figures[a], tables.figures[b], text, tables):
            found[rule].append(f"{a} and {b}:\n{text}")
    return found


@pytest.mark.slow
@pytest.mark.xdist_group("sweep")
@pytest.mark.parametrize("rule", RULES)
def test_nothing_is_said_of_any_pair_that_must_never_be(breaches: Breaches, rule: str) -> None:
    """All 59,340 of them, in half a minute; the first that breaks the rule is shown."""
    assert breaches[rule][:1] == []


def test_nothing_is_said_of_two_heights_that_must_never_be() -> None:
    """The other dossier that ships has few figures, in metres, feet and centimetres."""
    found = _breaches(shipped_dossier("everest"), read_tables(SHIPPED["everest"]))
    assert {rule: texts[:1] for rule, texts in found.items() if texts} == {}


@pytest.mark.parametrize(("rule", "a", "b", "text"), FORMER)
def test_each_rule_finds_what_it_is_there_for(
    tables: Tables, rule: str, a: str, b: str, text: str
) -> None:
    assert rule in broken_rules(tables.figures[a], tables.figures[b], text, tables)


def test_casualties_without_a_start_are_no_two_things_for_their_reports(tables: Tables) -> None:
    row = {**tables.figures["un-killed-2020-08-31"], "period_start": "", "series": ""}
    other = {**row, "as_of": "2020-10-01", "claimant": "ucdp"}
    text = "1,517 and 1,490 do not count the same. Both can be right at once."
    assert "unstated_date_called_another" in broken_rules(row, other, text, tables)


@pytest.mark.parametrize(
    ("rule", "unit", "below_zero", "text"),
    [
        ("percent_between_percentages", "%", False, "43 % is higher than 40 % by 3 %."),
        ("ratio_below_zero", "EUR million", True, "EUR 43 million is 1.08 times EUR 40 million."),
        ("unit_left_out", "EUR million", False, "40 and 43: two accounts of the same."),
    ],
)
def test_a_rule_of_units_finds_what_it_is_there_for(
    tables: Tables, rule: str, unit: str, below_zero: bool, text: str
) -> None:
    blank = {**tables.figures["killed-14000"], "unit": unit, "measure": "balance"}
    told = replace(tables, measures={"balance": {"label": "Balance", "below_zero": below_zero}})
    assert rule in broken_rules({**blank, "best": "40"}, {**blank, "best": "43"}, text, told)


def test_every_rule_was_seen_to_fail() -> None:
    of_units = {"percent_between_percentages", "ratio_below_zero", "unit_left_out"}
    seen = {rule for rule, *_ in FORMER} | {"unstated_date_called_another"} | of_units
    assert seen == set(RULES)


def test_the_cells_of_every_figure_stand_in_words(each_shipped: Dossier) -> None:
    context = context_of(each_shipped)
    first, *others = context.figures.values()
    for other in others:
        rows = field_rows(compare(first, other, context), context)
        assert all(all(cell for cell in row) for row in rows)
