"""Tests of dash.drawings.share."""

import pytest

from dash.drawings.share import share
from dash.palette import LIGHT


@pytest.mark.parametrize(
    ("number", "most", "width"), [(50, 200, "25%"), (200, 200, "100%"), (1, 200, "3%")]
)
def test_the_bar_is_the_number_s_share_of_the_largest(number: int, most: int, width: str) -> None:
    bar = share(number, most, LIGHT).svg.split("<rect")[2]
    assert f'width="{width}"' in bar


def test_nothing_has_a_track_alone() -> None:
    assert share(0, 0, LIGHT).svg.count("<rect") == 1
