"""Tests of dash.markdown; what a browser makes of it stands in browser/test_hostile_text."""

import pytest

from dash.markdown import WORD_JOINER, escape, highlight, link, sentence


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


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("*loud*", r"\*loud\*"),
        ("<b>", r"\<b\>"),
        ("$x$ :red[y]", r"\$x\$ \:red\[y\]"),
        ("1.\n# not a heading", r"1\. \# not a heading"),
        ("Київ – é", "Київ – é"),
    ],
)
def test_markdown_does_not_read_the_dossiers_text(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://a.example/b?c=d&e=(f)#g", "https://a.example/b?c=d&e=(f)#g"),
        ("https://a.example/%20", "https://a.example/%20"),
        (
            r"https://a.example/>)![x](https://b.example/\i",
            "https://a.example/%3E)![x](https://b.example/%5Ci",
        ),
    ],
)
def test_an_address_ends_where_it_ends(address: str, written: str) -> None:
    assert link("a [b]", address) == rf"[a \[b\]](<{written}>)"


def test_a_sentence_begins_with_a_capital_and_keeps_its_others() -> None:
    assert [sentence(text) for text in ("rows labelled V", "")] == ["Rows labelled V", ""]
