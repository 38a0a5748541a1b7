"""Tests of dash.incidents.recompute: the shipped figures are sums of the shipped record."""

from collections.abc import Mapping
from typing import Any

import pytest

from dash.dossier.model import Dossier
from dash.incidents.answer import Answer
from dash.incidents.embedded import DuckDB
from dash.incidents.engine import Rows
from dash.incidents.recompute import parameters, recomputed, selection_for, sum_of
from dash.incidents.record import Record
from dash.incidents.selection import Selection, selection_of

# Figures of the record's source that it does not yield, each with the reason.
NOT_RECOMPUTED: Mapping[str, str] = {
    "ucdp-2014-to-2021-04-13": "of events that ended by a day inside a month",
    "ucdp-forces-2021-03-26-to-04-09": "of days, where the record has months",
    "ucdp-forces-2021-03-27-to-04-09": "of days, where the record has months",
    "ucdp-forces-2021-03-31-to-04-13": "of days, where the record has months",
    "ucdp-place-pisky": "89 at two points of one name, of which a place has one: 77",
}


def test_every_figure_of_the_source_comes_out_exactly_or_is_named(shipped: Dossier) -> None:
    incidents = shipped.story.incidents
    assert incidents is not None
    assert shipped.incidents is not None
    record = Record(DuckDB(shipped.incidents.files))
    wrong, without = [], set()
    for figure in shipped.records("figures"):
        selection = selection_for(figure)
        if selection is None:
            without |= {figure["id"]} if figure["source"] == incidents.source else set()
            continue
        total = Answer(record, selection).total
        ranged = figure["bound"] == "range"
        found = (total.low, total.counted, total.high) if ranged else total.counted
        stated = (figure["low"], figure["best"], figure["high"]) if ranged else figure["best"]
        if found != stated:
            wrong.append((figure["id"], found, stated))
    assert wrong == []
    assert without == set(NOT_RECOMPUTED)


def test_pisky_has_two_points_in_the_record(shipped: Dossier) -> None:
    """The reason that stands above, held against the record."""
    assert shipped.incidents is not None
    places = Answer(Record(DuckDB(shipped.incidents.files)), Selection()).places
    of_name = [place.sums.counted for place in places if place.name == "Pisky village"]
    assert of_name == [77, 12]
    assert sum(of_name) == shipped.record("figures", "ucdp-place-pisky")["best"]


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ({}, {}),
        ({"from": "2014", "to": "2014"}, {"incidents_from": "2014-01", "incidents_to": "2014-12"}),
        ({"party": "deaths_a"}, {"incidents_party": ["deaths_a"]}),
        ({"where": "near,spot"}, {"incidents_where": ["spot", "near"]}),
        ({"place": "38.6390,48.1384"}, {"incidents_place": "38.6390,48.1384"}),
    ],
)
def test_a_selection_stands_in_the_address(words: dict[str, str], asked: dict[str, str]) -> None:
    assert parameters(selection_of(words)) == asked


def test_a_query_that_names_nothing_is_none(shipped: Dossier) -> None:
    figure = shipped.record("figures", "ucdp-2014")
    assert selection_for(figure) == Selection("2014", "2014")
    for words in ("from=2014-13", "party=everybody", None):
        changed = figure.copy()
        changed["recompute"] = words
        assert selection_for(changed) is None


class Counting(DuckDB):
    """DuckDB that counts what it is asked."""

    asked = 0

    def run(self, question: Any, *, by_month: bool = False) -> Rows:
        self.asked += 1
        return super().run(question, by_month=by_month)


def test_all_figures_come_out_as_stated_from_a_few_answers(shipped: Dossier) -> None:
    """What the map and the chart of months draw is what figures.csv has: before and after."""
    assert shipped.incidents is not None
    engine, figures = Counting(shipped.incidents.files), shipped.records("figures")
    found = recomputed(Record(engine), figures)
    assert len(found) > 150
    assert all(found[figure["id"]] is figure for figure in figures if figure["id"] in found)
    assert engine.asked < 20


def test_a_figure_that_does_not_come_out_has_the_records_numbers(shipped: Dossier) -> None:
    assert shipped.incidents is not None
    changed = shipped.record("figures", "ucdp-2014").copy()
    changed["best"], changed["low"] = 1.0, 1.0
    (found,) = recomputed(Record(DuckDB(shipped.incidents.files)), [changed]).values()
    assert found == shipped.record("figures", "ucdp-2014")


def test_what_no_shared_answer_holds_is_asked_by_itself(shipped: Dossier) -> None:
    assert shipped.incidents is not None
    record = Record(DuckDB(shipped.incidents.files))
    assert sum_of(record, Selection(point=(38.6390, 48.1384))).counted == 298
    assert sum_of(record, Selection(where=(1, 2, 3), point=(1.0, 1.0))).counted == 0
    assert sum_of(record, Selection("2014-07-02", "2014-12")).counted < 4395
