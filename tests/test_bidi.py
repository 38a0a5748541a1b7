"""Tests of dash.bidi: no text reorders another."""

import pytest

from dash.bidi import isolate


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
