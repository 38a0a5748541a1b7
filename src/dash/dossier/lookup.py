"""Finding a record by the id that other records name it by."""

from collections.abc import Iterator, Mapping

from dash.dossier.model import Dossier

# The tables whose ids differences name plainly.
RECORD_TABLES = ("figures", "quotes", "events", "places")
SLIDE_PREFIX = "slide-"


def slide_reference(number: int) -> str:
    """Return how a cell of differences.records names a slide: slide-3."""
    return f"{SLIDE_PREFIX}{number}"


def upwards(key: str, above: Mapping[str, str | None]) -> Iterator[str]:
    """Return a key, what stands above it, above that, and so on.

    Args:
        key: Where to begin.
        above: What stands above each key; nothing, or no entry, where a chain ends. The contract
            lets no chain run in a circle.
    """
    step: str | None = key
    while step is not None:
        yield step
        step = above.get(step)


def find(dossier: Dossier, reference: str) -> tuple[str, str | int] | None:
    """Return the table and the key that a cell of differences.records names.

    None where the record is in none of the sound tables: it may be in a broken one.
    """
    number = reference.removeprefix(SLIDE_PREFIX)
    is_slide = number != reference and number.isdecimal()
    if is_slide and _holds(dossier, "slides", int(number)):
        return "slides", int(number)
    tables = (table for table in RECORD_TABLES if _holds(dossier, table, reference))
    return next(((table, reference) for table in tables), None)


def _holds(dossier: Dossier, table: str, key: str | int) -> bool:
    return dossier.has(table) and dossier.holds(table, key)
