"""The kinds of column a dossier's tables are made of.

Each function returns a pandera field that carries, in its metadata, one phrase
saying what the cell must hold. The same phrase stands in the error messages
and in the data dictionary, so the two cannot disagree.
"""

from typing import Any

import pandera.pandas as pa

ID_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9-]{0,59}$"
# Python and pandas take \d for the digits of every script: [0-9] means ours alone.
LOCATOR_PATTERN = r"^(P|page )[1-9][0-9]{0,5}$"
LOCATOR = "the paragraph, P10, or outside the story the page, page 3"
PARTIAL_DATE_PATTERN = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
DAY_PATTERN = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
TIME_PATTERN = r"T([01][0-9]|2[0-3]):[0-5][0-9](Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])?"
DATE_OR_TIME_PATTERN = rf"{PARTIAL_DATE_PATTERN}|^[0-9]{{4}}-[01][0-9]-[0-3][0-9]{TIME_PATTERN}$"
URL_PATTERN = r"^https?://[^\s]+$"


def _field(
    meaning: str,
    expected: str,
    *,
    required: bool,
    role: dict[str, object] | None = None,
    **rules: Any,
) -> Any:
    metadata: dict[str, object] = {"expected": expected, "references": None}
    metadata |= {"many": False, "date": False, "degrees": False}
    return pa.Field(
        nullable=not required, description=meaning, metadata=metadata | (role or {}), **rules
    )


def identifier(meaning: str) -> Any:
    """Return the field of a table's own key; it stands in URLs."""
    expected = "an id that no other row has: letters, digits and hyphens, at most 60"
    return _field(meaning, expected, required=True, unique=True, str_matches=ID_PATTERN)


def reference(table: str, meaning: str, *, required: bool = False) -> Any:
    """Return a field that holds the id of one row of `table`."""
    expected = f"the id of one row of {table}"
    return _field(meaning, expected, required=required, role={"references": table})


def references(table: str, meaning: str, *, required: bool = False) -> Any:
    """Return a field that holds ids of rows of `table`, separated by `;`."""
    expected = f"ids of rows of {table}, separated by ;"
    return _field(meaning, expected, required=required, role={"references": table, "many": True})


def declared(vocabulary: str, meaning: str, *, required: bool = True) -> Any:
    """Return a field that holds a key of a vocabulary declared in dossier.toml."""
    expected = f"a key of [{vocabulary}] in dossier.toml"
    return _field(meaning, expected, required=required, role={"references": vocabulary})


def one_of(options: tuple[str, ...], meaning: str, *, required: bool = True) -> Any:
    """Return a field that holds one of a fixed list of words."""
    expected = "one of: " + ", ".join(options)
    return _field(meaning, expected, required=required, isin=options)


def column_names(options: tuple[str, ...], meaning: str) -> Any:
    """Return a field that holds names of other columns of its row, separated by `;`."""
    option = "|".join(options)
    expected = "names of columns, separated by ;: " + ", ".join(options)
    return _field(
        meaning,
        expected,
        required=False,
        role={"many": True},
        str_matches=rf"^({option})(;({option}))*$",
    )


def text(meaning: str, *, required: bool = False) -> Any:
    """Return a field of free text."""
    return _field(meaning, "text", required=required)


def short_text(meaning: str, *, at_most: int) -> Any:
    """Return a field that holds text of a limited length, or nothing."""
    expected = f"text of at most {at_most} characters"
    return _field(meaning, expected, required=False, str_length={"max_value": at_most})


def anchor(meaning: str) -> Any:
    """Return a field that holds the source's own words that carry the fact."""
    expected = "at most 12 words of the source, letter by letter"
    return _field(meaning, expected, required=False, str_matches=r"^\S+( \S+){0,11}$")


def locator(meaning: str) -> Any:
    """Return a field that says where in the source the anchor stands."""
    return _field(meaning, LOCATOR, required=False, str_matches=LOCATOR_PATTERN)


def partial_date(meaning: str, *, required: bool = False) -> Any:
    """Return a field that holds an ISO 8601 date of day, month or year precision."""
    expected = "an ISO 8601 date: 2021, 2021-04 or 2021-04-13"
    return _field(
        meaning, expected, required=required, role={"date": True}, str_matches=PARTIAL_DATE_PATTERN
    )


def day(meaning: str) -> Any:
    """Return a field that holds an ISO 8601 date of day precision."""
    return _field(
        meaning,
        "an ISO 8601 date of a day: 2021-04-13",
        required=True,
        role={"date": True},
        str_matches=DAY_PATTERN,
    )


def date_or_time(meaning: str) -> Any:
    """Return a field that holds such a date, or a day with its time, or nothing."""
    expected = "an ISO 8601 date: 2021, 2021-04 or 2021-04-13, with a time 2021-04-13T23:40"
    expected += " or 2021-04-13T23:40+02:00"
    return _field(
        meaning, expected, required=False, role={"date": True}, str_matches=DATE_OR_TIME_PATTERN
    )


def url(meaning: str) -> Any:
    """Return a field that holds a web address."""
    return _field(
        meaning,
        "an address that begins with http:// or https://",
        required=False,
        str_matches=URL_PATTERN,
    )


def number(meaning: str, *, at_least: float = -1e15, at_most: float = 1e15) -> Any:
    """Return a field that holds a number, or nothing."""
    bounded = at_most < 1e15
    between = f" from {at_least:g} to {at_most:g}" if bounded else ""
    expected = f"a number{between}, without separators or unit"
    role: dict[str, object] = {"degrees": bounded}
    return _field(meaning, expected, required=False, role=role, ge=at_least, le=at_most)


def query(meaning: str) -> Any:
    """Return a field that holds a selection of the recorded deaths, or nothing."""
    expected = "parts such as from=2014-04, to=2014, party=deaths_a, where=spot,near or "
    expected += "place=37.8053,48.0000, joined by &"
    part = r"(from|to|party|where|place)=[\w.,-]+"
    pattern = rf"^{part}(&{part})*$"
    return _field(meaning, expected, required=False, str_matches=pattern)


def position(meaning: str) -> Any:
    """Return a field that holds a whole number from 0 that no other row has."""
    expected = "a whole number from 0 that no other row has"
    return _field(meaning, expected, required=True, unique=True, ge=0, le=10_000)


def flag(meaning: str, *, required: bool = True) -> Any:
    """Return a field that holds true or false."""
    return _field(meaning, "true or false", required=required)
