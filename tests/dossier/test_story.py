"""Tests of dash.dossier.story: dossier.toml, or what is wrong with it, whatever it holds."""

from pathlib import Path

import pytest

from dash.dossier.story import read_story
from tests import factories as make
from tests.yardstick import within


def _write(folder: Path, text: str) -> Path:
    (folder / "dossier.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a = " + "[" * 5000, id="brackets"),
        pytest.param("a = " + "{b = " * 5000, id="tables"),
        pytest.param(f"{'a.' * 5000}b = 1", id="dotted"),
        pytest.param("a = " + "9" * 5000, id="digits"),
        pytest.param("title = 0x" + "f" * 5000, id="hexadecimal digits"),
        pytest.param("title = 1e999", id="infinite"),
        pytest.param('title = "a\x00"', id="null"),
    ],
)
def test_what_is_too_deep_or_too_long_is_a_problem_like_any_other(
    text: str, tmp_path: Path
) -> None:
    story, problems = read_story(_write(tmp_path, text))
    assert story is None
    assert problems
    assert all(len(str(problem)) < 1000 for problem in problems)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("published", "2020-02-30"),
        ("published", "0000"),
        ("published", "٢٠٢٠"),
        ("published", "２０２０-01"),
        ("map_status", "2021-02-30"),
        ("map_status", "0000-05"),
        ("updated", "2021-02-29"),
    ],
)
def test_a_date_is_one_of_the_calendar_and_else_takes_nothing_with_it(
    key: str, value: str, tmp_path: Path
) -> None:
    lines = [line for line in make.STORY.splitlines() if not line.startswith(key)]
    text = "\n".join([f'{key} = "{value}"', *lines])
    story, (problem,) = read_story(_write(tmp_path, text))
    assert story is not None
    assert getattr(story, key) is None
    assert (problem.line, problem.column, problem.value) == (1, key, value)
    assert problem.part == key


def test_the_date_of_a_clock_is_one_of_the_calendar(tmp_path: Path) -> None:
    text = make.STORY.replace('date = "2020-05-06"', 'date = "2020-06-31"')
    _, (problem,) = read_story(_write(tmp_path, text))
    assert (problem.column, problem.expected) == ("clocks 1, date", "a date of the calendar")
    assert problem.takes == "clocks"
    assert problem.takes_any_of({"events.csv"}), "their dates are reckoned from it"


@pytest.mark.parametrize(
    "bounds",
    [
        pytest.param([1.0, 2.0, 1.0, 4.0], id="without a width"),
        pytest.param([1.0, 2.0, 3.0, 2.0], id="without a height"),
        pytest.param([3.0, 2.0, 1.0, 4.0], id="mirrored"),
        pytest.param([1.0, 4.0, 3.0, 2.0], id="upside down"),
        pytest.param([1.0, 80.0, 3.0, 90.0], id="at the pole"),
        pytest.param([1.0, 2.0, 1.0001, 4.0], id="a hair's breadth"),
        pytest.param(["nan", 2.0, 3.0, 4.0], id="no number"),
    ],
)
def test_a_view_shows_a_part_of_the_map(bounds: list[object], tmp_path: Path) -> None:
    view = f"\n[[views]]\nid = 'odd'\nname = 'Odd'\nbounds = [{', '.join(map(str, bounds))}]\n"
    story, (problem,) = read_story(_write(tmp_path, make.STORY + view))
    assert story is not None
    assert [view.id for view in story.views] == ["valley"]
    assert problem.column is not None
    assert problem.column.startswith("views 2, bounds")
    assert problem.takes == "views"


def test_an_unknown_key_is_told_and_left_out(tmp_path: Path) -> None:
    text = f"colour = 'red'\n{make.STORY}shape = 'round'\n"
    story, problems = read_story(_write(tmp_path, text))
    assert story is not None
    assert [view.id for view in story.views] == ["valley"]
    assert {(problem.column, problem.line) for problem in problems} == {
        ("colour", 1),
        ("views 1, shape", len(text.splitlines())),
    }


def test_twenty_thousand_unknown_keys_are_told_at_once(tmp_path: Path) -> None:
    text = "".join(f"key{number} = 1\n" for number in range(20_000)) + make.STORY
    folder = make.write(tmp_path, text)
    with within(5):
        problems = make.reopen(folder).problems
    assert len(problems) == 101
    assert problems[-1].value == "19,900 more problems"


def test_what_a_story_cannot_do_without_is_told_with_the_rest(tmp_path: Path) -> None:
    text = make.STORY.replace('title = "A quarrel over a bridge"\n', "").replace("2.0", "'x'")
    story, problems = read_story(_write(tmp_path, text))
    assert story is None
    assert {problem.column for problem in problems} == {"title", "views 1, bounds 2"}


@pytest.mark.parametrize(
    "entry",
    [
        'reason = "Why"',
        'text = "two"',
        'text = "one two three four five six seven eight"\nreason = "Too long"',
        'paragraphs = "4"\nreason = "No paragraph"',
    ],
)
def test_what_is_left_out_is_named_in_a_few_words_with_a_reason(entry: str, tmp_path: Path) -> None:
    good = '\n[[left_out]]\ntext = "one two three four five six seven"\nreason = "Why"\n'
    text = f"{make.STORY}{good}[[left_out]]\n{entry}\n"
    story, (problem,) = read_story(_write(tmp_path, text))
    assert problem.part == "left_out"
    assert story is not None
    assert [left_out.reason for left_out in story.left_out] == ["Why"]


def test_a_misspelt_key_is_told_once_and_with_what_was_likely_meant(tmp_path: Path) -> None:
    text = make.STORY.replace("language =", "langage =").replace("label =", "lable =")
    story, problems = read_story(_write(tmp_path, text))
    assert story is None
    assert {(problem.column, problem.hint, problem.part) for problem in problems} == {
        ("langage", "Did you mean `language`?", None),
        ("measures.hurt.lable", "Did you mean `label`?", None),
    }


def test_a_misspelt_key_that_the_story_can_do_without_takes_nothing_else(tmp_path: Path) -> None:
    text = make.STORY.replace("subtitle =", "subtitel =")
    story, (problem,) = read_story(_write(tmp_path, text))
    assert story is not None
    assert story.subtitle is None
    assert (problem.column, problem.hint) == ("subtitel", "Did you mean `subtitle`?")


def test_a_key_of_the_whole_below_a_part_is_told_where_it_belongs(tmp_path: Path) -> None:
    text = f"{make.STORY}\n[glance]\nspellings = []\n"
    _, (problem,) = read_story(_write(tmp_path, text))
    assert problem.hint == "`spellings` belongs above the first line in [brackets]."


def test_text_that_is_not_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "dossier.toml").write_bytes(make.STORY.encode() + "# Zürich".encode("cp1252"))
    _, (problem,) = read_story(tmp_path)
    assert problem.line == len(make.STORY.splitlines()) + 1
    assert problem.value == "bytes fc"


@pytest.mark.parametrize(
    "written", ['"2020-05-06"', "2020-05-06", "2020"], ids=["text", "date", "year"]
)
def test_a_date_needs_no_quotation_marks(written: str, tmp_path: Path) -> None:
    text = make.STORY.replace('published = "2020-05-06"', f"published = {written}")
    story, problems = read_story(_write(tmp_path, text))
    assert problems == []
    assert story is not None
    assert story.published == written.strip('"')
