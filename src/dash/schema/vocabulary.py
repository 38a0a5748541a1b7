"""The words that mean the same in every dossier, with their meaning in full.

Words that belong to one story (its measures, populations and topics) are
declared in that story's dossier.toml instead.
"""

BOUNDS = {
    "exact": "one number, given as it stands",
    "at_least": "a minimum: the number itself or more",
    "more_than": "more than the number; how much more is not said",
    "about": "an approximate number",
    "range": "a lowest and a highest value, with a best estimate only where the source gives one",
}

EVIDENCE = {
    "verified": "counted case by case by the claimant",
    "estimate": "worked out by the claimant from its records",
    "claim": "asserted by a party to the story, or by somebody who gives no method",
    "unattributed": "printed without saying whose figure it is",
}

# The columns of a figure that a source may leave open although nobody can use the number without.
SUPPLIABLE = ("population", "period_start", "as_of", "area")

SERIES = {
    "running_total": "totals from one start, each up to a later date",
    "by_year": "counts of single years, or of a few years together",
    "by_month": "counts of single months",
}

VERIFICATION = {
    "ART": "stated in the story itself; its anchor was found, letter by letter, in the paragraph",
    "V": "seen in an archived public copy of the primary text or data, "
    "or in a direct report of a public statement or event",
    "V2": "seen second-hand only: somebody relays the document or statement, "
    "and the original was not opened",
    "D": "worked out by arithmetic, or measured on the base map, from rows labelled V or V2",
}

# What a reader sees in place of a label; the meaning in full stands above.
VERIFICATION_NAMES = {
    "ART": "In the story",
    "V": "Seen",
    "V2": "Seen second-hand",
    "D": "Worked out",
}

SPEECH = {
    "verbatim": "a whole clause in quotation marks, with its subject and its verb",
    "partial": "less than a clause in quotation marks: the subject or the verb is outside",
    "single_word": "a single word in quotation marks",
    "title": "words in quotation marks inside a title",
    "paraphrase": "reported without quotation marks; shown in words of our own",
}

CHECKS = {
    "agrees": "the fuller or original wording says the same",
    "shortened": "the original goes on, or says it with qualifications",
    "altered": "the original says something else",
    "not_found": "looked for and not found",
}

DATE_BASES = {
    "stated": "the story gives the date",
    "about": "the story gives the time roughly",
    "worked_out": "worked out from a weekday and the date of the text that names it",
    "elsewhere": "known from a source outside the story",
}

DIFFERENCES = {
    "contradiction": "two statements cannot both hold",
    "not_comparable": "two statements measure different things",
    "ambiguous": "a statement can be read in more than one way",
    "misquoted": "the wording or attribution departs from its source",
    "out_of_date": "true at one time, and not at the time of printing",
}

PICTURES = {
    "drawn": "drawn for this dossier from its own data, in place of the source's picture",
    "original": "the picture that the source shows",
    "other": "another picture, in place of the source's",
}

ACTORS = {
    "person": "one human being, named or not",
    "state": "a country and its government",
    "organisation": "an institution, office, agency or group",
    "armed_force": "an armed force or armed group",
    "media": "a news organisation, picture agency or publication",
    "vessel": "a ship",
}

PLACES = {
    "country": "a state's territory",
    "region": "an area inside one or more countries",
    "city": "a town or city",
    "village": "a village",
    "site": "a named spot: a building, an airport, a crash site",
    "border": "a line between countries",
    "sea": "a sea",
    "strait": "a strait",
    "territory": "an organisation's territory, or a continent",
    "unspecified": "a place that the story leaves open",
}

PRECISIONS = {
    "day": "the day is known",
    "week": "the week is known, or two weeks together",
    "month": "the month, or a part of it, is known",
    "year": "the year, or a part of it, is known",
    "open": "no date was set",
}

SOURCES = {
    "article": "the story itself",
    "news": "a news report",
    "report": "a report or statement of an institution",
    "dataset": "a data file",
    "reference": "a work of reference",
}
