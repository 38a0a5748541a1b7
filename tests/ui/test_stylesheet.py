"""The stylesheet of all pages: what it says, where it stands, and how long it is kept."""

from starlette.applications import Starlette

from dash.palette import DARK, LIGHT
from dash.ui import stylesheet
from tests.asking import ask

BODY = '<body><div id="root"></div></body>'


def test_colours_have_names_and_on_paper_those_of_the_light_theme() -> None:
    screen, paper = stylesheet.rules().split("@media print{", 1)
    assert screen.startswith(":root{--paper:light-dark(")
    assert f"--ink:light-dark({LIGHT.ink},{DARK.ink})" in screen
    assert f"--ink:{LIGHT.ink}" in paper.partition("}}")[0]


def test_the_rules_of_every_page_come_before_those_of_one() -> None:
    sheets = sorted(stylesheet.HERE.rglob("style.css"), key=lambda sheet: (len(sheet.parts), sheet))
    places = [stylesheet.rules().index(sheet.read_text(encoding="utf-8")) for sheet in sheets]
    assert len(places) > 9
    assert places == sorted(places)


def test_a_page_names_them_behind_what_streamlit_puts_into_its_head() -> None:
    body = stylesheet.with_rules(BODY).partition("</div>")[2]
    assert body.startswith(f'<link rel="stylesheet" href="{stylesheet.address()}" />')


def test_they_are_kept_for_ever_and_those_of_another_version_are_not() -> None:
    app = Starlette(routes=[stylesheet.route()])
    answer = ask(app, stylesheet.address().removeprefix("."))
    assert answer.text == stylesheet.rules()
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
    assert "immutable" in answer.headers["cache-control"]
    other = ask(app, f"/{stylesheet.FOLDER}/{'0' * 16}.css")
    assert other.text == stylesheet.rules()
    assert other.headers["cache-control"] == "no-cache"
