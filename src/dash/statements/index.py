"""All statements of a dossier, made ready once to be searched, filtered, sorted and counted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from dash.actors import ActorDirectory
from dash.dossier.model import Dossier
from dash.dossier.records import names
from dash.schema.rows import Quote
from dash.schema.vocabulary import CHECKS, NOT_COMPARED, SPEECH, labels
from dash.statements.facets import Chosen, Facet, Mask, choose, counts, facet
from dash.statements.quotes import (
    NOBODY,
    check_of,
    date_order,
    sentence_of,
    sides,
    source_order,
    speaker_order,
)
from dash.statements.search import Hits, SearchIndex, Texts, is_marked
from dash.wording import TOPIC

FACETS = {
    "speaker": "Speaker",
    "side": "Side",
    "topic": TOPIC,
    "speech": "Kind of speech",
    "check": "Result of the check",
}
SORTS = {
    "match": "Best match first",
    "source": "Order in the source",
    "oldest": "Date, oldest first",
    "latest": "Date, latest first",
    "speaker": "Speaker",
}
# What a match counts for the rank: most in the words, least in what was found out about them.
WEIGHTS = {"text": 10.0, "people": 6.0, "about": 3.0, "checked": 1.0}


@dataclass(frozen=True)
class Query:
    """What a reader asks for: words to find, values chosen per facet, and an order."""

    words: str = ""
    chosen: Chosen = field(default_factory=dict)
    sort: str = "match"


@dataclass(frozen=True)
class Selection:
    """What a query leaves.

    Attributes:
        positions: Positions of the statements in the table of quotes, in the order asked for.
        hits: What the search found; None where no words were asked for.
        counts: Per facet, how many statements each value would leave.
        checked: How many of the statements that are left have each result of the check.
    """

    positions: list[int]
    hits: Hits | None
    counts: Mapping[str, Mapping[str, int]]
    checked: Mapping[str, int]


@dataclass(frozen=True)
class Loosening:
    """One condition that could be dropped, and how many statements there would be without it."""

    facet: str | None
    label: str
    count: int


class Statements:
    """The statements of one dossier with their search index, facets and orders."""

    def __init__(self, dossier: Dossier) -> None:
        """Make them ready; takes about a second for 50,000 statements."""
        self.dossier = dossier
        self.actors = ActorDirectory(dossier.records("actors"))
        self.sources = {row["id"]: row for row in dossier.records("sources")}
        self.place_names = names(dossier.records("places"))
        self._rows = dossier.records("quotes")
        self._sentences: dict[tuple[str, str], list[Quote]] = {}
        for row in self._rows:
            if sentence := sentence_of(row):
                self._sentences.setdefault(sentence, []).append(row)
        self.facets = self._facets()
        self.checked = self.facets["check"].count(np.ones(len(self._rows), dtype=bool))
        self._index = SearchIndex(self._texts(), list(WEIGHTS.values()), dossier.story.spellings)
        orders = {
            "source": source_order(self._rows),
            "oldest": date_order(self._rows),
            "latest": date_order(self._rows, latest_first=True),
            "speaker": speaker_order(self._rows, self.actors),
        }
        self._orders = {name: np.array(order, dtype=np.int64) for name, order in orders.items()}

    def __len__(self) -> int:
        """Return how many statements there are."""
        return len(self._rows)

    def rows(self, positions: Sequence[int]) -> list[Quote]:
        """Return the records at these positions."""
        return [self._rows[position] for position in positions]

    def positions(self) -> list[int]:
        """Return the positions of all statements in the story's order."""
        positions: list[int] = self._orders["source"].tolist()
        return positions

    def parts_of_sentence(self, quote: Quote) -> list[Quote]:
        """Return the quoted parts of the sentence that a quotation is from; none if unknown."""
        sentence = sentence_of(quote)
        return self._sentences[sentence] if sentence else []

    def in_source_order(self, mask: Mask) -> npt.NDArray[np.int64]:
        """Return the positions of the statements in a mask, in the story's order."""
        order = self._orders["source"]
        return order[mask[order]]

    def select(self, query: Query) -> Selection:
        """Return what a query leaves."""
        hits = self._index.search(query.words) if query.words.strip() else None
        among = self._found(hits)
        mask = choose(self.facets, query.chosen, among)
        return Selection(
            self._sorted(mask, hits, query.sort),
            hits,
            counts(self.facets, query.chosen, among),
            self.facets["check"].count(mask),
        )

    def loosen(self, query: Query) -> list[Loosening]:
        """Return, for each condition whose loss would leave something, how much."""
        hits = self._index.search(query.words) if query.words.strip() else None
        among, everything = self._found(hits), self._found(None)
        found = []
        if hits is not None:
            without = int(choose(self.facets, query.chosen, everything).sum())
            found.append(Loosening(None, f"the search for “{query.words}”", without))
        for name, values in query.chosen.items():
            if values:
                without = int(choose(self.facets, query.chosen, among, name).sum())
                label = f"{FACETS[name].lower()}: {' or '.join(values)}"
                found.append(Loosening(name, label, without))
        return [one for one in found if one.count]

    def marked(self, hits: Hits | None, position: int) -> str:
        """Return a statement's words, with the search's marks around what matched."""
        if hits is None:
            return self._rows[position]["text"]
        return self._index.marked(hits, position, "text")

    def elsewhere(self, hits: Hits, position: int) -> str | None:
        """Return where outside the words a search matched, with its marks; None where nowhere."""
        for column in ("people", "about", "checked"):
            text = self._index.snippet(hits, position, column)
            if is_marked(text):
                return text
        return None

    def _found(self, hits: Hits | None) -> Mask:
        mask = np.full(len(self), hits is None)
        if hits is not None:
            mask[hits.positions] = True
        return mask

    def _sorted(self, mask: Mask, hits: Hits | None, sort: str) -> list[int]:
        order = self._orders.get(sort, self._orders["source"])
        if sort == "match" and hits is not None and hits.ranked:
            order = np.array(hits.positions, np.int64)
        kept: list[int] = order[mask[order]].tolist()
        return kept

    def _facets(self) -> dict[str, Facet]:
        topics = self.dossier.story.topics
        speakers = [
            [self.actors.name(actor) for actor in row["speaker"]] or [NOBODY] for row in self._rows
        ]
        return {
            "speaker": facet(speakers, last=NOBODY),
            "side": facet([sides(row, self.actors) for row in self._rows], last=NOBODY),
            "topic": facet([[topics[row["topic"]]] for row in self._rows], topics.values()),
            "speech": facet(
                [[SPEECH[row["speech"]].label] for row in self._rows], labels(SPEECH).values()
            ),
            "check": facet(
                [[check_of(row).label] for row in self._rows],
                [*labels(CHECKS).values(), NOT_COMPARED.label],
            ),
        }

    def _texts(self) -> dict[str, Texts]:
        """Return what is searched, by the names in WEIGHTS."""
        return {
            "text": self._told(lambda row: row["text"]),
            "people": self._told(self._people),
            "about": self._told(self._about),
            "checked": self._told(_checked),
        }

    def _told(self, tell: Callable[[Quote], str]) -> Texts:
        """Return what is told of each statement, made when it is asked for."""
        rows = self._rows
        return Texts(len(rows), lambda at: tell(rows[at]))

    def _people(self, row: Quote) -> str:
        return "; ".join(map(self._attributed, row["speaker"]))

    def _about(self, row: Quote) -> str:
        topics = self.dossier.story.topics
        return "; ".join([topics[row["topic"]], *map(self.place_names.__getitem__, row["places"])])

    def _attributed(self, actor: str) -> str:
        return ", ".join(filter(None, [self.actors.name(actor), self.actors.attribution(actor)]))


def _checked(row: Quote) -> str:
    return " ".join(filter(None, (row["original_text"], row["note"])))
