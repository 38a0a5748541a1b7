"""The contract of dossier.toml: the story's frame and its own vocabulary."""

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from dash.dates import first_day
from dash.schema.columns import ID_PATTERN, PARTIAL_DATE_PATTERN
from dash.schema.plurals import Category
from dash.wording import RECORDED_DEATHS

FILE = "dossier.toml"
# Its key of what "today" means where.
CLOCKS = "clocks"
# Degrees. At the poles the Mercator projection of the map has no end.
FARTHEST_NORTH = 85.0
SMALLEST_VIEW = 0.001

KEY_PATTERN = ID_PATTERN.replace("A-Za-z0-9-", "A-Za-z0-9_-")
WORD_PATTERN = r"^\w+$"
PARAGRAPHS_PATTERN = r"^P[1-9][0-9]{0,5}(-P[1-9][0-9]{0,5})?$"
# Stays inside the dossier's folder.
FILE_PATTERN = r"^[A-Za-z0-9_-][\w.-]*(/[A-Za-z0-9_-][\w.-]*)*$"
# Fewer than the eight in a row that would reprint a part of the article.
FEW_WORDS_PATTERN = r"^\S+(\s+\S+){0,6}$"
# What a text of each pattern is, for messages.
PATTERNS: Mapping[str, str] = MappingProxyType(
    {
        KEY_PATTERN: "an id: letters, digits, hyphens and underscores, at most 60",
        WORD_PATTERN: "one word, without spaces or marks",
        PARTIAL_DATE_PATTERN: "a date: 2021, 2021-04 or 2021-04-13",
        PARAGRAPHS_PATTERN: "paragraphs: P3, or P11-P34",
        FILE_PATTERN: "the name of a file in the dossier's folder",
        FEW_WORDS_PATTERN: "at most seven words",
    }
)

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Key = Annotated[str, StringConstraints(pattern=KEY_PATTERN)]
Word = Annotated[str, StringConstraints(pattern=WORD_PATTERN)]


def _date_as_text(given: object) -> object:
    """Return a date or a year that TOML was given without quotation marks as text."""
    if isinstance(given, date) and not isinstance(given, datetime):
        return given.isoformat()
    return f"{given:04}" if isinstance(given, int) and not isinstance(given, bool) else given


def _of_the_calendar(text: str) -> str:
    try:
        first_day(text)
    except ValueError as error:
        raise ValueError("a date of the calendar") from error
    return text


PartialDate = Annotated[
    str,
    BeforeValidator(_date_as_text),
    StringConstraints(pattern=PARTIAL_DATE_PATTERN),
    AfterValidator(_of_the_calendar),
]
# One word alone is that behind the number one.
Forms = Annotated[
    dict[Category, Words],
    BeforeValidator(lambda given: {"one": given} if isinstance(given, str) else given),
]
FewWords = Annotated[Words, StringConstraints(max_length=80, pattern=FEW_WORDS_PATTERN)]
Paragraphs = Annotated[str, StringConstraints(pattern=PARAGRAPHS_PATTERN)]
FileInFolder = Annotated[str, StringConstraints(pattern=FILE_PATTERN)]
Longitude = Annotated[float, Field(ge=-180, le=180)]
Latitude = Annotated[float, Field(ge=-FARTHEST_NORTH, le=FARTHEST_NORTH)]
Bounds = tuple[Longitude, Latitude, Longitude, Latitude]


def _has_an_extent(bounds: Bounds) -> Bounds:
    west, south, east, north = bounds
    if east - west < SMALLEST_VIEW or north - south < SMALLEST_VIEW:
        raise ValueError("west below east and south below north, in degrees")
    return bounds


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Clock(_Part):
    """The day from which the relative dates of some paragraphs are read."""

    name: Words = Field("The story", description="What these paragraphs are: the gallery.")
    paragraphs: Paragraphs = Field(description="First and last paragraph: P11-P34.")
    date: PartialDate = Field(description="What 'today' means in them.")
    approximate: bool = Field(default=False, description="true where it is about that day.")
    reason: Words = Field(description="How that was worked out.")


class LeftOut(_Part):
    """Something of the article that the dossier leaves out on purpose."""

    text: FewWords | None = Field(
        default=None,
        description="Its words as the article has them, at most seven of them; without any, the "
        "whole paragraphs.",
    )
    paragraphs: Paragraphs | None = Field(
        default=None, description="Where: P7 or P11-P34; without it, wherever the words stand."
    )
    reason: Words = Field(description="Why it is left out, for readers.")

    @model_validator(mode="after")
    def _names_something(self) -> Self:
        if self.text is None and self.paragraphs is None:
            raise ValueError("text, paragraphs, or both")
        return self


class Measure(_Part):
    """Something that figures count."""

    label: Words = Field(description="Its name on the page.")
    units: tuple[Words, ...] = Field(
        min_length=1,
        description="The units it may be given in, as in a text: people, EUR million, %.",
    )
    casualties: bool = Field(False, description="true where it counts people killed or hurt.")
    rate: bool = Field(
        False, description="true for an average over a time, which any length of it leaves alike."
    )
    below_zero: bool = Field(
        False,
        description="true where it may be below zero, as a balance, a change or a temperature: no "
        "ratio is worked out of it.",
    )


class OpeningComparison(_Part):
    """The figures that the dossier compares at first sight."""

    measure: Key | None = Field(
        default=None,
        description="The measure whose figures of the story are compared; without it, the first "
        "that the story counts.",
    )
    beside: tuple[Key, ...] = Field(
        default=(), description="Ids of context figures to stand beside them."
    )
    title: Words | None = Field(
        default=None, description="The page's title; without it, the measure's."
    )
    lead: Words | None = Field(default=None, description="What the page says first.")
    band: Key | None = Field(
        default=None,
        description="Id of a figure of this measure, a range, that is drawn as a pale band behind "
        "all that count the same people, to be seen which fit it.",
    )
    pairs: tuple[tuple[Key, Key], ...] = Field(
        default=(),
        description="Pairs of ids of figures that readers are likely to set side by side.",
    )


class Reach(_Part):
    """What somebody's counts take in or leave out, and their measure does not say."""

    claimant: Key = Field(description="Id of whose counts these are.")
    measure: Key = Field(description="What they count.")
    populations: tuple[Key, ...] = Field(
        (), description="Among whom; without any, among whomever it is."
    )
    words: Words = Field(description="What they do or do not take in: take in only deaths that ...")


class NumberSeries(_Part):
    """Figures that belong together: a running total, or the years or months of one count."""

    label: Words = Field(description="Its name on the page.")
    kind: Literal["running_total", "by_year", "by_month"] = Field(
        description="What its points are."
    )
    note: Words | None = Field(None, description="What a reader must know before reading it.")


class Rise(_Part):
    """A rise of a running total that no count of the time between explains."""

    before: Key = Field(description="Id of the earlier figure.")
    after: Key = Field(description="Id of the later one.")
    beside: Key = Field(description="Id of somebody's figure for that time alone.")
    note: Words = Field(description="What is known, and what is not, about the reason.")


class View(_Part):
    """A part of the map that a reader can jump to."""

    id: Key = Field(description="Key; it stands in URLs.")
    name: Words = Field(description="Its name on the page.")
    bounds: Annotated[Bounds, AfterValidator(_has_an_extent)] = Field(
        description="West, south, east, north, in degrees."
    )
    overview: bool = Field(
        default=False, description="Whether it is too wide for figures: it shows where places lie."
    )
    place: Key | None = Field(default=None, description="The place that is told once it is opened.")


class Span(_Part):
    """A stretch of time that the timeline can show."""

    name: Words = Field(description="Its name on the page, and in URLs.")
    start: PartialDate = Field(description="First day, month or year.")
    end: PartialDate = Field(description="Last day, month or year.")


class Lane(_Part):
    """A lane of the timeline: topics whose events run side by side."""

    name: Words = Field(description="Its name on the page, and in URLs.")
    topics: tuple[Key, ...] = Field(description="Keys of [topics].")


class Glance(_Part):
    """What the home page shows of the tables."""

    figures: tuple[Key, ...] = Field(
        default=(), description="Ids of four to six key figures; without any, the story's own."
    )
    differences: tuple[Key, ...] = Field(
        default=(),
        description="Ids of the differences that matter most; without any, the first ones.",
    )
    events: tuple[Key, ...] = Field(
        default=(), description="Ids of the events that make the story; without any, its last ones."
    )
    event: Key | None = Field(
        default=None, description="Id of the one among them that the story is about: it is marked."
    )


class Question(_Part):
    """A question that the home page answers with a picture drawn from some records."""

    title: Words = Field(description="The question, as a reader would ask it.")
    kind: Literal["strip", "map", "statements"] = Field(
        description="The picture: figures on one scale from 0, figures at their areas, or who "
        "said what."
    )
    records: tuple[Key, ...] = Field(
        min_length=1,
        description="Ids of the records drawn: figures of one measure and one unit, or, for "
        "statements, quotes.",
    )
    counted: Words | None = Field(
        default=None,
        description="What the numbers count, as the word after each, in place of people: killed.",
    )
    unsaid: Words | None = Field(
        default=None, description="Of statements: what none of them says, drawn as an empty bubble."
    )
    sentence: Words | None = Field(
        default=None, description="One sentence that a reader must know."
    )
    link: Words = Field(default="See all", description="What the link below says.")
    difference: Key | None = Field(
        default=None,
        description="Id of the difference that the link opens; else a page of this kind.",
    )
    bounds: tuple[Longitude, Latitude, Longitude, Latitude] | None = Field(
        default=None,
        description="Of a map: west, south, east, north; else those of the first view.",
    )


class MapLayer(_Part):
    """A GeoJSON file that is drawn under the map's places; each feature has a property `id`."""

    id: Key = Field(description="Key; it stands in URLs.")
    file: FileInFolder = Field(description="The file, relative to the dossier's folder.")
    name: Words = Field(description="Its line in the legend; layers of one name share a line.")
    style: Literal[
        "land", "backdrop", "boundary", "region", "status", "front", "route", "names"
    ] = Field(
        default="boundary",
        description="How it is drawn: land, far land without outlines, a thin boundary, the "
        "outline of a region, an area of disputed status (its lines dashed), a dashed front "
        "line, the whole line of a route, or names at points.",
    )
    highlight: tuple[Key, ...] = Field(default=(), description="Features of land to be set off.")
    place: Key | None = Field(
        default=None,
        description="The place that it is the area of: a click on it tells of that place, and a "
        "disputed status is told above the map with the place's source.",
    )
    shown: bool = Field(default=True, description="Whether it is on at first.")
    note: Words | None = Field(
        default=None, description="How it is drawn, and what is approximate."
    )


class FigureLayer(_Part):
    """Figures that the map draws at their areas, each by itself: none is joined or added."""

    id: Key = Field(description="Key; it stands in URLs.")
    name: Words = Field(description="Its line in the legend.")
    style: Literal["circles", "rings", "passage"] = Field(
        "circles",
        description="Circles sized by number; rings around one point for each area, with a list "
        "of who says how many, and since when; or a line that ships were to take.",
    )
    figures: tuple[Key, ...] = Field(min_length=1, description="Ids of the figures drawn.")
    radius: float = Field(
        16.0,
        gt=0,
        le=90,
        description="Radius of the largest circle or ring, in pixels of a preset view. A figure "
        "of several areas is drawn at none of them; rings tell it in their list.",
    )
    path: tuple[Key, ...] = Field((), description="The places that a passage runs through.")
    dashed: bool = Field(False, description="Whether a passage is drawn dashed: it never was.")
    shown: bool = Field(True, description="Whether it is on at first.")
    note: Words | None = Field(None, description="What it counts, and what it does not.")


class IncidentParties(_Part):
    """Whose deaths stand in which column of the incidents."""

    deaths_a: Key = Field(description="Key of [populations]: whose deaths `deaths_a` counts.")
    deaths_b: Key = Field(description="Likewise of `deaths_b`.")
    deaths_civilians: Key = Field(description="Likewise of `deaths_civilians`.")
    deaths_unknown: Key = Field(description="Likewise of `deaths_unknown`.")


class IncidentSides(_Part):
    """Which of an event file's sides are the first and the second party, by its names for them."""

    deaths_a: tuple[Words, ...] = Field(
        default=(),
        description="The sides whose deaths `deaths_a` counts, by their names in an event file.",
    )
    deaths_b: tuple[Words, ...] = Field(default=(), description="Likewise of `deaths_b`.")


class Incidents(_Part):
    """What the recorded deaths in incidents/ are, and what stands beside them."""

    title: Words = Field(RECORDED_DEATHS, description="The page's title.")
    source: Key = Field(description="Id of the source that the record was made from.")
    claimant: Key = Field(description="Id of the actor whose count it is.")
    measure: Key = Field(description="Key of [measures]: what it counts.")
    everyone: Key = Field(description="Key of [populations]: all parties together.")
    parties: IncidentParties = Field(description="Whose deaths stand in which column.")
    sides: IncidentSides = Field(
        IncidentSides(),
        description="Which sides of an event file are which party, for `python -m dash "
        "incidents`; the deaths of any other side are of a side not known.",
    )
    area: tuple[Key, ...] = Field((), description="Ids of the places that it covers.")
    counts: Words = Field(description="What it counts, as a sentence.")
    leaves_out: Words = Field(description="What it leaves out, as a sentence.")
    may_be_published: bool = Field(
        default=True,
        description="Whether the licence lets its rows be passed on; without that, readers see "
        "sums alone. Files that say so themselves need it not.",
    )
    view: Key | None = Field(
        None, description="The view of the map that it is drawn in; else one around its places."
    )
    beside: tuple[Key, ...] = Field(
        (),
        description="Ids of the claimants of whose figures the one for the nearest time stands "
        "beside it.",
    )


class Story(_Part):
    """What dossier.toml says of the story as a whole."""

    title: Words = Field(description="A headline of the dossier's own.")
    subtitle: Words | None = Field(None, description="One line below it.")
    language: Words = Field(description="Language of the dossier, as a BCP 47 tag.")
    source: Words = Field(description="Id of the story's own row in sources.csv.")
    published: PartialDate | None = Field(
        None, description="When the story was published; without it, the date of its source."
    )
    updated: PartialDate | None = Field(
        None, description="When the dossier was last changed: the date of its version."
    )
    map_status: PartialDate | None = Field(
        None, description="The date that the map shows the state of."
    )
    summary: Words | None = Field(None, description="The story in the dossier's own words.")
    disclaimer: Words | None = Field(
        None, description="What the map's lines and names do not mean."
    )
    licence: Words | None = Field(None, description="What may be reused, and how.")
    credits: tuple[Words, ...] = Field((), description="Credit lines that must be shown.")
    comparison: OpeningComparison = Field(
        OpeningComparison(), description="What the casualties page opens with."
    )
    clocks: tuple[Clock, ...] = Field((), description="What 'today' means where.")
    series: dict[Key, NumberSeries] = Field({}, description="Figures that belong together.")
    rises: tuple[Rise, ...] = Field((), description="Rises of a total that need a word.")
    reach: tuple[Reach, ...] = Field((), description="What somebody's counts take in or leave out.")
    measures: dict[Key, Measure] = Field({}, description="What figures.csv may count.")
    populations: dict[Key, Words] = Field({}, description="Among whom it may count.")
    units: dict[Words, Forms] = Field(
        {},
        description="How a unit reads behind the number one, where that is not plain English: "
        'axes = "axe"; or by plural category (zero, one, two, few, many, other): '
        '"wozów" = {one = "wóz", few = "wozy"}.',
    )
    topics: dict[Key, Words] = Field(
        {}, description="What quotes, events and differences may be about."
    )
    spellings: tuple[tuple[Word, ...], ...] = Field(
        (), description="Spellings of one name, which the search takes for the same word."
    )
    glossary: dict[Words, Words] = Field(
        {},
        description="Words that a reader may not know, each with a plain meaning: shown where the "
        "word stands, and as a list on the page of the sources.",
    )
    slideshow: Words = Field("Slide by slide", description="Title of the page of the slides.")
    left_out: tuple[LeftOut, ...] = Field(
        (), description="What of the article stands in no record on purpose, and why."
    )
    views: tuple[View, ...] = Field(
        (), description="Parts of the map to jump to; without any, one that shows all places."
    )
    layers: tuple[MapLayer, ...] = Field(
        (),
        description="GeoJSON files that the map draws; without land among them, on the land of the "
        "whole world.",
    )
    spans: tuple[Span, ...] = Field(
        (), description="Parts of the timeline to jump to; without any, all of it."
    )
    lanes: tuple[Lane, ...] = Field(
        (), description="Lanes of the timeline; a topic that none names has one of its own."
    )
    glance: Glance = Field(Glance(), description="What the home page shows of the tables.")
    questions: tuple[Question, ...] = Field(
        (),
        description="What the home page answers with a picture each; without any, what is counted "
        "and what was said.",
    )
    figure_layers: tuple[FigureLayer, ...] = Field((), description="Figures that the map draws.")
    geography: tuple[Words, ...] = Field((), description="How the map was made, and from what.")
    incidents: Incidents | None = Field(
        None, description="What the Parquet files in incidents/ are: deaths by place and time."
    )
