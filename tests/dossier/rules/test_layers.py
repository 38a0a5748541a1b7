"""Tests of the rules of the map's layers; entries at fault are in test_story.py."""

from pathlib import Path

from tests import factories as make
from tests.dossier.rules.test_story import LAYER


def test_no_circle_stands_for_a_number_below_zero(tmp_path: Path) -> None:
    story = make.STORY.replace("casualties = true", "below_zero = true")
    figures = [
        make.figure(low="0"),
        make.context_figure(),
        make.context_figure(id="hurt-less", low="-1"),
        make.context_figure(id="hurt-least", low="-2", high="-1"),
    ]
    ids = ", ".join(f'"{figure["id"]}"' for figure in figures)
    dossier = make.dossier(tmp_path, story + LAYER.format("hurt", ids), figures=figures)
    assert [(told.column, told.value) for told in dossier.problems] == [
        ("figure_layers.figures", "hurt-less"),
        ("figure_layers.figures", "hurt-least"),
    ]
    (layer,) = dossier.story.figure_layers
    assert layer.figures == ("hurt-many", "hurt-count")
