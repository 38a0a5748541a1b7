"""A stylesheet reaches the page as rules, and its file is read once."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from dash.palette import DARK, LIGHT
from dash.ui import stylesheet


def _page(sheet: str) -> None:
    from pathlib import Path  # noqa: PLC0415 - AppTest runs the function by itself

    from dash.ui import stylesheet  # noqa: PLC0415

    stylesheet.lay(Path(sheet))


def test_the_rules_of_a_stylesheet_are_read_once(tmp_path: Path) -> None:
    sheet = tmp_path / "style.css"
    sheet.write_text("p { color: black; }", encoding="utf-8")
    app = AppTest.from_function(_page, args=(str(sheet),)).run()
    assert [part.proto.body for part in app.get("html")] == ["<style>p { color: black; }</style>"]
    sheet.unlink()
    assert not app.run().exception


def test_colours_have_names_and_on_paper_those_of_the_light_theme(tmp_path: Path) -> None:
    sheet = tmp_path / "style.css"
    sheet.write_text("p { color: var(--ink); }", encoding="utf-8")
    rules = stylesheet._rules(sheet, colours=True)
    screen, paper = rules.split("@media print")
    assert f"--ink:light-dark({LIGHT.ink},{DARK.ink})" in screen
    assert f"--ink:{LIGHT.ink}" in paper
    assert rules.endswith("}}p { color: var(--ink); }</style>")
