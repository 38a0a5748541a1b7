"""List the interface's own words, each with the modules that say it.

    uv run --all-groups python -m tests.interface_words

So a translation needs no hunt. Words are told from other texts by their looks: they begin with a
capital or hold a space. Messages about a dossier's files are left to the rooms that tell them.
"""

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT
from tests.rooms import in_rooms, room_of

# What these rooms say is said of files, on the command line, and not by a page.
OF_FILES = {
    *("beginning", "checking", "commands", "dossier", "files", "importing", "schema"),
    "__main__",
}
LETTERS = re.compile(r"[^\W\d_]")
# Markup, code, names of types (FeatureCollection), headers (Cache-Control) and settings.
NO_WORDS = re.compile(
    r"[<>=|{}]|https?:|^[A-Z][a-z]+(?:[A-Z][a-z]+)+$|^[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)+$|"
    r"^[A-Z0-9 ]+$|^ETag$|^\w+\.\w+$|^[\w-]+/[\w.+-]+|, (?:no-|max-age|immutable|sans)"
)
# Of a sentence that is put together, shorter pieces are words of the language: and, up to.
PIECE = 3
# The same English letters for another thing.
HOMONYMS = {
    **dict.fromkeys(("Place", "Event", "Person", "Organization"), "also a type of schema.org"),
    "Polygon": "a type of GeoJSON",
    "at most": "of a number; in the other, of letters",
    "bytes; at most": "of a text that is compared, and of the file that it is read from",
    "All": "a choice; in a sentence, all of them",
    "the first": "of two figures, beside each other in sentences of one room",
    "the second": "likewise",
    "speak of": "a verb of sentences of one room",
    "may be the same": "likewise",
}


def said() -> dict[str, dict[str, int]]:
    """Return the words, each with the modules that say it and the line of its first place there."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    files = {name: file for name, file in in_rooms().items() if room_of(name) not in OF_FILES}
    files |= {f"pages.{file.stem}": file for file in sorted((ROOT / "pages").glob("*.py"))}
    for name, file in (files | {"app": ROOT / "app.py"}).items():
        for words, line in words_of(file):
            found[words].setdefault(name, line)
    return dict(found)


def words_of(file: Path) -> Iterator[tuple[str, int]]:
    """Yield the words of a module with their lines."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    pieces = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)
              for part in node.values}  # fmt: skip
    unsaid = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        words = node.value.strip()
        enough = id(node) not in pieces or len(words.split()) >= PIECE
        if id(node) not in unsaid and enough and are_words(words):
            yield words, node.lineno


def are_words(text: str) -> bool:
    """Return whether a text reads as words of a language."""
    looks = text[:1].isupper() or " " in text
    return looks and len(LETTERS.findall(text)) >= PIECE and not NO_WORDS.search(text)


def main() -> None:
    """Print the list, a line for each word."""
    for words, modules in sorted(said().items()):
        places = ", ".join(f"{module}:{line}" for module, line in modules.items())
        sys.stdout.write(f"{words!r}  {places}\n")


if __name__ == "__main__":
    main()
