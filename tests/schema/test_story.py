"""Tests of dash.schema.story: what dossier.toml may say, and what it may leave out."""

import tomllib

import pytest
from pydantic import ValidationError

from dash.schema.story import Story
from tests import factories as make


def test_what_may_be_left_out_has_a_start() -> None:
    story = Story.model_validate(tomllib.loads(make.STORY))
    assert story.title == "A quarrel over a bridge"
    assert (story.glance.figures, story.lanes, story.layers) == ((), (), ())
    assert [view.id for view in story.views] == ["valley"]


@pytest.mark.parametrize(
    ("sound", "spoilt", "where"),
    [
        ('published = "2020-05-06"', 'published = "2020-13"', ("published",)),
        ('title = "A quarrel over a bridge"', 'title = ""', ("title",)),
        ('title = "A quarrel over a bridge"', "", ("title",)),
        ("bounds = [1.0, 2.0,", "bounds = [1000.0, 2.0,", ("views", 0, "bounds", 0)),
        ('toll = "The toll"', '"no key" = "The toll"', ("topics", "no key", "[key]")),
        ('language = "en"', 'language = "en"\nmood = "calm"', ("mood",)),
    ],
)
def test_a_fault_is_told_at_its_key(sound: str, spoilt: str, where: tuple[str | int, ...]) -> None:
    assert sound in make.STORY
    with pytest.raises(ValidationError) as caught:
        Story.model_validate(tomllib.loads(make.STORY.replace(sound, spoilt)))
    assert [error["loc"] for error in caught.value.errors()] == [where]
