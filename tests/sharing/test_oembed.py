"""Tests of dash.sharing.oembed: what an editor is told of an address, as oEmbed 1.0 has it."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from dash.dossier.model import Dossier
from dash.sharing.addresses import Subject, comparison, record_path
from dash.sharing.oembed import answer, as_xml, subject_of_address
from dash.sharing.telling import Teller
from tests.sharing.hostile import TEXT
from tests.sharing.hostile import dossier as hostile

ROOT = "https://news.example/dossier"
QUOTE = Subject("statement", "Q13")


@pytest.mark.parametrize(
    "subject", [QUOTE, Subject("slide", "3"), comparison("killed-14000", "killed-13000")]
)
def test_an_address_of_a_record_is_known(subject: Subject, shipped: Dossier) -> None:
    path = record_path(shipped, subject.kind, subject.key)
    for root in (ROOT, ROOT.replace("https", "http")):
        assert subject_of_address(Teller(shipped), root + path, ROOT) == subject


@pytest.mark.parametrize(
    "address",
    [
        "https://elsewhere.example/dossier/quotes?quote=Q13",
        "https://news.example/quotes?quote=Q13",
        "https://news.example/dossier/quotes?quote=Q99",
        "https://news.example/dossier/quotes",
        "https://news.example/dossier",
        "https://news.example@elsewhere.example/dossier/quotes?quote=Q13",
        "javascript://news.example/dossier/quotes?quote=Q13",
        "//news.example/dossier/quotes?quote=Q13",
        "https://[news/dossier/quotes?quote=Q13",
        "quotes?quote=Q13",
    ],
)
def test_any_other_address_is_not(address: str, shipped: Dossier) -> None:
    assert subject_of_address(Teller(shipped), address, ROOT) is None


def test_an_answer_has_what_the_standard_asks_of_rich_content(shipped: Dossier) -> None:
    found = answer(Teller(shipped), QUOTE, ROOT, (), (None, None))
    assert (found["version"], found["type"]) == ("1.0", "rich")
    assert f'src="{ROOT}/embed/statement/Q13"' in str(found["html"])
    assert f'width="{found["width"]}" height="{found["height"]}"' in str(found["html"])
    assert found["thumbnail_url"] == f"{ROOT}/card/statement/Q13.png"
    assert (found["thumbnail_width"], found["thumbnail_height"]) == (1200, 630)
    assert found["provider_name"] == shipped.story.title


def test_limits_are_kept_by_frame_and_thumbnail(shipped: Dossier) -> None:
    found = answer(Teller(shipped), QUOTE, ROOT, (), (320, 200))
    assert (found["width"], found["height"]) == (320, 200)
    assert 'width="320" height="200"' in str(found["html"])
    assert not [name for name in found if name.startswith("thumbnail")]
    assert answer(Teller(shipped), QUOTE, ROOT, (), (2000, 2000))["width"] == 600


def test_as_xml_it_says_the_same_whatever_the_dossier_holds(tmp_path: Path) -> None:
    found = answer(Teller(hostile(tmp_path)), Subject("event", "quarrel"), ROOT, (), (None, None))
    read = ElementTree.fromstring(as_xml(found).encode())  # noqa: S314 - our own
    assert read.tag == "oembed"
    assert {one.tag: one.text for one in read} == {name: str(told) for name, told in found.items()}
    assert found["provider_name"] == TEXT
    assert len(re.findall("[<>]", str(found["html"]))) == 4
