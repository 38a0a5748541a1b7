"""What came of an import, in lines for whoever asked for it: what is written, or why nothing is."""

from collections.abc import Iterator, Mapping

from dash.counting import count_of, listed
from dash.dates import spell_period
from dash.importing.formats import Format
from dash.importing.importing import Outcome
from dash.importing.table import Sums


def told_written(outcome: Outcome, parties: Mapping[str, str]) -> Iterator[str]:
    """Yield what was taken and what was not, and what must be known of it.

    Args:
        outcome: What came of the import.
        parties: What the parties are called, by their columns.
    """
    layout, sums = outcome.layout, outcome.sums
    yield f"{outcome.file}: {layout.name}, {outcome.read:,} rows."
    yield from (f"Read: {note}." for note in outcome.notes)
    yield f"Taken: {_taken(sums)}"
    yield f"  {'; '.join(f'{name} {sums.deaths[party]:,}' for party, name in parties.items())}."
    if sums.sic:
        yield (
            f"  In {count_of(sums.sic, 'row')} low, best and high stand in another order in the "
            "source: marked (sic)."
        )
    yield from _left_out(outcome)
    yield from outcome.damaged.told()
    yield from outcome.unknown
    if outcome.repeated.alike:
        yield (
            f"{count_of(outcome.repeated.alike, 'row')} equal to another in all that is read: "
            "without ids nobody can tell whether an event stands twice, so they are taken."
        )
    yield from _nobodys(outcome, parties["deaths_unknown"])
    yield from (f"Note: {note}" for note in layout.notes)
    yield from _terms(layout)
    files = outcome.written
    more = f" and {count_of(len(files) - 1, 'more file')}" if len(files) > 1 else ""
    yield f"Written: {files[0]}{more}."


def told_unwritten(outcome: Outcome) -> Iterator[str]:
    """Yield why nothing is written, and what to do."""
    rows = outcome.damaged.rows
    if outcome.repeated.unlike:
        yield _unlike(outcome)
    elif rows:
        yield from outcome.damaged.told()
        yield (
            f"{count_of(rows, 'damaged row')} of {outcome.read:,} in {outcome.file}: nothing is "
            "written. Download the file anew or correct it; --leave-out-damaged writes the other "
            f"{outcome.sums.rows:,} rows."
        )
    else:
        yield f"{outcome.file}: none of its {outcome.read:,} rows is taken, so nothing is written."
    yield from _left_out(outcome)
    yield from outcome.unknown


def _unlike(outcome: Outcome) -> str:
    """Say which events stand in rows that differ, and what to do."""
    found = outcome.repeated
    more = ", …" if found.unlike > len(found.named) else ""
    return (
        f"{outcome.file}: {count_of(found.unlike, 'id')} of events "
        f"({', '.join(found.named)}{more}) in more than one row, and the rows differ: nothing is "
        "written. Where downloads of two days were joined, keep the newer row of each; where a "
        "mapping names as `id` what is none of an event, leave it out."
    )


def _taken(sums: Sums) -> str:
    deaths = sums.deaths
    time = spell_period(sums.first.isoformat(), sums.last.isoformat())
    events = f" of {sums.events:,} events" if sums.events != sums.rows else ""
    return (
        f"{sums.rows:,} rows{events}, {time}: {deaths['best']:,} deaths "
        f"({deaths['low']:,} to {deaths['high']:,})."
    )


def _left_out(outcome: Outcome) -> Iterator[str]:
    left = dict(sorted(outcome.left_out.items(), key=lambda pair: -pair[1]))
    if outcome.damaged.rows:
        left["damaged"] = outcome.damaged.rows
    if left:
        yield "Left out:"
        width = max(len(f"{number:,}") for number in left.values())
        yield from (f"  {number:>{width},}  {reason}" for reason, number in left.items())


def _nobodys(outcome: Outcome, name: str) -> Iterator[str]:
    """Say which sides' deaths stand as of nobody known, and what to write where they are known."""
    if outcome.nobodys:
        told = listed([f"{side} {deaths:,}" for side, deaths in outcome.nobodys.items()])
        twice = ", events that stand twice counted twice" if outcome.repeated.again else ""
        yield (
            f"Of {name}: {told}{twice}, as dossier.toml gives these sides to no party. Where one "
            "of them is a party of yours, write its name into [incidents.sides], as deaths_a = "
            f'["{next(iter(outcome.nobodys))}"], and import again.'
        )


def _terms(layout: Format) -> Iterator[str]:
    if not layout.may_be_published:
        yield (
            "Do not publish this table: its rows must not be passed on"
            f"{f' ({layout.licence})' if layout.licence else ''}. The pages show sums of them, and "
            "no download and no zip has them; keep the files out of a public repository."
        )
    elif layout.licence:
        yield f"Licence: {layout.licence}. Name it in sources.csv."
    if layout.cite:
        yield f"Cite {layout.cite}."
