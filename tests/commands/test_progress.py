"""Tests of dash.commands.progress."""

import io

import pytest

from dash.commands import progress
from dash.commands.progress import Progress


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_grows_and_goes_away_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0)
    terminal = _Terminal()
    bar = Progress(2, terminal)
    for name in ("quotations", "rules", "end"):
        bar.step(name)
    bar.clear()
    first, second, third, *rest = terminal.getvalue().split("\r")[1:]
    assert (first.count("#"), second.count("#"), third.count("#")) == (0, 12, 24)
    assert first.endswith("quotations")
    assert len(second) == len(first)
    assert [line.strip() for line in rest] == ["", ""]


def test_what_is_done_within_a_second_draws_nothing() -> None:
    terminal = _Terminal()
    bar = Progress(1, terminal)
    bar.step("quotes")
    bar.clear()
    assert terminal.getvalue() == ""


def test_a_file_gets_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0)
    file = io.StringIO()
    bar = Progress(1, file)
    bar.step("quotes")
    bar.clear()
    assert file.getvalue() == ""
