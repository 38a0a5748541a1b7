"""Tests of dash.markdown; what a browser makes of it stands in browser/test_hostile_text."""

import pytest

from dash.markdown import WORD_JOINER, escape, highlight


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("a -> b", r"a \-|\> b"),
        ("--- <= ~=", r"\-|\-|\- \<|\= \~|\="),
        (":streamlit: 10:30", r"\:|streamlit\: 10\:30"),
        ("https://x.example", r"https\:|\/\/x\.example"),
        ("www.x a@b", r"www|\.x a|\@b"),
        ("a-b, Q: why?", r"a\-b\, Q\: why\?"),
    ],
)
def test_what_streamlit_replaces_is_parted(text: str, parted: str) -> None:
    assert escape(text) == parted.replace("|", WORD_JOINER)


def test_highlighted_pieces_stay_text_and_keep_their_spaces() -> None:
    marked = highlight([("say ", False), ("*no*", True), (" and go", False)])
    assert marked == r"say :yellow-background[***\*no\****] and go"
