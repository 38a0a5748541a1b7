"""Tests of dash.bidi: no text reorders another."""

import pytest

from dash.bidi import is_right_to_left, isolate


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("Київ – é", "Київ – é"),
        ("a\u202eb\u202c", "a[U+202E]b[U+202C]"),
        ("left\u2066open", "left[U+2066]open"),
        ("שלום", "\u2068שלום\u2069"),
        ("a\u200f!", "\u2068a\u200f!\u2069"),
        ("\u2069שלום", "\u2068[U+2069]שלום\u2069"),
    ],
)
def test_directions_end_with_their_text(text: str, shown: str) -> None:
    assert isolate(text) == shown


@pytest.mark.parametrize(
    ("language", "right_to_left"),
    [
        ("ar", True),
        ("he-IL", True),
        ("fa", True),
        ("en", False),
        ("az-Arab", True),
        ("ur-Latn", False),
    ],
)
def test_a_language_says_from_which_side_it_is_read(language: str, right_to_left: bool) -> None:
    assert is_right_to_left(language) == right_to_left
