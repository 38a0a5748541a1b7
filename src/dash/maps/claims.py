"""Who says how many: the figures of a layer of rings, as claims with the day they were made."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dash.dates import last_day, spell
from dash.figures.words import ends, spell_area, spell_value
from dash.schema.rows import Figure
from dash.wording import NOBODY_NAMED


@dataclass(frozen=True)
class Claim:
    """One figure of a layer of rings.

    Attributes:
        figure: The figure.
        area: The names of its areas.
        who: Who says so.
    """

    figure: Figure
    area: str
    who: str

    @property
    def id(self) -> str:
        """The figure's id."""
        return self.figure["id"]

    @property
    def value(self) -> str:
        """The number with its bound, in words."""
        return spell_value(self.figure)

    @property
    def made(self) -> str:
        """The day, month or year in which it was made; where that is not known, its as-of date."""
        return self.figure["stated_on"] or self.figure["as_of"]


def claim_of(figure: Figure, actors: Mapping[str, str], places: Mapping[str, str]) -> Claim:
    """Return a figure as a claim, with names in place of ids."""
    who = actors.get(figure["claimant"] or "", NOBODY_NAMED)
    return Claim(figure, spell_area(figure, places), who)


def days_of(claims: Iterable[Claim], story_day: str | None) -> list[str]:
    """Return the days on which claims were made, and the story's day, the earliest first."""
    days = {claim.made for claim in claims}
    return sorted(days | {story_day} if story_day else days, key=last_day)


def made_by(claims: Iterable[Claim], day: str | None) -> list[Claim]:
    """Return the claims made by the end of a day, the earliest first; all of them without one."""
    made = sorted(claims, key=lambda claim: last_day(claim.made))
    return [claim for claim in made if day is None or last_day(claim.made) <= last_day(day)]


def by_area(claims: Iterable[Claim]) -> dict[tuple[str, ...], list[Claim]]:
    """Group claims by what they count in: single areas first, then those of several."""
    groups: dict[tuple[str, ...], list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: len(claim.figure["area"]) > 1):
        groups.setdefault(claim.figure["area"], []).append(claim)
    return groups


def newest_by_area(claims: Sequence[Claim]) -> set[str]:
    """Return the ids of the claim made last in each single area, of claims in order of time."""
    newest = {claim.figure["area"]: claim.id for claim in claims if len(claim.figure["area"]) == 1}
    return set(newest.values())


def most_of(claims: Iterable[Claim]) -> float:
    """Return the highest number of all claims, the end of their common scale."""
    return max((ends(claim.figure)[1] for claim in claims), default=1.0) or 1.0


def spell_made(claim: Claim, year: str | None = None) -> str:
    """Return when a claim was made, without the year where a heading says it."""
    words = spell(claim.made)
    return words.removesuffix(f" {year}") if year else words


def common_year(days: Iterable[str]) -> str | None:
    """Return the year that all days share, if they do."""
    years = {day[:4] for day in days}
    return years.pop() if len(years) == 1 else None
