"""Tests of dash.ui.warming: what no start waits for."""

import subprocess
import sys

from tests.serving import ROOT

# What the first answer does without, of what pages and messages use.
LATER = ("pydeck", "jinja2", "rapidfuzz", "pypdf", "mammoth", "python_calamine", "dash.ui.warming")


def test_a_start_imports_nothing_that_its_first_answer_does_without() -> None:
    script = (
        "import sys, app; from dash.ui.data import current_dossier; current_dossier();"
        f"print(*(name for name in {LATER} if name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []
