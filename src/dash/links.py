"""Which page shows a record, and what a link to it is called.

An id stands in an address, so a record on one page can be linked to from any other.
"""

from dash.dossier.model import Dossier
from dash.figures.attribution import says
from dash.figures.units import names_itself
from dash.figures.words import spell_counted, spell_population, spell_time, spell_value
from dash.schema.rows import Figure, Record
from dash.site import TARGETS, target_of
from dash.slides import slide_name
from dash.statements.quotes import spell_statement

# Letters: a label wraps, so it is whole unless it would be a paragraph.
LONGEST_LABEL = 300
# A caption is a paragraph: its beginning names a slide that has no heading.
LONGEST_CAPTION = 100


def address(dossier: Dossier, table: str, key: str | int) -> str | None:
    """Return the address of a record's page, relative to any other page; None for an actor.

    Keys are letters, digits and hyphens, so they stand in an address as they are.
    """
    if table not in TARGETS:
        return None
    target = target_of(table, dossier)
    return f"{target.page.name}?{target.parameter}={key}"


def label(dossier: Dossier, table: str, key: str | int, longest: int = LONGEST_LABEL) -> str:
    """Return a record in a few words, as a link to it says.

    Args:
        dossier: Holds the record.
        table: The record's table.
        key: The record's id, or a slide's number.
        longest: How many letters it may have.

    Raises:
        KeyError: The table has no such record.
    """
    return shorten(_words(dossier, dossier.record(table, key)), longest)


def shorten(words: str, longest: int) -> str:
    """Return words that are too long as their beginning, up to the end of a word, with a mark."""
    if len(words) <= longest:
        return words
    closing = "”" if words.endswith("”") else ""
    return words[: longest - 2].rsplit(" ", 1)[0].rstrip(",;: ·") + " …" + closing


def _words(dossier: Dossier, row: Record) -> str:
    if "bound" in row:
        story = dossier.story
        counted = spell_population(row, story.populations)
        measure = story.measures[row["measure"]].label
        value = spell_value(row) if counted else spell_counted(row)
        measure = "" if names_itself(row["unit"], measure) else measure
        parts = (value, measure, counted, _said_by(dossier, row), spell_time(row))
        return " · ".join(part for part in parts if part)
    if "speech" in row:
        return spell_statement(row)
    if "caption" in row:
        return f"{slide_name(row)}: {row['heading'] or shorten(row['caption'], LONGEST_CAPTION)}"
    return row["name"] if "name" in row else row["title"]


def _said_by(dossier: Dossier, figure: Figure) -> str:
    """Return who gave a number, as far as the table of actors can be read."""
    key = figure["claimant"]
    if key is None or not dossier.has("actors"):
        return says(figure, {}) if key is None else ""
    return says(figure, {key: dossier.record("actors", key)["name"]})
