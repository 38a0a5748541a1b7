"""On which line of dossier.toml something stands."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from dash.files import read_regular
from dash.schema.problems import Problem
from dash.schema.story import FILE

Location = tuple[int | str, ...]
HEAD = re.compile(r"\s*\[{1,2}\s*(?P<name>[^\]]+?)\s*\]{1,2}\s*(#.*)?$")
KEY = re.compile(r"""\s*(?P<key>[\w.-]+|"[^"]*"|'[^']*')\s*=""")
# How a problem names two things at once: a pair of figures, the ends of a span.
BETWEEN_TWO = re.compile(r" and | to ")


def line_of_key(text: str, location: Location) -> int | None:
    """Return where a key stands, or else the part that it lies in, counted from 1."""
    start = _start_of_entry(text, location)
    for key in (part for part in reversed(location) if isinstance(part, str)):
        pattern = re.compile(rf"^[\[ \t]*(?:\w+\.)*{re.escape(key)}\b", re.MULTILINE)
        found = pattern.search(text, start) or pattern.search(text)
        if found:
            return text.count("\n", 0, found.end()) + 1
    return None


def _start_of_entry(text: str, location: Location) -> int:
    """Return where the table of an array begins that a place lies in: the third [[views]]."""
    match location:
        case (str(name), int(number), *_):
            heads = list(re.finditer(rf"^\s*\[\[{re.escape(name)}\]\]", text, re.MULTILINE))
            return heads[number].start() if number < len(heads) else 0
    return 0


def with_lines(problems: Iterable[Problem], folder: Path) -> list[Problem]:
    """Return the problems, those of dossier.toml that have no line with the line of their value."""
    problems = list(problems)
    if not any(_lacks_line(problem) for problem in problems):
        return problems
    try:
        text = read_regular(folder / FILE).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return problems
    return [
        replace(problem, line=line_of_value(text, problem.column or "", problem.value or ""))
        if _lacks_line(problem)
        else problem
        for problem in problems
    ]


def _lacks_line(problem: Problem) -> bool:
    return problem.file == FILE and problem.line is None and problem.column is not None


def line_of_value(text: str, column: str, value: str) -> int | None:
    """Return where a value of a part of dossier.toml stands: the last such line, from 1.

    The last, since of what stands there twice the second is one too many.

    Args:
        text: The file.
        column: What a problem calls the place: questions.records, views, or spans, The war.
        value: What was found there: an id, or two with "and" or "to" between them.
    """
    part, _, name = column.partition(", ")
    words = [name] if name else BETWEEN_TWO.split(value)
    stands = re.compile("".join(rf"(?=.*(?<![\w-]){re.escape(word)}(?![\w-]))" for word in words))
    lines = list(_lines_of(text, part))
    found = [number for number, line in lines if stands.match(line)]
    return next(iter([*reversed(found), *(number for number, _ in lines)]), None)


def _lines_of(text: str, part: str) -> Iterable[tuple[int, str]]:
    """Yield the lines of a part, with their numbers: those under its head, or behind its key."""
    head = key = ""
    for number, line in enumerate(text.splitlines(), 1):
        if found := HEAD.match(line):
            head, key = found["name"], ""
        elif found := KEY.match(line):
            key = found["key"].strip("\"'")
        place = ".".join(filter(None, (head, key)))
        if f"{place}.".startswith(f"{part}.") or f"{part}.".startswith(f"{place}."):
            yield number, line
