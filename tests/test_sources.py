"""Tests of dash.sources."""

from pathlib import Path

import pytest

from dash.sources import by_weight, is_described, matching
from tests import factories as make


@pytest.mark.parametrize(
    ("words", "kind", "found"),
    [
        ("", None, ["paper", "report"]),
        ("COUNT paper", None, ["report"]),
        ("", "article", ["paper"]),
        ("count", "article", []),
        ("(", None, []),
    ],
)
def test_sources_are_found_by_words_and_kind(
    words: str, kind: str | None, found: list[str], tmp_path: Path
) -> None:
    sources = make.dossier(tmp_path).records("sources")
    assert [source["id"] for source in matching(sources, words, kind)] == found


def test_the_story_comes_first_and_then_what_carries_most(tmp_path: Path) -> None:
    others = [make.source(id=name, kind="report") for name in ("report", "third")]
    sources = make.dossier(tmp_path, sources=[*others, make.source()]).records("sources")
    weights = {"paper": 0, "report": 1, "third": 2}
    ordered = [source["id"] for source in by_weight(sources, weights, "paper")]
    assert ordered == ["paper", "third", "report"]


def test_a_title_in_brackets_is_a_description(tmp_path: Path) -> None:
    sources = make.dossier(
        tmp_path, sources=[make.source(), make.source(id="report", title="[A count]")]
    ).records("sources")
    assert [is_described(source) for source in sources] == [False, True]
