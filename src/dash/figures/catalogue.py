"""All figures of a dossier, read and put into words once for all readers."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from types import MappingProxyType

import pandas as pd

from dash.dossier.model import Dossier
from dash.dossier.records import names
from dash.figures.context import Context, context_of
from dash.figures.table import table_of
from dash.figures.words import FigureInWords, in_words, plain, spell_short
from dash.schema.rows import Figure

# What an institution's name ends with: World Health Organization (WHO).
ABBREVIATION = re.compile(r"\(([^()]+)\)$")
# A list is of all figures of a view, as it is filtered.
LISTS_KEPT = 32


class Catalogue:
    """The figures of one dossier with what does not depend on the reader.

    Attributes:
        dossier: The dossier.
        figures: All figures by id, in the table's order.
        words: Each figure by id as `dash.figures.words.in_words` puts it.
        actors: Names of the actors by id.
    """

    def __init__(self, dossier: Dossier) -> None:
        """Read figures, actors and places."""
        self.dossier = dossier
        self.actors: Mapping[str, str] = MappingProxyType(names(dossier.records("actors")))
        self.figures: Mapping[str, Figure] = MappingProxyType(
            {figure["id"]: figure for figure in dossier.records("figures")}
        )
        self._populations, self._places = (
            dossier.story.populations,
            names(dossier.records("places")),
        )
        self.words: Mapping[str, FigureInWords] = MappingProxyType(
            {
                key: in_words(figure, self.actors, self._populations, self._places)
                for key, figure in self.figures.items()
            }
        )

        self._labels = lru_cache(maxsize=LISTS_KEPT)(self._labelled)

    @cached_property
    def rows(self) -> tuple[Figure, ...]:
        """All figures, in the table's order."""
        return tuple(self.figures.values())

    @cached_property
    def comparisons(self) -> Context:
        """What comparisons of two figures need to know."""
        return context_of(self.dossier)

    def said(self, figures: Sequence[Figure]) -> list[FigureInWords]:
        """Return figures in words, in their order; those, too, that have other numbers now."""
        return [
            self.words[figure["id"]]
            # Nearly all are the same object: to compare their cells takes long for many.
            if figure is (known := self.figures[figure["id"]]) or figure == known
            else in_words(figure, self.actors, self._populations, self._places)
            for figure in figures
        ]

    def labels(self, ids: Sequence[str]) -> Mapping[str, str]:
        """Return what figures are called in a list, each by a name of its own.

        The number, what is counted, among whom, who says so, where, and when. What all of them
        share, and the area that most share, are left out. Of a long list this takes longer than
        all else of a run: a few lists are kept.
        """
        return self._labels(tuple(ids))

    def _labelled(self, ids: Sequence[str]) -> Mapping[str, str]:
        rows = {key: self._parts[key] for key in ids}
        left_out = {}
        for field in ("measure", "population", "claimant", "area") if len(rows) > 1 else ():
            text, times = Counter(plain(row[field]) for row in rows.values()).most_common(1)[0]
            if times == len(rows) or (field == "area" and times > len(rows) / 2):
                left_out[field] = text
        texts = {
            key: " · ".join(
                text for field, text in row.items() if text and plain(text) != left_out.get(field)
            )
            for key, row in rows.items()
        }
        for further in ({key: self.words[key]["whose"] for key in ids}, {key: key for key in ids}):
            named = Counter(texts.values())
            texts = {
                key: text if named[text] == 1 else f"{text} · {further[key]}"
                for key, text in texts.items()
            }
        return MappingProxyType(texts)

    @cached_property
    def _parts(self) -> Mapping[str, Mapping[str, str]]:
        measures = self.dossier.story.measures
        return {
            key: {
                "value": spell_short(figure),
                "measure": measures[figure["measure"]].label,
                "population": self.words[key]["population"],
                "claimant": shortened(self.words[key]["claimant"]),
                "area": self.words[key]["area"],
                "time": self.words[key]["time"],
            }
            for key, figure in self.figures.items()
        }

    def table(self, figures: Sequence[Figure]) -> pd.DataFrame:
        """Return figures as `dash.figures.table.table_of` does."""
        publishers = {row["id"]: row["publisher"] for row in self.dossier.records("sources")}
        return table_of(figures, self.said(figures), publishers)


def shortened(name: str) -> str:
    """Return the abbreviation in capitals that a name gives in brackets; else the name."""
    found = ABBREVIATION.search(name)
    return found[1] if found and found[1].isupper() else name
