"""Rules of names: every id names one row, and every word of the story's own is declared."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType

import pandas as pd

from dash.dossier.lookup import RECORD_TABLES, slide_reference
from dash.dossier.reading import text_cells
from dash.dossier.records import Tables, split_ids
from dash.dossier.rules.rows import keys_of, rows_of
from dash.schema.doubts import likely_id
from dash.schema.problems import MOST_PROBLEMS, Problem
from dash.schema.story import KEY_PATTERN, Story
from dash.schema.suggestions import did_you_mean
from dash.schema.tables import RECORDED
from dash.schema.validation import table_columns

# The columns that people call the rows of a table by.
NAMES: Mapping[str, str] = MappingProxyType(
    {"sources": "title", "actors": "name", "places": "name"}
)

# How a word of a vocabulary is declared in dossier.toml.
DECLARED: Mapping[str, str] = MappingProxyType(
    {
        "measures": '[measures.{key}] and below it label = "{words}" and units = [{units}]',
        "series": '[series.{key}] and below it label = "{words}" and kind = "running_total"',
        "populations": '[populations] and below it {key} = "{words}"',
        "topics": '[topics] and below it {key} = "{words}"',
    }
)


def ids_resolve(tables: Tables, story: Story, lost: Collection[str]) -> Iterator[Problem]:
    """Every id names a row, and every declared word is declared.

    What names nothing is no problem of its own where rows of the table that it means were lost.
    """
    told = 0
    # One cause, however many rows and tables have it.
    undeclared: set[tuple[str, str]] = set()
    for table, frame in tables.items():
        for column, rule in table_columns(table).items():
            target = rule.metadata["references"]
            known = _known_ids(target, tables, story, lost) if target else None
            if known is None:
                continue
            for line, reference in _unknown(frame, column, known, many=rule.metadata["many"]):
                if (target, reference) in undeclared:
                    continue
                if target in DECLARED:
                    undeclared.add((target, reference))
                expected, told = rule.metadata["expected"], told + 1
                hint = ""
                if told <= MOST_PROBLEMS:
                    hint = did_you_mean(reference, known, _names(target, tables, story))
                    units = _units(frame, reference)
                    hint = hint or _new_word(target, known, reference, units)
                yield Problem(f"{table}.csv", line, column, reference, expected, hint=hint)


def _unknown(
    frame: pd.DataFrame, column: str, known: Collection[str], *, many: bool
) -> Iterator[tuple[int, str]]:
    """Yield the ids in a column that name nothing, each with its line."""
    for line, cell in text_cells(frame, column):
        # Most cells name one row, and it is there.
        if cell not in known:
            for reference in split_ids(cell) if many else [cell]:
                if reference not in known:
                    yield line, reference


def references_differ(tables: Tables, _story: Story) -> Iterator[Problem]:
    """A cell names nothing twice, and no row names itself as a statement that it answers."""
    for table, frame in tables.items():
        for column, rule in table_columns(table).items():
            for line, cell in text_cells(frame, column) if rule.metadata["many"] else ():
                ids = split_ids(cell) if ";" in cell else ()
                twice = next((each for each in ids if ids.count(each) > 1), None)
                if twice is not None:
                    yield Problem(f"{table}.csv", line, column, twice, "each id once")
    for record in rows_of(tables, "quotes"):
        if record.row["id"] in record.row["replies_to"]:
            yield record.at("replies_to", "statements other than this one")


def corrections_name_records(
    tables: Tables, _story: Story, lost: Collection[str]
) -> Iterator[Problem]:
    """A correction speaks of a record that is there, or names none since it was withdrawn.

    Where rows of the table were lost, nobody can know.
    """
    for correction in rows_of(tables, "corrections"):
        table, record = correction.text("table"), correction.text("record")
        if record is None or table is None or table in lost or table not in RECORDED:
            continue
        if table not in tables or record not in _keys(tables, table):
            yield correction.at("record", f"the key of a row of {table}, or nothing")


def _keys(tables: Tables, table: str) -> set[str]:
    if table == "slides":
        return {str(number) for number in tables[table]["number"]}
    return keys_of(tables, table)


def record_ids_differ(tables: Tables, _story: Story) -> Iterator[Problem]:
    """Figures, quotes, events and places share no id, since differences name them plainly."""
    home: dict[str, str] = {}
    for table in RECORD_TABLES:
        for line, key in text_cells(tables[table], "id") if table in tables else ():
            if home.setdefault(key, table) != table:
                expected = f"an id that no row of {home[key]} has"
                yield Problem(f"{table}.csv", line, "id", key, expected)


def no_circle(table: str, column: str, tables: Tables, _story: Story) -> Iterator[Problem]:
    """Following `column` upwards in `table` comes to an end."""
    if table not in tables:
        return
    records = list(rows_of(tables, table))
    above = {record.text("id"): record.text(column) for record in records}
    for record in records:
        start, step, seen = record.text("id"), record.text(column), 0
        while step is not None and step != start and seen <= len(above):
            step, seen = above.get(step), seen + 1
        if step is not None and step == start:
            yield record.at(column, "an id that does not lead back to this row")


def _new_word(target: str, known: Collection[str], reference: str, units: Iterable[str]) -> str:
    """Return what to write in dossier.toml to declare a word of a vocabulary."""
    if target not in DECLARED:
        return ""
    key = reference if re.fullmatch(KEY_PATTERN, reference) else likely_id(reference)
    if key is None:
        return "There a key is of letters, digits, hyphens and underscores."
    words = reference.replace("_", " ").replace("-", " ").replace('"', "'").capitalize()
    listed = ", ".join(f'"{unit}"' for unit in units) or '"..."'
    told = DECLARED[target].format(key=key, words=words, units=listed)
    here = "" if key == reference else f"write {key} here, and "
    begun = "Or declare it" if known else "There is none yet"
    return f"{begun}: {here}write in dossier.toml a line {told}."


def _units(frame: pd.DataFrame, reference: str) -> list[str]:
    """Return in which units a measure is given that is not declared, in their order."""
    if not {"measure", "unit"} <= set(frame):
        return []
    return [str(unit) for unit in frame["unit"][frame["measure"].eq(reference)].dropna().unique()]


def _names(target: str, tables: Tables, story: Story) -> dict[str, str]:
    """Return the ids of a table's rows, or a vocabulary's keys, by what the pages call them."""
    declared = getattr(story, target, None)
    if isinstance(declared, Mapping):
        return {str(getattr(word, "label", word)): key for key, word in declared.items()}
    column = NAMES.get(target)
    if column is None or target not in tables:
        return {}
    called = tables[target][[column, "id"]].dropna()
    return dict(zip(called[column].tolist(), called["id"].tolist(), strict=True))


def _known_ids(target: str, tables: Tables, story: Story, lost: Collection[str]) -> set[str] | None:
    """Return what a reference may name, or None where nobody can know: the target was lost."""
    vocabularies: dict[str, Iterable[str]] = {
        "measures": story.measures,
        "series": story.series,
        "populations": story.populations,
        "topics": story.topics,
    }
    if target in vocabularies:
        return set(vocabularies[target])
    meant = (*RECORD_TABLES, "slides") if target == "records" else (target,)
    if any(table in lost for table in meant):
        return None
    if target != "records":
        return keys_of(tables, target)
    slides = {slide_reference(number) for number in tables["slides"]["number"]}
    return slides.union(*(keys_of(tables, table) for table in RECORD_TABLES))
