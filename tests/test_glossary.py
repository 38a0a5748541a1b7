"""Tests of dash.glossary: which words of a list stand in a text."""

from dash.glossary import words_used

GLOSSARY = {"oblast": "a region", "UCDP": "a program", "68/262": "a resolution"}


def test_a_word_is_found_in_any_case_in_the_plural_and_whole() -> None:
    assert list(words_used(GLOSSARY, ["Two Oblasts.", None])) == ["oblast"]
    assert list(words_used(GLOSSARY, ["UN resolution 68/262, ucdp"])) == ["UCDP", "68/262"]
    assert words_used(GLOSSARY, ["oblastwide, 168/262"]) == {}


def test_the_meaning_comes_with_the_word_in_the_glossarys_order() -> None:
    assert list(words_used(GLOSSARY, ["UCDP counts in each oblast"]).items()) == [
        ("oblast", "a region"),
        ("UCDP", "a program"),
    ]
