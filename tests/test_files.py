"""Tests of dash.files: only what ends is read."""

import os
from pathlib import Path

import pytest

from dash.files import NO_FILE, read_regular


def test_a_file_is_read_whole_or_up_to_so_many_bytes(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_bytes(b"quarrel")
    assert read_regular(file) == b"quarrel"
    assert read_regular(file, at_most=4) == b"quar"
    (tmp_path / "link").symlink_to(file)
    assert read_regular(tmp_path / "link") == b"quarrel"


def test_a_pipe_a_folder_and_a_device_are_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", tmp_path, Path("/dev/zero")):
        with pytest.raises(OSError, match=NO_FILE):
            read_regular(path)


def test_a_pipe_that_takes_a_files_name_is_refused_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, pipe = tmp_path / "story.txt", tmp_path / "pipe"
    file.touch()
    os.mkfifo(pipe)
    looked_at = file.stat()
    with monkeypatch.context() as patched:
        patched.setattr(Path, "stat", lambda _: looked_at)
        with pytest.raises(OSError, match=NO_FILE):
            read_regular(pipe)


def test_what_is_missing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_regular(tmp_path / "story.txt")
