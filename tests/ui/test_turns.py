"""Tests of dash.ui.turns: few work at a time, and who came first goes first."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dash.ui.turns import Turns, _Turn
from tests import factories as make
from tests.damage.cases import run

SECONDS = 20


def _works(turns: Turns) -> bool:
    with turns.take():
        return True


def _in_queue(turns: Turns, work: Callable[[int], None], count: int) -> list[threading.Thread]:
    """Let so many threads ask for a turn, each after the one before it stands in the queue."""
    threads = []
    for number in range(count):

        def run(number: int = number) -> None:
            with turns.take():
                work(number)

        threads.append(threading.Thread(target=run, daemon=True))
        threads[-1].start()
        while len(turns._waiting) <= number:
            pass
    return threads


def test_who_came_first_goes_first_one_at_a_time() -> None:
    turns = Turns(at_once=1, longest=SECONDS)
    done: list[int] = []
    at_work = threading.Semaphore(1)

    def work(number: int) -> None:
        assert at_work.acquire(blocking=False), "two work at once"
        done.append(number)
        at_work.release()

    with turns.take():
        threads = _in_queue(turns, work, 8)
        assert done == []
    for thread in threads:
        thread.join(SECONDS)
    assert done == list(range(8))


def test_as_many_work_at_once_as_may() -> None:
    turns, together = Turns(at_once=3, longest=SECONDS), threading.Barrier(3)

    def work(_: int) -> None:
        with turns.take():
            together.wait(SECONDS)

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(work, range(6)))


def test_a_turn_inside_of_a_turn_is_had_at_once_and_ends_with_the_outer() -> None:
    turns = Turns(at_once=1, longest=SECONDS)
    done: list[int] = []
    with turns.take():
        with turns.take():
            pass
        threads = _in_queue(turns, done.append, 1)
        assert done == []
    threads[0].join(SECONDS)
    assert done == [0]


def test_what_is_raised_in_a_turn_ends_it() -> None:
    turns = Turns(at_once=1, longest=SECONDS)
    with pytest.raises(KeyError), turns.take():
        raise KeyError
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(_works, turns).result(SECONDS)


def test_nobody_waits_for_one_who_waits_for_something_else() -> None:
    turns = Turns(at_once=1, longest=0.02)
    with ThreadPoolExecutor(3) as pool, turns.take():  # until the others are done
        assert all(pool.map(_works, [turns] * 3, timeout=SECONDS))
    assert _works(turns)


def test_a_page_with_its_fragments_works_in_one_turn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    came: list[bool] = []
    change = Turns._change

    def counted(self: Turns, arriving: _Turn | None = None, leaving: _Turn | None = None) -> None:
        came.append(arriving is not None)
        change(self, arriving, leaving)

    monkeypatch.setattr(Turns, "_change", counted)
    run("pages/timeline.py", make.write(tmp_path / "bridge"), {})
    assert sum(came) == 1
