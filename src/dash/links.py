"""Which page shows a record, and what a link to it is called.

An id stands in an address, so a record on one page can be linked to from any other.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from types import MappingProxyType

from dash.dossier import Dossier, Record, record
from dash.figures import spell_value
from dash.quotes import spell_statement
from dash.rules import RECORD_TABLES

LONGEST_LABEL = 72
SLIDE_PREFIX = "slide-"


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


def find(dossier: Dossier, reference: str) -> tuple[str, str | int]:
    """Return the table and the key that a cell of differences.records names.

    Raises:
        KeyError: No record of the dossier has this id.
    """
    number = reference.removeprefix(SLIDE_PREFIX)
    if number != reference and number.isdecimal() and int(number) in dossier.slides.index:
        return "slides", int(number)
    for table in RECORD_TABLES:
        if reference in dossier.table(table).index:
            return table, reference
    raise KeyError(reference)


def address(table: str, key: str | int) -> str | None:
    """Return the address of a record's page, relative to any other page; None for an actor.

    Keys are letters, digits and hyphens, so they stand in an address as they are.
    """
    if table not in TARGETS:
        return None
    target = TARGETS[table]
    return f"{PurePosixPath(target.page).stem}?{target.parameter}={key}"


def label(dossier: Dossier, table: str, key: str | int) -> str:
    """Return a record in a few words, as a link to it says.

    Raises:
        KeyError: The table has no such record.
    """
    words = _words(dossier, table, record(dossier.table(table), key))
    if len(words) <= LONGEST_LABEL:
        return words
    closing = "”" if words.endswith("”") else ""
    return words[: LONGEST_LABEL - 2].rsplit(" ", 1)[0].rstrip(",;:") + " …" + closing


def _words(dossier: Dossier, table: str, row: Record) -> str:
    if table == "figures":
        story = dossier.story
        counted = story.populations.get(row["population"])
        value = spell_value(row) if counted else f"{spell_value(row)} {row['unit']}"
        parts = (value, story.measures[row["measure"]].label, counted)
        return " · ".join(part for part in parts if part)
    if table == "quotes":
        return spell_statement(row)
    if table == "slides":
        return f"Slide {row['number']}: {row['heading'] or row['caption']}"
    return str(row["name"] if "name" in row else row["title"])
