"""Corrections: what was wrong in the dossier, and what stands now, in words and by record."""

from dash.dates import spell_when
from dash.dossier.model import Dossier
from dash.schema.rows import Correction

# What one record of a table is called.
NAMES = {
    "sources": "source",
    "actors": "actor",
    "places": "place",
    "figures": "figure",
    "quotes": "statement",
    "slides": "slide",
    "events": "event",
    "differences": "difference",
}


def latest_first(dossier: Dossier) -> list[Correction]:
    """Return all corrections, the latest first; those of a day in the table's order.

    Raises:
        DossierError: The table has problems.
    """
    return sorted(dossier.corrections, key=lambda row: row["date"], reverse=True)


def corrections_of(dossier: Dossier, table: str, key: str | int) -> list[Correction]:
    """Return the corrections of one record, the latest first; none where they cannot be read."""
    if not dossier.has("corrections"):
        return []
    named = (table, str(key))
    return [row for row in latest_first(dossier) if (row["table"], row["record"]) == named]


def spell_correction(correction: Correction) -> str:
    """Return a correction in one line, as it stands at its record."""
    day = spell_when(correction["date"])
    return f"Corrected {day}. It was: {correction['was']} Now: {correction['now']}"


def name_record(correction: Correction) -> str:
    """Return what was corrected: figure killed-14000, or a figure that was withdrawn."""
    kind = NAMES[correction["table"]]
    if correction["record"] is None:
        article = "an" if kind[0] in "aeiou" else "a"
        return f"{article} {kind} that was withdrawn"
    return f"{kind} {correction['record']}"
