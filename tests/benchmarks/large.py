"""A dossier far larger than a story needs: the shipped tables, their rows repeated."""

import csv
import shutil
from collections.abc import Iterator, Mapping
from itertools import count, islice
from pathlib import Path

from tests.serving import ROOT

ROWS: Mapping[str, int] = {"quotes": 50_000, "figures": 20_000, "places": 5_000}
# What names another row of its table stays with the rows that the story has.
TIES = frozenset({"same_as", "replaces", "subset_of", "replies_to"})


def write_large(folder: Path) -> Path:
    """Write the shipped dossier with so many rows into a new folder; return the folder."""
    shutil.copytree(ROOT / "data", folder, ignore=shutil.ignore_patterns("examples"))
    for table, rows in ROWS.items():
        file = folder / f"{table}.csv"
        with file.open(encoding="utf-8", newline="") as lines:
            told = list(csv.DictReader(lines))
        with file.open("w", encoding="utf-8", newline="") as lines:
            writer = csv.DictWriter(lines, told[0])
            writer.writeheader()
            writer.writerows(islice(_repeated(told), rows))
    return folder


def _repeated(told: list[dict[str, str]]) -> Iterator[dict[str, str]]:
    yield from told
    for number in count(2):
        for row in told:
            changed = row | {"id": f"{row['id']}-x{number}"} | dict.fromkeys(TIES & row.keys(), "")
            if row.get("longitude"):  # a spiral round the place, so that no two lie on each other
                changed["longitude"] = f"{float(row['longitude']) + number * 0.004:.4f}"
                changed["latitude"] = f"{float(row['latitude']) + number * 0.002:.4f}"
            yield changed
