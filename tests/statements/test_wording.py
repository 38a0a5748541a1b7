"""Tests of dash.statements.wording, and of the quotations whose comparison must be right."""

import pytest

from dash.dossier.model import Dossier
from dash.statements.index import Statements
from dash.statements.quotes import compare_wording, spell_order
from dash.statements.wording import (
    AROUND,
    BESIDE,
    Piece,
    comparable,
    diff_words,
    explain,
    in_short,
    places_in_source,
)
from tests.yardstick import within


def test_what_is_left_out_added_and_changed_is_told_apart() -> None:
    pieces = diff_words("we will not go there now", "today we shall go there right now, he said")
    assert [piece for piece in pieces if piece.kind != "same"] == [
        Piece("before", "", "today"),
        Piece("changed", "will not", "shall"),
        Piece("left_out", "", "right"),
        Piece("after", "", "he said"),
    ]
    assert explain(pieces) == [
        "Changed: “shall” in the source, “will not” in the story.",
        "Left out: “right”.",
        "The source begins earlier: “today”.",
        "The source goes on: “he said”.",
    ]
    assert explain(diff_words("no, never", "no")) == ["Not in the source: “never”."]


def test_case_and_punctuation_make_no_difference_and_an_editors_words_are_not_compared() -> None:
    assert explain(diff_words("“We can’t pay.”", "we [the town] can't … pay")) == [
        "The words are the same."
    ]


@pytest.mark.parametrize("text", ["[he] we … pay [the town] now –", "“we” pay [laughs] … [goes]"])
def test_what_is_not_compared_is_shown_where_it_stands(text: str) -> None:
    (piece,) = diff_words(text, text)
    assert piece == Piece("same", text, text)


def test_in_short_only_the_words_beside_a_change_are_left_of_what_is_alike() -> None:
    alike = " ".join(f"w{number}" for number in range(40))
    around = " ".join(f"a{number}" for number in range(40))
    pieces = in_short(diff_words(f"{alike} yes {alike}", f"{around} {alike} no {alike} {around}"))
    before, left, changed, right, after = [piece.original.split() for piece in pieces]
    assert before == ["…", *around.split()[-AROUND:]]
    assert left == [*alike.split()[:BESIDE], "…", *alike.split()[-BESIDE:]]
    assert changed == ["no"]
    assert right == left
    assert after == [*around.split()[:AROUND], "…"]
    ends = in_short(diff_words(f"{alike} yes {alike}", f"{alike} no {alike}"))
    assert ends[0].original.startswith("… "), "nothing stands before the first words"
    assert ends[-1].original.endswith(" …")


def test_what_is_short_stays_whole() -> None:
    pieces = diff_words("we will not go", "we shall go")
    assert in_short(pieces) == list(pieces)
    fits, longer = (" ".join(["so"] * (2 * BESIDE + more)) for more in (1, 2))
    for alike, cut in ((fits, False), (longer, True)):
        _, between, _ = in_short(diff_words(f"one {alike} two", f"three {alike} four"))
        assert ("…" in between.original) == cut


def test_parts_that_changed_places_are_no_omission() -> None:
    assert places_in_source(["it is late", "we go home"], "We go home, since it is late") == [2, 1]
    assert places_in_source(["We go home", "it is late"], "We go home, since it is late") == [1, 2]


def test_parts_that_would_take_long_to_find_keep_their_order() -> None:
    again = "so " * 300
    assert places_in_source(["it is late", again], f"{again} it is late") == [1, 2]


@pytest.mark.parametrize(("words", "paired"), [(20, True), (21, False)])
def test_forms_of_one_word_are_paired_in_short_stretches(words: int, paired: bool) -> None:
    ours, theirs = ([f"{letter}{n}" for n in range(20)] for letter in "ab")
    ours[5], theirs[7] = "continue", "continues"
    ours += ["c"] * (words - 20)
    pieces = [
        Piece("changed", " ".join(ours[:5]), " ".join(theirs[:7])),
        Piece("changed", "continue", "continues"),
        Piece("changed", " ".join(ours[6:]), " ".join(theirs[8:])),
    ]
    whole = Piece("changed", " ".join(ours), " ".join(theirs))
    assert diff_words(" ".join(ours), " ".join(theirs)) == tuple(pieces if paired else [whole])


def test_giant_words_are_alike_only_where_they_are_equal() -> None:
    assert not comparable(diff_words("a" * 300, "a" * 299 + "b"))
    assert comparable(diff_words("a" * 300, "a" * 300))


def test_different_sentences_are_not_compared_word_by_word() -> None:
    assert not comparable(diff_words("he thanked the town", "fifteen days ago"))
    assert not comparable(diff_words("", "fifteen days ago"))
    assert comparable(diff_words("we go home by bus", "we go fifteen days ago"))
    assert not comparable(diff_words("we pay nobody", "we go fifteen days ago"))


def test_very_long_texts_take_no_long_time() -> None:
    one, other = ("".join(f"{word}{n} " for n in range(1500)) for word in ("alpha", "beta"))
    with within(2):
        diff_words(one, other)


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("Q01", ["The words are the same."]),
        ("Q03", ["The source goes on: “consistent with U.S. interests”."]),
        (
            "Q04",
            [
                "The source goes on: “which would meet the interests of not only Russia and the "
                "United States, but the entire world community”."
            ],
        ),
        ("Q12", ["Changed: “will” in the source, “would likely” in the story."]),
        ("Q13", ["Left out: “remain stalled”.", "The source begins earlier: “continue”."]),
        (
            "Q14",
            [
                "The source begins earlier: “We expect Moscow to seek opportunities for pragmatic "
                "cooperation with Washington on its own terms, and we assess that”."
            ],
        ),
        (
            "R25",
            [
                "Changed: “We can” in the source, “the European Union could” in the story.",
                "Left out: “completely”.",
                "Changed: “White House” in the source, “US” in the story.",
            ],
        ),
    ],
)
def test_the_bent_quotations_of_the_story(key: str, told: list[str], shipped: Dossier) -> None:
    pieces = compare_wording(shipped.record("quotes", key))
    assert comparable(pieces)
    assert explain(pieces) == told


def test_the_plural_foes_is_told_from_the_singular(shipped: Dossier) -> None:
    pieces = compare_wording(shipped.record("quotes", "Q11"))
    assert comparable(pieces)
    assert explain(pieces)[0] == "Changed: “foe” in the source, “foes” in the story."
    assert "in certain respects" in explain(pieces)[1]


def test_the_two_swapped_clauses_are_told_as_moved(shipped: Dossier) -> None:
    statements = Statements(shipped)
    told = {}
    for key in ("Q13", "Q14", "Q15"):
        quote = shipped.record("quotes", key)
        told[key] = spell_order(statements.parts_of_sentence(quote), quote)
    assert told == {
        "Q13": None,
        "Q14": "Order changed: the story prints this part of the sentence first; in the source it "
        "comes second, and Q15 comes first.",
        "Q15": "Order changed: the story prints this part of the sentence second; in the source "
        "it comes first, and Q14 comes second.",
    }


def test_the_words_around_quotations_stand_in_the_story(
    shipped: Dossier, article: dict[str, str]
) -> None:
    for quote in shipped.quotes.to_dict("records"):
        words = f'"{quote["text"]}"'
        for column, pattern in (("prefix", "{} " + words), ("suffix", words + " {}")):
            if isinstance(quote[column], str):
                assert pattern.format(quote[column]) in article[quote["locator"]], quote["id"]


@pytest.mark.timing
@pytest.mark.parametrize(
    ("printed", "original"),
    [("a b " * 30_000, "a a b " * 20_000), ("ab" * 60_000, "aab" * 40_000)],
)
def test_words_that_would_take_minutes_are_not_compared(printed: str, original: str) -> None:
    with within(10):
        pieces = diff_words(printed, original)
        assert [piece.kind for piece in pieces] == ["changed"]
        assert not comparable(pieces)
        assert places_in_source([original, printed], original) == [1, 2]


def test_words_long_as_sentences_are_not_looked_through_for_forms_of_one() -> None:
    with within(10):
        pieces = diff_words(" ".join(["ab" * 150] * 20), " ".join(["aab" * 100] * 20))
    assert [piece.kind for piece in pieces] == ["changed"]
