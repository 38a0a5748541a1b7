"""Tests of dash.beginning.folders: what is begun is sound, and nothing is overwritten."""

import csv
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dash.beginning.articles import Article
from dash.beginning.folders import (
    PARAGRAPHS,
    FolderError,
    packed_example,
    write_bare,
    write_example,
)
from dash.dossier.loaders import load_dossier
from dash.dossier.pictures import picture_problems
from dash.schema.tables import TABLES
from dash.verification.anchors import anchors
from dash.verification.article import paragraphs
from dash.verification.coverage import cover
from dash.verification.verify import verify
from tests.checking.archives import members


def test_the_example_is_sound_and_has_a_row_of_every_table(tmp_path: Path) -> None:
    write_example(tmp_path)
    dossier = load_dossier(tmp_path)
    assert all(len(dossier.table(name)) for name in set(TABLES) - {"corrections"})
    assert not list(picture_problems(tmp_path, dossier.records("slides")))
    assert "invented" in (dossier.story.summary or "")


def test_every_anchor_of_the_example_stands_in_its_article(tmp_path: Path) -> None:
    write_example(tmp_path)
    dossier = load_dossier(tmp_path)
    copy = paragraphs((tmp_path / "article.txt").read_text(encoding="utf-8"))
    outcome = verify(anchors(dossier), copy)
    assert len(outcome.results) >= 15
    assert not outcome.failing
    assert not outcome.moved
    assert not cover(dossier, outcome).open


def test_the_readme_names_every_table_and_no_file_that_is_not_there(tmp_path: Path) -> None:
    write_example(tmp_path)
    told = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert all(f"**{name}.csv**" in told for name in set(TABLES) - {"corrections"})
    assert "images/giant.png" in told
    assert (tmp_path / "images" / "giant.png").is_file()


def test_bare_tables_are_headers_and_one_source_and_open(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "one"
    write_bare(folder)
    dossier = load_dossier(folder)
    assert {
        name: len(dossier.table(name)) for name in TABLES if name != "sources"
    } == dict.fromkeys([name for name in TABLES if name != "sources"], 0)
    assert not dossier.absent
    assert dossier.record("sources", dossier.story.source)["kind"] == "article"


@pytest.mark.parametrize("write", [write_example, write_bare])
def test_a_folder_that_holds_something_is_left_alone(write: object, tmp_path: Path) -> None:
    assert callable(write)
    kept = tmp_path / "dossier.toml"
    kept.write_text("mine", encoding="utf-8")
    with pytest.raises(FolderError, match="not empty"):
        write(tmp_path)
    with pytest.raises(FolderError, match="is a file"):
        write(kept)
    assert [file.name for file in tmp_path.iterdir()] == ["dossier.toml"]
    assert kept.read_text(encoding="utf-8") == "mine"


TEXT = st.text(min_size=1, max_size=60).filter(lambda text: any(map(str.isalnum, text)))


@given(TEXT, TEXT, st.lists(TEXT, max_size=3))
def test_whatever_an_article_says_the_folder_opens(
    title: str, publisher: str, told: list[str]
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name) / "begun"
        write_bare(folder, Article(title, tuple(told), publisher, "2026-06-08", "en"))
        source = load_dossier(folder).record("sources", "story")
        assert source["published"] == "2026-06-08"


def test_the_paragraphs_are_numbered_as_verify_counts_them(tmp_path: Path) -> None:
    write_bare(tmp_path, Article('A "title"', ("First.", "Second.")))
    assert (tmp_path / PARAGRAPHS).read_text(encoding="utf-8") == "P1  First.\n\nP2  Second.\n"
    with (tmp_path / "sources.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["title"] == load_dossier(tmp_path).story.title == 'A "title"'


def test_the_packed_example_is_the_written_one_in_a_folder(tmp_path: Path) -> None:
    write_example(tmp_path / "paper-giant")
    written = {
        file.relative_to(tmp_path).as_posix(): file.read_bytes()
        for file in tmp_path.rglob("*")
        if file.is_file()
    }
    assert members(packed_example()) == written
    assert packed_example() == packed_example()
