"""Tests of dash.incidents.recompute: the shipped figures are sums of the shipped record."""

from collections.abc import Mapping

import pytest

from dash.dossier.model import Dossier
from dash.incidents.answer import Answer
from dash.incidents.engine import DuckDB, Record
from dash.incidents.recompute import parameters, selection_for
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
