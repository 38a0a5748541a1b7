"""One version: in the package, in what is installed from it, and in the changelog."""

import re
import subprocess
import sys
from datetime import date
from importlib.metadata import version

import dash
from tests.conftest import ROOT

HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
RELEASE = re.compile(r"(\d+\.\d+\.\d+) - (\d{4}-\d{2}-\d{2})")


def test_the_changelogs_newest_release_is_the_version() -> None:
    first, *releases = HEADING.findall((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    assert first == "Unreleased"
    dated = [RELEASE.fullmatch(heading) for heading in releases]
    assert all(dated), releases
    versions = [match[1] for match in dated if match]
    days = [date.fromisoformat(match[2]) for match in dated if match]
    assert versions[0] == dash.__version__
    assert days == sorted(days, reverse=True)


def test_the_command_line_tells_the_version() -> None:
    command = [sys.executable, "-m", "dash", "--version"]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    assert told.stdout == f"dossier-dash {dash.__version__}\n"


def test_what_is_installed_has_the_version_of_the_package() -> None:
    assert version("dossier-dash") == dash.__version__
