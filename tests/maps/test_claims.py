"""Tests of dash.maps.claims: who said how many by which day, area by area."""

from dash.dossier.model import Dossier
from dash.maps.atlas import gather_atlas
from dash.maps.claims import (
    Claim,
    by_area,
    common_year,
    days_of,
    made_by,
    most_of,
    newest_by_area,
    spell_made,
)


def _claims(shipped: Dossier) -> tuple[Claim, ...]:
    return gather_atlas(shipped).claims["build-up"]


def test_the_days_are_those_of_the_claims_and_the_storys(shipped: Dossier) -> None:
    days = days_of(_claims(shipped), "2021-04-13")
    assert days == sorted(days)
    assert days[0] == "2021-03-30"
    assert "2021-04-13" in days
    # Said in May: it is certain to have been said only when the month is over.
    assert days[-1] == "2021-05"
    assert {claim.id for claim in made_by(_claims(shipped), "2021-05-05")} == {
        claim.id for claim in _claims(shipped)
    } - {"us-officials-troops-2021-05-05"}


def test_by_the_storys_day_four_claims_were_made_in_two_areas(shipped: Dossier) -> None:
    made = made_by(_claims(shipped), "2021-04-13")
    assert [claim.value for claim in made] == ["about 20,000", "32,700", "41,000", "42,000"]
    assert list(by_area(made)) == [("ukraine-border",), ("crimea",)]
    assert newest_by_area(made) == {"mendel-border-2021-04-12", "mendel-crimea-2021-04-12"}


def test_claims_of_several_areas_come_last_and_are_newest_of_none(shipped: Dossier) -> None:
    every = made_by(_claims(shipped), None)
    assert list(by_area(every))[-1] == ("ukraine-border", "crimea")
    assert "kuleba-troops-2021-04-20" not in newest_by_area(every)
    assert most_of(every) == 120_000
    assert most_of([]) == 1


def test_a_year_is_told_once_where_all_share_it(shipped: Dossier) -> None:
    claim = next(claim for claim in _claims(shipped) if claim.who == "Khomchak")
    assert (spell_made(claim), spell_made(claim, "2021")) == ("30 March 2021", "30 March")
    assert common_year(["2021-03-30", "2021-05"]) == "2021"
    assert common_year(["2020-12-31", "2021"]) is None
