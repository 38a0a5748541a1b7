"""Rules of the glossary: what is explained is said somewhere."""

from collections.abc import Iterator

from dash.dossier.reading import text_cells
from dash.dossier.records import Tables
from dash.glossary import words_used
from dash.schema.dictionary import data_dictionary
from dash.schema.problems import Problem
from dash.schema.story import FILE, Story
from dash.schema.validation import table_columns


def glossary_is_used(tables: Tables, story: Story) -> Iterator[Problem]:
    """Each word of the glossary stands in the dossier's texts or in the program's own words."""
    if story.glossary:
        used = words_used(story.glossary, _texts(tables, story))
        for term in story.glossary:
            if term not in used:
                expected = "a word that the dossier uses somewhere, or no entry"
                yield Problem(FILE, None, "glossary", term, expected, "glossary")


def _texts(tables: Tables, story: Story) -> Iterator[str]:
    yield story.model_dump_json(exclude={"glossary"})
    yield data_dictionary()
    for table, frame in tables.items():
        for column in table_columns(table):
            cells = (cell for _, cell in text_cells(frame, column))
            yield from (cell for cell in cells if isinstance(cell, str))
