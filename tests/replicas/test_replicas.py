"""Two replicas behind HAProxy, small: readers stay with theirs, and come back when it dies."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.benchmarks import measuring
from tests.replicas.__main__ import discounted, is_sound, main
from tests.replicas.proxy import Balanced, balanced
from tests.replicas.readers import Diary, Outcome, live_through

pytestmark = pytest.mark.timing


@pytest.fixture
def both(tmp_path: Path) -> Iterator[Balanced]:
    with balanced(tmp_path) as started:
        yield started


def test_one_replica_dies_under_load_and_its_readers_come_back(both: Balanced) -> None:
    # In a thread of its own: the browser tests leave an event loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        outcome = pool.submit(lambda: asyncio.run(live_through(both, 8, "one", 6))).result()
    assert outcome.struck
    assert outcome.others
    assert all(diary.replicas == ["two"] for diary in outcome.others)
    assert all(diary.replicas == ["one", "two"] for diary in outcome.struck)
    assert all(diary.words[0] for diary in outcome.struck)
    assert is_sound(outcome)


def _outcome(*diaries: Diary) -> Outcome:
    return Outcome("one", 10.0, diaries)


def test_harm_is_told_from_none() -> None:
    fine = Diary(["two"], [(9.0, 0.1)], words=[["a"]])
    back = Diary(["one", "two"], [(9.0, 0.1)], lost=10.1, back=12.0, words=[["a"], ["a"]])
    assert is_sound(_outcome(fine, back))
    late = Diary(["one", "two"], [], lost=10.1, back=15.1, words=[["a"], ["a"]])
    away = Diary(["one"], [], lost=10.1, words=[["a"]])
    elsewhere = Diary(["one", "two"], [], lost=10.1, back=12.0, words=[["a"], ["b"]])
    struck_too = Diary(["two"], [], lost=10.1, back=12.0, words=[["a"]])
    for harmed in (late, away, elsewhere, struck_too):
        assert not is_sound(_outcome(fine, back, harmed))
    assert not is_sound(_outcome(fine)), "nobody was struck: nothing was tested"


def test_a_client_that_takes_half_a_core_is_discounted() -> None:
    assert discounted(measuring.Load(90.0, 1.0, 1.0, 0.5), 2) == pytest.approx(120.0)


def test_the_command_names_its_bounds(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--sessions", "201"])
    assert "201 is not between 2 and 200" in capsys.readouterr().err
