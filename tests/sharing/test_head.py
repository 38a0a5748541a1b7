"""Tests of dash.sharing.head: what the head of each address says."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dash.dossier.model import Dossier
from dash.dossier.records import key_of_row
from dash.schema.problems import DossierError
from dash.sharing.addresses import KINDS, Subject, comparison, record_path, subject_at
from dash.sharing.head import (
    Head,
    page_head,
    record_head,
    tags,
    title_of,
    with_head,
    without_script,
)
from dash.sharing.telling import Teller
from dash.site import PAGES
from tests import factories as make
from tests.sharing.hostile import TEXT
from tests.sharing.hostile import dossier as hostile

ROOT = "https://news.example/dossier"


class Read(HTMLParser):
    """What a reader of a head finds in it."""

    def __init__(self, text: str) -> None:
        """Read a head."""
        super().__init__()
        self.metas: dict[str, str] = {}
        self.links: list[dict[str, str | None]] = []
        self.scripts: list[dict[str, str | None]] = []
        self.texts: dict[str, str] = {}
        self.tags: list[str] = []
        self._open = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append(tag)
        self._open = tag
        if tag == "meta":
            name = found.get("property") or found.get("name")
            assert name not in self.metas
            self.metas[name or ""] = found["content"] or ""
        elif tag == "link":
            self.links.append(found)
        elif tag == "script":
            self.scripts.append(found)

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts[self._open] = self.texts.get(self._open, "") + data


def _read(teller: Teller, page: str, query: str, root: str = ROOT) -> tuple[Head, Read]:
    subject = subject_at(teller.dossier, page, query)
    head = record_head(teller, subject, root) if subject else page_head(teller, page, root)
    story = teller.dossier.story
    return head, Read(tags(head, story.title, story.language, root))


def test_every_record_of_the_shipped_dossier_has_its_own_head(shipped: Dossier) -> None:
    teller, titles = Teller(shipped), set()
    subjects = [
        Subject(kind, str(key_of_row(row)))
        for kind, table in KINDS.items()
        for row in shipped.records(table)
    ]
    subjects += [comparison(*pair) for pair in shipped.story.comparison.pairs]
    for subject in subjects:
        path = record_path(shipped, subject.kind, subject.key)
        page, _, query = path[1:].partition("?")
        head, read = _read(teller, page, query)
        assert head.about == subject
        assert read.texts["title"] == head.title
        assert head.title.endswith(f" · {shipped.story.title}")
        assert read.metas["description"] == read.metas["og:description"] == head.description
        assert read.metas["og:url"] == ROOT + path
        card = f"{ROOT}/card/{subject.kind}/{subject.key}.png"
        assert read.metas["og:image"] == read.metas["twitter:image"] == card
        assert [link["href"] for link in read.links if link["rel"] == "canonical"] == [ROOT + path]
        json.loads(read.texts["script"])
        titles.add(head.title)
    # Two events and some figures may be called the same; hardly any are.
    assert len(titles) > 0.9 * len(subjects)


@pytest.mark.parametrize("page", [page.name for page in PAGES])
def test_a_page_without_a_record_is_called_by_its_name(page: str, shipped: Dossier) -> None:
    head, read = _read(Teller(shipped), page, "quotes_view=Exchange&quote=nobody")
    at_home = page == "app"
    assert read.metas["og:type"] == "website"
    assert read.metas["twitter:card"] == "summary_large_image"
    assert read.metas["og:image"] == f"{ROOT}/card/page/{page}.png"
    assert head.title.endswith(shipped.story.title)
    assert (head.title == shipped.story.title) == at_home
    assert ("script" in read.tags) == at_home
    assert head.path == ("/" if at_home else f"/{page}")
    assert [link["rel"] for link in read.links] == ["canonical", "alternate"]


def test_an_editor_finds_the_frame_of_a_record(shipped: Dossier) -> None:
    _, read = _read(Teller(shipped), "quotes", "quote=Q13")
    asked = "url=https%3A%2F%2Fnews.example%2Fdossier%2Fquotes%3Fquote%3DQ13"
    feed = {"application/atom+xml": f"{ROOT}/corrections.atom"}
    assert {
        link["type"]: link["href"] for link in read.links if link["rel"] == "alternate"
    } == feed | {
        "application/json+oembed": f"{ROOT}/oembed?{asked}&format=json",
        "text/xml+oembed": f"{ROOT}/oembed?{asked}&format=xml",
    }


def test_without_an_address_nothing_is_said_that_needs_one(shipped: Dossier) -> None:
    _, read = _read(Teller(shipped), "quotes", "quote=Q13", root="")
    assert read.links == []
    assert not {"og:url", "og:image", "twitter:image"} & read.metas.keys()
    assert read.metas["og:title"].startswith("“destabilization efforts")


@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("app", ""),
        ("quotes", "quote=Q1"),
        ("quotes", "difference=D1"),
        ("casualties", "figure=hurt-many"),
        ("casualties", "compare_a=hurt-many&compare_b=hurt-count"),
        ("map", "map_place=bridge"),
        ("timeline", "event=quarrel"),
        ("slideshow", "slide=1"),
        ("sources", "source=paper"),
    ],
)
def test_a_strangers_text_ends_no_tag(page: str, query: str, tmp_path: Path) -> None:
    dossier = hostile(tmp_path)
    assert not dossier.problems
    head, read = _read(Teller(dossier), page, query)
    assert set(read.tags) == {"title", "meta", "link", "script"}
    assert [script["type"] for script in read.scripts] == ["application/ld+json"]
    assert TEXT.split()[0] in read.texts["title"]
    assert json.loads(read.texts["script"]) == head.data
    assert (head.about is None) == (page == "app")


def test_a_head_stands_in_a_served_page_in_place_of_its_title() -> None:
    page = "<head><meta charset='UTF-8' /><title>Streamlit</title></head><title>2</title>"
    told = r"<title>\1 \g<0></title>"
    assert with_head(page, told) == page.replace("<title>Streamlit</title>", told)


def test_without_script_a_record_is_told_and_read_elsewhere(shipped: Dossier) -> None:
    teller = Teller(shipped)
    head = record_head(teller, Subject("statement", "Q13"), ROOT)
    told = without_script(head, "en", ROOT)
    assert f'<a href="{ROOT}/embed/statement/Q13">' in told
    assert "destabilization efforts" in told
    assert "<a" not in without_script(head, "en", "")
    assert "<a" not in without_script(page_head(teller, "map", ROOT), "en", ROOT)
    page = "<title>Streamlit</title><noscript><p>Enable it.</p></noscript>"
    assert with_head(page, "", told) == f"<noscript>{told}<p>Enable it.</p></noscript>"


def test_the_territory_of_a_language_is_told_as_open_graph_writes_it(tmp_path: Path) -> None:
    for language, written in (("en-GB", "en_GB"), ("zh-Hant", None), ("en", None)):
        story = make.STORY.replace('language = "en"', f'language = "{language}"')
        _, read = _read(Teller(make.dossier(tmp_path, story)), "app", "")
        assert read.metas.get("og:locale") == written


def test_a_broken_table_is_raised_and_a_page_can_still_be_told(tmp_path: Path) -> None:
    teller = Teller(make.dossier(tmp_path, quotes=[make.quote(speech="loud")]))
    with pytest.raises(DossierError):
        record_head(teller, Subject("statement", "Q1"), ROOT)
    assert page_head(teller, "map", ROOT).title == "Map · A quarrel over a bridge"


def test_the_home_page_is_called_as_the_dossier_is() -> None:
    assert title_of("", "A quarrel") == "A quarrel"
    assert not re.search("Streamlit", title_of("Map", "A quarrel"))
