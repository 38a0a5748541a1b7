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
