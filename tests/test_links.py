"""Tests of dash.links: where a record is shown, and what a link to it says."""

from pathlib import Path

from dash.dossier.lookup import find
from dash.dossier.model import Dossier
from dash.links import LONGEST_LABEL, label
from dash.site import TARGETS
from tests import factories as make


def test_an_id_leads_to_its_table(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path)
    told = [find(dossier, reference) for reference in ("hurt-many", "Q1", "slide-1", "quarrel")]
    assert told == [
        ("figures", "hurt-many"),
        ("quotes", "Q1"),
        ("slides", 1),
        ("events", "quarrel"),
    ]
    for unknown in ("slide-7", "slide-x", "nobody"):
        assert find(dossier, unknown) is None


def test_a_label_says_what_the_record_says(tmp_path: Path) -> None:
    dossier = make.dossier(
        tmp_path, quotes=[make.quote(), make.quote(id="Q2", text="no " * 120, exact="no")]
    )
    hurt = "more than 12 · People hurt · Everyone · according to The mayor · 2020 to 6 May 2020"
    assert label(dossier, "figures", "hurt-many", longest=90) == hurt
    assert label(dossier, "figures", "hurt-many", longest=30) == "more than 12 · People hurt …"
    assert label(dossier, "quotes", "Q1") == "“We shall not pay.”"
    assert label(dossier, "places", "bridge") == "The bridge"
    assert label(dossier, "slides", 1) == "Slide 1: The bridge"
    assert label(dossier, "differences", "D1") == "How many?"
    long = label(dossier, "quotes", "Q2")
    assert len(long) <= LONGEST_LABEL
    assert long.endswith(" …”")


def test_every_record_of_the_shipped_differences_can_be_linked(shipped: Dossier) -> None:
    for difference in shipped.records("differences"):
        for reference in difference["records"]:
            found = find(shipped, reference)
            assert found is not None, reference
            table, key = found
            assert table in TARGETS
            assert label(shipped, table, key)
