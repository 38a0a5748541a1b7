"""The data dictionary in data/README.md is today's."""

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from dash.schema import story
from dash.schema.dictionary import BEGIN, END, data_dictionary, with_dictionary
from tests import factories as make

README = Path(__file__).parents[2] / "data" / "README.md"


def test_the_readme_holds_todays_dictionary() -> None:
    text = README.read_text(encoding="utf-8")
    told = "renew it with `uv run python -m dash dictionary --write`"
    assert with_dictionary(text) == text, told


def test_every_table_and_column_has_a_meaning() -> None:
    text = data_dictionary()
    for name in make.table_names():
        assert f"### {name}.csv" in text
    assert "| None |" not in text
    assert "|  |" not in text


def test_every_key_of_the_storys_models_has_a_meaning() -> None:
    text = data_dictionary()
    parts = [part for part in vars(story).values() if isinstance(part, type)]
    models = [part for part in parts if issubclass(part, BaseModel) and part.model_fields]
    assert story.FigureLayer in models
    for model in models:
        for key, field in model.model_fields.items():
            assert re.search(rf"{key}` \| {re.escape(str(field.description))} \|", text), key


def test_the_text_around_the_dictionary_stays() -> None:
    renewed = with_dictionary(f"before {BEGIN} old {END} after")
    assert renewed.startswith("before ")
    assert renewed.endswith(" after")
    assert " old " not in renewed


def test_a_readme_without_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="must hold the lines"):
        with_dictionary("nothing")
