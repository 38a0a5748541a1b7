"""The sources: which ones match what a reader looks for."""

from collections.abc import Iterable, Mapping

from dash.schema.rows import Source


def matching(sources: Iterable[Source], words: str, kind: str | None) -> list[Source]:
    """Return the sources of a kind whose text has all the words, in any order and case.

    Args:
        sources: The sources.
        words: What to look for, separated by spaces; blank for everything.
        kind: A kind of source; None for every kind.
    """
    sought = words.casefold().split()
    return [
        source
        for source in sources
        if kind in (None, source["kind"]) and all(word in _searched(source) for word in sought)
    ]


def _searched(source: Source) -> str:
    columns = (source[key] for key in ("title", "publisher", "identifier", "note", "id"))
    return " ".join(cell or "" for cell in columns).casefold()


def by_weight(sources: Iterable[Source], resting: Mapping[str, int], story: str) -> list[Source]:
    """Return the sources with the story first, then those on which most records rest."""
    return sorted(sources, key=lambda source: (source["id"] != story, -resting[source["id"]]))


def is_described(source: Source) -> bool:
    """Return whether a title is a description of ours, which stands in square brackets."""
    return source["title"].startswith("[")
