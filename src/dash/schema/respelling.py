"""Put what people type into the contract's spelling, as far as it has one meaning, and tell it."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, TypeAlias

import pandas as pd
import pandera.pandas as pa

from dash.schema.columns import LOCATOR
from dash.schema.doubts import COMMA_AND_THREE
from dash.schema.headers import read_header
from dash.schema.problems import Hint
from dash.schema.spellings import (
    read_date,
    read_degrees,
    read_flag,
    read_ids,
    read_number,
    read_paragraph,
    read_percentage,
)
from dash.schema.suggestions import plain
from dash.schema.validation import allowed_words, table_columns

Cells: TypeAlias = "pd.Series[Any]"
Reader = Callable[[str], str | None]
PERCENT = ("%", "percent", "per cent", "Prozent", "pour cent", "por ciento", "per cento")


def read_spellings(
    name: str, cells: pd.DataFrame, story: str | None, *, decimal_comma: bool = False
) -> tuple[pd.DataFrame, list[Hint]]:
    """Return a table with its header and its cells in the contract's spelling.

    What can be read in two ways is left as it is, for `validate` to refuse. There is one hint
    for each column that was read so, with its first cell.

    Args:
        name: A key of TABLES.
        cells: Text cells; the index holds line numbers.
        story: The id of the story's own source, whose paragraphs are numbered.
        decimal_comma: Whether the file may write 1.5 as 1,5, so that 1,517 is in doubt.
    """
    cells, hints = read_header(f"{name}.csv", cells, table_columns(name))
    read = cells.copy()
    for column, spelled in _spelled(name, cells, story, decimal_comma=decimal_comma):
        other = spelled.notna()
        if other.any():
            read[column] = spelled.where(other, cells[column]).astype("str")
            line = cells.index[other].tolist()[0]
            first = f"{cells[column].loc[line]!s} as {spelled.loc[line]!s}"
            more = int(other.sum()) - 1
            also = f", and {more:,} more in this column likewise" if more else ""
            hints.append(Hint(f"{name}.csv", f"read {first}{also}", line, column))
    return read, hints


def _spelled(
    name: str, cells: pd.DataFrame, story: str | None, *, decimal_comma: bool
) -> Iterator[tuple[str, Cells]]:
    """Yield each column of which cells are read, with what they are read as; others are missing."""
    for column, rule in table_columns(name).items():
        reader = _reader(rule)
        if reader is None or column not in cells:
            continue
        read, shares = _changed(cells[column], reader), dict[str, str]()
        if reader is read_number:
            if decimal_comma:
                read = {cell: read[cell] for cell in read if not COMMA_AND_THREE.fullmatch(cell)}
            if "unit" in cells:
                shares = _changed(cells[column], read_percentage)
        if not read and not shares:
            continue
        spelled = cells[column].map(read)
        if shares:
            is_share = cells["unit"].isin(PERCENT)
            spelled = cells[column].map(read | shares).where(is_share, spelled)
        if reader is read_paragraph:
            sources = cells.reindex(columns=["source"])["source"]
            spelled = spelled.where(sources.eq(story or ""))
        yield column, spelled


def _changed(cells: Cells, reader: Reader) -> dict[str, str]:
    """Return how the cells of a column are read that are spelled otherwise; each text once."""
    read = ((cell, reader(cell)) for cell in cells.dropna().unique().tolist())
    return {cell: spelled for cell, spelled in read if spelled not in (None, cell)}


def _reader(rule: pa.Column) -> Reader | None:
    told = rule.metadata
    if told["date"]:
        return read_date
    if told["degrees"]:
        return read_degrees
    if told["many"]:
        return read_ids
    if told["expected"] == LOCATOR:
        return read_paragraph
    if words := allowed_words(rule):
        return partial(_read_word, {plain(word): word for word in words})
    return {"bool": read_flag, "float64": read_number}.get(str(rule.dtype))


def _read_word(words: Mapping[str, str], cell: str) -> str | None:
    """Return a fixed word that is typed with other capitals, or a space in place of its line."""
    return words.get(plain(cell))
