"""Tests of dash.wording: a word of the interface stands in one place."""

from pathlib import Path

from dash import wording
from tests.conftest import ROOT
from tests.interface_words import HOMONYMS, are_words, said, words_of


def test_no_word_of_the_interface_stands_in_two_modules() -> None:
    twice = {
        words: sorted(modules)
        for words, modules in said().items()
        if len(modules) > 1 and words not in HOMONYMS
    }
    assert twice == {}


def test_what_is_shared_is_shared() -> None:
    """A word in dash.wording that one module alone says would be away from where it is said."""
    files = [*(ROOT / "src" / "dash").rglob("*.py"), *(ROOT / "pages").glob("*.py")]
    modules = [file.read_text(encoding="utf-8") for file in files if file.stem != "wording"]
    names = [name for name in vars(wording) if name.isupper()]
    lonely = [name for name in names if sum(f"{name}" in text for text in modules) <= 1]
    assert lonely == []


def test_words_are_told_from_other_texts(tmp_path: Path) -> None:
    file = tmp_path / "page.py"
    file.write_text('"""Doc."""\nst.button("Clear filters", f"{n} of all them", f"{a} and {b}")\n')
    assert list(words_of(file)) == [("Clear filters", 2), ("of all them", 2)]
    assert not any(map(are_words, ("<b class='a'>", "Cache-Control", "image/png", "GET", "key")))
