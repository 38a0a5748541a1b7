"""Which events of a file are taken, and why the others are not."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from dash.counting import listed
from dash.dates import first_day, last_day
from dash.schema.suggestions import nearest

NO_DEATH = "nobody was killed, by any of the numbers"
# Names that are kept to be told: of countries, of kinds of violence, of sides.
MOST_NAMES = 2_000


@dataclass(frozen=True)
class Choice:
    """What somebody asks for; all by default, and nothing where a row of it is damaged.

    Attributes:
        countries: Names of countries.
        types: Types of violence, or of events.
        without: Conflicts and sides that are left out, by the names of the file.
        start: A year, month or day: events that begin before it are left out.
        end: Likewise: those that begin after it.
        leave_out_damaged: Whether the sound rows are taken where others are damaged.
    """

    countries: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    leave_out_damaged: bool = False


class Sieve:
    """Sets apart what is not asked for, and counts it by its reason."""

    def __init__(self, choice: Choice) -> None:
        """Keep what is asked for."""
        self._choice = choice
        self.left_out: Counter[str] = Counter()
        self.seen: dict[str, Counter[str]] = {"country": Counter(), "type": Counter()}
        self._conflicts: set[str] = set()

    def keep(self, cells: Mapping[str, pa.Array]) -> Any:
        """Return which rows are asked for; what a row does not say never takes it out.

        Args:
            cells: Columns of the file by what they are for: country, type, first_day, …
        """
        choice = self._choice
        rows = len(cells["first_day"])
        kept = np.ones(rows, dtype=bool)
        for role, named, reason in (
            ("country", choice.countries, "another country than"),
            ("type", choice.types, "another type than"),
        ):
            if role in cells:
                self._note(role, cells[role])
            if named and role in cells:
                wrong = ~_among(cells[role], named) & _filled(cells[role])
                self._take(kept, wrong, f"{reason} {listed(named)}")
        for name in choice.without:
            found = np.zeros(rows, dtype=bool)
            for role in ("conflict", "side_a", "side_b"):
                if role in cells:
                    found |= _among(cells[role], (name,))
            if found.any():
                self._conflicts.add(name)
            self._take(kept, found, f"left out by name: {name}")
        days = cells["first_day"]
        if choice.start is not None:
            early = _true(pc.less(days, pa.scalar(first_day(choice.start))))
            self._take(kept, early, f"begins before {choice.start}")
        if choice.end is not None:
            late = _true(pc.greater(days, pa.scalar(last_day(choice.end))))
            self._take(kept, late, f"begins after {choice.end}")
        return kept

    def unknown(self) -> list[str]:
        """Return a sentence for each name that was asked for and that the file does not have."""
        told = []
        for role, named in (("country", self._choice.countries), ("type", self._choice.types)):
            seen = self.seen[role]
            folded = {name.casefold() for name in seen}
            for name in named:
                if name.casefold() not in folded and len(seen) < MOST_NAMES:
                    near = nearest(name, seen) if seen else None
                    has = ", ".join(each for each, _ in seen.most_common(10)) or "none"
                    hint = f"Did you mean “{near}”?" if near else f"It has: {has}."
                    told.append(f"The file has no {role} “{name}”. {hint}")
        missing = [name for name in self._choice.without if name not in self._conflicts]
        told += [f"No conflict and no side of the file is called “{name}”." for name in missing]
        return told

    def _take(self, kept: Any, wrong: Any, reason: str) -> None:
        taken = kept & wrong
        number = int(taken.sum())
        if number:
            self.left_out[reason] += number
        kept &= ~wrong

    def _note(self, role: str, cells: pa.Array) -> None:
        seen = self.seen[role]
        if len(seen) < MOST_NAMES:
            for each in pc.value_counts(cells).to_pylist():
                if each["values"]:
                    seen[each["values"]] += each["counts"]


def _among(cells: pa.Array, names: tuple[str, ...]) -> Any:
    words = pa.array([name.strip().casefold() for name in names], pa.string())
    return _true(pc.is_in(pc.utf8_lower(cells), words))


def _filled(cells: pa.Array) -> Any:
    return ~_true(pc.is_null(cells))


def _true(mask: pa.Array) -> Any:
    return pc.fill_null(mask, fill_value=False).to_numpy(zero_copy_only=False)
