"""What figures leave open that their author could settle: hints, and no problems."""

from collections.abc import Iterator
from itertools import chain, combinations
from typing import Literal

from dash.dossier.model import Dossier
from dash.figures.agreement import Agreement
from dash.figures.comparability import Verdict, compare
from dash.figures.context import Context, context_of
from dash.schema.problems import Hint
from dash.schema.rows import Figure
from dash.schema.story import FILE
from dash.schema.units import Unit, is_settled

# Two numbers of one body are two statements, and of nobody no two counts.
OF_ONE_BODY = (Agreement.SAME, Agreement.ONE_BODY, Agreement.NOT_STATED)


def hints(dossier: Dossier) -> Iterator[Hint]:
    """Yield what could be settled: what keeps two counts apart, and the form of a unit."""
    told = chain(_of_units(dossier), _of_counts(dossier))
    return (Hint("figures.csv", each, sheet=dossier.sheets.get("figures")) for each in told)


def _of_units(dossier: Dossier) -> Iterator[str]:
    """Yield a phrase for each unit that stands behind a one and is a plural, as far as is known."""
    units = {
        figure["unit"]: figure["id"]
        for figure in reversed(dossier.records("figures"))
        if {figure["low"], figure["best"], figure["high"]} & {1, -1}
    }
    for unit, figure in units.items():
        if isinstance(unit, Unit) and not is_settled(unit):
            yield (
                f"{figure}: behind 1 the unit may not be {unit!r}; write how it reads there "
                f'into {FILE}, [units] and "{unit}" = "..."'
            )


def _of_counts(dossier: Dossier) -> Iterator[str]:
    """Yield a phrase for each two counts of one thing that only blank cells keep apart.

    They come from two bodies, and are of one measure and one population. What a source leaves
    open, as `supplied` says, is no blank: nothing can be filled in there.
    """
    context = context_of(dossier)
    groups: dict[tuple[str, str | None], list[Figure]] = {}
    for figure in context.figures.values():
        groups.setdefault((figure["measure"], figure["population"]), []).append(figure)
    for group in groups.values():
        for a, b in combinations(group, 2):
            if missing := _missing(a, b, context):
                yield (
                    f"{a['id']} and {b['id']}, two figures of one measure and one "
                    "population, differ in nothing that is stated; fill in "
                    f"{' and '.join(missing)} to have them compared"
                )


def _missing(a: Figure, b: Figure, context: Context) -> list[str]:
    columns: tuple[Literal["area", "period_start"], ...] = ("area", "period_start")
    blank = {column for column in columns if not (a[column] or b[column])}
    if not blank:
        return []
    found = compare(a, b, context)
    if found.verdict is not Verdict.UNCLEAR or found.agreement("claimant") in OF_ONE_BODY:
        return []
    undated = "period_start" in blank and a["measure"] in context.casualties
    return ["area"] * ("area" in blank) + ["period"] * undated
