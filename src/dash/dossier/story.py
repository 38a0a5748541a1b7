"""Read dossier.toml into a Story, without the parts that are at fault."""

import tomllib
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from dash.dossier.toml_lines import Location, line_of_key
from dash.dossier.toml_syntax import long_key_problem, syntax_problem
from dash.files import read_regular
from dash.schema.problems import MOST_PROBLEMS, Problem
from dash.schema.story import CLOCKS, FILE, Story
from dash.schema.story_faults import meant_by, told

# What a story can do without, but its events cannot: their dates are reckoned from it.
NEEDED_FOR: dict[str | int, frozenset[str]] = {CLOCKS: frozenset({"events.csv"})}
# What a story can do without: of lists, an entry at fault is left out by itself.
PARTS: tuple[Location, ...] = (
    (CLOCKS,),
    ("published",),
    ("updated",),
    ("map_status",),
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
# What a story can do without, whole: one key at fault takes all of it.
WHOLE = "incidents"
UNKNOWN_KEYS = "unknown keys"
# How pydantic says that a fault is a key's own, not that of its value.
OF_A_KEY = "[key]"


def read_story(folder: Path) -> tuple[Story | None, list[Problem]]:
    """Read and validate dossier.toml.

    Returns:
        The story without the entries of PARTS that are at fault, or None where something is at
        fault that it cannot do without; and the problems.
    """
    try:
        text = read_regular(folder / FILE).decode("utf-8-sig")
        if too_long := long_key_problem(text):
            return None, [too_long]
        given = tomllib.loads(text)
    except FileNotFoundError:
        return None, [Problem(FILE, None, None, None, "a file of this name in the folder")]
    except OSError as error:
        return None, [Problem(FILE, None, None, error.strerror, "a file that can be read")]
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        found = f"bytes {error.object[error.start : error.end].hex(' ')}"
        hint = "In the text editor, save the file with the encoding UTF-8."
        return None, [Problem(FILE, line, None, found, "text in UTF-8", hint=hint)]
    except (ValueError, RecursionError) as error:  # also an integer of thousands of digits
        return None, [syntax_problem(error, text)]
    return _validated(given, text)


def _validated(given: dict[str, Any], text: str) -> tuple[Story | None, list[Problem]]:
    problems: list[Problem] = []
    misspelt: dict[Location, int] = {}
    while True:
        try:
            return Story.model_validate(given), problems
        except ValidationError as error:
            details = error.errors(include_url=False)
        unknown = [detail for detail in details if detail["type"] == "extra_forbidden"]
        # By themselves first: a part with a key too many is sound without the key.
        taken = unknown or [detail for detail in details if _entry(detail["loc"])]
        for detail in taken or details:
            said = misspelt.get(detail["loc"]) if detail["type"] == "missing" else None
            if said is not None:
                # The key stands there, misspelt: that is told, and takes what its lack takes.
                problems[said] = replace(problems[said], part=_part(detail))
                continue
            # For the first ones only: looking for lines and for what was meant takes time.
            looked_up = len(problems) < MOST_PROBLEMS
            meant = meant_by(detail["loc"]) if unknown and looked_up else None
            if meant is not None:
                misspelt.setdefault(meant, len(problems))
            problems.append(_problem(detail, text, looked_up=looked_up))
        if not taken:
            return None, problems
        locations = (detail["loc"] if unknown else _entry(detail["loc"]) for detail in taken)
        _take_out(given, locations)


def _entry(location: Location) -> Location:
    """Return where the entry of PARTS is that a place lies in; nothing for any other place."""
    if location[:1] == (WHOLE,):
        return (WHOLE,)
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


# Any, twice: an entry of `ValidationError.errors()`, whose type pydantic keeps elsewhere.
def _problem(detail: Any, text: str, *, looked_up: bool) -> Problem:
    found, expected, hint = told(detail, hinted=looked_up)
    location = tuple(step for step in detail["loc"] if step != OF_A_KEY)
    line = line_of_key(text, location) if looked_up else None
    hides = NEEDED_FOR.get(location[0], frozenset())
    return Problem(
        FILE, line, _spelled(location), found, expected, _part(detail), hint, hides=hides
    )


def _spelled(location: Location) -> str:
    """Return a place of dossier.toml in words, its lists counted from 1: views 2, bounds 4."""
    words = ""
    for before, step in pairwise(("", *location)):
        if isinstance(step, int):
            words += f" {step + 1}"
        else:
            words += f", {step}" if isinstance(before, int) else f".{step}"
    return words.removeprefix(".")


def _part(detail: Any) -> str | None:
    if detail["type"] == "extra_forbidden":
        return UNKNOWN_KEYS
    return str(detail["loc"][0]) if _entry(detail["loc"]) else None
