"""Full-text search: SQLite's FTS5 finds, ranks and marks; RapidFuzz forgives typing errors.

Case and accents are folded by FTS5's own tokenizer. A word that begins a word of the text
finds it, and so does another spelling of the same name, if the dossier declares it. Only a word
that finds nothing so is taken for a typing error. Words in quotation marks are a phrase.
"""

import re
import sqlite3
import unicodedata
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any, overload

from rapidfuzz import process
from rapidfuzz.distance import OSA

# Control characters, which no table may hold, stand around what matched.
MARKS = ("\x02", "\x03")
MOST_WORDS = 12
SHORTEST_PREFIX = 3
SNIPPET_WORDS = 14
MOST_RANKED = 10_000
COUNT = "SELECT count(*) FROM texts WHERE texts MATCH ?"
WORD = re.compile(r"\w+")
PHRASE_OR_WORD = re.compile(r'["“”«»„](?P<phrase>[^"“”«»„]*)["“”«»„]?|(?P<word>\w+)')


@dataclass(frozen=True)
class Hits:
    """What a search found.

    Attributes:
        positions: Positions of the rows found; best match first, if ranked.
        match: The expression in FTS5's language, to mark the matches with.
        corrected: For each word taken for a typing error, the words it was read as.
        ranked: False where so many rows match that they stay in their own order.
    """

    positions: list[int]
    match: str
    corrected: Mapping[str, tuple[str, ...]]
    ranked: bool = True

    @property
    def read_otherwise(self) -> Iterator[str]:
        """What was taken for a typing error, a sentence for each word."""
        for word, terms in self.corrected.items():
            read = " or ".join(f"“{term}”" for term in terms)
            yield f"Nothing has “{word}”; it was read as {read}."


class Texts(Sequence[str]):
    """Texts of which none is kept: each is made when it is asked for."""

    def __init__(self, count: int, text: Callable[[int], str]) -> None:
        """Make so many texts by their positions."""
        self._positions = range(count)
        self._text = text

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._positions)

    @overload
    def __getitem__(self, position: int) -> str: ...
    @overload
    def __getitem__(self, position: slice) -> list[str]: ...
    def __getitem__(self, position: int | slice) -> str | list[str]:
        """Make the text at a position, or those of a slice."""
        chosen = self._positions[position]
        return self._text(chosen) if isinstance(chosen, int) else list(map(self._text, chosen))


class SearchIndex:
    """An index in memory; once made it is only read, so that threads may share it.

    It holds which words stand where. The texts are asked for again where matches are marked in
    them: as copies they would take as much memory as the words' places.
    """

    def __init__(
        self,
        columns: Mapping[str, Sequence[str]],
        weights: Sequence[float],
        spellings: Iterable[Sequence[str]] = (),
    ) -> None:
        """Index rows of text.

        Args:
            columns: The texts of all rows, by the name of their column; they never change.
            weights: What a match in each column counts for the rank (FTS5's bm25).
            spellings: Groups of words that are taken for the same.
        """
        self._columns = {name: number for number, name in enumerate(columns)}
        self._texts = tuple(columns.values())
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        # SQLite would let one thread in at a time by itself; but one that asks for a text waits
        # for Python inside, and another would wait for SQLite and keep Python meanwhile.
        self._lock = Lock()
        names = [f"c{number}" for number in self._columns.values()]
        fields = ", ".join(names)
        self._lay_texts(names)
        self._base.execute(
            f"CREATE VIRTUAL TABLE texts USING fts5"
            f"({fields}, content = 'told', content_rowid = 'position',"
            f" tokenize = 'unicode61 remove_diacritics 2', prefix = '2')"
        )
        blanks = ", ".join("?" * (len(self._columns) + 1))
        self._base.executemany(
            f"INSERT INTO texts (rowid, {fields}) VALUES ({blanks})",  # noqa: S608 - own names
            ((position, *row) for position, row in enumerate(zip(*columns.values(), strict=True))),
        )
        ranked = f"bm25({', '.join(map(str, map(float, weights)))})"
        self._base.execute("INSERT INTO texts (texts, rank) VALUES ('rank', ?)", (ranked,))
        self._base.execute("INSERT INTO texts (texts) VALUES ('optimize')")
        self._base.execute("CREATE VIRTUAL TABLE vocabulary USING fts5vocab(texts, 'row')")
        terms = [term for (term,) in self._base.execute("SELECT term FROM vocabulary")]
        self._spellings = {
            fold(word): tuple(map(fold, group)) for group in spellings for word in group
        }
        self._choices = {word: fold(word) for word in (*terms, *self._spellings)}

    def _lay_texts(self, names: Sequence[str]) -> None:
        """Let SQLite ask for texts as if they stood in a table, `told`, with these columns."""
        # SQLite keeps the function where Python's garbage collector does not look: what it held
        # would outlive the index with all that the texts are made of.
        this = weakref.ref(self)

        def text(number: int, at: int) -> str | None:
            index = this()
            return None if index is None else index._texts[number][at]

        self._base.create_function("text", 2, text)
        # Where a build of SQLite distrusts its tables, they may not call functions.
        self._base.execute("PRAGMA trusted_schema = ON")
        self._base.execute("CREATE TABLE positions (position INTEGER PRIMARY KEY)")
        self._base.executemany(
            "INSERT INTO positions VALUES (?)", ((at,) for at in range(len(self._texts[0])))
        )
        cells = (f"text({number}, position) AS {name}" for number, name in enumerate(names))
        self._base.execute(
            f"CREATE VIEW told AS SELECT position, {', '.join(cells)} FROM positions"  # noqa: S608
        )

    def _ask(self, query: str, *values: object) -> list[Any]:
        """Return all rows that a query gives. Any: SQLite's cells are of several kinds."""
        with self._lock:
            return self._base.execute(query, values).fetchall()

    def search(self, text: str) -> Hits:
        """Return the rows that hold every word of the text; none for a text without words.

        More than MOST_RANKED rows come in their own order: words that so many rows hold say
        little about which of them is the better match, and ranking would take most of the time.
        """
        corrected: dict[str, tuple[str, ...]] = {}
        parts = []
        for asked in list(PHRASE_OR_WORD.finditer(text))[:MOST_WORDS]:
            if asked["word"] is None:
                parts.append(_phrase(asked["phrase"]))
                continue
            terms, read_as = self._any(asked["word"])
            parts.append(terms)
            if read_as:
                corrected[asked["word"]] = read_as
        match = " AND ".join(part for part in parts if part)
        if not match:
            return Hits([], "", corrected)
        ((count,),) = self._ask(COUNT, match)
        ranked = count <= MOST_RANKED
        order = "rank, rowid" if ranked else "rowid"
        query = f"SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY {order}"  # noqa: S608
        found = [row for (row,) in self._ask(query, match)]
        return Hits(found, match, corrected, ranked)

    def marked(self, hits: Hits, position: int, column: str) -> str:
        """Return a row's text with MARKS around each match."""
        return self._marked(hits, position, f"highlight(texts, {self._columns[column]}, ?, ?)")

    def snippet(self, hits: Hits, position: int, column: str) -> str:
        """Return the part of a row's text that matches best, with MARKS around each match."""
        return self._marked(
            hits,
            position,
            f"snippet(texts, {self._columns[column]}, ?, ?, '…', {SNIPPET_WORDS})",
        )

    def _marked(self, hits: Hits, position: int, expression: str) -> str:
        query = f"SELECT {expression} FROM texts WHERE texts MATCH ? AND rowid = ?"  # noqa: S608
        ((text,),) = self._ask(query, *MARKS, hits.match, position)
        return str(text)

    def _any(self, word: str) -> tuple[str, tuple[str, ...]]:
        """Return an expression for a word, and what it was read as if it is a typing error.

        It stands for the word's spellings and what it begins, or for the nearest words.
        """
        folded = fold(word)
        spellings = self._spellings.get(folded, (folded,))
        known = any(map(self._known, spellings))
        long_enough = len(folded) >= SHORTEST_PREFIX - (not known)
        begun = [f'"{folded}" *'] if long_enough and self._begins(folded) else []
        if known or begun:
            return _either([*(f'"{spelling}"' for spelling in spellings), *begun]), ()
        nearest = self._nearest(folded)
        return _either([f'"{term}"' for term in nearest or [folded]]), tuple(nearest)

    def _known(self, folded: str) -> bool:
        query = "SELECT 1 FROM vocabulary WHERE term = ?"
        return bool(self._ask(query, folded))

    def _begins(self, folded: str) -> bool:
        """Return whether there is a longer word that begins so."""
        query = "SELECT 1 FROM vocabulary WHERE term > ? AND term < ? LIMIT 1"
        return bool(self._ask(query, folded, f"{folded}\U0010ffff"))

    def _nearest(self, folded: str) -> list[str]:
        """Return the words with the fewest slips; other spellings of a name count as the name."""
        allowed = errors_allowed(folded)
        if not allowed:
            return []
        found = process.extract(
            folded, self._choices, scorer=OSA.distance, score_cutoff=allowed, limit=None
        )
        best = min((distance for _, distance, _ in found), default=0)
        nearest = [key for _, distance, key in found if distance == best]
        spelled = [self._spellings.get(fold(term), (term,)) for term in nearest]
        return list(dict.fromkeys(term for group in spelled for term in group))


def fold(word: str) -> str:
    """Return a word without case and accents."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def errors_allowed(word: str) -> int:
    """Return how many letters may be wrong: none up to 3, one up to 7, two from 8 letters on."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2


def is_marked(text: str) -> bool:
    """Return whether something in a text is marked as a match."""
    return MARKS[0] in text


def pieces(marked: str) -> list[tuple[str, bool]]:
    """Return a marked text in pieces, each with whether it matched."""
    opening, closing = MARKS
    parts = [part.partition(closing) for part in marked.split(opening)]
    before = [(parts[0][0], False)]
    after = [piece for hit, _, rest in parts[1:] for piece in ((hit, True), (rest, False))]
    return [(text, matched) for text, matched in before + after if text]


def _either(alternatives: Sequence[str]) -> str:
    return f"({' OR '.join(alternatives)})"


def _phrase(words: str) -> str:
    found = WORD.findall(words)
    return '"' + " ".join(found) + '"' if found else ""
