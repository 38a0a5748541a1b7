"""Which state of a dossier is seen or cited: a digest of what it says, and a date."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from dash.dates import first_day, spell
from dash.dossier.model import Dossier
from dash.dossier.records import key_of_row
from dash.schema.rows import Correction, Record
from dash.schema.story import FILE
from dash.schema.tables import TABLES

# Hexadecimal digits: two versions of one dossier out of a thousand share them once in 10,000 times.
LENGTH = 8
WRITTEN = re.compile(rf"(?:([0-9]{{4}}(?:-[0-9]{{2}}){{0,2}})-)?([0-9a-f]{{{LENGTH}}})")


@dataclass(frozen=True)
class Version:
    """A state of a dossier.

    Attributes:
        digest: Of its content: another content has another one.
        updated: When it was last changed, as dossier.toml says; None where it does not.
    """

    digest: str
    updated: str | None = None

    def __str__(self) -> str:
        """Return it as it stands in an address: 2026-11-27-1a2b3c4d, or 1a2b3c4d."""
        return "-".join(filter(None, (self.updated, self.digest)))

    @property
    def words(self) -> str:
        """The version as a page or a citation tells it: version 1a2b3c4d of 27 November 2026."""
        of = f" of {spell(self.updated)}" if self.updated else ""
        return f"version {self.digest}{of}"


def version_of(dossier: Dossier) -> Version | None:
    """Return the version of a dossier; None for one with problems, of which a part is not known.

    It follows from what the dossier says, not from how its files are written: the order of rows,
    blank columns, columns that the contract does not know and quoting make no other version. It
    takes in the tables, dossier.toml and the layers of the map, and of pictures their names.
    """
    if dossier.problems:
        return None
    digest = sha256()
    for line in _lines(dossier):
        digest.update(f"{line}\n".encode(errors="surrogatepass"))
    return Version(digest.hexdigest()[:LENGTH], dossier.story.updated)


def canonical(dossier: Dossier) -> dict[str, Any]:
    """Return what a dossier says in a form that depends on nothing else.

    Any: JSON nests values of every kind.

    Raises:
        DossierError: A table, dossier.toml or a layer has a problem.
    """
    return {name: rows_by_key(dossier, name) for name in TABLES} | _frame(dossier)


def _frame(dossier: Dossier) -> dict[str, Any]:
    story = dossier.story.model_dump(mode="json", exclude_defaults=True, exclude={"updated"})
    return {FILE: story, "map": {key: layer.digest for key, layer in dossier.ground.items()}}


def _lines(dossier: Dossier) -> Iterator[str]:
    """Yield the same a record at a time: of a large dossier the whole takes much memory."""
    for name in TABLES:
        rows = {str(key_of_row(row)): row for row in dossier.records(name)}
        for key in sorted(rows):
            yield _line(name, key, without_blanks(rows[key]))
    for name, told in _frame(dossier).items():
        yield _line(name, told)


def _line(*told: object) -> str:
    return json.dumps(told, ensure_ascii=False, sort_keys=True, default=list)


def rows_by_key(dossier: Dossier, table: str) -> dict[str, dict[str, Any]]:
    """Return the rows of a table without their blank cells, by their keys as text."""
    return {str(key_of_row(row)): without_blanks(row) for row in dossier.records(table)}


def without_blanks(row: Record) -> dict[str, Any]:
    """Return the cells of a row that are not blank. Any: they are of every kind."""
    return {
        column: cell
        for column, cell in row.items()
        # Not `in`: a number 0 equals False, and is not blank.
        if cell is not None and cell is not False and cell != ()
    }


def read_version(text: str) -> Version | None:
    """Return the version that an address names; None where it is none."""
    found = WRITTEN.fullmatch(text)
    if not found:
        return None
    try:
        if found[1]:
            first_day(found[1])
    except ValueError:
        return None
    return Version(found[2], found[1])


def corrected_since(dossier: Dossier, cited: Version) -> list[Correction] | None:
    """Return the corrections made since a version, its own day included, the latest first.

    None where that is not known: the version has no date, or the corrections cannot be read.
    """
    if cited.updated is None or not dossier.has("corrections"):
        return None
    day = first_day(cited.updated).isoformat()
    found = [row for row in dossier.corrections if row["date"] >= day]
    return sorted(found, key=lambda row: row["date"], reverse=True)
