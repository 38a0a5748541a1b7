"""`python -m dash coverage`: what an article holds and no record has."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from dash.dossier.loaders import dossier_folder, load_dossier
from dash.schema.problems import DossierError
from dash.verification.anchors import anchors
from dash.verification.article import ArticleError, paragraphs, read_copy
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


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("article", type=Path, help="text or HTML file; nothing of it is kept")
    parser.add_argument("folder", nargs="?", type=Path, help="default: $DOSSIER, or data/")
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="default: text, for people"
    )


def run(given: argparse.Namespace) -> int:
    """Print what is open; 0 where nothing is, 1 where something is, 2 where nothing is compared."""
    article, folder = given.article, given.folder or dossier_folder()
    try:
        copy = paragraphs(read_copy(article.read_bytes()))
        dossier = load_dossier(folder)
    except OSError as error:
        print(f"{article}: {error.strerror}. Name a text or HTML file.", file=sys.stderr)
        return 2
    except (ArticleError, DossierError) as error:
        print(error, file=sys.stderr)
        return 2
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
            f"Of {len(outcome.results)} anchors {len(outcome.failing)} do not hold in this copy, "
            "so records may be missed: see `python -m dash verify` first."
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
