"""The import rule: Streamlit in the UI only, and arrows that run one way."""

import ast
import re
import sys
import tomllib
from graphlib import TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src"

# From the top down: a room imports from its own layer and from those below, never from above.
LAYERS = (
    ("ui", "__main__"),
    ("verification",),
    ("charts", "maps", "links"),
    ("figures", "statements", "own_words"),
    (
        "events",
        "slides",
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
    ("schema", "counting", "dates", "bidi", "export", "palette", "files"),
)


def _modules() -> dict[str, Path]:
    return {
        ".".join(file.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__"): file
        for file in sorted(SOURCE.rglob("*.py"))
    }


def _imports(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            assert node.module is not None
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def test_only_the_pages_and_the_ui_import_streamlit() -> None:
    guilty = {
        name
        for name, file in _modules().items()
        if any(module.split(".")[0] == "streamlit" for module in _imports(file))
    }
    assert guilty
    assert all(name.startswith("dash.ui") for name in guilty), guilty


def test_imports_run_in_no_circle() -> None:
    modules = _modules()
    graph = {name: _imports(file) & set(modules) - {name} for name, file in modules.items()}
    assert len(list(TopologicalSorter(graph).static_order())) == len(modules)


def test_nothing_below_the_ui_imports_the_ui() -> None:
    for name, file in _modules().items():
        if not name.startswith("dash.ui"):
            assert not any(module.startswith("dash.ui") for module in _imports(file)), name


def _room(module: str) -> str:
    """Return the folder of the package, or the file at its root, that a module belongs to."""
    return module.split(".")[1]


def test_arrows_run_down_the_layers() -> None:
    modules = {name: file for name, file in _modules().items() if name.startswith("dash.")}
    depth = {room: layer for layer, rooms in enumerate(LAYERS) for room in rooms}
    assert set(depth) == {_room(name) for name in modules}, "each room stands in one layer"
    upwards = {
        f"{name} -> {imported}"
        for name, file in modules.items()
        for imported in _imports(file) & set(modules)
        if depth[_room(imported)] < depth[_room(name)]
    }
    assert not upwards


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[^\w.-]", need)[0].lower() for need in project["dependencies"]}
    files = [*_modules().values(), ROOT / "app.py", *(ROOT / "pages").glob("*.py")]
    names = {module.split(".")[0] for file in files for module in _imports(file)}
    foreign = names - sys.stdlib_module_names - {"dash", "dossier_dash"}
    providers = packages_distributions()
    # A distribution may spell its name with hyphens or underscores: PyPI takes them as the same.
    imported = {providers[name][0].lower().replace("_", "-") for name in foreign}
    assert imported == declared


def test_pages_stay_thin_scripts() -> None:
    for file in [ROOT / "app.py", *(ROOT / "pages").glob("*.py")]:
        modules = {module.split(".")[0] for module in _imports(file)}
        assert not modules & {"pandas", "plotly", "pydeck", "csv", "pathlib"}, file
