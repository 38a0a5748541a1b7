"""Tests of dash.checking.receiving: whatever is sent ends in a report or in one clear message."""

import resource
from pathlib import Path

import pytest

from dash.beginning.folders import packed_example
from dash.checking.limits import MOST_ROWS, UnfitUploadError
from dash.checking.receiving import receive
from dash.checking.report import MOST_COMPARED
from tests.checking import archives
from tests.yardstick import within

# Of processor time: what the heaviest upload that is read may take, several times over.
SECONDS = 30
MEGABYTES = 400


@pytest.mark.parametrize("case", archives.HOSTILE)
def test_a_hostile_upload_is_told_and_nothing_leaves_the_folder(case: str, tmp_path: Path) -> None:
    send, told = archives.HOSTILE[case]
    sent, folder = send(), tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with within(SECONDS), pytest.raises(UnfitUploadError, match=told):
        receive(sent, folder)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - most < MEGABYTES * 1024
    outside = {file for file in tmp_path.rglob("*") if not file.is_relative_to(folder)}
    assert outside == {tmp_path / "a"}
    assert not any(file.is_symlink() for file in folder.rglob("*"))


@pytest.mark.slow
@pytest.mark.parametrize("most", [MOST_COMPARED - 2, MOST_ROWS - 200])
def test_the_largest_that_is_read_is_checked_in_bounded_time(most: int, tmp_path: Path) -> None:
    sent = dict(archives.example())
    head, *body = sent["figures.csv"].decode().splitlines()
    key, rest = body[0].split(",", 1)
    lines = [head, *body, *(f"{key}-{n},{rest}" for n in range(most))]
    sent["figures.csv"] = "\n".join(lines).encode()
    with within(SECONDS):
        _, report = receive({"big.zip": archives.packed(sent)}, tmp_path)
    assert report.problems == ()


def test_a_table_with_a_problem_is_told_as_check_tells_it(tmp_path: Path) -> None:
    sent = archives.example()
    sent["events.csv"] = sent["events.csv"].replace(b"day", b"dya")
    unpacked, report = receive({"story.zip": archives.packed(sent)}, tmp_path)
    assert report.can_be_shown
    assert {problem.file for problem in report.problems} == {"events.csv"}
    assert any("Did you mean `day`?" in str(problem) for problem in report.problems)
    assert unpacked.left_aside == ["article.txt"]


def test_a_key_that_would_take_gigabytes_is_told_and_not_read(tmp_path: Path) -> None:
    """Of these 40 kB, `tomllib` makes 1.5 GB in memory."""
    sent = archives.example() | {"dossier.toml": b"a." * 20_000 + b"a = 1"}
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    _, report = receive({"story.zip": archives.packed(sent)}, tmp_path)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - most < MEGABYTES * 1024
    assert not report.can_be_shown
    assert "a key of one or two parts" in str(report.problems[0])


def test_the_example_is_sound(tmp_path: Path) -> None:
    _, report = receive({"mine.zip": packed_example()}, tmp_path)
    assert report.problems == ()
