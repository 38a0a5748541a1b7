"""Facets: the values by which rows can be chosen, and how many rows each would leave."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Mask = npt.NDArray[np.bool_]
Chosen = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Facet:
    """One property of all rows, of which a row may have several values.

    Attributes:
        values: The values that occur, in the order in which they are offered.
        size: How many rows there are.
        rows: Positions of rows, one per pair of a row and a value of it.
        codes: For each of these pairs, the position of the value in `values`.
    """

    values: tuple[str, ...]
    size: int
    rows: npt.NDArray[np.int64]
    codes: npt.NDArray[np.int64]

    def having(self, chosen: Sequence[str]) -> Mask:
        """Return which rows have one of the chosen values; all where none is chosen."""
        if not chosen:
            return np.ones(self.size, dtype=bool)
        wanted = np.array([value in chosen for value in self.values], dtype=bool)
        mask = np.zeros(self.size, dtype=bool)
        mask[self.rows[wanted[self.codes]]] = True
        return mask

    def table(self) -> npt.NDArray[np.float32]:
        """Return 1 where a row has a value, else 0: a line per row, a column per value."""
        # Numbers that BLAS multiplies; float32 counts exactly to 16 million.
        cells = np.zeros((self.size, len(self.values)), dtype=np.float32)
        cells[self.rows, self.codes] = 1
        return cells

    def count(self, mask: Mask) -> dict[str, int]:
        """Return how many of the rows have each value, without those that none has."""
        counts = np.bincount(self.codes[mask[self.rows]], minlength=len(self.values))
        return {
            value: int(count) for value, count in zip(self.values, counts, strict=True) if count
        }


def facet(
    values: Sequence[Iterable[str]], order: Iterable[str] = (), last: str | None = None
) -> Facet:
    """Make a facet.

    Args:
        values: The values of each row.
        order: Values in the order in which to offer them; others follow by the alphabet.
        last: The value that comes after all others.
    """
    pairs = [(row, value) for row, cell in enumerate(values) for value in dict.fromkeys(cell)]
    present = {value for _, value in pairs}
    first = [value for value in dict.fromkeys(order) if value in present]
    rest = sorted(present.difference(first), key=lambda value: (value == last, value.casefold()))
    offered = (*first, *rest)
    code = {value: number for number, value in enumerate(offered)}
    rows = np.array([row for row, _ in pairs], dtype=np.int64)
    codes = np.array([code[value] for _, value in pairs], dtype=np.int64)
    return Facet(offered, len(values), rows, codes)


def choose(facets: Mapping[str, Facet], chosen: Chosen, among: Mask, *without: str) -> Mask:
    """Return which rows have a chosen value in every facet.

    Args:
        facets: The facets by name.
        chosen: The chosen values by the facet's name.
        among: The rows to choose from.
        without: Names of facets whose choice is left out.
    """
    mask = among.copy()
    for name, values in chosen.items():
        if name not in without:
            mask &= facets[name].having(values)
    return mask


def counts(facets: Mapping[str, Facet], chosen: Chosen, among: Mask) -> dict[str, dict[str, int]]:
    """Return, per facet, how many rows each value would leave beside the other facets' choice."""
    return {name: one.count(choose(facets, chosen, among, name)) for name, one in facets.items()}


def cross(one: Facet, other: Facet, mask: Mask) -> dict[tuple[str, str], int]:
    """Return how many rows have each pair of values, one of each facet."""
    totals = one.table()[mask].T @ other.table()[mask]
    return {
        (one.values[row], other.values[column]): int(totals[row, column])
        for row, column in np.argwhere(totals)
    }
