"""No name of the stories that ship stands in the code: a dossier is a folder."""

import re
from collections.abc import Iterator

from dash.dossier.model import Dossier
from tests.conftest import ROOT

# Words of names that mean something without them, and whose format of incidents is read.
GENERAL = frozenset({
    "april", "conflict", "data", "mapping", "office", "people", "program", "state", "strait",
    "ucdp", "union", "uppsala", "western",
})  # fmt: skip
WORD = re.compile(r"[^\W\d_]{4,}")
CODE = [
    file
    for folder, pattern in (("src", "**/*"), ("pages", "*.py"), (".", "app.py"))
    for file in sorted((ROOT / folder).glob(pattern))
    if file.suffix in {".py", ".js", ".css", ".toml", ".md", ".html"}
]


def _names(dossier: Dossier) -> Iterator[str]:
    """Yield the words with a capital letter in the names of actors and places."""
    names = [row["name"] for row in dossier.records("actors")]
    names += [row["name"] for row in dossier.records("places")]
    for name in names:
        yield from (word for word in WORD.findall(name) if word[0].isupper())


def test_no_name_of_a_story_stands_in_the_code(each_shipped: Dossier) -> None:
    names = {name for name in _names(each_shipped) if name.casefold() not in GENERAL}
    assert len(names) > 30
    found = [
        f"{file.relative_to(ROOT)}:{number}: {word}"
        for file in CODE
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        for word in WORD.findall(line)
        if word in names
    ]
    assert found == []
