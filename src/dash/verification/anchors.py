"""The words of the story that each record rests on.

Anchors are the `exact` words of the records: a text quote selector of the W3C
Web Annotation Data Model, looked for in the paragraph that `locator` names.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dash.dossier.model import Dossier
from dash.dossier.records import key_of_row
from dash.schema.tables import TABLES
from dash.schema.validation import table_columns
from dash.statements.quotes import is_reported


@dataclass(frozen=True)
class Anchor:
    """Words of the story that a record rests on.

    Attributes:
        table: The record's table.
        key: The record's key.
        paragraph: Number of the paragraph that the record names.
        exact: The anchoring words.
        quotation: For a quotation, all its words, of which `exact` is a part.
    """

    table: str
    key: str | int
    paragraph: int
    exact: str
    quotation: str | None = None


def anchors(dossier: Dossier) -> Iterator[Anchor]:
    """Return the anchors of all records that rest on the story; broken tables are left out."""
    for table in anchored_tables():
        for row in dossier.records(table) if dossier.has(table) else ():
            if "exact" not in row or row["source"] != dossier.story.source:
                continue
            if row["exact"] and row["locator"]:
                yield Anchor(
                    table,
                    key_of_row(row),
                    int(row["locator"].removeprefix("P")),
                    row["exact"],
                    row["text"] if "speech" in row and not is_reported(row) else None,
                )


def anchored_tables() -> list[str]:
    """Return the names of the tables whose records carry anchors."""
    return [name for name in TABLES if "exact" in table_columns(name)]
