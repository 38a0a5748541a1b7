"""Tests of dash.sharing.markup: text that ends nothing it stands in."""

import html
import json

import pytest

from dash.sharing.markup import script_of, written
from tests.sharing.hostile import TEXT


def test_text_ends_no_tag_and_no_attribute() -> None:
    shown = written(TEXT)
    assert not set("<>\"'") & set(shown)
    assert html.unescape(shown) == TEXT.replace("\u202e", "[U+202E]")


def test_data_ends_no_script_and_stays_what_it_was() -> None:
    data = {"name": TEXT, "</script>": [1, None]}
    text = script_of(data)
    assert not set("<>&") & set(text)
    assert json.loads(text) == data


@pytest.mark.parametrize("letter", ["\x00", "\x08", "\x0b", "\x1f", "\x7f", "\uffff"])
def test_letters_that_html_forbids_are_left_out(letter: str) -> None:
    assert written(f"a{letter}b\n c\t") == "ab c"
