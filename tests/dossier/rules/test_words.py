"""Tests of dash.dossier.rules.words: what is explained is said somewhere."""

from pathlib import Path

from tests import factories as make


def test_a_word_that_nothing_uses_is_told_with_its_place(tmp_path: Path) -> None:
    glossary = '\n[glossary]\nbridge = "a way over water"\n"toll gate" = "where one pays"\n'
    dossier = make.dossier(tmp_path, make.STORY + glossary)
    assert [(told.file, told.column, told.value) for told in dossier.problems] == [
        ("dossier.toml", "glossary", "toll gate")
    ]


def test_words_of_the_tables_the_story_and_the_program_may_be_explained(tmp_path: Path) -> None:
    words = {"mayor": "head of a town", "towns": "places", "WGS84": "a datum"}
    glossary = "\n[glossary]\n" + "".join(f'{word} = "{said}"\n' for word, said in words.items())
    assert make.dossier(tmp_path, make.STORY + glossary).problems == ()
