"""The import rule: Streamlit in the UI only, and arrows that run one way."""

import re
import sys
import tomllib
from graphlib import TopologicalSorter
from importlib.metadata import packages_distributions
from itertools import chain

from tests.conftest import ROOT
from tests.rooms import LAYERS, arrows, imports_of, in_rooms, modules, room_of


def test_only_the_pages_and_the_ui_import_streamlit() -> None:
    guilty = {
        name
        for name, file in modules().items()
        if any(module.split(".")[0] == "streamlit" for module in imports_of(file))
    }
    assert guilty
    assert all(name.startswith("dash.ui") for name in guilty), guilty


def test_imports_run_in_no_circle() -> None:
    known = modules()
    graph = {name: imports_of(file) & set(known) - {name} for name, file in known.items()}
    assert len(list(TopologicalSorter(graph).static_order())) == len(known)


def test_nothing_below_the_ui_imports_the_ui() -> None:
    for name, file in modules().items():
        # dossier_dash is the way in, as app.py is.
        if not name.startswith("dash.ui") and name != "dossier_dash":
            assert not any(module.startswith("dash.ui") for module in imports_of(file)), name


def test_arrows_run_down_the_layers() -> None:
    depth = {room: layer for layer, rooms in enumerate(LAYERS) for room in rooms}
    assert set(depth) == {room_of(name) for name in in_rooms()}, "each room stands in one layer"
    assert not {f"{one} -> {other}" for one, other in arrows() if depth[other] < depth[one]}


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needs = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    declared = {re.split(r"[^\w.-]", need)[0].lower() for need in needs}
    files = [*modules().values(), ROOT / "app.py", *(ROOT / "pages").glob("*.py")]
    names = {module.split(".")[0] for file in files for module in imports_of(file)}
    foreign = names - sys.stdlib_module_names - {"dash", "dossier_dash"}
    providers = packages_distributions()
    # A distribution may spell its name with hyphens or underscores: PyPI takes them as the same.
    spelled = {name: {one.lower().replace("_", "-") for one in providers[name]} for name in foreign}
    # Several provide a name such as google: one that is declared does.
    imported = {min(spelled[name] & declared or spelled[name]) for name in foreign}
    assert imported == declared


def test_pages_stay_thin_scripts() -> None:
    for file in [ROOT / "app.py", *(ROOT / "pages").glob("*.py")]:
        imported = {module.split(".")[0] for module in imports_of(file)}
        assert not imported & {"pandas", "plotly", "pydeck", "csv", "pathlib"}, file
