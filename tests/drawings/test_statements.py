"""Tests of dash.drawings.statements: a square per statement, or a bar of their numbers."""

import re

import pytest

from dash.drawings.statements import BAR_HEIGHT, IN_ROW, SIGNS, Square, bar, squares
from dash.palette import DARK, LIGHT, Palette
from dash.schema.vocabulary import CHECKS

ALL = [Square(check, shown=True) for check in SIGNS]


def _corners(svg: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"M([\d.]+) ([\d.]+)", svg)]


def test_each_result_of_a_check_has_a_sign_and_a_colour_of_its_own() -> None:
    assert set(SIGNS) == {*CHECKS, None}
    assert len({sign.sign for sign in SIGNS.values()}) == len(SIGNS)
    assert len({sign.colour for sign in SIGNS.values()}) == len(SIGNS)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_there_is_a_square_per_statement_in_the_colour_of_its_check(palette: Palette) -> None:
    drawn = squares(ALL, "five", palette)
    assert drawn.alt == "five"
    assert len(_corners(drawn.svg)) == len(ALL)
    for colour in (palette.green, palette.blue, palette.orange, palette.violet):
        assert f'fill="{colour}"' in drawn.svg
    assert f'fill="none" stroke="{palette.muted}"' in drawn.svg, "not compared is hollow"
    for sign in ("=", "…", "≠", "?"):
        assert f">{sign}</text>" in drawn.svg


def test_the_squares_run_like_lines_of_text() -> None:
    statements = [Square("agrees", shown=True)] * (IN_ROW + 1)
    corners = _corners(squares(statements, "", LIGHT).svg)
    assert corners == sorted(corners, key=lambda corner: (corner[1], corner[0]))
    assert corners[IN_ROW][0] == 0
    assert corners[IN_ROW][1] > corners[0][1]


def test_what_is_not_asked_for_is_faded() -> None:
    statements = [Square("altered", shown=True), Square("altered", shown=False)]
    svg = squares(statements, "", LIGHT).svg
    shown, faded = svg.split("<g opacity", 1)
    assert len(_corners(shown)) == len(_corners(faded)) == 1
    assert "<g opacity" not in squares([Square("altered", shown=True)], "", LIGHT).svg


def test_very_many_are_a_bar_with_parts_as_long_as_their_numbers() -> None:
    numbers = {Square("altered", shown=False): 100, Square("agrees", shown=True): 300}
    svg = bar(numbers | {Square("agrees", shown=False): 0}, "", LIGHT).svg
    assert "<path" not in svg
    shape = r'<rect x="([\d.]+)%" width="([\d.]+)%"[^>]*fill="([^"]+)" opacity="([^"]+)"'
    assert re.findall(shape, svg) == [
        ("0", "75", LIGHT.green, "1"),
        ("75", "25", LIGHT.orange, "0.3"),
    ]
    assert f'height="{BAR_HEIGHT}"' in svg
