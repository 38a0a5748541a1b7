"""The words that mean the same in every dossier, with their labels and their meaning in full.

Words that belong to one story (its measures, populations and topics) are
declared in that story's dossier.toml instead.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Word:
    """What a fixed word of a table is called on the pages, and what it means in full."""

    label: str
    meaning: str


def labels(words: Mapping[str, Word]) -> dict[str, str]:
    """Return what fixed words are called on the pages, in their order."""
    return {key: word.label for key, word in words.items()}


BOUNDS = {
    "exact": Word("one plain number", "one number, given as it stands"),
    "at_least": Word("a minimum", "a minimum: the number itself or more"),
    "more_than": Word("more than a number", "more than the number; how much more is not said"),
    "about": Word("an approximate number", "an approximate number"),
    "range": Word(
        "a range",
        "a lowest and a highest value, with a best estimate only where the source gives one",
    ),
}

EVIDENCE = {
    "verified": Word("counted case by case", "counted case by case by the claimant"),
    "measured": Word("measured", "measured by the claimant, with instruments"),
    "estimate": Word("estimated from records", "worked out by the claimant from its records"),
    "claim": Word(
        "claimed without a method",
        "asserted by a party to the story, or by somebody who gives no method",
    ),
    "unattributed": Word("nobody named for it", "printed without saying whose figure it is"),
}

# The columns of a figure that a source may leave open although nobody can use the number without.
SUPPLIABLE = ("population", "period_start", "as_of", "area")

SERIES = {
    "running_total": Word("Running total", "totals from one start, each up to a later date"),
    "by_year": Word("By year", "counts of single years, or of a few years together"),
    "by_month": Word("By month", "counts of single months"),
}

VERIFICATION = {
    "ART": Word(
        "In the story",
        "stated in the story itself, in the paragraph and with the anchor that the record names",
    ),
    "V": Word(
        "Seen",
        "seen in an archived public copy of the primary text or data, or in a direct report "
        "of a public statement or event",
    ),
    "V2": Word(
        "Seen second-hand",
        "seen second-hand only: somebody relays the document or statement, and the original "
        "was not opened",
    ),
    "D": Word(
        "Worked out",
        "worked out by arithmetic, or measured on the base map, from rows labelled V or V2",
    ),
}

SPEECH = {
    "verbatim": Word(
        "Full quotation", "a whole clause in quotation marks, with its subject and its verb"
    ),
    "partial": Word(
        "Part of a sentence",
        "less than a clause in quotation marks: the subject or the verb is outside",
    ),
    "single_word": Word("Single word", "a single word in quotation marks"),
    "title": Word("Words in a title", "words in quotation marks inside a title"),
    "paraphrase": Word(
        "Reported speech",
        "reported without quotation marks; shown in words of our own",
    ),
}

CHECKS = {
    "agrees": Word("Agrees", "the fuller or original wording says the same"),
    "shortened": Word("Shortened", "the original goes on, or says it with qualifications"),
    "altered": Word("Altered", "the original says something else"),
    "not_found": Word("Not found", "looked for and not found"),
}

# What a blank check says.
NOT_COMPARED = Word("Not compared", "no fuller or original wording is on record")

DATE_BASES = {
    "stated": Word("Stated", "the story gives the date"),
    "about": Word("About", "the story gives the time roughly"),
    "worked_out": Word(
        "Worked out",
        "worked out from a weekday and the date of the text that names it",
    ),
    "elsewhere": Word("From outside the story", "known from a source outside the story"),
}

DIFFERENCES = {
    "contradiction": Word("Contradiction", "two statements cannot both hold"),
    "not_comparable": Word("Not comparable", "two statements measure different things"),
    "ambiguous": Word("Ambiguous", "a statement can be read in more than one way"),
    "misquoted": Word("Misquoted", "the wording or attribution departs from its source"),
    "out_of_date": Word("Out of date", "true at one time, and not at the time of printing"),
}

PICTURES = {
    "drawn": Word(
        "Drawn for the dossier",
        "drawn for this dossier from its own data, in place of the source's picture",
    ),
    "original": Word("The source's own picture", "the picture that the source shows"),
    "other": Word("Another picture", "another picture, in place of the source's"),
}

ACTORS = {
    "person": Word("Person", "one human being, named or not"),
    "state": Word("State", "a country and its government"),
    "organisation": Word("Organisation", "an institution, office, agency or group"),
    "armed_force": Word("Armed force", "an armed force or armed group"),
    "media": Word("News organisation", "a news organisation, picture agency or publication"),
    "vessel": Word("Ship", "a ship"),
}

PLACES = {
    "country": Word("Country", "a state's territory"),
    "region": Word("Region", "an area inside one or more countries"),
    "city": Word("City", "a town or city"),
    "village": Word("Village", "a village"),
    "site": Word("Site", "a named spot: an airport, a crash site"),
    "building": Word("Building", "a building or a bridge"),
    "street": Word("Street", "a street, road or square"),
    "mountain": Word("Mountain", "a mountain, pass or summit"),
    "island": Word("Island", "an island"),
    "river": Word("River", "a river"),
    "lake": Word("Lake", "a lake"),
    "border": Word("Border", "a line between countries"),
    "sea": Word("Sea", "a sea"),
    "strait": Word("Strait", "a strait"),
    "territory": Word("Territory", "an organisation's territory, or a continent"),
    "unspecified": Word("Left open", "a place that the story leaves open"),
}

PRECISIONS = {
    "day": Word("the day is known", "the day is known"),
    "week": Word("only the week or fortnight is known", "the week is known, or two weeks together"),
    "month": Word(
        "only the month, or a part of it, is known",
        "the month, or a part of it, is known",
    ),
    "year": Word("only the year or years are known", "the year, or a part of it, is known"),
    "open": Word("no date was set", "no date was set"),
}

SOURCES = {
    "article": Word("The story itself", "the story itself"),
    "news": Word("A news report", "a news report"),
    "report": Word(
        "A report or statement of an institution",
        "a report or statement of an institution",
    ),
    "dataset": Word("A data file", "a data file"),
    "reference": Word("A work of reference", "a work of reference"),
}

# What to write in place of a word that a vocabulary does not have, by its words.
OTHERWISE: Mapping[tuple[str, ...], str] = MappingProxyType(
    {
        tuple(ACTORS): "Of one human being write person, of a club, a company, a council or any "
        "other body organisation; what it is exactly has its place in role.",
        tuple(PLACES): "Of a town write city, of a bridge or a house building, of a valley or a "
        "coast region, of any other spot site.",
        tuple(SOURCES): "Of what an institution gives out write report, of a book, an archive or "
        "a page of the web reference.",
        tuple(SPEECH): "Write verbatim for a clause in quotation marks, partial for less than "
        "one, paraphrase for what is told in words of your own.",
        tuple(EVIDENCE): "Write claim where nobody says how the number came about.",
        tuple(DIFFERENCES): "Write contradiction where both cannot hold, not_comparable where "
        "they count different things.",
    }
)
