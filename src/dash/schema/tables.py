"""The data contract: one pandera model per table of a dossier.

The models validate each table on loading and generate the data dictionary in
data/README.md. Rules that look at two cells or two tables are in `rules`.
"""

import pandera.pandas as pa
from pandera.typing.pandas import Series

from dash.schema import columns as column
from dash.schema.vocabulary import (
    ACTORS,
    BOUNDS,
    CHECKS,
    DATE_BASES,
    DIFFERENCES,
    EVIDENCE,
    PICTURES,
    PLACES,
    PRECISIONS,
    SOURCES,
    SPEECH,
    SUPPLIABLE,
    VERIFICATION,
)

# The tables whose records can be corrected: all but that of the corrections.
RECORDED = (
    "sources",
    "actors",
    "places",
    "figures",
    "quotes",
    "slides",
    "events",
    "differences",
)


class Table(pa.DataFrameModel):
    """A table of a dossier; columns of one's own may stand beside these."""

    class Config:
        """Let a dossier carry further columns."""

        strict = False


class Sources(Table):
    """What the facts were read in, one row per document, page or data file."""

    id: Series[str] = column.identifier("Key.")
    title: Series[str] = column.text(
        "Title as printed, or a description of our own in square brackets.", required=True
    )
    publisher: Series[str] = column.text("Who published it.", required=True)
    published: Series[str] = column.partial_date("When it was published, as far as known.")
    kind: Series[str] = column.one_of(tuple(SOURCES), "What it is.")
    url: Series[str] = column.url(
        "Its full address; blank where only a shortened one is on record."
    )
    licence: Series[str] = column.text("Under which terms it may be reused.")
    identifier: Series[str] = column.text(
        "The publisher's number, file or shortened address, to find it again."
    )
    note: Series[str] = column.text("What a reader should know about it.")


class Actors(Table):
    """Persons, offices, states, forces and ships that the dossier names."""

    id: Series[str] = column.identifier("Key.")
    name: Series[str] = column.text("Name, as this dossier spells it.", required=True)
    kind: Series[str] = column.one_of(tuple(ACTORS), "What it is.")
    role: Series[str] = column.text("Office or part played at the time.")
    affiliation: Series[str] = column.reference(
        "actors", "Whom the actor acts or speaks for; followed upwards it ends at the side."
    )
    source: Series[str] = column.reference("sources", "Where the actor is named.", required=True)
    locator: Series[str] = column.locator("Paragraph of the story that names the actor.")
    exact: Series[str] = column.anchor("The words that name the actor.")
    note: Series[str] = column.text("Other spellings, traps, and what the source leaves out.")


class Places(Table):
    """Places, with who is recognised there and who holds them as separate facts."""

    id: Series[str] = column.identifier("Key.")
    name: Series[str] = column.text("Name, as this dossier spells it.", required=True)
    kind: Series[str] = column.one_of(tuple(PLACES), "What it is.")
    longitude: Series[float] = column.number(
        "Degrees east (WGS84, as in satellite navigation); blank where no point is honest.",
        at_least=-180,
        at_most=180,
    )
    latitude: Series[float] = column.number("Degrees north, likewise.", at_least=-90, at_most=90)
    coordinate_source: Series[str] = column.text(
        "What the point rests on, or why there is none.", required=True
    )
    recognised_as: Series[str] = column.text(
        "Which state the place is internationally recognised as."
    )
    controlled_by: Series[str] = column.text("Who held it in fact, at `as_of`.")
    controlled_since: Series[str] = column.partial_date("Since when.")
    as_of: Series[str] = column.partial_date("The date that the two status columns speak of.")
    role_in_story: Series[str] = column.text("Why the place is in the dossier.")
    source: Series[str] = column.reference("sources", "Where the place is named.", required=True)
    locator: Series[str] = column.locator("Paragraph of the story that names the place.")
    exact: Series[str] = column.anchor("The words that name the place.")


class Figures(Table):
    """Numbers that somebody asserts: one row per number, with who, what and as of when."""

    id: Series[str] = column.identifier("Key.")
    measure: Series[str] = column.declared("measures", "What is counted.")
    population: Series[str] = column.declared(
        "populations", "Among whom; blank where no people are counted.", required=False
    )
    unit: Series[str] = column.text("The unit; it must be one of the measure's.", required=True)
    bound: Series[str] = column.one_of(
        tuple(BOUNDS),
        "How the number is meant; left blank: exact where there is only `best`, range where there "
        "are `low` and `high`.",
    )
    low: Series[float] = column.number("Lowest value; the only one for at_least and more_than.")
    best: Series[float] = column.number(
        "The value, for exact and about; in a range only the source's own best estimate.",
    )
    high: Series[float] = column.number("Highest value, for a range.")
    period_start: Series[str] = column.partial_date(
        "When counting starts; blank for a state at `as_of`."
    )
    as_of: Series[str] = column.partial_date(
        "The day up to which it counts, or that a state speaks of; when it was said is "
        "`stated_on`.",
        required=True,
    )
    stated_on: Series[str] = column.partial_date(
        "The day on which the claimant gave the number; blank where that is not known."
    )
    area: Series[str] = column.references("places", "Where it is counted.")
    claimant: Series[str] = column.reference(
        "actors", "Whose figure it is; blank only where the evidence is unattributed."
    )
    evidence: Series[str] = column.one_of(
        tuple(EVIDENCE), "What kind of knowledge the claimant offers."
    )
    subset_of: Series[str] = column.reference("figures", "The figure that this one is a part of.")
    same_as: Series[str] = column.reference(
        "figures",
        "The figure that this one tells again: repeated, rounded, in other words, or as another "
        "cut of the same people; the note says which.",
    )
    replaces: Series[str] = column.reference(
        "figures",
        "The figure that this one stands for since it was withdrawn, corrected or superseded; "
        "the note says why.",
    )
    in_story: Series[bool] = column.flag("true for the story's own figures, false for context.")
    source: Series[str] = column.reference("sources", "Where it was read.", required=True)
    locator: Series[str] = column.locator("Paragraph of the story, or page of another source.")
    exact: Series[str] = column.anchor("The words that carry the figure.")
    verification: Series[str] = column.one_of(
        tuple(VERIFICATION), "How far it was checked; left blank where in_story is true: ART."
    )
    sic: Series[bool] = column.flag(
        "true where odd bounds stand so in the source, or a number with a margin to both sides.",
        required=False,
    )
    supplied: Series[str] = column.column_names(
        SUPPLIABLE, "Columns that the source leaves open: the cell was read from the context."
    )
    series: Series[str] = column.declared(
        "series",
        "The running total, or the run of years or months, that it is a point of.",
        required=False,
    )
    recompute: Series[str] = column.query(
        "The selection of the recorded deaths in incidents/ that the number is the sum of."
    )
    callout: Series[str] = column.text("A few words that charts write beside the number.")
    note: Series[str] = column.text("What a reader must know before using it.")


class Quotes(Table):
    """Statements: quotations letter by letter, reported speech in words of our own."""

    id: Series[str] = column.identifier(
        "Key: Q for words in quotation marks, R for reported speech."
    )
    speech: Series[str] = column.one_of(tuple(SPEECH), "How the story renders the statement.")
    text: Series[str] = column.text(
        "The words inside the quotation marks; for a paraphrase, our own wording.", required=True
    )
    speaker: Series[str] = column.references(
        "actors", "Who said it; blank where the story does not say."
    )
    medium: Series[str] = column.text("Through which channel; blank where not stated.")
    date: Series[str] = column.partial_date("When it was said, as far as known.")
    date_basis: Series[str] = column.one_of(
        tuple(DATE_BASES), "How the date is known; blank: stated.", required=False
    )
    topic: Series[str] = column.declared("topics", "What it is about.")
    stance: Series[str] = column.text("Its thrust, in a word or two.")
    replies_to: Series[str] = column.references("quotes", "Statements it answers.")
    places: Series[str] = column.references("places", "Places it speaks of.")
    source: Series[str] = column.reference("sources", "Where it was read.", required=True)
    locator: Series[str] = column.locator("Paragraph of the story, or page of another source.")
    exact: Series[str] = column.anchor("The words that carry it; for a quotation, its beginning.")
    prefix: Series[str] = column.anchor(
        "The story's words right before the quotation, where the comparison needs them."
    )
    suffix: Series[str] = column.anchor(
        "The story's words right after the quotation, where the comparison needs them."
    )
    check: Series[str] = column.one_of(
        tuple(CHECKS),
        "What came of the comparison with a fuller or original wording; blank: not compared.",
        required=False,
    )
    original_text: Series[str] = column.text(
        "The fuller or original wording, where it is on record."
    )
    original_source: Series[str] = column.reference("sources", "Where that wording was read.")
    note: Series[str] = column.text("What the comparison found.")


class Slides(Table):
    """The story's picture gallery, in order; 0 is its opening card."""

    number: Series[int] = column.position("Place in the gallery.")
    heading: Series[str] = column.text("Heading as printed; blank where the text has none.")
    caption: Series[str] = column.text("What the caption says, in words of our own.", required=True)
    credit: Series[str] = column.text("Credit line as printed; blank where the text has none.")
    image: Series[str] = column.text(
        "File in images/, a PNG, JPEG or WebP; blank where there is none."
    )
    alt: Series[str] = column.text(
        "What the picture shows, for those who do not see it; not the caption again."
    )
    image_kind: Series[str] = column.one_of(
        tuple(PICTURES), "What the picture is to the source's own one.", required=False
    )
    image_credit: Series[str] = column.text("Whose picture the file is.")
    image_licence: Series[str] = column.text("Under which terms the file may be shown.")
    places: Series[str] = column.references("places", "Places it speaks of.")
    quotes: Series[str] = column.references("quotes", "Statements it carries.")
    figures: Series[str] = column.references("figures", "Figures it carries.")
    source: Series[str] = column.reference("sources", "Where it was read.", required=True)
    locator: Series[str] = column.locator("Paragraph of the caption.")
    exact: Series[str] = column.anchor("The words that carry the caption.")
    note: Series[str] = column.text("What is missing or garbled.")


class Events(Table):
    """What happened, or was announced, and when, as precisely as is known."""

    id: Series[str] = column.identifier("Key.")
    start: Series[str] = column.date_or_time(
        "First day, or the only one, with its time where that is known; blank where none was set."
    )
    end: Series[str] = column.date_or_time("Last day of a period.")
    zone: Series[str] = column.short_text(
        "Whose clock a time is by, in words: ship's time. How far it is from UTC stands in the "
        "time itself.",
        at_most=40,
    )
    precision: Series[str] = column.one_of(
        tuple(PRECISIONS), "How exact the date is; left blank: as exact as `start` is written."
    )
    title: Series[str] = column.text("What happened, in words of our own.", required=True)
    label: Series[str] = column.short_text(
        "The same in a few words, for the chart; blank: the beginning of the title.", at_most=28
    )
    topic: Series[str] = column.declared("topics", "What it is about.")
    in_story: Series[bool] = column.flag("true where the story tells it, false for context.")
    actors: Series[str] = column.references("actors", "Who took part.")
    places: Series[str] = column.references("places", "Where.")
    source: Series[str] = column.reference("sources", "Where it was read.", required=True)
    locator: Series[str] = column.locator("Paragraph of the story, or page of another source.")
    exact: Series[str] = column.anchor("The words that carry it.")
    relative: Series[bool] = column.flag(
        "true where the date, or its year, is reckoned from the clock of its paragraph "
        "(on Friday, this year).",
        required=False,
    )
    verification: Series[str] = column.one_of(
        tuple(VERIFICATION), "How far it was checked; left blank where in_story is true: ART."
    )
    note: Series[str] = column.text("How the date was worked out, and what else is known.")


class Differences(Table):
    """Where accounts part ways, or one account should not be taken at its word."""

    id: Series[str] = column.identifier("Key.")
    topic: Series[str] = column.declared("topics", "What it is about.")
    kind: Series[str] = column.one_of(tuple(DIFFERENCES), "What kind of difference.")
    title: Series[str] = column.text("The difference in one line.", required=True)
    explanation: Series[str] = column.text("What to make of it, and what not to do.", required=True)
    records: Series[str] = column.references(
        "records",
        "The figures, quotes, events, places and slides (slide-3) it speaks of.",
        required=True,
    )


class Corrections(Table):
    """What was wrong in the dossier and was put right, one row per record and day."""

    id: Series[str] = column.identifier("Key; the feed of corrections has it, so keep it.")
    date: Series[str] = column.day("The day on which it was put right.")
    table: Series[str] = column.one_of(RECORDED, "The table that was wrong.")
    record: Series[str] = column.text(
        "Key of the record; a slide's is its number. Blank for one that was withdrawn."
    )
    was: Series[str] = column.text("What was wrong.", required=True)
    now: Series[str] = column.text("What stands now.", required=True)


TABLES: dict[str, type[Table]] = {
    "sources": Sources,
    "actors": Actors,
    "places": Places,
    "figures": Figures,
    "quotes": Quotes,
    "slides": Slides,
    "events": Events,
    "differences": Differences,
    "corrections": Corrections,
}
