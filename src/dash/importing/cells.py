"""Cells of event files: days, degrees, numbers of people, words; each with what belongs there."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from dash.dossier.decoding import FOREIGN_LETTERS
from dash.schema.doubts import doubt_of_date, doubt_of_number
from dash.schema.spellings import read_date, read_number

EPOCH = date(1970, 1, 1).toordinal()
# Cells that are kept with what they mean: places and days come again and again.
MOST_KEPT = 200_000
ISO_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9.]+)?Z?)?")
# A program that knows blank numbers writes 5 as 5.0.
WHOLE = re.compile(r"(-?[0-9]{1,18})(?:\.0{1,6})?")
DEGREES = re.compile(r"[-+]?[0-9]{1,3}(?:[.,][0-9]{1,20})?(?:[eE]-?[0-9]{1,2})?")


@dataclass(frozen=True)
class Wrong:
    """A cell that cannot be read: what belongs there, and what may have been meant."""

    expected: str
    hint: str = ""


@dataclass(frozen=True)
class WrongCell:
    """A wrong cell of a column: its place in the batch, counted from 0, and what it holds."""

    row: int
    found: str
    wrong: Wrong


class Reader:
    """Reads a column's cells, each of them once, as long as it is remembered."""

    def __init__(self, read: Callable[[str], Any], kind: pa.DataType) -> None:
        """Keep how a cell is read: its value, None for a blank, or what is wrong."""
        self._read = read
        self._kind = kind
        self._kept: dict[str, Any] = {}

    def column(self, cells: pa.StringArray) -> tuple[pa.Array, list[WrongCell]]:
        """Return what the cells mean, null where blank or wrong, and the wrong ones."""
        encoded = pc.dictionary_encode(cells)
        words = encoded.dictionary.to_pylist()
        meant = [self._one(word) for word in words]
        wrong = {index for index, each in enumerate(meant) if isinstance(each, Wrong)}
        values = [None if index in wrong else each for index, each in enumerate(meant)]
        column = pa.array(values, self._kind).take(encoded.indices)
        return column, list(self._wrong(encoded, words, meant, wrong)) if wrong else []

    def _one(self, word: str) -> Any:
        if word not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[word] = self._read(word)
        return self._kept[word]

    @staticmethod
    def _wrong(encoded: Any, words: list[str], meant: list[Any], wrong: set[int]) -> Any:
        for row, index in enumerate(encoded.indices.to_pylist()):
            if index in wrong:
                yield WrongCell(row, words[index], meant[index])


def read_day(cell: str) -> int | Wrong | None:
    """Return a day as days since 1970: 2014-01-22 00:00:00.000, 31 January 2023, 13.04.2021."""
    text = cell.strip()
    if not text:
        return None
    found = ISO_DAY.fullmatch(text)
    try:
        iso = found[1] if found else read_date(text)
        if iso is not None:
            return date.fromisoformat(iso).toordinal() - EPOCH
    except ValueError:
        return Wrong("a day of the calendar")
    doubt = doubt_of_date(text)
    return Wrong("a day, as 2014-04-13", f"It is {doubt}." if doubt else "")


def read_people(cell: str) -> int | Wrong | None:
    """Return a whole number; thousands may be grouped: 1,517."""
    text = cell.strip()
    if not text:
        return None
    found = WHOLE.fullmatch(text)
    whole = found[1] if found else read_number(text)
    # Of the range, which the contract tells, only what no machine's number holds is wrong here.
    if whole is not None and len(whole) < 19:
        return int(whole)
    doubt = doubt_of_number(text)
    return Wrong("a whole number", f"It is {doubt}." if doubt else "")


def read_degrees(cell: str) -> float | Wrong | None:
    """Return degrees; a comma is a decimal one, as no angle has thousands: 48,8533."""
    text = cell.strip()
    if not text:
        return None
    if DEGREES.fullmatch(text):
        return float(text.replace(",", "."))
    return Wrong("degrees with decimals, as 48.8533")


def read_text(cell: str) -> str | None:
    """Return text in one line; None where it is blank."""
    return " ".join(cell.split()) or None


def word_reader(words: Mapping[str, Any], expected: str) -> Callable[[str], Any]:
    """Return a reader of cells that must hold one of some words, whatever their case."""
    known = {word.strip().casefold(): meaning for word, meaning in words.items()}

    def read(cell: str) -> Any:
        text = cell.strip()
        if not text:
            return None
        whole = WHOLE.fullmatch(text)
        plain = whole[1] if whole else text.casefold()
        return known.get(plain, Wrong(f"{expected}: one of {', '.join(words)}"))

    return read


def western(cell: str) -> str | None:
    """Return a cell with bytes that are no UTF-8 as Windows-1252; None where it is not that.

    Args:
        cell: Text that was decoded with `surrogateescape`.
    """
    content = cell.encode("utf-8", "surrogateescape")
    holds_utf_8 = not content.decode("utf-8", errors="ignore").isascii()
    if holds_utf_8 or FOREIGN_LETTERS.search(content):
        return None
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return None
