"""The rooms of the package, the layers that they stand in, and what imports what.

A room is a folder of src/dash, or a file at its root.
"""

import ast
from pathlib import Path

from tests.conftest import ROOT

SOURCE = ROOT / "src"
# From the top down: a room imports from its own layer and from those below, never from above.
LAYERS = (
    ("ui", "__main__", "commands"),
    ("verification", "beginning", "checking", "importing", "sharing"),
    ("drawings", "finding"),
    ("charts", "maps", "links"),
    ("incidents",),
    ("figures", "statements", "own_words", "questions", "glance"),
    (
        "events",
        "slides",
        "corrections",
        "versions",
        "changes",
        "provenance",
        "actors",
        "datapackage",
        "ties",
        "method",
        "site",
        "sources",
    ),
    ("dossier",),
    ("clocks", "places", "markdown", "glossary"),
    ("schema", "counting", "dates", "bidi", "export", "palette", "files", "installed", "wording"),
)


def modules() -> dict[str, Path]:
    """Return the files of all modules of the source by name."""
    return {
        ".".join(file.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__"): file
        for file in sorted(SOURCE.rglob("*.py"))
    }


def imports_of(file: Path) -> set[str]:
    """Return what a file imports: modules, and names of modules that may be modules too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            assert node.module is not None
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def in_rooms() -> dict[str, Path]:
    """Return the modules that stand in a room: all but the package itself and its guard."""
    return {name: file for name, file in modules().items() if name.startswith("dash.")}


def room_of(module: str) -> str:
    """Return the folder of the package, or the file at its root, that a module belongs to."""
    return module.split(".")[1]


def arrows() -> set[tuple[str, str]]:
    """Return which room imports from which other."""
    known = in_rooms()
    return {
        (room_of(name), room_of(imported))
        for name, file in known.items()
        for imported in imports_of(file) & set(known)
        if room_of(name) != room_of(imported)
    }
