"""The data dictionary: the contract, written out for people."""

from collections.abc import Iterator, Mapping
from inspect import cleandoc
from types import MappingProxyType
from typing import get_args, get_origin

from pydantic import BaseModel

from dash.schema import vocabulary
from dash.schema.incidents import COLUMNS, FOLDER
from dash.schema.story import Story
from dash.schema.tables import TABLES
from dash.schema.validation import expected, table_columns
from dash.schema.vocabulary import Word

BEGIN = "<!-- dictionary: written by `python -m dash dictionary --write` -->"
END = "<!-- end of the dictionary -->"

WORD_LISTS: Mapping[str, Mapping[str, Word]] = MappingProxyType(
    {
        "sources.kind": vocabulary.SOURCES,
        "actors.kind": vocabulary.ACTORS,
        "places.kind": vocabulary.PLACES,
        "figures.bound": vocabulary.BOUNDS,
        "figures.evidence": vocabulary.EVIDENCE,
        "series.*.kind": vocabulary.SERIES,
        "verification": vocabulary.VERIFICATION,
        "quotes.speech": vocabulary.SPEECH,
        "quotes.date_basis": vocabulary.DATE_BASES,
        "quotes.check": vocabulary.CHECKS,
        "slides.image_kind": vocabulary.PICTURES,
        "events.precision": vocabulary.PRECISIONS,
        "differences.kind": vocabulary.DIFFERENCES,
    }
)


def data_dictionary() -> str:
    """Return the meaning of every table, column and fixed word as Markdown."""
    sections = [
        *(_table_section(name) for name in TABLES),
        _incidents_section(),
        _story_section(),
        *(_words_section(name, words) for name, words in WORD_LISTS.items()),
    ]
    return "\n\n".join(sections)


def with_dictionary(readme: str) -> str:
    """Return a text in which the part between the two marks is today's dictionary.

    Raises:
        ValueError: The text lacks one of the marks.
    """
    before, found_begin, rest = readme.partition(BEGIN)
    _, found_end, after = rest.partition(END)
    if not (found_begin and found_end):
        raise ValueError(f"the text must hold the lines {BEGIN!r} and {END!r}")
    return f"{before}{BEGIN}\n\n{data_dictionary()}\n\n{END}{after}"


def describe_table(name: str) -> str:
    """Return what a table holds, its columns and the fixed words in them, as Markdown."""
    columns = table_columns(name)
    about = cleandoc(TABLES[name].__doc__ or "")
    words = (
        f"**Words of {column}**\n\n{_words_table(WORD_LISTS[key])}"
        for column in columns
        for key in (f"{name}.{column}", column)
        if key in WORD_LISTS
    )
    return "\n\n".join([about, _columns_table(name), *words])


def _table_section(name: str) -> str:
    about = cleandoc(TABLES[name].__doc__ or "")
    return f"### {name}.csv\n\n{about}\n\n{_columns_table(name)}"


def _columns_table(name: str) -> str:
    rows = (
        (f"`{column}`", rule.description, expected(rule))
        for column, rule in table_columns(name).items()
    )
    return _markdown_table(("column", "meaning", "holds"), rows)


def _incidents_section() -> str:
    about = (
        "Recorded deaths by place and time: one Parquet file or many, in folders if that helps. "
        "`[incidents]` in dossier.toml says what they are."
    )
    rows = ((f"`{name}`", column.meaning, column.holds) for name, column in COLUMNS.items())
    head = f"### {FOLDER}/*.parquet\n\n{about}\n\n"
    return head + _markdown_table(("column", "meaning", "holds"), rows)


def _story_section() -> str:
    rows = (row for prefix, model in _models("", Story) for row in _keys(prefix, model))
    about = "The story's frame and its own vocabulary."
    return f"### dossier.toml\n\n{about}\n\n" + _markdown_table(("key", "meaning"), rows)


def _models(prefix: str, model: type[BaseModel]) -> Iterator[tuple[str, type[BaseModel]]]:
    """Yield a model and those of its fields, each with what stands before its keys: layers."""
    yield prefix, model
    for key, field in model.model_fields.items():
        many = "*." if get_origin(field.annotation) is dict else ""
        for part in (field.annotation, *get_args(field.annotation)):
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield from _models(f"{prefix}{key}.{many}", part)


def _keys(prefix: str, model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    for key, field in model.model_fields.items():
        yield f"`{prefix}{key}`", field.description or ""


def _words_section(name: str, words: Mapping[str, Word]) -> str:
    return f"### Words of {name}\n\n{_words_table(words)}"


def _words_table(words: Mapping[str, Word]) -> str:
    rows = ((f"`{key}`", word.label, word.meaning) for key, word in words.items())
    return _markdown_table(("word", "label", "meaning"), rows)


def _markdown_table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
