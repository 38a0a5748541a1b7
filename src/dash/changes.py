"""What became of a dossier: two states of it compared record by record, told in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from dash.dates import spell
from dash.dossier.model import Dossier
from dash.dossier.records import names
from dash.schema.story import FILE
from dash.schema.tables import TABLES
from dash.versions import canonical
from dash.wording import ABOUT, AT_LEAST, MORE_THAN, NOBODY_NAMED

Kind = Literal["added", "withdrawn", "changed"]
MAP = "map"


@dataclass(frozen=True)
class Field:
    """A cell that changed, or a value of dossier.toml by where it stands (measures.killed.label).

    None where it was, or is, blank. Of a list of dossier.toml only what differs is told.
    """

    column: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Change:
    """What became of one record.

    Attributes:
        table: Its table, FILE for a key of dossier.toml, MAP for a layer of the map.
        key: Its key.
        kind: Whether it was added, withdrawn or changed.
        label: What it says, or said where it was withdrawn.
        fields: Which of its cells changed; none for a record that was added or withdrawn.
    """

    table: str
    key: str
    kind: Kind
    label: str
    fields: tuple[Field, ...] = ()


def changes(old: Dossier, new: Dossier) -> list[Change]:
    """Return what became of a dossier's records, table by table, in the order of keys.

    How a file is written, and the order of its rows, is no change; see `dash.versions`.

    Raises:
        DossierError: A part of either has a problem.
    """
    before, after = canonical(old), canonical(new)
    told = {name: (before[name], after[name]) for name in (*TABLES, FILE, MAP)}
    named = {**_named(old), **_named(new)}
    return [
        change
        for name, (first, second) in told.items()
        for change in _of_part(name, first, second, named)
    ]


def count(found: list[Change]) -> dict[Kind, int]:
    """Return how many records were added, withdrawn and changed."""
    kinds: tuple[Kind, ...] = ("added", "withdrawn", "changed")
    return {kind: sum(change.kind == kind for change in found) for kind in kinds}


def _of_part(
    table: str,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    named: Mapping[str, str],
) -> Iterator[Change]:
    for key in sorted({*before, *after}, key=_order):
        # Any: a row, or a value of dossier.toml.
        first: Any = before.get(key)
        second: Any = after.get(key)
        if first == second:
            continue
        if table in (FILE, MAP):
            kind: Kind = "added" if first is None else "withdrawn" if second is None else "changed"
            yield Change(table, key, kind, "", _fields(key, first, second) if table == FILE else ())
        elif first is None:
            yield Change(table, key, "added", _label(second, named))
        elif second is None:
            yield Change(table, key, "withdrawn", _label(first, named))
        else:
            fields = tuple(
                Field(column, _spelled(first.get(column)), _spelled(second.get(column)))
                for column in dict.fromkeys((*first, *second))
                if first.get(column) != second.get(column)
            )
            yield Change(table, key, "changed", _label(second, named), fields)


def _fields(key: str, before: Any, after: Any) -> tuple[Field, ...]:
    """Return what differs between two values of a key of dossier.toml, however deep it stands."""
    first, second = _flat(key, before), _flat(key, after)
    return tuple(
        Field(path, *_apart(first.get(path), second.get(path)))
        for path in dict.fromkeys((*first, *second))
        if first.get(path) != second.get(path)
    )


def _flat(path: str, value: Any) -> dict[str, Any]:
    """Return the values within a value by their paths; entries of a list go by what names them."""
    if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
        named = [str(one.get("id") or one.get("name") or one.get("title")) for one in value]
        if len({*named}) < len(named):
            named = [str(number) for number in range(1, len(value) + 1)]
        value = dict(zip(named, value, strict=True))
    if not isinstance(value, dict):
        return {path: value}
    return {
        inner: leaf
        for key, part in value.items()
        for inner, leaf in _flat(f"{path}.{key}", part).items()
    }


def _apart(before: Any, after: Any) -> tuple[str | None, str | None]:
    """Return two values as text; of two lists what the other has not, or all in another order."""
    if isinstance(before, list) and isinstance(after, list):
        gone = [one for one in before if one not in after]
        new = [one for one in after if one not in before]
        if gone or new:
            return _spelled(gone or None), _spelled(new or None)
    return _spelled(before), _spelled(after)


def _order(key: str) -> tuple[int, str]:
    """Sort numbers by what they are: slide 10 comes after slide 9."""
    return (int(key), "") if key.isdecimal() else (0, key)


def _named(dossier: Dossier) -> dict[str, str]:
    """Return what actors are called by their ids, and measures by where they stand."""
    measures = {f"measures.{key}": one.label for key, one in dossier.story.measures.items()}
    return measures | names(dossier.records("actors"))


def _label(row: Mapping[str, Any], named: Mapping[str, str]) -> str:
    """Return what a record says, from its own cells: its figures need no other table."""
    if "bound" in row:
        given = [row.get(end) for end in ("low", "best", "high")]
        number = " to ".join(f"{value:,.10g}" for value in given if value is not None)
        bound = {"more_than": MORE_THAN, "at_least": AT_LEAST, "about": ABOUT}
        who = named.get(row.get("claimant") or "", NOBODY_NAMED)
        number = f"{bound.get(row['bound'], '')} {number} {row['unit']}".strip()
        stated = "as_of" in row and "as_of" not in row.get("supplied", ())
        as_of = f", as of {spell(row['as_of'])}" if stated else ""
        measure = named[f"measures.{row['measure']}"]
        return f"{measure}: {number}, {who}{as_of}"
    if "speech" in row:
        return row["text"] if row["speech"] == "paraphrase" else f"“{row['text']}”"
    if "was" in row:
        return f"{row['was']} {row['now']}"
    return str(row.get("name") or row.get("title") or row.get("heading") or row.get("caption"))


def _spelled(cell: Any) -> str | None:
    """Return a cell or a key of dossier.toml as text; None for a blank one."""
    match cell:
        case None:
            return None
        case bool():
            return "true" if cell else "false"
        case float() | int():
            return f"{cell:,.15g}"
        case str():
            return cell
        case list() | tuple():
            pairs = (one if isinstance(one, list) else [one] for one in cell)
            return "; ".join(" and ".join(map(str, pair)) for pair in pairs)
        case _:
            return str(cell)
