"""Tests of dash.figures.context: what a comparison needs to know beside its two figures."""

from pathlib import Path

from dash.figures.context import Context, context_of
from dash.schema.rows import Figure
from dash.schema.story import Reach
from tests import factories as make
from tests.figures.comparisons import AFFILIATIONS, FIGURE, context_with


def _named(key: str, **cells: object) -> Figure:
    return make.changed(FIGURE, **{"id": key, **cells})


def test_one_number_told_thrice_has_three_tellings() -> None:
    context = context_with(
        _named("a"), _named("b", same_as="a"), _named("c", same_as="b"), _named("d")
    )
    assert context.tellings("a") == context.tellings("c") == {"a", "b", "c"}
    assert context.tellings("d") == {"d"}


def test_a_part_reaches_every_whole_above_it_however_it_is_told() -> None:
    context = context_with(
        _named("part"),
        _named("told-again", same_as="part", subset_of="middle"),
        _named("middle", subset_of="whole"),
        _named("whole"),
    )
    assert list(context.above("part")) == ["middle", "whole"]
    assert list(context.above("whole")) == []


def test_what_replaces_another_is_its_successor_and_stands_for_it() -> None:
    context = context_with(
        _named("old"), _named("new", replaces="old"), _named("newest", replaces="new")
    )
    assert context.successors == {"old": "new", "new": "newest"}
    assert list(context.replaced_by("newest")) == ["new", "old"]


def test_a_chain_of_bodies_ends_even_in_a_circle() -> None:
    context = Context({}, {}, {**AFFILIATIONS, "un": "office"})
    assert context.bodies("office") == ["office", "un"]
    assert context.bodies("aide") == ["aide", "mayor"]
    assert context.bodies(None) == []


def test_the_reach_of_a_body_is_that_of_those_who_act_for_it() -> None:
    reach = Reach(claimant="un", measure="killed", populations=("all",), words="sailors too")
    context = Context({}, {}, AFFILIATIONS, reach=(reach,))
    assert context.reach_of(_named("a", claimant="office")) == "sailors too"
    assert context.reach_of(_named("a", claimant="mayor")) is None
    assert context.reach_of(_named("a", claimant="un", population="civilians")) is None
    assert context.reach_of(_named("a", claimant="un", measure="hurt")) is None


def test_a_publisher_of_two_sources_is_named_with_the_title(tmp_path: Path) -> None:
    sources = [
        make.source(),
        make.source(id="report", title="Count"),
        make.source(id="other", publisher="The Post"),
    ]
    context = context_of(make.dossier(tmp_path, sources=sources))
    assert context.names["source"] == {
        "paper": "The Paper: Quarrel",
        "report": "The Paper: Count",
        "other": "The Post",
    }
    assert context.events == {"2020-05-05": "They quarrel"}
