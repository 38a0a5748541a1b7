"""`python -m dash coverage`: what an article holds and no record has."""

import argparse
import json
from collections.abc import Iterable, Iterator

from dash.commands.compared import add_article_and_folder, read_both
from dash.verification.anchors import anchors
from dash.verification.coverage import Coverage, Finding, State, cover
from dash.verification.coverage_text import (
    counted,
    in_context,
    next_steps,
    not_looked_for,
    spell_left_out,
    summarise,
)
from dash.verification.verify import Verification, verify

HELP = "list what an article holds that stands in no record"
CODES = (
    "exit codes: 0 nothing is open; 1 something is; "
    "2 nothing was compared: the article or the dossier cannot be read, or an argument is wrong"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.epilog = CODES
    add_article_and_folder(parser)
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="default: text, for people"
    )


def run(given: argparse.Namespace) -> int:
    """Print what is open; return the exit code."""
    read = read_both(given)
    if read is None:
        return 2
    copy, dossier = read
    outcome = verify(anchors(dossier), copy)
    coverage = cover(dossier, outcome)
    if given.format == "json":
        print(json.dumps(_as_json(coverage), ensure_ascii=False, indent=2))
    else:
        for line in _report(coverage, outcome, dossier.story.language):
            print(line)
    return 1 if coverage.open else 0


def _report(coverage: Coverage, outcome: Verification, language: str) -> Iterator[str]:
    yield summarise(coverage)
    if outcome.failing:
        yield (
            f"Anchors that do not hold in this copy: {len(outcome.failing)} of "
            f"{len(outcome.results)}, so records may be missed: see `python -m dash verify` first."
        )
    if outcome.moved:
        yield (
            "The paragraphs of this copy are numbered otherwise than the dossier's: below stand "
            "the copy's numbers."
        )
    yield from _part(map(_line, coverage.open))
    yield from _part(
        f"[[left_out]] {spell_left_out(entry)}: it stands nowhere in this copy."
        for entry in coverage.unmatched
    )
    yield from _part([counted(coverage).to_string(index=False)])
    yield from _part(next_steps(coverage))
    yield from _part(not_looked_for(language))


def _part(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines with a blank one before them, where there are any."""
    for number, line in enumerate(lines):
        if number == 0:
            yield ""
        yield line


def _line(finding: Finding) -> str:
    before, words, after = in_context(finding)
    where = f"P{finding.item.paragraph}"
    return f"{where:6}{finding.item.kind:11}{before}[{words}]{after}"


def _as_json(coverage: Coverage) -> dict[str, object]:
    return {
        "open": [
            {
                "paragraph": finding.item.paragraph,
                "kind": finding.item.kind,
                "words": finding.item.words,
                "before": finding.before,
                "after": finding.after,
            }
            for finding in coverage.open
        ],
        "left_out_not_found": [entry.model_dump() for entry in coverage.unmatched],
        "counts": {
            kind: {state: counts[state] for state in State}
            for kind, counts in coverage.counts.items()
        },
    }
