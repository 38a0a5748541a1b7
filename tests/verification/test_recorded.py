"""Tests of dash.verification.recorded: which things of an article a record holds."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dash.verification.anchors import anchors
from dash.verification.article import paragraphs
from dash.verification.items import items_of
from dash.verification.languages import ENGLISH
from dash.verification.recorded import Recorded
from dash.verification.verify import verify
from tests import factories as make

Open = Callable[..., list[str]]


@pytest.fixture
def not_held(tmp_path: Path) -> Open:
    """Return the words of an article that no record of a small dossier holds."""

    def look(article: str, story: str = make.STORY, **tables: list[make.Row]) -> list[str]:
        dossier = make.dossier(tmp_path, story, **tables)
        copy = paragraphs(article)
        recorded = Recorded(dossier, verify(anchors(dossier), copy).results, ENGLISH)
        return [item.words for item in items_of(copy, ENGLISH) if not recorded.holds(item)]

    return look


def test_a_number_is_held_by_a_record_of_its_paragraph_alone(not_held: Open) -> None:
    hurt = "There were more than a dozen hurt."
    assert not_held(f"The town.\n{hurt}") == []
    assert not_held(f"The town.\n{hurt} Some say 12.") == []
    assert not_held(f"The town.\n{hurt} Some say 13.") == ["13"]
    assert not_held(f"A dozen eggs.\n{hurt}") == ["dozen"]


def test_a_number_that_only_a_note_tells_is_not_held(not_held: Open) -> None:
    article = "The town.\nThere were more than a dozen hurt, or 13."
    noted = make.figure(note="The inquiry says 13.")
    assert not_held(article, figures=[noted], differences=[]) == ["13"]


def test_a_date_is_held_by_one_that_says_as_much(not_held: Open) -> None:
    quarrel = "They quarrelled on Tuesday"
    assert not_held(f"{quarrel}, on 5 May 2020, in May.") == []
    assert not_held(f"{quarrel}, on 6 May 2020, in June, by Friday.") == [
        "6 May 2020",
        "June",
        "Friday",
    ]


def test_a_date_that_the_story_leaves_open_is_not_of_the_story(not_held: Open) -> None:
    article = "The town.\nThere were more than a dozen hurt by 6 May 2020."
    assert not_held(article) == []
    supplied = make.figure(supplied="as_of")
    assert not_held(article, figures=[supplied], differences=[]) == ["6 May 2020"]


def test_what_is_reckoned_from_today_is_held_by_its_words(not_held: Open) -> None:
    article = "They quarrelled on Tuesday this week."
    assert not_held(article) == ["this week"]
    noted = make.event(note="The paper says this week.")
    assert not_held(article, events=[noted]) == []


def test_a_name_is_held_wherever_one_record_has_its_words(not_held: Open) -> None:
    assert not_held("They asked the Mayor of Upton, in Upton’s hall.") == []
    assert not_held("They asked the Mayor of Downton.") == ["Mayor of Downton"]
    two = [make.actor(), make.actor(id="ada", name="Ada Pratt", role="Clerk")]
    assert not_held("They asked Ada Pratt, Clerk Pratt and ADA.", actors=two) == []
    assert not_held("They asked Ada Upton.", actors=two) == ["Ada Upton"]
    assert not_held("An Upton-Pratt affair, they called it Upton-Pratt.", actors=two) == []


def test_another_spelling_of_a_name_is_the_same_name(not_held: Open) -> None:
    spelled = 'spellings = [["Upton", "Uptown"]]\n' + make.STORY
    assert not_held("They asked in Uptown.") == ["Uptown"]
    assert not_held("They asked in Uptown.", spelled) == []


def test_capitals_tell_short_names_from_words(not_held: Open) -> None:
    clerk = make.actor(role="Clerk to us all")
    assert not_held("They asked the US for it.", actors=[clerk]) == ["US"]


def test_a_quotation_is_held_by_a_quote_alone(not_held: Open) -> None:
    said = "They met.\nAs before.\n“We shall not pay.”"
    assert not_held(said) == []
    assert not_held(f"{said}\nOh, “we shall not pay”?") == []
    assert not_held(f"{said} “Not pay,” he said.") == []
    assert not_held(f"{said}\nOh, “not pay”?") == ["not pay"]
    assert not_held(f"{said}\nThe “toll”, they say. “We shall not pay. Never.”") == [
        "toll",
        "We shall not pay. Never.",
    ]


def test_a_broken_table_holds_nothing_and_the_others_go_on(not_held: Open) -> None:
    broken = [make.quote(date="yesterday")]
    assert not_held("They met in Upton.\nOf old.\n“We shall not pay.”", quotes=broken) == [
        "We shall not pay."
    ]
