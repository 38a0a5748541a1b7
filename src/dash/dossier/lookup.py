"""Finding a record by the id that other records name it by."""

from dash.dossier.model import Dossier

# The tables whose ids differences name plainly.
RECORD_TABLES = ("figures", "quotes", "events", "places")
SLIDE_PREFIX = "slide-"


def find(dossier: Dossier, reference: str) -> tuple[str, str | int]:
    """Return the table and the key that a cell of differences.records names.

    Raises:
        KeyError: No record of the dossier has this id.
    """
    number = reference.removeprefix(SLIDE_PREFIX)
    if number != reference and number.isdecimal() and dossier.holds("slides", int(number)):
        return "slides", int(number)
    for table in RECORD_TABLES:
        if dossier.holds(table, reference):
            return table, reference
    raise KeyError(reference)
