"""Tests of the page /quotes, run by AppTest."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dash.dossier.model import Dossier
from dash.statements.quotes import is_reported
from dash.ui.quotes.browse import PAGE_SIZE
from tests import factories as make
from tests.pages.app import open_page, text_of

PAGE = "pages/quotes.py"
VIEWS = ["Browse", "Exchange", "Where accounts differ"]


def _rows(app: AppTest) -> list[str]:
    """Return the texts of the rows: each begins with a heading of the third level."""
    texts = [str(part.value).replace("\\", "").replace("\u00a0", " ") for part in app.markdown]
    return [text for text in texts if text.startswith("### ")]


def _told(app: AppTest) -> str:
    """Return what is announced: the count, with what was chosen."""
    bodies = [str(part.proto.body) for part in app.get("html")]
    (status,) = [body for body in bodies if body.startswith('<div role="status"')]
    return status


def _open_details(app: AppTest, quote: str, where: str = "") -> AppTest:
    app.session_state[f"details_{where}{quote}"] = True
    return app.run()


def test_a_page_of_statements_is_shown_with_what_a_reader_needs() -> None:
    app = open_page(PAGE)
    rows = _rows(app)
    assert len(rows) == PAGE_SIZE
    assert "<h2>41 statements</h2>" in _told(app)
    (build_up,) = [row for row in rows if "voiced our concerns" in row]
    assert build_up.startswith("### **“voiced")
    who = "**White House**, Office of the US president · 13 April 2021 · written statement"
    assert who in build_up
    assert ":green[**= Agrees**]" in build_up


def test_each_row_has_one_details_that_names_the_record(each_shipped: Dossier) -> None:
    app = open_page(PAGE)
    labels = [expander.label for expander in app.expander]
    assert len(labels) == PAGE_SIZE
    named = {label.removeprefix(":primary[Details of ").removesuffix("]") for label in labels}
    assert len(named) == PAGE_SIZE
    assert named <= {quote["id"] for quote in each_shipped.records("quotes")}
    assert not app.button, "no button stands in a row"


def test_reported_speech_never_wears_quotation_marks(each_shipped: Dossier) -> None:
    rows = _rows(open_page(PAGE, quotes_speech="Reported speech"))
    reported = sum(is_reported(quote) for quote in each_shipped.records("quotes"))
    assert len(rows) == min(reported, PAGE_SIZE)
    for row in rows:
        heading, said = row.split("\n\n", 1)
        assert "Reported in our words" in said
        assert "“" not in heading
        assert "**" not in heading


@pytest.mark.parametrize(
    ("query", "count", "words"),
    [
        ({"quotes_speaker": "Jen Psaki"}, 1, "Russia now has more troops"),
        ({"quotes_search": "Kiev"}, 3, "***Kyiv***"),
        ({"quotes_search": "Zelenskyy"}, 1, "***Zelenskiy***"),
        ({"quotes_search": "Kremln"}, 8, "Nothing has “Kremln”; it was read as “kremlin”."),
        ({"quotes_side": "Germany", "quotes_check": "Altered"}, 1, "Maas said"),
        ({"quotes_topic": "A summit"}, 3, "<h2>3 of 41 statements</h2><p>Topic: A summit</p>"),
        ({"quotes_page": "6"}, 1, "<h2>41 statements</h2>"),
    ],
)
def test_the_address_says_what_is_shown(query: dict[str, str], count: int, words: str) -> None:
    app = open_page(PAGE, **query)
    assert not app.exception
    assert len(_rows(app)) == count
    assert words in text_of(app) + _told(app)


@pytest.mark.parametrize(
    ("key", "change"),
    [
        # The three bent quotations of the intelligence report.
        ("Q12", ":orange-background[~~would likely~~] :orange-background[**will**] continue"),
        ("Q13", "settlement talks :orange-background[**remain stalled**] and low-level"),
        ("Q08", ":orange-background[~~its~~] :orange-background[**this**] military"),
        ("Q03", "with Russia **consistent with U.S. interests**"),
        ("R25", ":orange-background[**completely**] rely on the"),
        # Too unlike for a comparison word by word: the source's own words.
        ("R01", "in the source: “called on Russia to de-escalate tensions”"),
        ("Q05", "? Not found**]: looked for and not found"),
    ],
)
def test_what_differs_from_the_source_stands_in_the_row(key: str, change: str) -> None:
    rows: list[str] = []
    for check in ("Altered", "Shortened", "Not found"):
        app = open_page(PAGE, quotes_check=check)
        rows += _rows(app)
        assert [expander.label for expander in app.expander], check
    assert [row for row in rows if change in row], key


def test_what_agrees_or_was_not_compared_shows_no_change() -> None:
    for check in ("Agrees", "Not compared"):
        for row in _rows(open_page(PAGE, quotes_check=check)):
            assert "beside the source" not in row
            assert "~~" not in row


def test_the_squares_are_the_filter_and_say_how_many() -> None:
    app = open_page(PAGE)
    (results,) = app.get("button_group")[1:]
    contents = [option.content for option in results.proto.options]
    assert ":orange[**≠**]\u00a0Altered **7**" in contents
    (picture,) = [part.proto.body for part in app.get("html") if "<img" in part.proto.body]
    assert "agrees 7, shortened 5, altered 7, not found 7, not compared 15. Listed: 41." in picture
    app = open_page(PAGE, quotes_check="Altered")
    assert len(_rows(app)) == 7
    assert any("Listed: 7." in str(part.proto.body) for part in app.get("html"))
    assert "Result of the check: Altered" in _told(app)


def test_details_hold_words_source_citation_places_and_files(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DOSSIER_ADDRESS", "https://news.example")
    app = _open_details(open_page(PAGE, quotes_check="Altered"), "Q13")
    assert not app.exception
    told = text_of(app)
    for words in (
        "**The story printed**, paragraph 48",
        "Left out: “remain stalled”.",
        "**How far it was checked:**",
        "13 April 2021 (worked out from the weekday), report",
    ):
        assert words in told, words
    assert "https://news.example/quotes?quote=Q13&version=" in app.code[0].value
    links = [link.proto.label.replace("\\", "") for link in app.get("page_link")]
    assert any("Ukraine" in label for label in links)
    labels = [button.label.replace("\\", "") for button in app.button]
    assert any("Two missing words" in label for label in labels)
    assert any("Q13 alone, under an address of its own" in label for label in labels)
    assert len(app.get("download_button")) == 3


def test_no_comparison_is_offered_where_the_words_are_too_unlike() -> None:
    told = text_of(open_page(PAGE, quote="R11"))
    assert "### Story and source" in told
    assert "Word by word" not in told
    assert "share too few words" not in told
    assert "### The words" in text_of(open_page(PAGE, quote="R02"))


def test_no_result_offers_what_to_leave_out() -> None:
    app = open_page(PAGE, quotes_search="stalled", quotes_side="Russia")
    assert _rows(app) == []
    assert "Leave one condition out" in app.info[0].value
    loosen = [button for button in app.button if "Leave out" in button.label]
    assert [button.label for button in loosen] == [
        "Leave out the search for “stalled” (13 statements)",
        "Leave out side\\: Russia (1 statement)",
    ]
    loosen[1].click().run()
    assert len(_rows(app)) == 1
    assert "quotes_side" not in app.query_params
    assert app.text_input(key="quotes_search").value == "stalled"


def test_the_result_of_the_check_can_be_left_out_too() -> None:
    app = open_page(PAGE, quotes_search="Maas", quotes_check="Agrees")
    assert _rows(app) == []
    (loosen,) = [button for button in app.button if "result of the check" in button.label]
    loosen.click().run()
    assert len(_rows(app)) == 1


def test_show_all_drops_search_and_filters() -> None:
    app = open_page(PAGE, quotes_search="russia", quotes_side="Ukraine", quotes_check="Agrees")
    app.button(key="all").click().run()
    assert "<h2>41 statements</h2>" in _told(app)


def test_counts_say_how_many_there_would_be() -> None:
    app = open_page(PAGE, quotes_side="Germany")
    app.session_state["quotes_filters"] = True
    assert "United States\u00a0**17**" in text_of(app.run())
    (results,) = app.get("button_group")[1:]
    contents = [option.content for option in results.proto.options]
    assert ":orange[**≠**]\u00a0Altered **1**" in contents
    assert ":green[**=**]\u00a0Agrees **0**" in contents


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("Q13", ["### Word by word", "Left out: “remain stalled”.", "**remain stalled**"]),
        (
            "Q12",
            ["[~~would likely~~] “continue to employ", ":orange-background[**will**] continue"],
        ),
        ("Q14", ["Order changed: the story prints this part of the sentence first"]),
        ("Q03", ["*(consistent with U.S. interests)*"]),
        ("R25", [":orange-background[**completely**]", "~~the European Union could~~"]),
    ],
)
def test_a_statement_alone_is_compared_word_by_word(key: str, words: list[str]) -> None:
    app = open_page(PAGE, quote=key)
    assert not app.exception
    for expected in words:
        assert expected in text_of(app), expected
    # The page is its alone: there are no rows to unfold.
    assert {expander.label for expander in app.expander} <= {"Picture to post", "Embed"}


def test_a_difference_alone_names_its_records() -> None:
    app = open_page(PAGE, difference="D21")
    assert "The report's two clauses in reverse order" in text_of(app)
    labels = [button.label.replace("\\", "") for button in app.button]
    assert any("“Russia does not want" in label for label in labels)
    assert not any("alone" in label for label in labels)


def test_the_records_of_a_difference_stand_by_kind() -> None:
    app = open_page(PAGE, difference="D02")
    labels = [link.proto.label.replace("\\", "") for link in app.get("page_link")]
    records = [label for label in labels if "People killed" in label or "Slide " in label]
    assert len(records) == 5
    assert "Slide" in records[-1], "figures come together, before slides"
    assert any("14,000" in label and "according to Ukraine" in label for label in records)


@pytest.mark.parametrize(
    ("query", "what"),
    [
        ({"quote": "Q99"}, "statement 'Q99'"),
        ({"difference": "D99"}, "difference 'D99'"),
        ({"quotes_topic": "Weather"}, "topic 'Weather'"),
        ({"quotes_check": "Wrong"}, "result of the check 'Wrong'"),
        ({"quotes_view": "Cinema"}, "view 'Cinema'"),
    ],
)
def test_an_unknown_record_is_told_and_the_page_is_shown(query: dict[str, str], what: str) -> None:
    app = open_page(PAGE, **query)
    assert f"asks for the {what}" in text_of(app)
    assert len(_rows(app)) == PAGE_SIZE


def test_the_exchange_puts_sides_beside_each_other() -> None:
    app = open_page(PAGE, quotes_view="Exchange", quotes_exchange="Provocations")
    heads = [head.value for head in app.header]
    assert heads == [
        "Russia",
        "Ukraine",
        "OSCE",
        "In the story's own voice, attributed to nobody",
    ]
    told = text_of(app)
    assert "does not say who is right" in told
    assert "set by the story against Q05 and R08" in told


def test_the_topics_say_which_sides_speak_on_them() -> None:
    app = open_page(PAGE, quotes_view="Exchange")
    (topics,) = app.radio
    captions = dict(zip(topics.options, topics.proto.captions, strict=True))
    assert captions["Provocations"] == "Russia\u00a02 · OSCE\u00a01 · Ukraine\u00a01"


def test_details_open_in_each_column_that_a_joint_statement_stands_in() -> None:
    app = open_page(PAGE, quotes_view="Exchange", quotes_exchange="Provocations")
    for side in ("Russia", "Ukraine"):
        _open_details(app, "R07", f"{side}_")
    assert not app.exception
    assert not app.error
    assert len(app.code) == 2


def test_differences_are_filtered_by_topic_and_kind() -> None:
    app = open_page(
        PAGE,
        quotes_view="Where accounts differ",
        quotes_difference_kind="Misquoted",
        quotes_difference_topic="The US intelligence report",
    )
    total = "4 of 36 differences</h2><p>Misquoted · The US intelligence report</p>"
    assert total in _told(app)
    assert "Two missing words reverse the sense" in text_of(app)


def test_no_difference_blames_only_filters_that_are_set() -> None:
    app = open_page(
        PAGE,
        quotes_view="Where accounts differ",
        quotes_difference_kind="Contradiction",
        quotes_difference_topic="The US intelligence report",
    )
    assert "take one away" in app.info[0].value


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_runs_on_somebody_elses_dossier(
    view: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSSIER", str(make.write(tmp_path)))
    app = open_page(PAGE, quotes_view=view)
    assert not app.exception
    assert not app.error
    assert "We shall not pay" in text_of(app) or view == "Where accounts differ"


def test_a_dossier_without_statements_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = make.write(tmp_path, quotes=[], slides=[make.slide(quotes="")], differences=[])
    monkeypatch.setenv("DOSSIER", str(empty))
    for view in VIEWS:
        app = open_page(PAGE, quotes_view=view)
        assert not app.exception
        assert not app.error
        assert "This dossier has no statements and no differences." in text_of(app)
        assert "filter" not in text_of(app)
