"""Tests of dash.ui.home.lists: the story is named with its original, whatever is known of it."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests import factories as make


def _page(folder: str) -> None:
    from pathlib import Path  # noqa: PLC0415 - AppTest runs the source of this function alone

    from dash.dossier.loaders import load_dossier  # noqa: PLC0415
    from dash.ui.home.lists import draw_days, draw_differences, draw_story  # noqa: PLC0415

    dossier = load_dossier(Path(folder))
    draw_story(dossier)
    draw_days(dossier)
    draw_differences(dossier)


@pytest.mark.parametrize(
    ("changes", "written"),
    [
        ({}, "The Paper, [“Quarrel”](<https://paper.example/1>), 6 May 2020"),
        ({"url": "", "title": "A *quarrel*"}, r"The Paper, “A \*quarrel\*”, 6 May 2020"),
        ({"published": ""}, "The Paper, [“Quarrel”](<https://paper.example/1>)"),
    ],
)
def test_the_original_is_named_and_linked_as_far_as_it_is_known(
    changes: dict[str, str], written: str, tmp_path: Path
) -> None:
    sources = [make.source(**changes), make.source(id="report")]
    folder = make.write(tmp_path, sources=sources)
    app = AppTest.from_function(_page, args=(str(folder),)).run()
    assert not app.exception
    assert app.markdown[-1].value == f"The story: {written}"


def test_a_story_that_picks_nothing_shows_what_there_is(tmp_path: Path) -> None:
    app = AppTest.from_function(_page, args=(str(make.write(tmp_path)),)).run()
    assert [heading.value for heading in app.header] == ["The story", "Where accounts part ways"]


def test_where_there_is_nothing_there_are_no_empty_headings(tmp_path: Path) -> None:
    folder = make.write(tmp_path, differences=[])
    app = AppTest.from_function(_page, args=(str(folder),)).run()
    assert [heading.value for heading in app.header] == ["The story"]
