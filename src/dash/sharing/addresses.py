"""Where a record, its card and its embed stand, and which record an address names.

All paths begin at the server's root, without the base path under which it may show its pages.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import parse_qs, urlencode

from dash.dossier.model import Dossier
from dash.dossier.records import key_of_row
from dash.schema.rows import Record
from dash.site import HOME, TARGETS, Page, offered, page_of, target_of

# Which records can be passed on, by the word for them that stands in an address.
KINDS: Mapping[str, str] = MappingProxyType(
    {
        "statement": "quotes",
        "figure": "figures",
        "event": "events",
        "place": "places",
        "difference": "differences",
        "slide": "slides",
        "source": "sources",
    }
)
# A column that only the rows of one table have.
KIND_BY_COLUMN = {
    "speech": "statement",
    "bound": "figure",
    "precision": "event",
    "role_in_story": "place",
    "explanation": "difference",
    "caption": "slide",
    "publisher": "source",
}
# Two figures beside each other: no record, but passed on like one.
COMPARISON = "comparison"
# A page without a record, which has a card and nothing else.
PAGE = "page"
# What parts their ids: no id has it, and an address takes it as it is.
BESIDE = "~"
OEMBED, SITEMAP = "/oembed", "/sitemap.xml"
PAIR = ("compare_a", "compare_b")
CARD_SIZE = (1200, 630)
NUMBER = re.compile("0|[1-9][0-9]{0,8}")


@dataclass(frozen=True)
class Subject:
    """What an address is of: one record, or a comparison of two.

    Attributes:
        kind: A key of KINDS, COMPARISON, or for a card PAGE.
        key: The record's id or number as it stands in an address; of a comparison both ids, and
            of a page its name.
    """

    kind: str
    key: str

    @property
    def pair(self) -> tuple[str, str]:
        """The ids of the two figures of a comparison."""
        first, _, second = self.key.partition(BESIDE)
        return first, second


def comparison(first: str, second: str) -> Subject:
    """Return the comparison of two figures, by their ids."""
    return Subject(COMPARISON, f"{first}{BESIDE}{second}")


def subject_of_row(row: Record) -> Subject | None:
    """Return a record as it is passed on, whichever table it is of; None for an actor."""
    kind = next((kind for column, kind in KIND_BY_COLUMN.items() if column in row), None)
    return Subject(kind, str(key_of_row(row))) if kind else None


def card_path(kind: str, key: str) -> str:
    """Return the path of a record's card, a picture of CARD_SIZE."""
    return f"/card/{kind}/{key}.png"


def embed_path(kind: str, key: str) -> str:
    """Return the path of a record's embed, a page for a frame in somebody else's."""
    return f"/embed/{kind}/{key}"


def record_path(dossier: Dossier, kind: str, key: str) -> str:
    """Return the path of the page that shows a record, with what opens it there."""
    if kind == PAGE:
        return page_of(key).path
    if kind == COMPARISON:
        page = target_of("figures", dossier).page
        return f"{page.path}?{urlencode(dict(zip(PAIR, Subject(kind, key).pair, strict=True)))}"
    target = target_of(KINDS[kind], dossier)
    return f"{target.page.path}?{urlencode({target.parameter: key})}"


def record_key(dossier: Dossier, kind: str, key: str) -> str | int | None:
    """Return the key of a record as its table has it; None where there is no such record.

    Raises:
        DossierError: The table has problems.
    """
    table = KINDS[kind]
    own = int(key) if table == "slides" and NUMBER.fullmatch(key) else key
    return own if dossier.holds(table, own) else None


def exists(dossier: Dossier, subject: Subject) -> bool:
    """Return whether a dossier has what an address names.

    Raises:
        DossierError: The table has problems.
    """
    if subject.kind == COMPARISON:
        first, second = subject.pair
        return first != second and all(dossier.holds("figures", key) for key in (first, second))
    return subject.kind in KINDS and record_key(dossier, subject.kind, subject.key) is not None


def has_card(dossier: Dossier, subject: Subject) -> bool:
    """Return whether there is a card of a record, or of a page with something to show.

    Raises:
        DossierError: The table has problems.
    """
    if subject.kind == PAGE:
        return subject.key in {page.name for page in offered(dossier)}
    return exists(dossier, subject)


def page_subject(dossier: Dossier, page: Page) -> Subject:
    """Return the page whose card stands for a page: its own, or that of the story."""
    subject = Subject(PAGE, page.name)
    return subject if has_card(dossier, subject) else Subject(PAGE, HOME.name)


def subject_at(dossier: Dossier, page: str, query: str) -> Subject | None:
    """Return the record that the address of a page opens, if it names one that is there.

    Args:
        dossier: Holds the records.
        page: The page's name: quotes.
        query: What stands behind the question mark.

    Raises:
        DossierError: The table has problems.
    """
    try:
        asked = {name: values[0] for name, values in parse_qs(query, max_num_fields=99).items()}
    except ValueError:
        return None
    here = [
        (target.parameter, kind)
        for kind, table in KINDS.items()
        if page in (TARGETS[table].page.name, (target := target_of(table, dossier)).page.name)
    ]
    named = [Subject(kind, asked[parameter]) for parameter, kind in here if parameter in asked]
    if set(PAIR) <= asked.keys() and "figure" in dict(here):
        named.append(comparison(*(asked[parameter] for parameter in PAIR)))
    return next((subject for subject in named if exists(dossier, subject)), None)
