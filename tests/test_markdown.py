"""Tests of dash.markdown; what a browser makes of it stands in browser/test_hostile_text."""

import string

import pytest

from dash.markdown import WORD_JOINER, escape, highlight, link, read_out, sentence


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


@pytest.mark.parametrize("mark", string.punctuation)
def test_every_mark_of_ascii_is_escaped(mark: str) -> None:
    assert escape(f"a{mark}b").replace(WORD_JOINER, "") == f"a\\{mark}b"


def test_a_space_alone_is_kept_once_where_a_text_is_cut() -> None:
    assert highlight([("a", True), (" ", False), ("b", True)]).count(" ") == 1


@pytest.mark.parametrize(
    "text", ["Crimea: annexed by Russia in 2014 (UNGA 68/262)", "Donbas: two oblasts, whole"]
)
def test_a_label_that_is_plain_is_read_out_as_it_is_written(text: str) -> None:
    assert read_out(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "![p](http://x.example/p)",
        "[p](x)",
        "<b>",
        ":material/home:",
        ":red[x]",
        "https://x.example",
        "www.x.example",
        "a@b.example",
        "*a*",
        "`a`",
        "$a$",
        "1. a",
        "- a",
        "# a",
        "&lbrack;",
        "a\\",
    ],
)
def test_a_label_that_is_more_than_text_is_escaped(text: str) -> None:
    assert read_out(text) == escape(text) != text
