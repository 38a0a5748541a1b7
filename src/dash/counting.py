"""Numbers of things in words."""


def count_of(number: int, thing: str) -> str:
    """Return a number of things, the plural by an s: 1 record, 2 records, no records."""
    return f"{number or 'no'} {thing}{'' if number == 1 else 's'}"
