"""Tests of the page /quotes, run by AppTest."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests import factories as make
from tests.pages.app import open_page, text_of

PAGE = "pages/quotes.py"


def _cards(app: AppTest) -> list[str]:
    """Return the texts of the cards: they begin with the badge of the kind of speech."""
    texts = [str(part.value).replace("\\", "").replace("\u00a0", " ") for part in app.markdown]
    return [text for text in texts if text.startswith(":gray-badge")]


def test_a_page_of_statements_is_shown_with_what_a_reader_needs() -> None:
    app = open_page(PAGE)
    cards = _cards(app)
    assert len(cards) == 8
    assert "**41** of 41 statements" in text_of(app)
    (build_up,) = [card for card in cards if "voiced our concerns" in card]
    for words in (
        "Part of a sentence",
        "Agrees",
        "#### “voiced",
        "**White House**, Office of the US president, United States",
        "13 April 2021 (worked out from the weekday) · written statement · "
        "The build-up of troops · paragraph 4, Q01",
    ):
        assert words in build_up, words


def test_reported_speech_never_wears_quotation_marks() -> None:
    cards = _cards(open_page(PAGE, quotes_speech="Reported speech"))
    assert len(cards) == 8
    for card in cards:
        assert "*Reported in our words:*" in card
        assert "“" not in card.split("\n\n")[1]
        assert "####" not in card


@pytest.mark.parametrize(
    ("query", "count", "words"),
    [
        ({"quotes_speaker": "Jen Psaki"}, 1, "Russia now has more troops"),
        ({"quotes_search": "Kiev"}, 3, "***Kyiv***"),
        ({"quotes_search": "Zelenskyy"}, 1, "***Zelenskiy***"),
        ({"quotes_search": "Kremln"}, 8, "Nothing has “Kremln”; it was read as “kremlin”."),
        ({"quotes_side": "Germany", "quotes_check": "Altered"}, 1, "Maas said"),
        ({"quotes_topic": "A summit"}, 3, "**3** of 41 statements"),
        ({"quotes_page": "6"}, 1, "**41** of 41"),
    ],
)
def test_the_address_says_what_is_shown(query: dict[str, str], count: int, words: str) -> None:
    app = open_page(PAGE, **query)
    assert not app.exception
    assert len(_cards(app)) == count
    assert words in text_of(app)


def test_no_result_offers_what_to_leave_out() -> None:
    app = open_page(PAGE, quotes_search="stalled", quotes_side="Russia")
    assert _cards(app) == []
    assert "Leave one condition out" in app.info[0].value
    loosen = [button for button in app.button if "Leave out" in button.label]
    assert [button.label for button in loosen] == [
        "Leave out the search for “stalled” (13 statements)",
        "Leave out side\\: Russia (1 statement)",
    ]
    loosen[1].click().run()
    assert len(_cards(app)) == 1
    assert app.session_state["quotes_side"] == []
    assert app.text_input(key="quotes_search").value == "stalled"


def test_show_all_drops_search_and_filters() -> None:
    app = open_page(PAGE, quotes_search="russia", quotes_side="Ukraine")
    app.button(key="all").click().run()
    assert "**41** of 41 statements" in text_of(app)


def test_counts_say_how_many_there_would_be() -> None:
    app = open_page(PAGE, quotes_side="Germany")
    app.session_state["quotes_filters"] = True
    told = text_of(app.run())
    assert "Altered\u00a0**1**" in told
    assert "United States\u00a0**17**" in told


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("Q13", ["Left out: “remain stalled”.", "**remain stalled**"]),
        (
            "Q12",
            ["[~~would likely~~] “continue to employ", ":orange-background[**will**] continue"],
        ),
        ("Q14", ["Order changed: the story prints this part of the sentence first"]),
        ("Q03", ["*(consistent with U.S. interests)*"]),
        ("R25", [":orange-background[**completely**]", "~~the European Union could~~"]),
        ("R11", ["share too few words"]),
    ],
)
def test_a_statement_alone_is_compared_word_by_word(key: str, words: list[str]) -> None:
    app = open_page(PAGE, quote=key)
    assert not app.exception
    for expected in words:
        assert expected in text_of(app), expected
    assert len(_cards(app)) == 1


def test_a_difference_alone_names_its_records() -> None:
    app = open_page(PAGE, difference="D21")
    assert "The report's two clauses in reverse order" in text_of(app)
    labels = [button.label.replace("\\", "") for button in app.button]
    assert any("“Russia does not want" in label for label in labels)


@pytest.mark.parametrize(
    ("query", "what"),
    [
        ({"quote": "Q99"}, "statement 'Q99'"),
        ({"difference": "D99"}, "difference 'D99'"),
        ({"quotes_topic": "Weather"}, "topic 'Weather'"),
        ({"quotes_view": "Cinema"}, "view 'Cinema'"),
    ],
)
def test_an_unknown_record_is_told_and_the_page_is_shown(query: dict[str, str], what: str) -> None:
    app = open_page(PAGE, **query)
    assert f"asks for the {what}" in text_of(app)
    assert len(_cards(app)) == 8


def test_the_exchange_puts_sides_beside_each_other() -> None:
    app = open_page(PAGE, quotes_view="Exchange", quotes_exchange="Provocations")
    heads = [head.value for head in app.subheader]
    assert heads == [
        "Russia",
        "Ukraine",
        "OSCE",
        "In the story's own voice, attributed to nobody",
    ]
    assert "does not say who is right" in text_of(app)


def test_differences_are_filtered_by_topic_and_kind() -> None:
    app = open_page(
        PAGE,
        quotes_view="Where accounts differ",
        quotes_difference_kind="Misquoted",
        quotes_difference_topic="The US intelligence report",
    )
    assert "**4** of 36 differences" in text_of(app)
    assert "Two missing words reverse the sense" in text_of(app)


@pytest.mark.parametrize("view", ["Browse", "Exchange", "Where accounts differ"])
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
    for view in ("Browse", "Exchange", "Where accounts differ"):
        app = open_page(PAGE, quotes_view=view)
        assert not app.exception
        assert not app.error
