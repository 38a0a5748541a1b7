"""The import rule: Streamlit in the UI only, and arrows that run one way."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src"

# From the top down: a room imports from its own layer and from those below, never from above.
LAYERS = (
    ("ui", "__main__"),
    ("verification",),
    ("charts", "maps", "links"),
    ("figures", "statements", "own_words"),
    ("events", "slides", "provenance", "actors", "datapackage", "ties", "method", "sources"),
    ("dossier",),
    ("clocks", "places", "markdown"),
    ("schema", "dates", "bidi", "export", "palette", "files"),
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


def test_pages_stay_thin_scripts() -> None:
    for file in [ROOT / "app.py", *(ROOT / "pages").glob("*.py")]:
        modules = {module.split(".")[0] for module in _imports(file)}
        assert not modules & {"pandas", "plotly", "pydeck", "csv", "pathlib"}, file
