"""From a folder to a validated dossier. Pure: no Streamlit, no caching."""

import gc
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pandas as pd

from dash.dossier.base_map import WORLD, with_base_map, world
from dash.dossier.decoding import is_absent
from dash.dossier.geography import GroundLayer, read_layer
from dash.dossier.incidents import PART as INCIDENTS
from dash.dossier.incidents import is_elsewhere, read_incidents
from dash.dossier.model import Dossier
from dash.dossier.reading import SEMICOLONS, read_table
from dash.dossier.rules.check import check_rules
from dash.dossier.rules.rows import Checkable
from dash.dossier.rules.story import settle
from dash.dossier.story import read_story
from dash.dossier.toml_lines import with_lines
from dash.dossier.workbooks import Workbooks, read_workbooks, workbook_files
from dash.installed import shipped_dossier
from dash.schema.filling import fill
from dash.schema.problems import DossierError, Hint, Problem, first_problems
from dash.schema.respelling import read_spellings
from dash.schema.story import CLOCKS, FILE, Story
from dash.schema.tables import TABLES
from dash.schema.validation import key_of, table_columns, validate

# The environment variable that names the folder which is shown.
DOSSIER = "DOSSIER"
# The table that no dossier can do without: it has the story itself.
NEEDED = "sources"


def dossier_folder() -> Path:
    """Return the folder that the environment variable DOSSIER names, or the shipped data/."""
    return Path(os.environ.get(DOSSIER) or shipped_dossier()).resolve()


# Is told what is read or checked next, of as many things as STEPS.
Report = Callable[[str], None]
STEPS = 3 + len(TABLES)


def _to_nobody(_: str) -> None:
    """Report nothing."""


def load_dossier(folder: Path) -> Dossier:
    """Read a dossier that must be sound in every table.

    Args:
        folder: Where it lies.

    Raises:
        DossierError: With every problem of every file of the folder, or that there is no folder.
    """
    require_folder(folder)
    dossier = open_dossier(folder)
    if dossier.problems:
        raise DossierError(dossier.problems)
    return dossier


def require_folder(folder: Path) -> None:
    """Make sure that a folder is there, and that anything of a dossier lies in it.

    Raises:
        DossierError: With what is there instead.
    """
    if not folder.is_dir():
        found = "no folder" if not folder.exists() else "a file"
        raise DossierError([Problem(str(folder), None, None, found, "the folder of a dossier")])
    if not _holds_a_dossier(folder):
        raise DossierError([_no_dossier(folder)])


def _holds_a_dossier(folder: Path) -> bool:
    """Return whether anything of a dossier lies there, under a name in capitals, too."""
    names = {file.name.lower() for file in folder.iterdir()}
    return bool(names & {FILE, *(f"{name}.csv" for name in TABLES)} or workbook_files(folder))


def _no_dossier(folder: Path) -> Problem:
    inner = next((file.parent for file in sorted(folder.glob(f"*/{FILE}"))), None)
    hint = "" if inner is None else f"Did you mean `{inner}`?"
    found = f"neither {FILE} nor a table"
    return Problem(str(folder), None, None, found, "the folder of a dossier", hint=hint)


def open_dossier(folder: Path, report: Report = _to_nobody) -> Dossier:
    """Read a dossier as far as it is sound.

    A table that the folder does not have has no rows; only that of the sources must be there.
    Never raises for what the folder holds: each table with a problem raises
    its DossierError when it is asked for. A table is given out whole or not at
    all, since a comparison that lacks a row says something else; what a list
    of dossier.toml names in vain is left out of the list.

    Args:
        folder: Where it lies.
        report: Is called before each step.
    """
    with _without_collecting():
        return _open(folder, report)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Keep Python from looking for garbage while a dossier is read.

    Millions of cells are made that live on; looking through them over and over finds nothing, and
    took a quarter of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _open(folder: Path, report: Report) -> Dossier:
    report(FILE)
    story, problems = read_story(folder)
    books = read_workbooks(folder)
    hidden = _hidden(folder, books)
    problems += [replace(problem, hides=hidden) for problem in books.unreadable]
    problems += books.problems
    hints = list(books.hints)
    absent = frozenset(name for name in TABLES if _is_absent(folder, name, books))
    tables: dict[str, pd.DataFrame] = {}
    for name in (name for name in TABLES if f"{name}.csv" not in hidden):
        if name in absent:
            tables[name] = _empty(name)
            continue
        report(name)
        table, found, read = _read(folder, name, books, None if story is None else story.source)
        problems += found
        hints += read
        if table is not None:
            tables[name] = table
    ground: dict[str, GroundLayer] = {}
    if story is not None:
        report("rules")
        story, found = _by_the_rules(story, tables, problems)
        problems += found
        report("map")
        ground, found = _ground(folder, story)
        problems += found
    incidents, found = read_incidents(folder, story, _ids(tables), elsewhere=is_elsewhere())
    # What dossier.toml says of them at fault is told there: the files are not asked for then.
    told = any(problem.takes == INCIDENTS for problem in problems)
    problems += [] if told else found
    hints += incidents.hints if incidents is not None and not told else ()
    placed = {f"{name}.csv": sheet for name, sheet in books.sheets.items()}
    first = with_lines(first_problems(_once(problems)), folder)
    return Dossier(
        folder,
        tuple(replace(problem, sheet=placed.get(problem.file)) for problem in first),
        story,
        {name: _index(name, table) for name, table in tables.items()},
        MappingProxyType(ground),
        tuple(replace(hint, sheet=placed.get(hint.file)) for hint in hints),
        MappingProxyType(books.sheets),
        absent,
        None if told else incidents,
    )


def _by_the_rules(
    story: Story, tables: Mapping[str, pd.DataFrame], problems: list[Problem]
) -> tuple[Story, list[Problem]]:
    """Return the story without what names nothing, drawn on some ground; and every breach."""
    lost = _lost(tables, problems)
    checkable = Checkable(tables, problems)
    settled, unsettled = settle(story, checkable, lost)
    broken = check_rules(checkable, settled, lost)
    return with_base_map(settled, tables), unsettled + broken


def _ground(folder: Path, story: Story) -> tuple[dict[str, GroundLayer], list[Problem]]:
    """Return the layers of the map that can be read, and what is wrong with the others."""
    ground: dict[str, GroundLayer] = {}
    problems: list[Problem] = []
    for layer in story.layers:
        content, found = (world(), []) if layer is WORLD else read_layer(folder, layer)
        problems += found
        if content is not None:
            ground[layer.id] = content
    return ground, problems


def _ids(tables: Mapping[str, pd.DataFrame]) -> set[str]:
    """Return the ids of the sources, as far as they could be read."""
    return set(tables[NEEDED][key_of(NEEDED)].dropna()) if NEEDED in tables else set()


def read_cells(
    folder: Path, name: str, books: Workbooks, story: str | None
) -> tuple[pd.DataFrame | None, list[Problem], list[Hint]]:
    """Return a table's cells as the contract spells them, its problems, and how it was read.

    Args:
        folder: The dossier's folder.
        name: A key of TABLES.
        books: The tables that stand in workbooks of the folder.
        story: The id of the story's own source, where it is known.
    """
    file = folder / f"{name}.csv"
    cells, problems, hints = None, list[Problem](), list[Hint]()
    if name not in books.sheets or os.path.lexists(file):
        cells, problems, hints = read_table(file, table_columns(name))
    if name in books.sheets:
        if (cells is not None and not cells.empty) or problems:
            found, expected = f"{file.name}, and {books.sheets[name]}", "the table in one place"
            hint = "Delete the one that is out of date."
            return None, [Problem(file.name, None, None, found, expected, hint=hint)], []
        hints = [] if cells is None else [Hint(file.name, f"{file.name} has no rows: not read")]
        cells = books.cells.get(name)
    if cells is None:
        return None, problems, hints
    # Where a comma is the decimal mark, spreadsheets put semicolons between the cells.
    decimal_comma = any(hint.told == SEMICOLONS for hint in hints)
    cells, read = read_spellings(name, cells, story, decimal_comma=decimal_comma)
    return fill(name, cells), problems, hints + read


def _read(
    folder: Path, name: str, books: Workbooks, story: str | None
) -> tuple[pd.DataFrame | None, list[Problem], list[Hint]]:
    cells, problems, hints = read_cells(folder, name, books, story)
    if cells is None:
        return None, problems, hints
    table, found = validate(name, cells)
    return table, problems + found, hints


def _is_absent(folder: Path, name: str, books: Workbooks) -> bool:
    """Return whether a folder has no such table, and nothing that may be meant by it."""
    if name == NEEDED or name in books.sheets or books.unreadable:
        return False
    return is_absent(folder / f"{name}.csv")


def _hidden(folder: Path, books: Workbooks) -> frozenset[str]:
    """Return the files of tables that stand nowhere, unless in a workbook that cannot be read."""
    unread = (name for name in TABLES if books.unreadable and name not in books.cells)
    return frozenset(
        f"{name}.csv"
        for name in unread
        if name in books.sheets or is_absent(folder / f"{name}.csv")
    )


def _empty(name: str) -> pd.DataFrame:
    """Return a table without rows."""
    cells = pd.DataFrame.from_dict({}, orient="index", columns=list(table_columns(name)))
    table, _ = validate(name, cells.astype("str"))
    assert table is not None  # noqa: S101 - no column is absent
    return table


def _lost(tables: Mapping[str, pd.DataFrame], problems: list[Problem]) -> set[str]:
    """Return the tables of which rows, or keys of rows, could not be read; and clocks, likewise."""
    clocks = {CLOCKS} & {problem.part for problem in problems}
    broken = {(problem.file, problem.column) for problem in problems}
    return clocks | {
        name
        for name in TABLES
        if name not in tables or broken & {(f"{name}.csv", None), (f"{name}.csv", key_of(name))}
    }


def _index(name: str, table: pd.DataFrame) -> pd.DataFrame:
    return table.set_index(key_of(name), drop=False).rename_axis(None)


def _once(problems: list[Problem]) -> tuple[Problem, ...]:
    """Keep the first problem of each cell: later ones follow from it, or from another cell's."""
    cells: dict[object, Problem] = {}
    for problem in (problem for problem in problems if not problem.follows):
        cell = (problem.file, problem.line, problem.column)
        cells.setdefault((*cell, problem.value) if problem.line is None else cell, problem)
    return tuple(cells.values())
