"""Tests of dash.own_words."""

from pathlib import Path

from dash.dossier.model import Dossier
from dash.own_words import own_words
from dash.provenance import by_table, resting_on
from tests import factories as make


def test_every_record_says_something_in_its_own_words(shipped: Dossier) -> None:
    for rested in resting_on(shipped).values():
        for table, keys in by_table(rested).items():
            assert all(own_words(shipped.record(table, key)) for key in keys)


def test_a_record_says_what_its_kind_says_first(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path)
    keys: list[tuple[str, str | int]] = [
        ("quotes", "Q1"),
        ("figures", "hurt-many"),
        ("slides", 1),
        ("places", "bridge"),
        ("actors", "mayor"),
        ("events", "quarrel"),
    ]
    assert [own_words(dossier.record(*key)) for key in keys] == [
        "“We shall not pay.”",
        "more than 12 people",
        "It stands.",
        "The bridge: Its subject",
        "The mayor: Mayor of Upton",
        "They quarrel",
    ]
