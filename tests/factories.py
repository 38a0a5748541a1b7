"""A small sound dossier, row by row, for tests to bend."""

import csv
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Literal, TypeVar, cast, get_origin, get_type_hints

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from dash.dossier.loaders import open_dossier
from dash.dossier.model import Dossier
from dash.importing.table import SCHEMA
from dash.schema.rows import Record
from dash.schema.tables import TABLES
from dash.schema.validation import table_columns

Row = dict[str, str]
Rows = dict[str, list[Row]]
# A row as the code reads it; what has text cells above is a line of a CSV file.
Checked = TypeVar("Checked", bound=Record)

STORY = """\
title = "A quarrel over a bridge"
subtitle = "Two towns and a toll"
language = "en"
source = "paper"
published = "2020-05-06"
map_status = "2020-05"
summary = "Two towns quarrel."
disclaimer = "Names imply no opinion."
licence = "CC BY 4.0"
credits = ["Somebody"]

[[clocks]]
paragraphs = "P1-P4"
date = "2020-05-06"
reason = "printed on that day"

[comparison]
measure = "hurt"
beside = ["hurt-count"]

[measures.hurt]
casualties = true
label = "People hurt"
units = ["people"]

[populations]
everyone = "Everyone"

[topics]
toll = "The toll"

[[views]]
id = "valley"
name = "The valley"
bounds = [1.0, 2.0, 3.0, 4.0]
"""

# What makes recorded deaths of the files that `write_incidents` writes.
INCIDENTS = """
[incidents]
source = "paper"
claimant = "mayor"
measure = "hurt"
everyone = "everyone"
area = ["bridge"]
counts = "Deaths."
leaves_out = "What nobody saw."
view = "valley"
beside = ["mayor"]

[incidents.parties]
deaths_a = "everyone"
deaths_b = "everyone"
deaths_civilians = "everyone"
deaths_unknown = "everyone"
"""

# The story that the rows below rest on.
ARTICLE = """\
They quarrelled on Tuesday over the old bridge, said the mayor.
There were more than a dozen hurt. Nobody counted them.

“We shall not pay.”
The bridge stands to this day.
Advertisement
"""


def source(**changes: str) -> Row:
    row = {"id": "paper", "title": "Quarrel", "publisher": "The Paper", "kind": "article"}
    return row | {"published": "2020-05-06", "url": "https://paper.example/1"} | changes


def actor(**changes: str) -> Row:
    row = {"id": "mayor", "name": "The mayor", "kind": "person", "role": "Mayor of Upton"}
    return row | _anchored("P1", "said the mayor") | changes


def place(**changes: str) -> Row:
    row = {"id": "bridge", "name": "The bridge", "kind": "site", "role_in_story": "Its subject"}
    point = {"longitude": "2.0", "latitude": "3.0", "coordinate_source": "measured"}
    return row | point | _anchored("P1", "the old bridge") | changes


def figure(**changes: str) -> Row:
    row = {"id": "hurt-many", "measure": "hurt", "population": "everyone", "unit": "people"}
    value = {"bound": "more_than", "low": "12", "period_start": "2020", "as_of": "2020-05-06"}
    claim = {"claimant": "mayor", "evidence": "claim", "area": "bridge", "in_story": "true"}
    anchor = _anchored("P2", "more than a dozen hurt") | {"verification": "ART"}
    return row | value | claim | anchor | changes


def context_figure(**changes: str) -> Row:
    row = figure(id="hurt-count", bound="range", low="10", high="14", evidence="estimate")
    context = {"in_story": "false", "source": "report", "verification": "V", "sic": "false"}
    return row | context | {"locator": "", "exact": ""} | changes


def quote(**changes: str) -> Row:
    row = {"id": "Q1", "speech": "verbatim", "text": "We shall not pay.", "speaker": "mayor"}
    about = {"date": "2020-05", "topic": "toll", "places": "bridge"}
    return row | about | _anchored("P3", "We shall not pay.") | changes


def slide(**changes: str) -> Row:
    row = {"number": "1", "heading": "The bridge", "caption": "It stands.", "quotes": "Q1"}
    return row | _anchored("P4", "stands to this day") | changes


def event(**changes: str) -> Row:
    row = {"id": "quarrel", "start": "2020-05-05", "precision": "day", "title": "They quarrel"}
    label = {"topic": "toll", "in_story": "true", "verification": "ART", "actors": "mayor"}
    return row | label | _anchored("P1", "quarrelled on Tuesday") | changes


def difference(**changes: str) -> Row:
    row = {"id": "D1", "topic": "toll", "kind": "ambiguous", "title": "How many?"}
    return row | {"explanation": "Nobody counted.", "records": "hurt-many;slide-1;Q1"} | changes


def correction(**changes: str) -> Row:
    row = {"id": "C1", "date": "2020-06-01", "table": "figures", "record": "hurt-many"}
    return row | {"was": "a dozen", "now": "more than a dozen"} | changes


def incident(**changes: object) -> dict[str, object]:
    """Return a row of recorded deaths: two of the first side, at the bridge, in April 2021."""
    row: dict[str, object] = {
        "first_day": date(2021, 4, 1),
        "last_day": date(2021, 4, 30),
        "when_precision": 4,
        "place": "The bridge",
        "longitude": 2.0,
        "latitude": 3.0,
        "where_precision": 1,
        "events": 1,
        "deaths_a": 2,
        "deaths_b": 0,
        "deaths_civilians": 0,
        "deaths_unknown": 0,
        "low": 1,
        "best": 2,
        "high": 3,
        "sic": False,
        "source": "paper",
    }
    return row | changes


def day(text: str) -> date:
    """Return a day of the calendar."""
    return date.fromisoformat(text)


def write_parquet(
    file: Path,
    incidents: list[dict[str, object]],
    about: dict[str, str] | None = None,
    extra: Iterable[pa.Field] = (),
) -> Path:
    """Write rows of recorded deaths as a Parquet file.

    Args:
        file: Where.
        incidents: The rows.
        about: What the file says of itself.
        extra: Columns beside those of the contract.
    """
    schema = pa.schema([*SCHEMA, *extra], about or {})
    file.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.Table.from_pylist(incidents, schema), file)
    return file


def table_of(cells: list[dict[str, object]]) -> pa.Table:
    """Return rows of any columns as a table of Arrow's."""
    return pa.Table.from_pylist(cells)


def write_incidents(
    folder: Path, incidents: list[dict[str, object]], about: dict[str, str] | None = None
) -> Path:
    """Write the small dossier with recorded deaths; return its folder."""
    write(folder, STORY + INCIDENTS)
    write_parquet(folder / "incidents" / "deaths.parquet", incidents, about)
    return folder


def rows(**tables: list[Row]) -> Rows:
    """Return the rows of a sound dossier, with the given tables in place of its own."""
    sound = {
        "sources": [source(), source(id="report", kind="report", title="Count", url="")],
        "actors": [actor()],
        "places": [place()],
        "figures": [figure(), context_figure()],
        "quotes": [quote()],
        "slides": [slide()],
        "events": [event()],
        "differences": [difference()],
        "corrections": [correction()],
    }
    return sound | tables


def write(folder: Path, story: str = STORY, /, **tables: list[Row]) -> Path:
    """Write a dossier's folder, `story` being its dossier.toml, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "dossier.toml").write_text(story, encoding="utf-8")
    for name, table in rows(**tables).items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(table_columns(name)), lineterminator="\n")
            writer.writeheader()
            writer.writerows(table)
    return folder


def write_workbook(file: Path, **tables: list[dict[str, object]]) -> Path:
    """Write tables as the sheets of a workbook, by the ending .xlsx or .ods, and return it.

    Cells keep their kind: text, numbers, dates, true and false.
    """
    engine: Literal["odf", "openpyxl"] = "odf" if file.suffix == ".ods" else "openpyxl"
    with pd.ExcelWriter(file, engine=engine) as workbook:
        for name, table in tables.items():
            columns = list(dict.fromkeys(column for row in table for column in row))
            sheet = pd.DataFrame(table, columns=columns, dtype=object)
            sheet.to_excel(workbook, sheet_name=name, index=False)
    return file


def write_article(folder: Path, text: str) -> str:
    """Write a copy of an article; return its file's path, as a command takes it."""
    file = folder / "article.txt"
    file.write_text(text, encoding="utf-8")
    return str(file)


def dossier(folder: Path, story: str = STORY, /, **tables: list[Row]) -> Dossier:
    """Write a dossier and open it, sound or not."""
    return open_dossier(write(folder, story, **tables))


def refused(folder: Path, **tables: list[Row]) -> set[tuple[str, str | None]]:
    """Write a dossier and return the file and the column of each problem in it."""
    return {(problem.file, problem.column) for problem in dossier(folder, **tables).problems}


def reopen(folder: Path) -> Dossier:
    """Open a dossier that was written before, sound or not."""
    return open_dossier(folder)


def table_names() -> list[str]:
    return list(TABLES)


def row_of(kind: type[Checked], **cells: object) -> Checked:
    """Return a row of a table, by its kind (Figure, Quote), that is blank but for some cells."""
    kinds = get_type_hints(kind)
    blank = {key: () if get_origin(cell) is tuple else None for key, cell in kinds.items()}
    return cast("Checked", blank | cells)


def changed(row: Checked, **cells: object) -> Checked:
    """Return a row with some other cells."""
    return cast("Checked", {**row, **cells})


def _anchored(locator: str, exact: str) -> Row:
    return {"source": "paper", "locator": locator, "exact": exact}
