"""Tests of dash.schema.suggestions."""

import pytest

from dash.schema.suggestions import did_you_mean, nearest

KNOWN = ["ukraine", "at_least", "exact", "range", "russia", "day"]


@pytest.mark.parametrize(
    ("found", "known"),
    [
        ("Ukraine", "ukraine"),
        ("ukrane", "ukraine"),
        ("urkaine", "ukraine"),
        ("at least", "at_least"),
        ("AT-LEAST", "at_least"),
        ("exakt", "exact"),
        ("dya", "day"),
    ],
)
def test_a_slip_is_recognised(found: str, known: str) -> None:
    assert nearest(found, KNOWN) == known
    assert did_you_mean(found, KNOWN) == f"Did you mean `{known}`?"


@pytest.mark.parametrize("found", ["", "x", "belarus-border", "Ж", "a" * 1000])
def test_what_is_like_nothing_is_no_slip(found: str) -> None:
    assert nearest(found, KNOWN) is None
    assert did_you_mean(found, KNOWN) == ""


def test_a_name_leads_to_the_id() -> None:
    names = {"The United Nations": "un", "Vladimir Putin": "putin"}
    assert did_you_mean("the united nations", ["un", "putin"], names) == "Did you mean `un`?"
    assert did_you_mean("Vladimir Puttin", ["un", "putin"], names) == "Did you mean `putin`?"
