"""Numbers of things in words."""

from collections.abc import Sequence


def count_of(number: int, thing: str) -> str:
    """Return a number of things, the plural by an s: 1 record, 2,000 records, no records."""
    return f"{f'{number:,}' if number else 'no'} {thing}{'' if number == 1 else 's'}"


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: quotes, events and places; nothing for none."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
