"""Rules of the glossary: what is explained is said somewhere."""

from collections.abc import Iterator

from pandas.api.types import is_string_dtype

from dash.dossier.records import Tables
from dash.glossary import words_used
from dash.schema.dictionary import data_dictionary
from dash.schema.problems import Problem
from dash.schema.story import FILE, Story
from dash.schema.tables import TABLES
from dash.schema.validation import table_columns


def glossary_is_used(tables: Tables, story: Story) -> Iterator[Problem]:
    """Each word of the glossary stands in the dossier's texts or in the program's own words.

    A table that cannot be read may hold any of them: then nothing is said.
    """
    if len(tables) < len(TABLES):
        return
    left = dict(story.glossary)
    for text in _texts(tables, story):
        if not left:
            return
        used = words_used(left, [text])
        left = {term: meaning for term, meaning in left.items() if term not in used}
    for term in left:
        expected = "a word that the dossier uses somewhere, or no entry"
        yield Problem(FILE, None, "glossary", term, expected, "glossary")


def _texts(tables: Tables, story: Story) -> Iterator[str]:
    """Yield the dossier's texts a column at a time, short tables first: most terms are there."""
    yield story.model_dump_json(exclude={"glossary"})
    yield data_dictionary()
    for table, frame in sorted(tables.items(), key=lambda item: len(item[1])):
        for column in table_columns(table):
            if is_string_dtype(frame[column]):
                yield "\n".join(frame[column].dropna().tolist())
