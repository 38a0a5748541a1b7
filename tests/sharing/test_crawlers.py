"""Tests of dash.sharing.crawlers: the list of all addresses."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from dash.dossier.model import Dossier
from dash.sharing import crawlers
from dash.sharing.addresses import KINDS
from dash.site import offered
from tests import factories as make

ROOT = "https://news.example/dossier"
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def _addresses(dossier: Dossier) -> list[str]:
    written = crawlers.sitemap(dossier, ROOT)
    found = ElementTree.fromstring(written)  # noqa: S314 - our own
    return [str(one.text).removeprefix(ROOT) for one in found.iter(LOC)]


def test_all_pages_and_records_are_listed_once(shipped: Dossier) -> None:
    found = _addresses(shipped)
    assert found[:2] == ["/", "/map"]
    assert "/casualties?compare_a=killed-14000&compare_b=killed-13000" in found
    assert len(found) == len(set(found))
    records = sum(len(shipped.records(table)) for table in KINDS.values())
    pairs = len(shipped.story.comparison.pairs)
    assert len(found) == records + len(offered(shipped)) + pairs


def test_a_broken_table_takes_its_own_records_only(tmp_path: Path) -> None:
    found = _addresses(make.dossier(tmp_path, quotes=[make.quote(speech="loud")]))
    assert not any("quote=" in address for address in found)
    assert "/map?map_place=bridge" in found


def test_a_file_has_no_more_addresses_than_it_may(
    shipped: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crawlers, "MOST", 10)
    assert len(_addresses(shipped)) == 10


def test_crawlers_are_told_of_the_list() -> None:
    assert crawlers.robots(ROOT).splitlines()[-1] == f"Sitemap: {ROOT}/sitemap.xml"
