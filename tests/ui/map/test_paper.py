"""Tests of dash.ui.map.paper: what an address of the map for paper asks for."""

import asyncio
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from dash.dossier.model import Dossier
from dash.maps.atlas import Atlas, gather_atlas, with_figures
from dash.palette import LIGHT
from dash.ui.map import paper


def _get(query: str) -> Response:
    scope = {"type": "http", "query_string": query.encode(), "headers": []}
    # In a thread of its own: the browser tests leave an event loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        run = pool.submit(lambda: asyncio.run(paper.paper_routes()[0].endpoint(Request(scope))))
        answer: Response = run.result()
    return answer


def test_an_address_is_answered_with_a_drawing() -> None:
    answer = _get("view=donbas&on=countries&on=places&place=donetsk")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/svg+xml"
    assert ">Donetsk</text>" in bytes(answer.body).decode()


def test_paper_has_the_numbers_of_the_recorded_deaths(monkeypatch: pytest.MonkeyPatch) -> None:
    def as_yielded(dossier: Dossier, atlas: Atlas, on: Collection[str]) -> tuple[Atlas, None]:
        assert set(on) == {"deaths"}
        figures = [figure.copy() for figure in atlas.figures["deaths"]]
        for figure in figures:
            figure["best"], figure["bound"] = 4321.0, "exact"
        return with_figures(atlas, dossier, {figure["id"]: figure for figure in figures}), None

    query = "view=donbas&on=deaths"
    stated = bytes(_get(query).body)
    monkeypatch.setattr(paper, "with_record", as_yielded)
    assert bytes(_get(query).body) != stated


@pytest.mark.parametrize(
    "query", ["", "view=mars", "view=region&place=mars", "view=region&day=2021-02-30"]
)
def test_what_is_not_there_is_not_drawn(query: str) -> None:
    assert _get(query).status_code == 404


def test_paper_is_light_and_shows_only_layers_that_are_known(shipped: Dossier) -> None:
    asked = QueryParams("view=crimea&on=crimea&on=mars&day=2021-04-13")
    scene = paper.asked_scene(shipped, gather_atlas(shipped), asked)
    assert scene is not None
    assert (scene.palette, scene.on, scene.day) == (LIGHT, {"crimea"}, "2021-04-13")
