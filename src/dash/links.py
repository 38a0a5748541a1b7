"""Which page shows a record, and what a link to it is called.

An id stands in an address, so a record on one page can be linked to from any other.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from types import MappingProxyType

from dash.dossier.model import Dossier
from dash.dossier.records import Record
from dash.figures.words import spell_population, spell_time, spell_value
from dash.slides import slide_name
from dash.statements.quotes import spell_statement

# As many letters as fit beside the icon on a phone: Streamlit does not wrap these links.
LONGEST_LABEL = 44
# A button on the same page does wrap; three lines of a phone are enough.
LONGEST_WRAPPED = 120


@dataclass(frozen=True)
class Target:
    """The page that shows the records of a table, and the parameter that takes an id."""

    page: str
    parameter: str


TARGETS: Mapping[str, Target] = MappingProxyType(
    {
        "places": Target("pages/map.py", "map_place"),
        "figures": Target("pages/casualties.py", "figure"),
        "quotes": Target("pages/quotes.py", "quote"),
        "differences": Target("pages/quotes.py", "difference"),
        "slides": Target("pages/slideshow.py", "slide"),
        "events": Target("pages/timeline.py", "event"),
        "sources": Target("pages/sources.py", "source"),
    }
)


def address(table: str, key: str | int) -> str | None:
    """Return the address of a record's page, relative to any other page; None for an actor.

    Keys are letters, digits and hyphens, so they stand in an address as they are.
    """
    if table not in TARGETS:
        return None
    target = TARGETS[table]
    return f"{PurePosixPath(target.page).stem}?{target.parameter}={key}"


def label(dossier: Dossier, table: str, key: str | int, longest: int = LONGEST_LABEL) -> str:
    """Return a record in a few words, as a link to it says.

    Args:
        dossier: Holds the record.
        table: The record's table.
        key: The record's id, or a slide's number.
        longest: How many letters fit; Streamlit's links do not wrap.

    Raises:
        KeyError: The table has no such record.
    """
    return shorten(_words(dossier, table, dossier.record(table, key)), longest)


def shorten(words: str, longest: int) -> str:
    """Return words that are too long as their beginning, up to the end of a word, with a mark."""
    if len(words) <= longest:
        return words
    closing = "”" if words.endswith("”") else ""
    return words[: longest - 2].rsplit(" ", 1)[0].rstrip(",;: ·") + " …" + closing


def _words(dossier: Dossier, table: str, row: Record) -> str:
    if table == "figures":
        story = dossier.story
        counted = spell_population(row, story.populations)
        measure = story.measures[row["measure"]].label
        value = spell_value(row) if counted else f"{spell_value(row)} {row['unit']}"
        parts = (value, measure, counted, spell_time(row))
        return " · ".join(part for part in parts if part)
    if table == "quotes":
        return spell_statement(row)
    if table == "slides":
        return f"{slide_name(row)}: {row['heading'] or row['caption']}"
    return str(row["name"] if "name" in row else row["title"])
