"""Tests of dash.ui.slideshow.pictures: a picture by an address that may be cached for ever."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.requests import Request
from starlette.responses import Response

from dash.dossier.model import Dossier
from dash.dossier.pictures import Picture
from dash.ui.slideshow.pictures import current_pictures, picture_routes


def _get(route: int, digest: str) -> Response:
    scope = {"type": "http", "path_params": {"digest": digest}, "headers": []}
    # In a thread of its own: the browser tests leave an event loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        endpoint = picture_routes()[route].endpoint
        answer: Response = pool.submit(lambda: asyncio.run(endpoint(Request(scope)))).result()
    return answer


@pytest.mark.parametrize("route", [0, 1], ids=["picture", "thumbnail"])
def test_a_picture_is_sent_as_what_it_is_and_as_nothing_else(route: int, shipped: Dossier) -> None:
    pictures = current_pictures(shipped).values()
    picture = next(opened for opened in pictures if isinstance(opened, Picture))
    headers = _get(route, picture.digest).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-security-policy"] == "default-src 'none'"
    assert headers["content-type"].startswith("image/")
