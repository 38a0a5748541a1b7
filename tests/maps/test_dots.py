"""Tests of dash.maps.dots: a mark stands where its number is, and its form says what it is."""

from base64 import b64decode
from xml.etree import ElementTree

import pytest

from dash.maps.dots import MARGIN, WIDTH, track
from dash.palette import LIGHT
from dash.schema.rows import Figure
from tests import factories as make


def _picture(**cells: object) -> str:
    figure = make.row_of(Figure, **{"low": None, "best": None, "high": None, **cells})
    address = track(figure, 100, LIGHT)
    return b64decode(address.removeprefix("data:image/svg+xml;base64,")).decode()


def test_marks_stand_in_proportion() -> None:
    at = [
        float(_picture(bound="exact", best=value).split('cx="')[1].split('"')[0])
        for value in (0, 50, 100)
    ]
    assert at[0] == MARGIN
    assert at[1] - at[0] == pytest.approx(at[2] - at[1], abs=0.1)
    assert at[2] < WIDTH


def test_each_bound_has_a_form_of_its_own() -> None:
    drawn = [
        _picture(bound="exact", best=40),
        _picture(bound="about", best=40),
        _picture(bound="more_than", low=40),
        _picture(bound="range", low=30, high=40),
    ]
    assert len(set(drawn)) == 4
    for picture in drawn:
        assert ElementTree.fromstring(picture).tag.endswith("svg")  # noqa: S314 - our own
