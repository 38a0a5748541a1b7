"""Words that a reader may not know, and where they stand."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache


def words_used(glossary: Mapping[str, str], texts: Iterable[str | None]) -> dict[str, str]:
    """Return the terms that stand in some texts, with their meanings, in the glossary's order."""
    text = "\n".join(filter(None, texts))
    return {term: meaning for term, meaning in glossary.items() if pattern_of(term).search(text)}


@lru_cache(1000)
def pattern_of(term: str) -> re.Pattern[str]:
    """Return what finds a term as a word of its own, whatever its case, also in the plural."""
    return re.compile(rf"(?<!\w){re.escape(term)}s?(?!\w)", re.IGNORECASE)
