"""From a fact to the words it rests on, and from a source to the facts that rest on it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from dash.counting import listed
from dash.dates import spell
from dash.dossier.lookup import find
from dash.dossier.model import Dossier
from dash.dossier.records import key_of_row
from dash.schema.rows import Difference, Fact, Source
from dash.schema.tables import TABLES
from dash.schema.vocabulary import VERIFICATION

IN_STORY = "ART"
SOURCE_COLUMNS = ("source", "original_source")


@dataclass(frozen=True)
class Cited:
    """A source as records are passed on with it.

    Attributes:
        source: The source.
        words: What it is called, with the paragraphs, in plain text.
        exact: The words of it that carry the record; None of several records.
        compared: Whether no record rests on it, and a statement was compared with it.
    """

    source: Source
    words: str
    exact: str | None = None
    compared: bool = False


def cite(source: Source, locator: str | None = None) -> str:
    """Return a source in plain text: publisher, title, date, and the paragraph if there is one."""
    title = source["title"]
    parts = [source["publisher"], title if title.startswith("[") else f"“{title}”"]
    if source["published"] is not None:
        parts.append(spell(source["published"]))
    if locator is not None:
        parts.append(spell_locators([locator]))
    return ", ".join(parts)


def cite_in_full(source: Source, locator: str | None = None) -> str:
    """Return a source as it is copied into a text of one's own: with its address or number."""
    found = source["url"] or source["identifier"]
    return f"{cite(source, locator)}. {found}" if found else f"{cite(source, locator)}."


def cite_together(dossier: Dossier, facts: Iterable[Fact]) -> tuple[Cited, ...]:
    """Return what records rest on, then what statements were compared with, each source once.

    Raises:
        DossierError: sources.csv has problems.
    """
    rested: dict[str, list[Fact]] = {}
    compared: dict[str, None] = {}
    for fact in facts:
        rested.setdefault(fact["source"], []).append(fact)
        if "speech" in fact and (original := fact["original_source"]):
            compared[original] = None
    cited = []
    for key, rows in rested.items():
        source = dossier.record("sources", key)
        where = spell_locators(row["locator"] for row in rows if row["locator"])
        exact = rows[0]["exact"] if len(rows) == 1 else None
        cited.append(Cited(source, ", ".join(filter(None, (cite(source), where))), exact))
    originals = [dossier.record("sources", key) for key in compared if key not in rested]
    return (*cited, *(Cited(source, cite(source), compared=True) for source in originals))


def cite_difference(dossier: Dossier, difference: Difference) -> tuple[Cited, ...]:
    """Return what the records that a difference speaks of rest on.

    Raises:
        DossierError: sources.csv has problems.
    """
    facts = []
    for table, key in filter(None, (find(dossier, one) for one in difference["records"])):
        row = dossier.record(table, key)
        if "source" in row:
            facts.append(row)
    return cite_together(dossier, facts)


def spell_locators(locators: Iterable[str]) -> str:
    """Return places of a source in words, each once: paragraph 10, or paragraphs 10 and 26."""
    found = sorted(dict.fromkeys(locators), key=lambda one: (len(one), one))
    numbers = [one[1:] for one in found if one.startswith("P")]
    counted = f"paragraph{'s' * (len(numbers) > 1)} {listed(numbers)}" if numbers else ""
    return ", ".join(filter(None, (counted, *(one for one in found if not one.startswith("P")))))


def spell_verification(label: str) -> str:
    """Return a verification label in words, with its meaning after it."""
    return f"{name_label(label)}: {VERIFICATION[label].meaning}"


def name_label(label: str) -> str:
    """Return a verification label as the pages name it: Seen second-hand (V2)."""
    return f"{VERIFICATION[label].label} ({label})"


def label_of(fact: Fact) -> str | None:
    """Return a record's verification label.

    Tables without a column for it hold records of the story: with an anchor
    in it, such a record is as far checked as one labelled ART.
    """
    if "verification" in fact:
        return fact["verification"]
    return IN_STORY if fact["exact"] else None


def address_of_words(url: str, exact: str | None) -> str:
    """Return an address at which a browser scrolls to the words and marks them.

    The words stand in a text fragment (https://wicg.github.io/scroll-to-text-fragment/),
    whose grammar wants `-`, `,` and `&` percent-encoded. A browser that does
    not find them opens the page at its top.
    """
    if not exact:
        return url
    words = quote(exact, safe="").replace("-", "%2D")
    return f"{url}{'' if '#' in url else '#'}:~:text={words}"


def resting_on(dossier: Dossier) -> dict[str, list[tuple[str, str | int]]]:
    """Return, for each source, the table and key of each record that rests on it.

    Tables with problems are left out. A quotation rests on the source of its
    original wording too.
    """
    found: dict[object, list[tuple[str, str | int]]] = {
        row["id"]: [] for row in dossier.records("sources")
    }
    for name in sound_tables(dossier):
        for row in dossier.records(name):
            cells: Mapping[str, object] = row
            for source in dict.fromkeys(map(cells.get, SOURCE_COLUMNS)):
                if source in found:
                    found[source].append((name, key_of_row(row)))
    return {str(source): rested for source, rested in found.items()}


def sound_tables(dossier: Dossier) -> list[str]:
    """Return the names of the tables that have no problem."""
    return [name for name in TABLES if dossier.has(name)]


def count_labels(dossier: Dossier) -> dict[str, Counter[str]]:
    """Return, for each verification label, how many records of each table carry it."""
    counts: dict[str, Counter[str]] = {label: Counter() for label in VERIFICATION}
    for name in sound_tables(dossier):
        table = dossier.table(name)
        if "verification" in table:
            for label, count in table["verification"].value_counts().items():
                counts[str(label)][name] = int(count)
        elif "exact" in table:
            counts[IN_STORY][name] = int(table["exact"].notna().sum())
    return counts


def by_table(rested: Iterable[tuple[str, str | int]]) -> dict[str, list[str | int]]:
    """Return the keys of records, as `resting_on` gives them, by their table."""
    keys: dict[str, list[str | int]] = {}
    for table, key in rested:
        keys.setdefault(table, []).append(key)
    return keys
