"""Tests of the types of cards, and of where their lines break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dash.sharing.cards.lettering import (
    COVERED,
    FACES,
    FONTS,
    MOST_LETTERS,
    SANS,
    SERIF,
    Face,
    Run,
    begins_right_to_left,
    cut_short,
    is_covered,
    plain,
    set_lines,
    width,
)


def _words(lines: list[tuple[Run, ...]]) -> list[str]:
    return [" ".join(run.words for run in line) for line in lines]


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.file)
def test_each_type_has_the_letters_that_are_called_covered(face: Face) -> None:
    tools = pytest.importorskip("fontTools.ttLib", reason="the group images is not installed")
    letters = tools.TTFont(FONTS / face.file).getBestCmap()
    covered = [code for code in range(0x10000) if COVERED.match(chr(code))]
    assert set(covered) <= set(letters)


def test_the_licence_of_the_types_stands_beside_them() -> None:
    text = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in text
    assert "Reserved Font Name" in text


def test_a_line_is_no_longer_than_its_room_and_no_word_is_lost() -> None:
    text = "Whoever counts says whom, and until when, or the number says nothing at all."
    lines = set_lines([Run(text)], SERIF, 12)
    assert " ".join(_words(lines)) == text
    assert len(lines) > 2
    assert all(width(line, SERIF) <= 12 for line in _words(lines))


@given(st.text(max_size=200), st.floats(3, 60))
def test_any_text_is_set_in_its_room(text: str, room: float) -> None:
    lines = set_lines([Run(plain(text))], SANS, room)
    letters = "".join(_words(lines)).replace(" ", "")
    assert letters == plain(text).replace(" ", "").replace("\u200b", "")
    for line in _words(lines):
        # A letter that is wider than the room by itself is on its own.
        assert width(line, SANS) <= room + 0.5 or len(line) <= 4


def test_a_word_without_end_is_broken() -> None:
    lines = _words(set_lines([Run("a" * 500)], SANS, 20))
    assert "".join(lines) == "a" * 500
    assert all(width(line, SANS) <= 20 for line in lines)


def test_an_address_breaks_behind_its_parts() -> None:
    address = "news.example/casualties?compare_a=killed-14000&compare_b=un-killed-2021-12-31"
    lines = _words(set_lines([Run(address)], SANS, 18))
    assert lines == [
        "news.example/casualties?compare_a=",
        "killed-14000&compare_b=",
        "un-killed-2021-12-31",
    ]


def test_chinese_breaks_between_any_two_letters() -> None:
    assert _words(set_lines([Run("布告" * 8)], SANS, 5.5)) == [
        "布告布告布",
        "告布告布告",
        "布告布告布",
        "告",
    ]


def test_changes_keep_their_words() -> None:
    lines = set_lines([Run("Nobody"), Run("ever", "deleted"), Run("pays")], SANS, 99)
    assert lines == [(Run("Nobody"), Run("ever", "deleted"), Run("pays"))]


def test_what_is_cut_says_so_and_stays_in_its_room() -> None:
    lines = set_lines([Run(f"“{'word ' * 60}end.”")], SERIF, 15)
    cut = _words(cut_short(lines, 3, SERIF, 15))
    assert len(cut) == 3
    assert cut[-1].endswith("…”")
    assert all(width(line, SERIF) <= 15 for line in cut)
    assert cut_short(lines, len(lines), SERIF, 15) == lines
    one = cut_short(set_lines([Run("a" * 99)], SERIF, 15), 1, SERIF, 15)
    assert _words(one)[0].startswith("aaaa")
    assert _words(one)[0].endswith("…")


def test_a_text_is_bounded_and_has_no_control_characters() -> None:
    assert plain("a\x00b\x1b\ufffe\n\tc\ud800") == "ab c"
    assert len(plain("word " * 100_000)) <= MOST_LETTERS
    assert plain(f"“{'word ' * 1000}”").endswith("…”")
    assert plain("\u202eevil") == "[U+202E]evil"
    assert plain("X" + "\u0301" * 1000) == "X" + "\u0301" * 3


def test_the_first_strong_letter_decides_the_direction() -> None:
    assert begins_right_to_left("“12 שלום world")
    assert begins_right_to_left("«مرحبا")
    assert not begins_right_to_left("“12 hello שלום")
    assert not begins_right_to_left("12")


def test_other_scripts_are_told_from_the_types_own() -> None:
    assert is_covered("“Київ, Ελλάδα, Łódź, Việt Nam” – 14,000 ≠ 3,300 …")
    assert not is_covered("שלום")
    assert not is_covered("布告")
