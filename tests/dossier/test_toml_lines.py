"""Tests of dash.dossier.toml_lines: on which line of dossier.toml a value stands."""

from pathlib import Path

import pytest

from dash.dossier.toml_lines import line_of_value
from tests import factories as make

TEXT = """\
source = "paper"
[glance]
figures = [
  "one",
  "two-b",
  "two",
]
events = ["two"]

[[questions]]
title = "two"
records = ["one"]

[[questions]] # the second
records = ["one", "two"]

[comparison]
pairs = [
  ["one", "three"],
  ["one", "two"],
]

[[spans]]
name = "The war"
start = "2021"
end = "2020"

[[rises]]
before = "one"

[incidents.parties]
deaths_a = "nobody"

[glossary]
"a word" = "what it means"
"""


@pytest.mark.parametrize(
    ("column", "value", "line"),
    [
        ("source", "paper", 1),
        ("glance.figures", "two", 6),
        ("glance.events", "two", 8),
        ("questions.records", "two", 15),
        ("questions.records", "one", 15),
        ("comparison.pairs", "two and one", 20),
        ("spans, The war", "2021 to 2020", 24),
        ("rises", "one", 29),
        ("incidents.parties.deaths_a", "nobody", 32),
        ("glossary", "a word", 35),
        ("questions.bounds", "(1.0, 2.0)", 10),
        ("layers", "hills", None),
    ],
)
def test_a_value_is_found_in_its_part(column: str, value: str, line: int | None) -> None:
    assert line_of_value(TEXT, column, value) == line


def test_the_rules_problems_name_the_line(tmp_path: Path) -> None:
    story = make.STORY.replace("hurt-count", "hurt-none")
    story += '\n[[questions]]\ntitle = "?"\nkind = "strip"\nrecords = ["hurt-many", "moon"]\n'
    problems = make.dossier(tmp_path, story).problems
    lines = story.splitlines()
    told = {problem.value: lines[(problem.line or 0) - 1] for problem in problems}
    assert told == {
        "hurt-none": 'beside = ["hurt-none"]',
        "moon": 'records = ["hurt-many", "moon"]',
    }
