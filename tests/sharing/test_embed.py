"""Tests of dash.sharing.embed: one record as a page for a frame in somebody else's."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from dash.dossier.model import Dossier
from dash.dossier.records import key_of_row
from dash.palette import DARK, LIGHT
from dash.sharing.addresses import KINDS, Subject, comparison
from dash.sharing.drawing import drawn
from dash.sharing.embed import (
    SCRIPT,
    STYLE,
    code_to_copy,
    embed_page,
    frame_code,
    height_of,
    image,
    policy,
)
from dash.sharing.telling import Teller
from tests import factories as make
from tests.sharing.hostile import TEXT
from tests.sharing.hostile import dossier as hostile

ROOT = "https://news.example/dossier"
LIGHTEST = 30_000


def _page(dossier: Dossier, subject: Subject) -> str:
    teller = Teller(dossier)
    return embed_page(teller, subject, ROOT, drawn(teller, subject))


def test_every_record_of_the_shipped_dossier_is_light_and_leads_back(shipped: Dossier) -> None:
    teller = Teller(shipped)
    subjects = [
        Subject(kind, str(key_of_row(row)))
        for kind, table in KINDS.items()
        for row in shipped.records(table)
    ]
    subjects += [comparison(*pair) for pair in shipped.story.comparison.pairs]
    for subject in subjects:
        page = embed_page(teller, subject, ROOT, drawn(teller, subject))
        assert len(page.encode()) < LIGHTEST
        assert '<html lang="en" dir="ltr">' in page
        assert page.count("<h1") == page.count("<main>") == 1
        assert f'">{shipped.story.title}</a>' in page
        # What it loads, it loads from nowhere.
        assert not re.search(r"<(link (?!rel=\"canonical\")|script src|img)", page)
        assert "static/js" not in page


def test_a_figure_says_who_when_and_what_is_open(shipped: Dossier) -> None:
    page = _page(shipped, Subject("figure", "killed-14000"))
    for told in ("14,000", "Everyone (not stated)", "Ukraine, since 2014", "paragraph 10"):
        assert told in page
    assert f'href="{ROOT}/casualties?figure=killed-14000"' in page
    # The words it rests on are marked at the source.
    assert "#:~:text=" in page


def test_all_that_it_rests_on_is_named(shipped: Dossier) -> None:
    pair = _page(shipped, comparison("killed-14000", "killed-13000"))
    assert pair.count(">Source:</span>") == 1
    assert "paragraphs 10 and 26</a>" in pair
    assert _page(shipped, Subject("difference", "D29")).count(">Source:</span>") > 1
    altered = _page(shipped, Subject("statement", "Q13"))
    assert '<span lang="en">Compared with:</span> <a href="https://' in altered
    assert "<strong>14,000" in _page(shipped, Subject("figure", "killed-14000"))


def test_the_policy_lets_its_own_style_and_script_run_and_anybody_frame_it() -> None:
    allowed = policy()
    assert allowed.startswith("default-src 'none'")
    assert "frame-ancestors" not in allowed
    for text in (STYLE, SCRIPT):
        digest = b64encode(sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in allowed
    assert "unsafe" not in allowed


def test_no_style_stands_outside_of_what_the_policy_allows(shipped: Dossier) -> None:
    page = _page(shipped, comparison("killed-14000", "killed-13000"))
    assert f"<style>{STYLE}</style>" in page
    assert f"<script>{SCRIPT}</script>" in page
    assert " style=" not in page
    assert not re.search(r"\son\w+=", page)


def test_both_themes_are_in_its_stylesheet_and_none_in_its_drawings(shipped: Dossier) -> None:
    for colour in (LIGHT.paper, DARK.paper, LIGHT.accent, DARK.accent):
        assert colour in STYLE
    body = _page(shipped, Subject("figure", "killed-14000")).partition("</head>")[2]
    assert "<svg" in body
    assert not re.search("#[0-9a-f]{6}", body)
    assert set(re.findall(r"var\((--[\w-]+)\)", body)) <= set(re.findall(r"(--[\w-]+):", STYLE))


def test_a_language_from_right_to_left_runs_so(tmp_path: Path) -> None:
    story = make.STORY.replace('language = "en"', 'language = "he"')
    page = _page(make.dossier(tmp_path, story), Subject("statement", "Q1"))
    assert '<html lang="he" dir="rtl">' in page
    assert '<h1 lang="en" dir="ltr">Full quotation</h1>' in page
    # Where letters are placed by their start, a scale would lose both its ends.
    assert "svg { direction: ltr; }" in page


def test_quotations_alone_stand_as_quotations(tmp_path: Path) -> None:
    quotes = [make.quote(), make.quote(id="R1", speech="paraphrase", text="They refuse.")]
    dossier = make.dossier(tmp_path, quotes=quotes)
    assert "<blockquote" in _page(dossier, Subject("statement", "Q1"))
    assert "<blockquote" not in _page(dossier, Subject("statement", "R1"))


def test_a_strangers_text_is_shown_as_its_letters(tmp_path: Path) -> None:
    dossier = hostile(tmp_path)
    harmless = _page(make.dossier(tmp_path / "sound"), Subject("statement", "Q1"))
    for kind, table in KINDS.items():
        for row in dossier.records(table):
            page = _page(dossier, Subject(kind, str(key_of_row(row))))
            assert page.count("<script") == harmless.count("<script") == 1
            assert page.count("</style>") == 1
            assert not re.search("<img|<!--|hacked\\(\\)</script>", page)
            assert "&lt;/title&gt;" in page


def test_the_code_to_copy_is_a_frame_that_a_text_cannot_leave() -> None:
    code = frame_code(Subject("statement", "Q1"), TEXT, ROOT, ("100%", 300))
    assert code.count("<") == code.count(">") == 2
    assert f'src="{ROOT}/embed/statement/Q1"' in code
    assert 'width="100%"' in code
    whole = code_to_copy(Subject("statement", "Q1"), TEXT, ROOT, 300)
    assert whole.startswith(code)
    assert whole.count("<script>") == 1


def test_a_picture_has_its_words_and_its_credit() -> None:
    shown = image("/app/static/pictures/1", 'A "bridge"', "Somebody (CC BY 4.0).")
    assert shown.html == '<img src="/app/static/pictures/1" alt="A &quot;bridge&quot;">'
    assert shown.below == "Somebody (CC BY 4.0)."


def test_a_frame_is_as_high_as_its_texts_are_long(shipped: Dossier, tmp_path: Path) -> None:
    quotes = [make.quote(), make.quote(id="Q2", text="no " * 400 + "never", exact="no")]
    teller = Teller(make.dossier(tmp_path, quotes=quotes))
    short, long = (height_of(teller.tell(Subject("statement", key)), ()) for key in ("Q1", "Q2"))
    assert short < 250
    assert long > 600
    teller, subject = Teller(shipped), Subject("figure", "killed-14000")
    told = teller.tell(subject)
    assert height_of(told, drawn(teller, subject)) > height_of(told, ()) + 100
