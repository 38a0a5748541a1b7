"""What is wrong with the writing of dossier.toml, with the line and what to write instead."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from dash.schema.problems import Problem, shown
from dash.schema.story import FILE

CURLY_MARKS = "“”„‟‘’«»"
# The beginnings of what `tomllib` says, and what it comes of.
EXPECTED: Mapping[str, str] = MappingProxyType(
    {
        "Invalid statement": "a line of the form: key = value",
        "Invalid initial character": "a key of letters, digits, hyphens and underscores",
        "Expected '='": "a sign = after the key: key = value",
        "Expected newline": "the end of the line after the value",
        "Invalid value": 'a value: "text", a number, true, false, or [a list]',
        "Unterminated string": "a quotation mark at the end of the text",
        "Unclosed array": "a ] at the end of the list, and commas between what it holds",
        "Unclosed inline table": "a } at the end",
        "Expected ']]'": "]] at the end of the line",
        "Expected ']'": "a ] at the end of the line",
        "Cannot overwrite a value": "each key once",
        "Cannot declare": "each [part] once; a list of parts has two brackets: [[part]]",
        "Cannot redefine": "each [part] once",
        "Cannot mutate": "each key once",
        "Duplicate inline": "each key once",
        "Unescaped": r"a backslash written twice: \\",
        "Invalid hex": r"a backslash written twice: \\",
        "Escaped character": r"a backslash written twice: \\",
        "Invalid date": "a date of the calendar, between quotation marks",
        r"Illegal character '\n'": "a quotation mark at the end of the text, on its own line",
        "Illegal character": "text without control characters, on one line",
        "Found invalid character": "text without control characters",
    }
)
PART = r"""(?:[\w-]++|"(?:[^"\\\n]++|\\.)*+"?|'[^'\n]*+'?)"""
POINT = r"[ \t]*+\.[ \t]*+"
# Keys among all that may have a point in it. `tomllib` takes time and memory with the square of a
# key's parts, wherever it stands: before a value, in the head of a part, or in an inline table.
# Texts and comments are passed over; one without its end as far as it goes, and never twice.
KEYS = re.compile(
    r'''"""(?:[^"\\]++|\\[\s\S]|"(?!""))*+"{0,5}'''
    r"""|'''(?:[^']++|'(?!''))*+'{0,5}"""
    r"|#[^\n]*+"
    rf"|(?P<long>(?:{PART}{POINT}){{50}})"
    rf"|{PART}(?:{POINT}{PART})*+"
)
PLACE = re.compile(r"\(at (?:line (\d+), column \d+|end of document)\)")


def long_key_problem(text: str) -> Problem | None:
    """Return the problem of a text with a key of so many parts that it must not be read."""
    key = next((found for found in KEYS.finditer(text) if found["long"]), None)
    if key is None:
        return None
    line = text.count("\n", 0, key.start()) + 1
    return Problem(
        FILE, line, None, shown(key[0].strip()), "a key of one or two parts, like glance.events"
    )


def syntax_problem(error: Exception, text: str) -> Problem:
    """Return the problem of a text that `tomllib` cannot read.

    Args:
        error: What it raised.
        text: The text.
    """
    place = PLACE.search(str(error))
    lines = text.splitlines()
    number = int(place[1]) if place and place[1] else None
    if place and number is None:
        number = max(1, len(lines))
    told = next((said for begin, said in EXPECTED.items() if str(error).startswith(begin)), None)
    if told is None:
        return Problem(FILE, number, None, "too many digits or brackets", "a shorter value")
    if place and not place[1] and told == EXPECTED["Invalid value"]:
        told = EXPECTED["Unclosed array"]
    written = lines[number - 1].strip() if number and number <= len(lines) else ""
    return Problem(FILE, number, None, shown(written), told, hint=_hint(written))


def _hint(line: str) -> str:
    curly = next((letter for letter in line if letter in CURLY_MARKS), None)
    value = line.partition("=")[2].strip()
    if curly and not value.startswith(('"', "'", "[")):
        return f'Write straight quotation marks around the text, not {curly}: "text".'
    if value[:1].isalpha() and value.lower() in ("yes", "no", "true", "false"):
        truth = "true" if value.lower() in ("yes", "true") else "false"
        return f"Write {truth}, in small letters."
    if re.match(r"[A-Za-z]", value):
        return "Put text between quotation marks."
    if re.fullmatch(r"-?[0-9]{1,3}([,'. ][0-9]{3})+", value):
        return "Write the number without separators."
    return ""
