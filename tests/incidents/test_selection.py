"""Tests of dash.incidents.selection: what an address or a figure names, and what it does not."""

import pytest

from dash.incidents.selection import Selection, point, selection_of, spell_point


def test_a_selection_is_read_from_words() -> None:
    words = {"from": "2014-04", "to": "2015", "party": "deaths_civilians", "where": "near,spot"}
    chosen = selection_of(words | {"place": "37.8053,48.0000"})
    assert chosen == Selection("2014-04", "2015", ("deaths_civilians",), (1, 2), (37.8053, 48.0))
    assert not chosen.of_all_parties
    assert selection_of({}) == Selection()
    assert selection_of({"party": "deaths_b,deaths_a,deaths_unknown,deaths_civilians"}) == (
        Selection()
    )


def test_a_point_stands_in_an_address_and_is_read_back() -> None:
    assert spell_point(37.8053, 48.0) == "37.8053,48.0000"
    assert point(spell_point(-0.5, 12.25)) == (-0.5, 12.25)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({"from": "2014-13"}, "from: a year, month or day"),
        ({"to": "soon"}, "to: a year, month or day"),
        ({"party": "everybody"}, "party: of deaths_a"),
        ({"where": "here"}, "where: of spot, near"),
        ({"place": "Donetsk"}, "place: longitude,latitude"),
        ({"place": "nan,1"}, "place: longitude,latitude"),
        ({"place": "1,91"}, "place: longitude,latitude"),
        ({"until": "2014"}, "until: one of from"),
    ],
)
def test_what_is_none_is_told(words: dict[str, str], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        selection_of(words)
