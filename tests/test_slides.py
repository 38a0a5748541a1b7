"""Tests of dash.slides: the order of the gallery, and what each slide says or leaves out."""

from pathlib import Path

import pytest

from dash import slides
from dash.dossier.loaders import open_dossier
from dash.dossier.model import Dossier
from dash.schema.rows import Slide
from tests import factories as make


def _gallery(folder: Path) -> list[Slide]:
    rows = [make.slide(number=number) for number in ("2", "0", "5")]
    return make.dossier(folder, slides=rows, differences=[make.difference(records="Q1")]).records(
        "slides"
    )


def test_the_opening_card_comes_first_and_is_not_counted(tmp_path: Path) -> None:
    gallery = _gallery(tmp_path)
    assert slides.sequence(gallery) == [0, 2, 5]
    told = [slides.spell_position(gallery, number) for number in (0, 2, 5)]
    assert told == ["Opening card", "1 of 2", "2 of 2"]
    assert slides.slide_name(gallery[1]) == "Opening card"
    assert slides.slide_name(gallery[2]) == "Slide 5"


@pytest.mark.parametrize(
    ("asked", "shown"), [("5", 5), ("0", 0), (None, 0), ("9", 0), ("-1", 0), ("05", 0), ("x", 0)]
)
def test_an_address_names_a_slide_or_gets_the_first(
    asked: str | None, shown: int, tmp_path: Path
) -> None:
    assert slides.chosen(_gallery(tmp_path), asked) == shown


def test_there_is_nothing_before_the_first_and_after_the_last(tmp_path: Path) -> None:
    gallery = _gallery(tmp_path)
    steps = [slides.neighbours(gallery, number) for number in (0, 2, 5)]
    assert steps == [(None, 2), (0, 5), (2, None)]


def test_a_picture_is_never_passed_off_as_the_sources(tmp_path: Path) -> None:
    about = {"image": "a.png", "alt": "A bridge", "image_credit": "Ann", "image_licence": "CC0"}
    rows = [
        make.slide(number="1", image_kind="drawn", credit="Bo/Agency", **about),
        make.slide(number="2", image_kind="other", **about),
        make.slide(number="3", image_kind="original", credit="Ann", **about),
    ]
    gallery = make.dossier(tmp_path, slides=rows).records("slides")
    told = [slides.spell_picture(slide) for slide in gallery]
    assert told == [
        "Ann (CC0). The original picture, not shown here: Bo/Agency.",
        "Ann (CC0). The original picture, not shown here: credit not stated in the source.",
        "The source's own picture. Ann (CC0).",
    ]


def test_a_slide_leads_to_the_records_it_touches(shipped: Dossier) -> None:
    found = slides.related(shipped, shipped.record("slides", 3))
    assert list(found) == ["Where accounts part ways", "Figures", "Statements", "Places"]
    assert ("differences", "D12") in found["Where accounts part ways"]
    assert found["Figures"] == [("figures", "warships-april"), ("figures", "destroyers-march")]
    assert "Figures" not in slides.related(shipped, shipped.record("slides", 2))


def test_a_broken_table_costs_a_slide_only_its_links(tmp_path: Path) -> None:
    make.write(tmp_path)
    (tmp_path / "quotes.csv").write_bytes(b"\x81")
    dossier = open_dossier(tmp_path)
    assert list(slides.related(dossier, dossier.record("slides", 1))) == [
        "Where accounts part ways"
    ]


def test_what_a_slides_text_leaves_out_is_said(tmp_path: Path) -> None:
    bare = make.slide(number="0", heading="", credit="")
    gallery = make.dossier(tmp_path, slides=[make.slide(credit="Ann/Agency"), bare])
    card = gallery.record("slides", slides.OPENING_CARD)
    assert slides.spell_heading(card) == "No heading in the source"
    assert slides.spell_credit(card) == "not stated in the source"
    assert slides.spell_credit(gallery.record("slides", 1)) == "Ann/Agency"
    assert slides.numbered(gallery.records("slides")) == [1]
