"""Tests of dash.schema.story_faults: no fault of dossier.toml is told in words of pydantic."""

import tomllib
from copy import deepcopy
from typing import Any

import pytest
from pydantic import ValidationError

from dash.schema.story import Story
from dash.schema.story_faults import PHRASES, told
from tests.conftest import ROOT

SHIPPED = tomllib.loads((ROOT / "data" / "dossier.toml").read_text(encoding="utf-8"))
ODD: list[Any] = [1, "x y", "", True, [], {}, 1.5, -1000, [1, 2], {"a": 1}, ["a"] * 5]
FOREIGN = ("Input", "should", "Field", "valid", "pattern", "tuple", "dictionary", "parse", "Extra")


def _places(node: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner: list[tuple[Any, Any]] = []
    if isinstance(node, dict):
        inner = list(node.items())
    elif isinstance(node, list):
        inner = list(enumerate(node[:2]))
    return [way, *(place for key, value in inner for place in _places(value, (*way, key)))]


def _faults(story: dict[str, Any]) -> list[Any]:
    try:
        Story.model_validate(story)
    except ValidationError as error:
        return error.errors(include_url=False)
    return []


def _with(place: tuple[Any, ...], value: Any) -> dict[str, Any]:
    changed: Any = deepcopy(SHIPPED)
    holder = changed
    for step in place[:-1]:
        holder = holder[step]
    holder[place[-1]] = value
    whole: dict[str, Any] = changed
    return whole


@pytest.mark.parametrize("odd", ODD, ids=str)
def test_an_odd_value_at_any_place_is_told_in_words_of_ours(odd: Any) -> None:
    places = [place for place in _places(SHIPPED) if place]
    met = 0
    for place in places:
        for fault in _faults(_with(place, odd)):
            met += 1
            found, expected, hint = told(fault)
            assert fault["type"] in PHRASES or fault["type"] in ("missing", "extra_forbidden")
            assert not any(word in f"{expected} {hint}" for word in FOREIGN), (place, expected)
            assert expected
            assert (found is None) == (fault["type"] == "missing")
    assert met


def test_a_missing_key_is_told_with_what_it_holds() -> None:
    story = {key: value for key, value in SHIPPED.items() if key != "title"}
    (fault,) = _faults(story)
    assert told(fault) == (None, "this key: a headline of the dossier's own", "")


def test_a_word_of_no_list_is_told_with_the_list_and_the_nearest() -> None:
    (fault,) = _faults(_with(("layers", 0, "style"), "boundry"))
    found, expected, hint = told(fault)
    assert (found, hint) == ("boundry", "Did you mean `boundary`?")
    assert expected.startswith("one of: land, backdrop, boundary")


def test_a_number_for_text_is_told_with_how_to_write_it() -> None:
    (fault,) = _faults(_with(("title",), 1912))
    assert told(fault)[2] == 'Write "1912", between quotation marks.'
