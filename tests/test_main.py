"""Tests of the command line as a whole."""

import subprocess
import sys
from pathlib import Path

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


def test_who_has_seen_enough_is_told_of_no_fault(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "dash", "dictionary"]
    with (tmp_path / "told").open("w+") as told:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=told)
        assert process.stdout is not None
        process.stdout.close()
        assert process.wait(60) == 1
        told.seek(0)
        assert told.read() == ""
