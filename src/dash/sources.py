"""The sources: which ones match what a reader looks for."""

from collections.abc import Mapping

import pandas as pd

SEARCHED = ["title", "publisher", "identifier", "note", "id"]


def matching(sources: pd.DataFrame, words: str, kind: str | None) -> pd.DataFrame:
    """Return the sources of a kind whose text has all the words, in any order and case.

    Args:
        sources: The table of sources.
        words: What to look for, separated by spaces; blank for everything.
        kind: A kind of source; None for every kind.
    """
    texts = zip(*(sources[column].fillna("").tolist() for column in SEARCHED), strict=True)
    sought = words.casefold().split()
    found = [
        source
        for source, its_kind, text in zip(sources.index, sources["kind"], texts, strict=True)
        if kind in (None, its_kind) and all(word in " ".join(text).casefold() for word in sought)
    ]
    return sources.loc[found]


def by_weight(sources: pd.DataFrame, resting: Mapping[str, int], story: str) -> pd.DataFrame:
    """Return the sources with the story first, then those on which most records rest."""
    order = sorted(sources.index, key=lambda source: (source != story, -resting[source]))
    return sources.loc[order]
