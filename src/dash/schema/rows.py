"""The row of each table as the code reads it: what kind of cell stands under which column.

A row is subscripted by the names of the contract's columns. A cell that may be blank is None
where it is; a cell that holds several ids or words is a tuple of them, empty where it is blank.
A dossier's own further columns stand in its tables, not in the rows.

`Figure` is a row of a sound table. `Figure[None]` is one that the rules still check: there a cell
of text may be missing that the contract asks for. So it is with each table.
"""

from typing import Generic, Never, TypeAlias, TypedDict, final

from typing_extensions import TypeVar

# What a required cell of text may be beside text: nothing else, once the table is sound.
Missing = TypeVar("Missing", default=Never)


@final
class Source(TypedDict, Generic[Missing]):
    """What facts were read in: a document, page or data file."""

    id: str | Missing
    title: str | Missing
    publisher: str | Missing
    published: str | None
    kind: str | Missing
    url: str | None
    licence: str | None
    identifier: str | None
    note: str | None


@final
class Actor(TypedDict, Generic[Missing]):
    """A person, office, state, force or ship."""

    id: str | Missing
    name: str | Missing
    kind: str | Missing
    role: str | None
    affiliation: str | None
    source: str | Missing
    locator: str | None
    exact: str | None
    note: str | None


@final
class Place(TypedDict, Generic[Missing]):
    """A place, with who is recognised there and who holds it."""

    id: str | Missing
    name: str | Missing
    kind: str | Missing
    longitude: float | None
    latitude: float | None
    coordinate_source: str | Missing
    recognised_as: str | None
    controlled_by: str | None
    controlled_since: str | None
    as_of: str | None
    role_in_story: str | None
    source: str | Missing
    locator: str | None
    exact: str | None


@final
class Figure(TypedDict, Generic[Missing]):
    """A number that somebody asserts."""

    id: str | Missing
    measure: str | Missing
    population: str | None
    unit: str | Missing
    bound: str | Missing
    low: float | None
    best: float | None
    high: float | None
    period_start: str | None
    as_of: str | Missing
    stated_on: str | None
    area: tuple[str, ...]
    claimant: str | None
    evidence: str | Missing
    subset_of: str | None
    same_as: str | None
    replaces: str | None
    in_story: bool
    source: str | Missing
    locator: str | None
    exact: str | None
    verification: str | Missing
    sic: bool
    supplied: tuple[str, ...]
    series: str | None
    recompute: str | None
    callout: str | None
    note: str | None


@final
class Quote(TypedDict, Generic[Missing]):
    """A statement: a quotation, or reported speech in words of our own."""

    id: str | Missing
    speech: str | Missing
    text: str | Missing
    speaker: tuple[str, ...]
    medium: str | None
    date: str | None
    date_basis: str | None
    topic: str | Missing
    stance: str | None
    replies_to: tuple[str, ...]
    places: tuple[str, ...]
    source: str | Missing
    locator: str | None
    exact: str | None
    prefix: str | None
    suffix: str | None
    check: str | None
    original_text: str | None
    original_source: str | None
    note: str | None


@final
class Slide(TypedDict, Generic[Missing]):
    """A slide of the story's picture gallery."""

    number: int
    heading: str | None
    caption: str | Missing
    credit: str | None
    image: str | None
    alt: str | None
    image_kind: str | None
    image_credit: str | None
    image_licence: str | None
    places: tuple[str, ...]
    quotes: tuple[str, ...]
    figures: tuple[str, ...]
    source: str | Missing
    locator: str | None
    exact: str | None
    note: str | None


@final
class Event(TypedDict, Generic[Missing]):
    """What happened, or was announced, and when."""

    id: str | Missing
    start: str | None
    end: str | None
    zone: str | None
    precision: str | Missing
    title: str | Missing
    label: str | None
    topic: str | Missing
    in_story: bool
    actors: tuple[str, ...]
    places: tuple[str, ...]
    source: str | Missing
    locator: str | None
    exact: str | None
    relative: bool
    verification: str | Missing
    note: str | None


@final
class Difference(TypedDict, Generic[Missing]):
    """Where accounts part ways."""

    id: str | Missing
    topic: str | Missing
    kind: str | Missing
    title: str | Missing
    explanation: str | Missing
    records: tuple[str, ...]


@final
class Correction(TypedDict, Generic[Missing]):
    """What was wrong in the dossier and was put right."""

    id: str | Missing
    date: str | Missing
    table: str | Missing
    record: str | None
    was: str | Missing
    now: str | Missing


# What the dossier says of the story; a correction speaks of the dossier itself.
Record: TypeAlias = (
    Source[Missing]
    | Actor[Missing]
    | Place[Missing]
    | Figure[Missing]
    | Quote[Missing]
    | Slide[Missing]
    | Event[Missing]
    | Difference[Missing]
)
# The rows that name the words they rest on.
Fact: TypeAlias = Actor | Place | Figure | Quote | Slide | Event
