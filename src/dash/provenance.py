"""From a fact to the words it rests on, and from a source to the facts that rest on it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from dash.dates import spell
from dash.dossier.model import Dossier
from dash.dossier.records import key_of_row
from dash.schema.rows import Fact, Source
from dash.schema.tables import TABLES
from dash.schema.vocabulary import VERIFICATION

IN_STORY = "ART"
SOURCE_COLUMNS = ("source", "original_source")


def cite(source: Source, locator: str | None = None) -> str:
    """Return a source in plain text: publisher, title, date, and the paragraph if there is one."""
    title = source["title"]
    parts = [source["publisher"], title if title.startswith("[") else f"“{title}”"]
    if source["published"] is not None:
        parts.append(spell(source["published"]))
    if locator is not None:
        parts.append(spell_locator(locator))
    return ", ".join(parts)


def cite_in_full(source: Source, locator: str | None = None) -> str:
    """Return a source as it is copied into a text of one's own: with its address or number."""
    found = source["url"] or source["identifier"]
    return f"{cite(source, locator)}. {found}" if found else f"{cite(source, locator)}."


def spell_locator(locator: str) -> str:
    """Return where in a source a fact stands, in words: paragraph 10, or page 3."""
    return f"paragraph {locator[1:]}" if locator.startswith("P") else locator


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
