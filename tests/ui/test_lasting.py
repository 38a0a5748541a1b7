"""Tests of dash.ui.lasting: kept for all readers, and no visitor can clear it."""

import gc
import weakref
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest
import streamlit as st

from dash.dossier.model import Dossier
from dash.ui import data
from dash.ui.lasting import KeptWith, Lasting
from dash.ui.map import ground


def test_it_is_made_once_for_the_same_arguments_and_anew_for_others() -> None:
    made: list[str] = []

    @Lasting
    def shout(word: str) -> str:
        """Say it loud."""
        made.append(word)
        return word.upper()

    assert [shout("a"), shout("a"), shout("b"), shout("a")] == ["A", "A", "B", "A"]
    assert made == ["a", "b", "a"]
    assert shout.__doc__ == "Say it loud."


def test_readers_who_ask_at_the_same_time_wait_for_one_result() -> None:
    started, counted = Barrier(8), []

    @Lasting
    def make() -> object:
        counted.append(1)
        return object()

    def ask(_: int) -> object:
        started.wait()
        return make()

    with ThreadPoolExecutor(8) as pool:
        results = set(map(id, pool.map(ask, range(8))))
    assert len(results) == len(counted) == 1


def test_a_failure_is_told_and_not_kept() -> None:
    ready = Event()

    @Lasting
    def make() -> str:
        if not ready.is_set():
            raise ValueError("not yet")
        return "now"

    with pytest.raises(ValueError, match="not yet"):
        make()
    ready.set()
    assert make() == "now"


def test_a_named_argument_is_refused() -> None:
    with pytest.raises(TypeError, match="by position"):
        Lasting(str.upper)(word="a")  # type: ignore[call-arg]


def test_what_a_visitor_may_clear_costs_nobody_anything(shipped: Dossier) -> None:
    ground._served.forget()
    ground.announce()
    before = data.current_dossier(), data.current_atlas()
    st.cache_resource.clear()
    st.cache_data.clear()
    assert (data.current_dossier(), data.current_atlas()) == before
    assert isinstance(ground.ground_data(shipped)["crimea"], str), "still sent by address"
    ground._served.forget()


class Owner:
    """Something that results are kept with."""


def test_each_owner_keeps_its_own_result_and_takes_it_along() -> None:
    made: list[tuple[Owner, str]] = []

    @KeptWith
    def shout(owner: Owner, word: str) -> list[str]:
        made.append((owner, word))
        return [word.upper()]

    one, other = Owner(), Owner()
    first = shout(one, "a")
    assert (shout(other, "b"), shout(one, "a") is first) == (["B"], True)
    assert shout(one, "c") == ["C"]
    assert [word for _, word in made] == ["a", "b", "c"]
    gone = weakref.ref(one)
    made.clear()
    del one
    gc.collect()
    assert gone() is None


def test_who_asks_for_a_result_that_is_being_made_waits_for_it() -> None:
    started, counted, owner = Barrier(8), list[int](), Owner()

    @KeptWith
    def make(_: Owner) -> object:
        counted.append(1)
        return object()

    def ask(_: int) -> object:
        started.wait()
        return make(owner)

    with ThreadPoolExecutor(8) as pool:
        results = set(map(id, pool.map(ask, range(8))))
    assert len(results) == len(counted) == 1


def test_a_named_argument_is_refused_for_owners_too() -> None:
    with pytest.raises(TypeError, match="by position"):
        KeptWith(lambda _, word: word)(Owner(), word="a")
