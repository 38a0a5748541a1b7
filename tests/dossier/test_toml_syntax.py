"""Tests of dash.dossier.toml_syntax: what is wrong with the writing, in plain words."""

import inspect
import re
import tomllib

import pytest

from dash.dossier.toml_syntax import EXPECTED, long_key_problem, syntax_problem


def _problem(text: str) -> tuple[int | None, str | None, str, str]:
    with pytest.raises(tomllib.TOMLDecodeError) as error:
        tomllib.loads(text)
    problem = syntax_problem(error.value, text)
    return problem.line, problem.value, problem.expected, problem.hint


@pytest.mark.parametrize(
    ("written", "expected", "hint"),
    [
        ("title = “Ship”", "a value", "Write straight quotation marks around the text, not “"),
        ("title = Ship", "a value", "Put text between quotation marks."),
        ("approximate = Yes", "a value", "Write true, in small letters."),
        ("low = 1,517", "the end of the line", "Write the number without separators."),
        ("title", "a sign = after the key", ""),
        ('title = "Ship', "a quotation mark at the end", ""),
        ("[topics", "a ] at the end of the line", ""),
        ('title = "C:\\path"', "a backslash written twice", ""),
        ("date = 2021-02-30", "a date of the calendar", ""),
    ],
)
def test_a_slip_of_writing_is_told_with_its_line(written: str, expected: str, hint: str) -> None:
    line, found, told, hinted = _problem(f"# A comment\n{written}\n")
    assert (line, found) == (2, written)
    assert told.startswith(expected)
    assert hinted.startswith(hint)


@pytest.mark.parametrize("part", ["a", "'a b'", '"a\\"."', '"="'])
@pytest.mark.parametrize(
    "around", ["  {} = 1", "[{}]", "a = [{{ {} = 1 }}]", 't = """"x""""\n{}=1']
)
def test_a_key_of_a_thousand_parts_is_told_before_it_is_read(part: str, around: str) -> None:
    text = "title = 'x' # isn't it?\n" + around.format(f"{part} . " * 1_000 + "b")
    problem = long_key_problem(text)
    assert problem is not None
    assert (problem.line, problem.expected[:5]) == (text.count("\n") + 1, "a key")


@pytest.mark.parametrize("mark", ['"""', "'''"])
@pytest.mark.parametrize("end", ["", "x", '"', "'", '""'])
def test_a_long_text_is_no_long_key(mark: str, end: str) -> None:
    said = "One. Two two. " * 100 + "\n" + "one.two.three." * 50 + "\n" + "." * 100
    texts = (f"{mark}\n{said}{end}{mark}", f"'{said.replace(chr(10), '')}'", "1 # " + "one." * 60)
    text = "\n".join(f"a.b.c.d{number} = {text}" for number, text in enumerate(texts))
    assert tomllib.loads(text)
    assert long_key_problem(text) is None
    assert long_key_problem(f'a = """{said}') is None


def test_a_list_without_its_end_is_told() -> None:
    assert _problem("a = [1,\n2\n")[2].startswith("a ] at the end of the list")


def test_a_key_twice_is_told() -> None:
    assert _problem('a = "x"\na = "y"\n')[:3] == (2, 'a = "y"', "each key once")


def test_all_that_the_reader_of_toml_can_say_has_words_of_ours() -> None:
    source = inspect.getsource(inspect.getmodule(tomllib.loads) or tomllib)
    said = re.findall(r'suffixed_err\(\s*src,\s*pos,\s*f?"([^"]+)"', source)
    assert len(said) > 10
    for message in said:
        plain = message.partition("{")[0].replace("\\\\", "\\")
        assert any(plain.startswith(begin[: len(plain)]) for begin in EXPECTED), message
