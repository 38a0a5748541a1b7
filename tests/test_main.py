"""Tests of the command line as a whole."""

import pytest

from dash.__main__ import COMMANDS, main


def test_the_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--help"])
    told = capsys.readouterr().out
    assert all(f"{name} " in told for name in COMMANDS)


def test_a_command_that_is_none_ends_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["chekc"])
    assert "chekc" in capsys.readouterr().err
