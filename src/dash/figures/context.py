"""What a comparison needs to know beside its two figures: names, and what belongs together."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from dash.dates import first_day
from dash.dossier.model import Dossier
from dash.dossier.records import names
from dash.schema.rows import Figure, Source
from dash.schema.story import Reach


@dataclass(frozen=True)
class Context:
    """What comparisons of a dossier's figures share.

    Attributes:
        figures: All figures by id.
        names: What ids are called, by the column in which they stand.
        affiliations: For whom each actor acts or speaks.
        casualties: Measures that count people killed or hurt.
        rates: Measures that are averages over a time, so that its length does not matter.
        running: Series that are running totals.
        reach: What counts of some claimants take in or leave out.
        events: What happened on a day, by its date.
        below_zero: Measures that may be below zero, of which no ratio means anything.
        successors: Which figure replaced another, by the other's id.
    """

    figures: Mapping[str, Figure]
    names: Mapping[str, Mapping[str, str]]
    affiliations: Mapping[str, str] = field(default_factory=dict)
    casualties: frozenset[str] = frozenset()
    rates: frozenset[str] = frozenset()
    running: frozenset[str] = frozenset()
    reach: tuple[Reach, ...] = ()
    events: Mapping[str, str] = field(default_factory=dict)
    below_zero: frozenset[str] = frozenset()
    successors: Mapping[str, str] = field(init=False)
    _tellings: Mapping[str, frozenset[str]] = field(init=False)

    def __post_init__(self) -> None:
        """Gather once which figures are one number, told again, and which are replaced."""
        newer = {row["replaces"]: key for key, row in self.figures.items() if row["replaces"]}
        object.__setattr__(self, "successors", newer)
        object.__setattr__(self, "_tellings", _gather(self.figures))

    def figure(self, key: str) -> Figure:
        """Return a figure by its id.

        Raises:
            KeyError: There is no such figure.
        """
        return self.figures[key]

    def tellings(self, key: str) -> frozenset[str]:
        """Return the ids under which the number of a figure is told, its own among them."""
        return self._tellings.get(key, frozenset((key,)))

    def above(self, key: str) -> Iterator[str]:
        """Yield the figures that a figure, however told, is a part of, the nearest first."""
        return self._reached(key, "subset_of")

    def replaced_by(self, key: str) -> Iterator[str]:
        """Yield the figures that a figure, however told, stands for since they were given up."""
        return self._reached(key, "replaces")

    def _reached(self, key: str, column: Literal["subset_of", "replaces"]) -> Iterator[str]:
        seen, nearest = {key}, [key]
        while nearest:
            tellings = [telling for one in nearest for telling in self._of_one(one)]
            steps = (self.figures[telling][column] for telling in tellings)
            seen.update(tellings)
            nearest = [step for step in dict.fromkeys(steps) if step and step not in seen]
            seen.update(nearest)
            yield from nearest

    def _of_one(self, key: str) -> Iterator[str]:
        """Yield a figure, and then the other tellings of it."""
        yield key
        yield from sorted(self.tellings(key) - {key})

    def bodies(self, claimant: str | None) -> list[str]:
        """Return a claimant, for whom it acts or speaks, and so on upwards."""
        chain: list[str] = []
        while claimant is not None and claimant not in chain:
            chain.append(claimant)
            claimant = self.affiliations.get(claimant)
        return chain

    def reach_of(self, figure: Figure) -> str | None:
        """Return what a figure takes in or leaves out by the way in which its claimant counts."""
        bodies = self.bodies(figure["claimant"])
        for reach in self.reach:
            of_population = not reach.populations or figure["population"] in reach.populations
            if of_population and figure["measure"] == reach.measure and reach.claimant in bodies:
                return reach.words
        return None


def context_of(dossier: Dossier) -> Context:
    """Return what comparisons of a dossier's figures need."""
    story = dossier.story
    words = {
        "measure": {key: measure.label for key, measure in story.measures.items()},
        "population": story.populations,
        "area": names(dossier.records("places")),
        "claimant": names(dossier.records("actors")),
        "source": _publications(dossier.records("sources")),
        "series": {key: series.label for key, series in story.series.items()},
    }
    actors = dossier.records("actors")
    return Context(
        MappingProxyType({row["id"]: row for row in dossier.records("figures")}),
        MappingProxyType(words),
        {row["id"]: row["affiliation"] for row in actors if row["affiliation"] is not None},
        frozenset(key for key, measure in story.measures.items() if measure.casualties),
        frozenset(key for key, measure in story.measures.items() if measure.rate),
        frozenset(key for key, each in story.series.items() if each.kind == "running_total"),
        story.reach,
        _days(dossier) if dossier.has("events") else {},
        frozenset(key for key, measure in story.measures.items() if measure.below_zero),
    )


def _gather(figures: Mapping[str, Figure]) -> dict[str, frozenset[str]]:
    """Return all that tell one number, for each figure of those that `same_as` joins."""
    groups: dict[str, frozenset[str]] = {}
    for key, figure in figures.items():
        other = figure["same_as"]
        if other is not None and other in figures:
            joined = groups.get(key, frozenset((key,))) | groups.get(other, frozenset((other,)))
            groups.update(dict.fromkeys(joined, joined))
    return groups


def _publications(sources: Sequence[Source]) -> dict[str, str]:
    """Return each source's publisher, with the title where one publisher has several."""
    count = Counter(source["publisher"] for source in sources)
    return {
        source["id"]: source["publisher"]
        if count[source["publisher"]] == 1
        else f"{source['publisher']}: {source['title']}"
        for source in sources
    }


def _days(dossier: Dossier) -> dict[str, str]:
    """Return the first event that begins on each day."""
    days: dict[str, str] = {}
    for event in dossier.records("events"):
        if event["precision"] == "day" and event["start"] is not None:
            days.setdefault(first_day(event["start"]).isoformat(), event["title"])
    return days
