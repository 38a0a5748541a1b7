"""Tests of dash.dossier.lookup."""

from pathlib import Path

import pytest

from dash.dossier.lookup import find
from tests import factories as make


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        ("hurt-many", ("figures", "hurt-many")),
        ("Q1", ("quotes", "Q1")),
        ("quarrel", ("events", "quarrel")),
        ("bridge", ("places", "bridge")),
        ("slide-1", ("slides", 1)),
    ],
)
def test_a_record_is_found_in_its_table(
    reference: str, found: tuple[str, str | int], tmp_path: Path
) -> None:
    assert find(make.dossier(tmp_path), reference) == found


@pytest.mark.parametrize("reference", ["nobody", "slide-2", "slide-", "slide-²", "1"])
def test_an_id_that_names_nothing_finds_nothing(reference: str, tmp_path: Path) -> None:
    assert find(make.dossier(tmp_path), reference) is None


def test_a_record_of_a_broken_table_is_not_found(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path, quotes=[make.quote(speech="sung")])
    assert find(dossier, "Q1") is None
    assert find(dossier, "bridge") == ("places", "bridge")


def test_a_record_whose_id_looks_like_a_slides_is_found(tmp_path: Path) -> None:
    quotes = [make.quote(id="slide-7")]
    dossier = make.dossier(tmp_path, quotes=quotes, slides=[make.slide(quotes="")], differences=[])
    assert find(dossier, "slide-7") == ("quotes", "slide-7")
