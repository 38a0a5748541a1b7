"""Tests of the small modules that put records into words."""

from pathlib import Path

import pytest

from dash import places, slides
from dash.dossier import record
from dash.markdown import escape, link, sentence
from tests import factories as make


def test_what_a_slides_text_leaves_out_is_said(tmp_path: Path) -> None:
    bare = make.slide(number="0", heading="", credit="")
    table = make.dossier(tmp_path, slides=[make.slide(credit="Ann/Agency"), bare]).slides
    card = record(table, slides.OPENING_CARD)
    assert slides.spell_heading(card) == "No heading in the source"
    assert slides.spell_credit(card) == "not stated in the source"
    assert slides.spell_credit(record(table, 1)) == "Ann/Agency"
    assert slides.numbered(table).index.tolist() == [1]


def test_places_are_told_with_status_and_blanks_as_text(tmp_path: Path) -> None:
    held = make.place(recognised_as="Upland", controlled_since="2014", as_of="2021-04")
    table = places.describe(make.dossier(tmp_path, places=[held]).places)
    told = table[["Recognised as", "Held by", "Since", "As of"]]
    assert told.to_numpy().tolist() == [["Upland", "", "2014", "April 2021"]]


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
