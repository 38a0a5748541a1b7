"""Read dossier.toml into a Story, without the parts that are at fault."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from dash.files import read_regular
from dash.schema.problems import MOST_PROBLEMS, Problem, shown
from dash.schema.story import FILE, Story

Location = tuple[int | str, ...]

# Lists that a story can do without: an entry at fault is left out by itself.
PARTS: tuple[Location, ...] = (
    ("glance",),
    ("comparison", "beside"),
    ("comparison", "pairs"),
    ("rises",),
    ("spellings",),
    ("views",),
    ("layers",),
    ("spans",),
    ("lanes",),
    ("figure_layers",),
    ("geography",),
    ("glossary",),
    ("left_out",),
)
UNKNOWN_KEYS = "unknown keys"


def read_story(folder: Path) -> tuple[Story | None, list[Problem]]:
    """Read and validate dossier.toml.

    Returns:
        The story without the entries of PARTS that are at fault, or None where something is at
        fault that it cannot do without; and the problems.
    """
    try:
        text = read_regular(folder / FILE).decode("utf-8-sig")
        given = tomllib.loads(text)
    except FileNotFoundError:
        return None, [Problem(FILE, None, None, None, "a file of this name in the folder")]
    except OSError as error:
        return None, [Problem(FILE, None, None, error.strerror, "a file that can be read")]
    except UnicodeDecodeError as error:
        return None, [Problem(FILE, None, None, str(error), "text in UTF-8")]
    except (ValueError, RecursionError) as error:  # also an integer of thousands of digits
        return None, [Problem(FILE, _line_of_syntax(error), None, str(error), "well-formed TOML")]
    return _validated(given, text)


def _validated(given: dict[str, Any], text: str) -> tuple[Story | None, list[Problem]]:
    problems: list[Problem] = []
    while True:
        try:
            return Story.model_validate(given), problems
        except ValidationError as error:
            details = error.errors(include_url=False)
        unknown = [detail for detail in details if detail["type"] == "extra_forbidden"]
        # By themselves first: a part with a key too many is sound without the key.
        taken = unknown or [detail for detail in details if _entry(detail["loc"])]
        problems += _problems(taken or details, text)
        if not taken:
            return None, problems
        locations = (detail["loc"] if unknown else _entry(detail["loc"]) for detail in taken)
        _take_out(given, locations)


def _entry(location: Location) -> Location:
    """Return where the entry of PARTS is that a place lies in; nothing for any other place."""
    for part in PARTS:
        if location[: len(part)] == part:
            return location[: len(part) + 1]
    return ()


def _take_out(given: Any, locations: Iterable[Location]) -> None:
    """Delete entries, those of a list from its end, so that the others keep their numbers."""
    for *way, last in sorted(set(locations), key=_number, reverse=True):
        holder = given
        for step in way:
            holder = holder[step]
        del holder[last]


def _number(location: Location) -> int:
    return location[-1] if isinstance(location[-1], int) else -1


def _problems(details: list[Any], text: str) -> list[Problem]:
    """Return a problem for each fault; the place of the first ones, since looking takes time."""
    return [
        Problem(
            FILE,
            _line_of_key(text, detail["loc"]) if number < MOST_PROBLEMS else None,
            ".".join(map(str, detail["loc"])),
            None if detail["type"] == "missing" else shown(detail["input"]),
            detail["msg"].removeprefix("Value error, "),
            _part(detail),
        )
        for number, detail in enumerate(details)
    ]


# Any: an entry of `ValidationError.errors()`, whose type pydantic keeps in another package.
def _part(detail: Any) -> str | None:
    if detail["type"] == "extra_forbidden":
        return UNKNOWN_KEYS
    return str(detail["loc"][0]) if _entry(detail["loc"]) else None


def _line_of_syntax(error: Exception) -> int | None:
    found = re.search(r"at line (\d+)", str(error))
    return int(found[1]) if found else None


def _line_of_key(text: str, location: Location) -> int | None:
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
