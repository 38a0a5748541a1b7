"""Tests of the process that paints cards."""

import sys
import time
from collections.abc import Iterator
from threading import Thread

import pytest

from dash.drawings.svg import element, scaled
from dash.sharing.cards.painter import (
    COMMAND,
    LENGTH_BYTES,
    NoProcessError,
    NotPaintedError,
    Painter,
    paint,
)
from dash.sharing.cards.picture import png

RED = scaled(40, 20, [element("rect", width=40, height=20, fill="#ff0000")], "")
READY = (
    f"import sys,time;o=sys.stdout.buffer;o.write((5).to_bytes({LENGTH_BYTES})+b'ready');o.flush();"
)


@pytest.fixture
def painter() -> Iterator[Painter]:
    """A painter that ends with the test."""
    made = Painter(limit=120)  # a machine with much else to do starts it late
    yield made
    made.close()


def test_it_paints_what_this_process_paints_and_stays(painter: Painter) -> None:
    here = paint(RED.svg, [], system=False)
    assert painter.paint(RED.svg, [], system=False) == here
    process = painter._process
    assert png(RED, painter) == here
    assert painter._process is process


def test_what_is_no_drawing_is_refused_and_the_next_is_painted(painter: Painter) -> None:
    with pytest.raises(NotPaintedError):
        painter.paint("<svg", [], system=False)
    assert painter.paint(RED.svg, [], system=False)


def test_what_takes_too_long_is_given_up() -> None:
    painter = Painter((sys.executable, "-c", READY + "time.sleep(60)"), limit=0.5)
    start = time.monotonic()
    with pytest.raises(NotPaintedError):
        painter.paint(RED.svg, [], system=False)
    assert time.monotonic() - start < 10
    assert painter._process is None


def test_one_that_dies_takes_only_its_card_with_it(painter: Painter) -> None:
    painter.paint(RED.svg, [], system=False)
    assert painter._process
    painter._process.kill()
    painter._process.wait()
    assert painter.paint(RED.svg, [], system=False)


@pytest.mark.parametrize("command", [("/nowhere/at/all",), (sys.executable, "-c", "pass")])
def test_where_no_process_starts_the_card_is_painted_here(command: tuple[str, ...]) -> None:
    painter = Painter(command)
    with pytest.raises(NoProcessError):
        painter.paint(RED.svg, [], system=False)
    assert png(RED, painter) == paint(RED.svg, [], system=False)


def test_one_that_did_not_start_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    painter = Painter((sys.executable, "-c", "pass"), limit=120)
    for again in (60.0, 0.0):
        painter._not_before = 0.0
        monkeypatch.setattr("dash.sharing.cards.painter.AGAIN", again)
        with pytest.raises(NoProcessError):
            painter.paint(RED.svg, [], system=False)
        assert (time.monotonic() < painter._not_before) == bool(again)
    painter._command = COMMAND
    assert painter.paint(RED.svg, [], system=False)
    painter.close()


@pytest.mark.timing
def test_nothing_here_waits_while_a_card_is_painted(painter: Painter) -> None:
    many = [
        element("circle", cx=9 * n % 900, cy=n % 600, r=200, fill="#123456") for n in range(900)
    ]
    heavy = scaled(1200, 630, many, "").svg
    painter.paint(RED.svg, [], system=False)
    busy = Thread(target=painter.paint, args=(heavy, []), kwargs={"system": False})
    gaps, last = [], time.perf_counter()
    busy.start()
    while busy.is_alive():
        time.sleep(0.001)
        gaps.append(time.perf_counter() - last)
        last = time.perf_counter()
    assert len(gaps) > 20
    assert sorted(gaps)[len(gaps) // 2] < 0.02
