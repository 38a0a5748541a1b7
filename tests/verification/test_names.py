"""Tests of dash.verification.names: words with a capital inside sentences."""

import pytest

from dash.verification.languages import ENGLISH, FRENCH, GERMAN, Language
from dash.verification.names import common_words, names_in


def _names(text: str, language: Language = ENGLISH) -> list[str]:
    common = common_words([text])
    return [text[slice(*span)] for span in names_in(text, language, common)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("they met Ada Lovelace in Upton", ["Ada Lovelace", "Upton"]),
        ("a talk with Recep de la Cruz", ["Recep de la Cruz"]),
        ("the Ministry of Tolls said", ["Ministry of Tolls"]),
        ("by Jean-Paul of Upton-Downs", ["Jean-Paul of Upton-Downs"]),
        ("in Ada's house, the Uptons' toll", ["Ada", "Uptons"]),
        ("the Upton's Ada", ["Upton", "Ada"]),
        ("to Mr. Smith and Dr Jones", ["Smith", "Jones"]),
        ("the U.S. and the UN", ["U.S.", "UN"]),
        ("what I said, and I'm sure", []),
        ("they met O'Brien in Upton", ["O'Brien", "Upton"]),
        ("so " * 300 + "Upton of", ["Upton"]),
    ],
)
def test_names_inside_a_sentence(text: str, names: list[str]) -> None:
    assert _names(text) == names


def test_the_first_word_of_a_sentence_alone_is_no_name() -> None:
    assert _names("Bridges fall. Mayors pay: Nobody asks. “Never” he said") == []
    assert _names("The toll of the bridge") == []
    assert _names("Ada Lovelace came. NATO met.") == ["Ada Lovelace", "NATO"]
    assert _names("The Upton Bridge fell, the mayor said.") == ["Upton Bridge"]


def test_a_line_whose_words_all_have_capitals_tells_nothing() -> None:
    assert _names("Mayors Quarrel About Bridge While Nobody Counts") == []
    assert _names("Image: Ada Lovelace/Pictures") == ["Ada Lovelace", "Pictures"]
    assert _names("Mayors Quarrel About Bridge quietly") == []
    assert _names("Mayors Quarrel About bridge quietly") == ["Mayors Quarrel About"]
    assert _names("Mayors Quarrel About Tolls") == ["Mayors Quarrel About Tolls"]
    assert _names("Mayors and the Upton men Quarrel About Bridge") == []


def test_where_nouns_have_capitals_two_in_a_row_make_a_name() -> None:
    assert _names("die Brücke bei Ada Lovelace und der NATO", GERMAN) == ["Ada Lovelace", "NATO"]


def test_an_elided_article_is_no_part_of_a_name() -> None:
    assert _names("la guerre de l'Ukraine", FRENCH) == ["Ukraine"]


def test_a_script_without_capitals_has_no_names_to_find() -> None:
    assert _names("停火协议在明斯克签署") == []
