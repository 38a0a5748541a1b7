"""The whole dossier as one file: a zip with a Frictionless Data Package.

The descriptor follows the Data Package standard, version 1
(https://specs.frictionlessdata.io/data-package/), which the tools in use read;
its table schemas are the contract's. The CSV files are the folder's, byte for byte; one that
was read although it is written in another way is written anew in the contract's spelling.
"""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path
from typing import Any

import pandera.pandas as pa

from dash.dossier.loaders import read_cells
from dash.dossier.model import Dossier
from dash.dossier.pictures import picture_files
from dash.dossier.workbooks import Workbooks, read_workbooks
from dash.schema.incidents import COLUMNS
from dash.schema.incidents import FOLDER as INCIDENTS
from dash.schema.rows import Source
from dash.schema.story import FILE, Story
from dash.schema.tables import TABLES
from dash.schema.validation import expected, key_of, table_columns

DESCRIPTOR = "datapackage.json"
TERMS = "LICENCE.txt"
README = "README.md"

# The earliest date that a zip can hold: the same dossier gives the same bytes.
_TIMESTAMP = (1980, 1, 1, 0, 0, 0)
_TYPES = {"float64": "number", "int64": "integer", "bool": "boolean"}
# What the kinds of the incidents' columns are called there.
_KINDS = {
    "date": "date",
    "text": "string",
    "number": "number",
    "whole number": "integer",
    "flag": "boolean",
}
# pandera's name of a check: the name of a constraint, and of the statistic that holds it.
_CONSTRAINTS = {
    "str_matches": ("pattern", "pattern"),
    "isin": ("enum", "allowed_values"),
    "greater_than_or_equal_to": ("minimum", "min_value"),
    "less_than_or_equal_to": ("maximum", "max_value"),
}

Json = dict[str, Any]


def package(dossier: Dossier) -> bytes:
    """Return the dossier as a zip: its tables, its frame and pictures, and a datapackage.json.

    Recorded deaths whose licence forbids to pass them on are left out, and its terms say so.

    Raises:
        DossierError: A table, or dossier.toml, has problems.
    """
    books, story = read_workbooks(dossier.folder), dossier.story
    files = {name: _content(dossier, name, books) for name in _files(dossier)}
    told = [story.licence, *story.credits, story.disclaimer, _left_out(dossier)]
    terms = "\n\n".join(filter(None, told))
    if terms:
        files[TERMS] = f"{terms}\n".encode()
    text = json.dumps(descriptor(dossier), ensure_ascii=False, indent=2)
    files[DESCRIPTOR] = f"{text}\n".encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            member = zipfile.ZipInfo(name, _TIMESTAMP)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            archive.writestr(member, files[name])
    return packed.getvalue()


def descriptor(dossier: Dossier) -> Json:
    """Return the content of datapackage.json.

    Raises:
        DossierError: A table, or dossier.toml, has problems.
    """
    story, books = dossier.story, read_workbooks(dossier.folder)
    told = "\n\n".join(filter(None, [story.subtitle, (story.summary or "").strip()]))
    return {
        "profile": "data-package",
        "name": re.sub(r"[^a-z0-9._-]+", "-", story.source.lower()),
        "title": story.title,
        **({"description": told} if told else {}),
        **({"licenses": [{"path": TERMS, "title": story.licence}]} if story.licence else {}),
        "sources": [_source(source) for source in dossier.records("sources")],
        "resources": [
            *(_resource(dossier, name, books) for name in _tables(dossier)),
            *_incidents(dossier),
        ],
    }


def _files(dossier: Dossier) -> Iterator[str]:
    """Return the names of the files that belong to a dossier, and lie inside its folder."""
    yield from (f"{name}.csv" for name in _tables(dossier))
    yield FILE
    pictures = dict.fromkeys(
        f"images/{name}" for name in picture_files(dossier.records("slides")).values()
    )
    deaths = [file.relative_to(dossier.folder).as_posix() for file in _incident_files(dossier)]
    layers = [layer.file for layer in dossier.story.layers]
    for name in [README, *layers, *pictures, *deaths]:
        file = (dossier.folder / name).resolve()
        if file.is_file() and file.is_relative_to(dossier.folder.resolve()):
            yield Path(name).as_posix()


def _incident_files(dossier: Dossier) -> tuple[Path, ...]:
    """Return the Parquet files of recorded deaths that lie in the folder and may be passed on."""
    return () if dossier.incidents is None else dossier.incidents.open


def _left_out(dossier: Dossier) -> str | None:
    """Say which files of recorded deaths are not in the zip; None where all are."""
    if dossier.incidents is None or not dossier.incidents.closed:
        return None
    names = [file.relative_to(dossier.folder).as_posix() for file in dossier.incidents.closed]
    return f"Not in this file, since its licence forbids to pass it on: {', '.join(names)}."


def _tables(dossier: Dossier) -> list[str]:
    """Return the names of the tables that the folder has."""
    return [name for name in TABLES if name not in dossier.absent]


def _content(dossier: Dossier, file: str, books: Workbooks) -> bytes:
    """Return what the package holds of a file of the folder, or of a sheet in its place."""
    name = file.removesuffix(".csv")
    if name in dossier.sheets or any(hint.file == file for hint in dossier.hints):
        cells, _, _ = read_cells(dossier.folder, name, books, dossier.story.source)
        if cells is not None:
            return cells.to_csv(index=False, lineterminator="\n").encode()
    return (dossier.folder / file).read_bytes()


def _source(source: Source) -> Json:
    told = {
        "title": source["title"],
        "path": source["url"],
        "publisher": source["publisher"],
        "licence": source["licence"],
    }
    return {key: value for key, value in told.items() if value is not None}


def _resource(dossier: Dossier, name: str, books: Workbooks) -> Json:
    dossier.require(f"{name}.csv")
    content = _content(dossier, f"{name}.csv", books)
    # The file's own columns, in its order: a table read has those it leaves out, too.
    cells, _, _ = read_cells(dossier.folder, name, books, dossier.story.source)
    columns = [] if cells is None else cells.columns.astype(str).tolist()
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        "description": cleandoc(TABLES[name].__doc__ or ""),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig" if content.startswith(b"\xef\xbb\xbf") else "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": _schema(name, columns, dossier),
    }


def _incidents(dossier: Dossier) -> Iterator[Json]:
    """Yield the resource of the recorded deaths, where there are any; many files are its parts."""
    files = _incident_files(dossier)
    if not files:
        return
    paths = [file.relative_to(dossier.folder).as_posix() for file in files]
    told: Json = {
        "profile": "data-resource",
        # Of validators that read CSV alone, the one in use asks for this word.
        "type": "file",
        "name": INCIDENTS,
        "path": paths[0] if len(paths) == 1 else paths,
        "description": "Recorded deaths by place and time.",
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "schema": {"fields": [_incident_field(name) for name in COLUMNS]},
    }
    if len(files) == 1:
        content = files[0].read_bytes()
        told |= {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}
    yield told


def _incident_field(name: str) -> Json:
    rule = COLUMNS[name]
    constraints: Json = {} if rule.blank else {"required": True}
    if rule.kind in ("number", "whole number"):
        constraints |= {"minimum": rule.at_least, "maximum": rule.at_most}
    return {
        "name": name,
        "type": _KINDS[rule.kind],
        "description": rule.meaning,
        "constraints": constraints,
    }


def _schema(name: str, columns: list[str], dossier: Dossier) -> Json:
    contract = table_columns(name)
    fields = [
        _field(column, contract[column], dossier.story)
        if column in contract
        else {"name": column, "type": "string", "description": "A column of this dossier's own."}
        for column in columns
    ]
    single = {
        column: rule.metadata["references"]
        for column, rule in contract.items()
        if rule.metadata["references"] in _tables(dossier) and not rule.metadata["many"]
        if column in columns
    }
    links = [
        {
            "fields": column,
            # An empty name means the table itself.
            "reference": {"resource": "" if table == name else table, "fields": key_of(table)},
        }
        for column, table in single.items()
    ]
    return {
        "fields": fields,
        "primaryKey": key_of(name),
        "missingValues": [""],
        **({"foreignKeys": links} if links else {}),
    }


def _field(column: str, rule: pa.Column, story: Story) -> Json:
    kind = _TYPES.get(str(rule.dtype), "string")
    constraints: Json = {"required": True} if not rule.nullable else {}
    if rule.unique:
        constraints["unique"] = True
    for check in rule.checks:
        if check.name in _CONSTRAINTS:
            constraint, statistic = _CONSTRAINTS[check.name]
            value = check.statistics[statistic]
            constraints[constraint] = list(value) if constraint == "enum" else value
    declared = getattr(story, str(rule.metadata["references"]), None)
    if isinstance(declared, dict):
        constraints["enum"] = list(declared)
    field = {
        "name": column,
        "type": kind,
        "description": f"{rule.description} Holds {expected(rule)}.",
        "constraints": constraints,
    }
    if kind == "boolean":
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    return field
