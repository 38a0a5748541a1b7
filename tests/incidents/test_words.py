"""Tests of dash.incidents.words: no sentence is false for any numbers."""

import pytest

from dash.incidents.answer import Answer, Month, PlaceSum, Sums
from dash.incidents.engine import Rows
from dash.incidents.record import Record
from dash.incidents.selection import Selection
from dash.incidents.words import (
    left_out_of,
    map_alt,
    months_alt,
    spell_bounds,
    spell_parties,
    spell_time_of,
    spell_total,
    spell_where,
    spell_worst_month,
    tip,
)
from dash.schema.incidents import PARTIES

NAMES = dict(zip(PARTIES, ("Ours", "Theirs", "Civilians", "Not known"), strict=True))
CIVILIANS = Selection(parties=("deaths_civilians",))


def _sums(counted: int, low: int | None = 1, high: int | None = 9) -> Sums:
    return Sums(counted, low, high, {"deaths_a": counted, "deaths_civilians": 0}, 1)


class _Fixed:
    """An engine with one answer to each query."""

    def __init__(self, drawn: int, wide: int) -> None:
        """Say how many died at a place, and how many at none that is drawn."""
        self._rows = [{"drawn": True, "counted": drawn}, {"drawn": False, "counted": wide}]

    def run(self, question: object, *, by_month: bool = False) -> Rows:
        raise NotImplementedError

    def answer(self) -> Answer:
        """Return all of it."""
        record = Record(self)

        def ask(query: str, _: Selection) -> Rows:
            drawn, wide = (row["counted"] for row in self._rows)
            nothing = dict.fromkeys((*PARTIES, "low", "high", "events"), 0)
            answers: dict[str, Rows] = {
                "by_precision": tuple(row | nothing for row in self._rows),
                "by_place": tuple(
                    dict(
                        counted=1, place="P", longitude=n, latitude=n, where_precision=1, **nothing
                    )
                    for n in range(min(2, drawn))
                ),
                "by_wider_place": ({"place": "Upland", "counted": wide},) if wide else (),
                "by_month": tuple(
                    dict(month=12 * 2014 + n, counted=counted, **nothing)
                    for n, counted in enumerate((drawn, wide))
                ),
            }
            return answers[query]

        record.ask = ask  # type: ignore[method-assign, assignment]
        return Answer(record, Selection())


def test_a_total_says_of_whom_it_is() -> None:
    assert spell_total(_sums(3), Selection(), NAMES) == "3 people killed (1 to 9)"
    assert spell_total(_sums(1), Selection(), NAMES) == "1 person killed (1 to 9)"
    assert spell_total(_sums(4, None, None), CIVILIANS, NAMES) == "4 people killed: Civilians"


def test_bounds_that_stand_in_another_order_are_told_so() -> None:
    assert spell_bounds(_sums(3, 5, 2)) == "low 5 and high 2, as the source has them"
    assert spell_bounds(_sums(3, None, None)) == ""


@pytest.mark.parametrize(
    ("drawn", "wide", "told"),
    [
        (5, 0, "All of them at 2 places."),
        (1, 0, "All of them at 1 place."),
        (
            5,
            7,
            "5 of them at 2 places; of 7 the place is known no closer than a province or a region "
            "(Upland 7).",
        ),
        (
            0,
            7,
            "Of 7 the place is known no closer than a province or a region (Upland 7).",
        ),
        (0, 0, ""),
    ],
)
def test_where_people_died_is_told_with_what_is_not_drawn(drawn: int, wide: int, told: str) -> None:
    assert spell_where(_Fixed(drawn, wide).answer()) == told


def test_some_of_many_regions_are_not_told_as_all() -> None:
    answer = _Fixed(0, 10).answer()
    answer.wider = [("Upland", 4), ("Lowland", 3), ("Heath", 2), ("Moor", 1)]
    assert spell_where(answer).endswith("(among them Upland 4, Lowland 3, Heath 2).")


def test_parties_are_listed_where_there_are_several() -> None:
    assert spell_parties(_sums(3), NAMES) == "Ours 3; Civilians 0"
    assert spell_parties(Sums(3, None, None, {"deaths_a": 3}, 1), NAMES) == ""


def test_the_time_is_that_of_the_record_unless_chosen() -> None:
    months = ["2014-04", "2014-05"]
    assert spell_time_of(Selection(), months) == "April to May 2014"
    assert spell_time_of(Selection("2014-05", "2014-05"), months) == "May 2014"


def test_what_a_choice_does_is_told() -> None:
    assert left_out_of(Selection(), NAMES) == []
    (party,) = left_out_of(CIVILIANS, NAMES)
    assert "the best count stands alone" in party
    (where,) = left_out_of(Selection(where=(1,)), NAMES)
    assert "are left out" in where


def test_the_alternatives_name_the_worst() -> None:
    months = [Month("2014-04", _sums(3)), Month("2014-05", _sums(7))]
    assert "the most in May 2014, 7, 1 to 9." in months_alt(months, Selection())
    assert months_alt(months, Selection("2014-05")).endswith("Selected is May 2014.")
    alike = [Month("2014-04", _sums(7)), *months]
    assert "in April 2014, 7, 1 to 9, and as many in 1 other month." in months_alt(
        alike, Selection()
    )
    nobody = [Month("2014-04", _sums(0))]
    assert months_alt(nobody, Selection()).endswith("April 2014: nobody of those counted.")
    assert "nothing on record" in months_alt([], Selection())
    place = PlaceSum("2.0000,3.0000", "Bridge", 2.0, 3.0, 2, _sums(5))
    alt = map_alt([place], _Fixed(5, 7).answer(), "2014")
    assert "1 circle to scale, Bridge 5. Not drawn: 7 whose" in alt
    assert "Not drawn" not in map_alt([place], _Fixed(5, 0).answer(), "2014")
    assert "6 circles to scale, the largest Bridge 5," in map_alt(
        [place] * 6, _Fixed(5, 7).answer(), "2014"
    )
    assert "no place with a death" in map_alt([], _Fixed(0, 7).answer(), "2014")
    assert tip(place, NAMES) == "Bridge\n5 killed (1 to 9)\nknown to be near here\nOurs 5"


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (1106, 954, "The most in a month: 1,106, in January 2014."),
        (2, 2, ""),
        (0, 0, ""),
    ],
)
def test_the_worst_month_is_told_where_there_is_one(first: int, second: int, told: str) -> None:
    assert spell_worst_month(_Fixed(first, second).answer()) == told


def test_bounds_that_are_the_count_itself_are_no_range() -> None:
    alike = spell_total(_sums(298, 298, 298), Selection(), NAMES)
    assert alike == "298 people killed (low and high are the same)"
