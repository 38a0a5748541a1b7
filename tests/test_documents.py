"""The documents name what there is: modules, files, commands; the floor plan is today's."""

import re
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path
from pkgutil import resolve_name

import pytest

from tests import floor_plan
from tests.conftest import ROOT

DOCUMENTS = ["README.md", "CONTRIBUTING.md", "docs/architecture.md"]
CODE = re.compile(r"`([^`\n]+)`")
MODULE = re.compile(r"(dash|dossier_dash)(\.\w+)*")
# A file of this repository, as its documents write one: from the root, or a folder of src/dash.
PLACE = re.compile(r"\.?[\w-]+(/[\w.-]+)*(/|\.(py|md|toml|yaml|svg))")
FENCE = re.compile(r"```.*?```", re.DOTALL)
ENTRY = re.compile(r"entry: (?:env -u \w+ )?uv run (?:--all-groups )?(\S+)(?: -m (\w+))?")


def _named(document: str) -> list[str]:
    text = (ROOT / document).read_text(encoding="utf-8")
    return CODE.findall(FENCE.sub("", text))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_module_that_is_named_exists(document: str) -> None:
    named = [name for name in _named(document) if MODULE.fullmatch(name)]
    for name in named:
        resolve_name(name)
    assert named or document != "docs/architecture.md"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_that_is_named_exists(document: str) -> None:
    named = [name for name in _named(document) if PLACE.fullmatch(name)]
    places = [ROOT, ROOT / "src" / "dash", ROOT / "data", ROOT / "docs"]
    assert named
    assert not [name for name in named if not any((place / name).exists() for place in places)]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_to_a_file_leads_to_one(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#:]+)\)", text)
    folder = (ROOT / document).parent
    assert not [link for link in links if not (folder / link).exists()]


def test_the_floor_plan_is_todays() -> None:
    drawn = floor_plan.FILE.read_text(encoding="utf-8")
    assert drawn == floor_plan.plan(), "draw it anew: uv run python -m tests.floor_plan"


def test_an_arrow_that_follows_from_two_others_is_left_out() -> None:
    chain = {("a", "b"), ("b", "c")}
    assert floor_plan.reduced(chain | {("a", "c")}) == chain


def test_the_hooks_before_a_commit_run_tools_that_are_installed() -> None:
    text = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    tools = ENTRY.findall(text)
    assert len(tools) == text.count("entry:") > 0
    assert "repo: local" in text
    assert text.count("repo:") == 1, "a hook of another repository would be fetched"
    beside = str(Path(sys.executable).parent)
    for command, module in tools:
        assert shutil.which(command, path=beside), command
        assert not module or find_spec(module), module
