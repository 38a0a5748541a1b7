"""Coverage in words: what is open, what to do about it, and what is not looked for."""

from collections.abc import Iterator

import pandas as pd

from dash.schema.story import LeftOut
from dash.verification.coverage import Coverage, Finding, State
from dash.verification.items import Kind
from dash.verification.languages import LANGUAGES, language_of
from dash.wording import KIND, PARAGRAPH, WORDS

RECORDED_IN = {
    Kind.QUOTATION: "quotes.csv",
    Kind.NUMBER: "figures.csv",
    Kind.DATE: "events.csv",
    Kind.NAME: "actors.csv or places.csv",
}
# A giant word is told by its beginning.
_LONGEST = 160


def summarise(coverage: Coverage) -> str:
    """Return in a sentence how much of the article is accounted for."""
    total, still = len(coverage.findings), len(coverage.open)
    if not total:
        return "No quotation, number, date or name was found in this copy."
    if not still:
        return (
            f"Nothing is open: all {total} quotations, numbers, dates and names that were found "
            "stand in a record, or were left out on purpose."
        )
    verb = "stands" if still == 1 else "stand"
    return (
        f"{still} of {total} quotations, numbers, dates and names {verb} in no record, and in no "
        "list of what was left out on purpose."
    )


def in_context(finding: Finding) -> tuple[str, str, str]:
    """Return something found between a few words before and after it."""
    words = finding.item.words
    shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    return finding.before, shown, finding.after


def spell_left_out(entry: LeftOut) -> str:
    """Return what an entry of [[left_out]] names: “two”, P40."""
    words = f"“{entry.text}”" if entry.text else ""
    return ", ".join(part for part in (words, entry.paragraphs or "") if part)


def next_steps(coverage: Coverage) -> Iterator[str]:
    """Yield what to do about what is open, a line each."""
    for kind, table in RECORDED_IN.items():
        if coverage.counts[kind][State.OPEN]:
            yield f"A {kind}: give it a row of {table}, with its paragraph as the locator."
    if coverage.open:
        item = coverage.open[0].item
        yield (
            "Or leave it out on purpose, in dossier.toml: [[left_out]] with paragraphs = "
            f'"P{item.paragraph}", text = its words (seven at most) and the reason.'
        )


def not_looked_for(tag: str) -> list[str]:
    """Return what is not found in a text of a language, in sentences.

    Args:
        tag: The language, as a BCP 47 tag.
    """
    language = language_of(tag)
    told = [
        "Nothing but signs is looked at: speech after a dash, a name that only ever begins a "
        "sentence, names in a line whose words all have capitals, and vague amounts (several, "
        "many) are not found.",
    ]
    if language.nouns_are_capitalised:
        told.append(
            f"{language.name} nouns have capitals: only two in a row, or an abbreviation, are "
            "taken for a name."
        )
    if not language.name:
        known = ", ".join(sorted(language.name for language in LANGUAGES.values()))
        told.append(
            f"Number words and the names of months and days are known in {known} only. In this "
            "language digits are found, and names where it has capitals."
        )
    return told


def as_table(coverage: Coverage) -> pd.DataFrame:
    """Return all that was found, a row each: Paragraph, Kind, Words, State, Reason, Before, After.

    Paragraph is a number; Reason is blank but for what was left out.
    """
    return pd.DataFrame(
        {
            PARAGRAPH: [finding.item.paragraph for finding in coverage.findings],
            KIND: [str(finding.item.kind) for finding in coverage.findings],
            WORDS: [finding.item.words for finding in coverage.findings],
            "State": [str(finding.state) for finding in coverage.findings],
            "Reason": [finding.reason or "" for finding in coverage.findings],
            "Before": [finding.before for finding in coverage.findings],
            "After": [finding.after for finding in coverage.findings],
        }
    )


def counted(coverage: Coverage) -> pd.DataFrame:
    """Return how many of each kind are in each state, a row for each kind with its name."""
    return pd.DataFrame(
        {
            KIND: [f"{kind}s".capitalize() for kind in Kind],
            **{
                str(state).capitalize(): [coverage.counts[kind][state] for kind in Kind]
                for state in State
            },
        }
    )
