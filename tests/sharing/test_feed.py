"""Tests of the feed of corrections, read as a feed reader does."""

from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

from dash.dossier.model import Dossier
from dash.sharing.feed import feed
from tests import factories as make

ATOM = "{http://www.w3.org/2005/Atom}"
ROOT = "https://news.example/war"


def _read(dossier: Dossier, root: str = ROOT) -> ElementTree.Element:
    return ElementTree.fromstring(feed(dossier, root))  # noqa: S314 - our own feed


def test_a_feed_has_what_atom_asks_for(shipped: Dossier) -> None:
    """RFC 4287, 4.1.1 and 4.1.2: id, title and updated of all, an author, and ids that differ."""
    found = _read(shipped)
    entries = found.findall(f"{ATOM}entry")
    assert len(entries) == len(shipped.corrections)
    for one in (found, *entries):
        for tag in ("id", "title", "updated"):
            assert one.findtext(f"{ATOM}{tag}")
        moment = datetime.fromisoformat(one.findtext(f"{ATOM}updated") or "")
        assert moment.tzinfo is not None
    assert found.findtext(f"{ATOM}author/{ATOM}name")
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries)
    (own,) = found.findall(f"{ATOM}link")
    assert own.attrib == {"rel": "self", "href": f"{ROOT}/corrections.atom"}


def test_an_entry_says_what_was_and_is_and_leads_to_the_record(tmp_path: Path) -> None:
    entry = _read(make.dossier(tmp_path)).find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}title") == "Figure hurt-many"
    assert entry.findtext(f"{ATOM}content") == "It was: a dozen Now: more than a dozen"
    assert entry.findtext(f"{ATOM}updated") == "2020-06-01T00:00:00Z"
    link = entry.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == f"{ROOT}/casualties?figure=hurt-many"


def test_the_latest_stands_first_and_dates_the_feed(tmp_path: Path) -> None:
    rows = [make.correction(id=f"C{day}", date=f"2020-06-0{day}") for day in (1, 3, 2)]
    found = _read(make.dossier(tmp_path, corrections=rows))
    days = [one.text for one in found.iter(f"{ATOM}updated")]
    assert days == [f"2020-06-0{day}T00:00:00Z" for day in (3, 3, 2, 1)]


def test_a_strangers_text_is_shown_as_the_letters_it_is(tmp_path: Path) -> None:
    text = "</content><script>alert(1)</script> & ]]> \u202e"
    found = _read(make.dossier(tmp_path, corrections=[make.correction(was=text)]))
    assert {one.tag for one in found.iter()} <= {
        f"{ATOM}{tag}"
        for tag in ("feed", "title", "id", "link", "updated", "author", "name", "entry", "content")
    }
    assert "</content><script>alert(1)</script> & ]]> [U+202E]" in "".join(found.itertext())


def test_without_corrections_or_an_address_it_is_sound_too(tmp_path: Path) -> None:
    found = _read(make.dossier(tmp_path / "a", corrections=[]))
    assert found.findtext(f"{ATOM}updated") == "2020-05-06T00:00:00Z"
    rows = [make.correction(record=""), make.correction(id="C2", table="actors", record="mayor")]
    found = _read(make.dossier(tmp_path / "b", corrections=rows), root="")
    assert list(found.iter(f"{ATOM}link")) == []
    assert len(found.findall(f"{ATOM}entry")) == 2
