"""Tests stand where the source stands: each module has its test file, or a reason not to."""

import ast

import pytest

from tests.conftest import ROOT
from tests.rooms import SOURCE, in_rooms

TESTS = ROOT / "tests"
# Declarations: what is wrong in them shows in the tests of what is made of them.
DECLARED = {
    "dash.checking.limits": "checking/test_receiving.py",
    "dash.schema.incidents": "dossier/test_incidents.py",
    "dash.schema.columns": "schema/test_tables.py",
    "dash.schema.vocabulary": "schema/test_dictionary.py",
    "dash.maps.colours": "maps/test_deck.py",
    "dash.maps.text": "maps/test_deck.py",
    "dash.dossier.rules.rows": "dossier/rules/test_check.py",
    "dash.ui.keeping": "ui/test_packing.py",
}
# Parts of one picture, which only shows them right together.
TOGETHER = {
    "dash.charts.panel_names": "charts/test_totals.py",
    "dash.charts.panels": "charts/test_totals.py",
    # What an entry of dossier.toml may name: the problems of each kind of entry show it.
    "dash.dossier.rules.incidents": "dossier/test_incidents.py",
    "dash.dossier.rules.naming": "dossier/rules/test_story.py",
    # What becomes of a file, and what is said of it: the command shows it.
    "dash.importing.batches": "commands/test_incidents.py",
    "dash.importing.choice": "commands/test_incidents.py",
    "dash.importing.faults": "commands/test_incidents.py",
    "dash.importing.formats": "commands/test_incidents.py",
    "dash.importing.importing": "commands/test_incidents.py",
    "dash.importing.opening": "commands/test_incidents.py",
    "dash.importing.points": "commands/test_incidents.py",
    "dash.importing.report": "commands/test_incidents.py",
    "dash.importing.rows": "commands/test_incidents.py",
    "dash.importing.sides": "commands/test_incidents.py",
    "dash.importing.table": "commands/test_incidents.py",
    # Who works a question out, and what becomes of it where nobody does.
    "dash.incidents.embedded": "incidents/test_engine.py",
    "dash.incidents.record": "incidents/test_engine.py",
    "dash.incidents.server": "incidents/test_engine.py",
    "dash.incidents.waiting": "incidents/test_engine.py",
    "dash.maps.atlas": "maps/test_words.py",
    "dash.maps.courses": "maps/test_symbols.py",
    "dash.maps.ground": "maps/test_deck.py",
    "dash.maps.legend": "maps/test_words.py",
    "dash.maps.names": "maps/test_deck.py",
    "dash.maps.overlay": "maps/test_deck.py",
    "dash.maps.scene": "maps/test_deck.py",
    # What a card holds: shown right by the card alone.
    "dash.sharing.cards.card": "sharing/cards/test_drawing.py",
    # On every page, and there only.
    "dash.ui.doors": "pages/test_home.py",
    "dash.ui.frame": "pages/test_every_page.py",
    "dash.ui.glossary": "pages/test_timeline.py",
    # What only a browser has: roles, focus, paper.
    "dash.ui.landmarks": "browser/test_keys.py",
    "dash.ui.links": "pages/test_every_page.py",
    # Which of two parts stands beside, above or below the other.
    "dash.ui.parts": "browser/test_casualties.py",
}
# The page of /casualties under another address, which its tests open, too.
SAME = {"figures"}
PAGES = sorted({file.stem for file in (ROOT / "pages").glob("*.py")} - SAME)


def _own(module: str) -> str:
    """Return the file below tests/ that mirrors a module."""
    *folders, name = module.removeprefix("dash.").split(".")
    return "/".join([*folders, f"test_{name.strip('_')}.py"])


def _of_page(module: str) -> bool:
    """Return whether a module draws a part of one page: its folder in ui/ bears the page's name."""
    parts = module.split(".")
    return len(parts) == 4 and parts[1] == "ui" and parts[2] in PAGES


def _modules() -> list[str]:
    """Return the modules that hold more than a docstring, which names a room."""
    return [
        name
        for name, file in in_rooms().items()
        if len(ast.parse(file.read_text(encoding="utf-8")).body) > 1
    ]


def test_each_module_has_its_test_file_or_a_named_one() -> None:
    named = DECLARED | TOGETHER
    untested = [
        module
        for module in _modules()
        if not (TESTS / _own(module)).exists() and module not in named and not _of_page(module)
    ]
    assert untested == [], f"write {[f'tests/{_own(module)}' for module in untested]}"


def test_what_is_excused_needs_the_excuse_and_its_test_file_exists() -> None:
    modules = _modules()
    for module, file in (DECLARED | TOGETHER).items():
        assert module in modules, module
        assert not (TESTS / _own(module)).exists(), (
            f"{module} has a test file: take it off the list"
        )
        assert (TESTS / file).exists(), file


@pytest.mark.parametrize("page", PAGES)
def test_each_page_is_run_and_looked_at_in_a_browser(page: str) -> None:
    for kind in ("pages", "browser"):
        text = (TESTS / kind / f"test_{page}.py").read_text(encoding="utf-8")
        assert f"/{page}" in text


def test_no_test_file_is_left_behind_by_its_module() -> None:
    """A file below tests/ in a folder of the source tests a module of that folder."""
    rooms = {path.name for path in (SOURCE / "dash").iterdir() if path.is_dir()}
    behind = [
        str(file.relative_to(TESTS))
        for room in rooms
        for file in (TESTS / room).rglob("test_*.py")
        if str(file.relative_to(TESTS)) not in {_own(module) for module in in_rooms()}
    ]
    assert behind == []
