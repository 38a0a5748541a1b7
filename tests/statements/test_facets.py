"""Tests of dash.statements.facets: which rows a choice leaves, and the counts beside each value."""

import numpy as np

from dash.statements.facets import choose, counts, cross, facet

EVERYTHING = np.ones(4, dtype=bool)
FACETS = {
    "colour": facet([["red"], ["red", "blue"], ["blue"], []], order=["red"]),
    "size": facet([["big"], ["small"], ["small"], ["big"]]),
}


def test_values_of_one_facet_widen_and_facets_narrow() -> None:
    def left(**chosen: list[str]) -> list[int]:
        return np.flatnonzero(choose(FACETS, chosen, EVERYTHING)).tolist()

    assert left() == [0, 1, 2, 3]
    assert left(colour=["red"]) == [0, 1]
    assert left(colour=["red", "blue"]) == [0, 1, 2]
    assert left(colour=["blue"], size=["small"]) == [1, 2]
    assert left(colour=["green"]) == []


def test_a_count_is_what_the_value_would_leave_beside_the_other_facets() -> None:
    assert counts(FACETS, {"colour": ["red"]}, EVERYTHING) == {
        "colour": {"red": 2, "blue": 2},
        "size": {"big": 1, "small": 1},
    }
    assert counts(FACETS, {"size": ["big"]}, EVERYTHING)["colour"] == {"red": 1}


def test_pairs_are_counted_once_a_row() -> None:
    assert cross(FACETS["colour"], FACETS["size"], EVERYTHING) == {
        ("red", "big"): 1,
        ("red", "small"): 1,
        ("blue", "small"): 2,
    }


def test_values_are_offered_in_order_and_the_last_one_last() -> None:
    offered = facet([["b"], ["none"], ["z"], ["a"]], order=["z"], last="none")
    assert offered.values == ("z", "a", "b", "none")
    assert facet([]).values == ()
