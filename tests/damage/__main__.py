"""The command: `python -m tests.damage --count 5000`, with progress; each case by its number."""

import argparse
import logging
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.benchmarks.command import bounded
from tests.damage import folders
from tests.damage.cases import FaultError, open_damaged, show_address, show_damaged
from tests.pages.app import PAGES

MOST = 1_000_000
SECONDS_BETWEEN = 5


def main() -> int:
    """Run the cases asked for; return 1 when one did not end as it must."""
    parser = argparse.ArgumentParser(prog="python -m tests.damage", description=__doc__)
    parser.add_argument("--count", type=bounded(1, MOST), default=1000, help="cases of each kind")
    parser.add_argument("--first", type=bounded(0, MOST), default=0, help="number of the first")
    parser.add_argument("--only", choices=("open", "show", "addresses"), help="one kind of case")
    given = parser.parse_args()
    numbers = range(given.first, given.first + given.count)
    # Outside of a test runner Streamlit warns of each run that no browser asked for it.
    logging.getLogger("streamlit").setLevel(logging.ERROR)
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        sound = folders.write(Path(name) / "dossier")
        kinds: dict[str, Callable[[int], str]] = {
            "open": open_damaged,
            "show": partial(show_damaged, pages=PAGES),
            "addresses": partial(show_address, folder=sound),
        }
        for kind, case in kinds.items():
            if given.only in (None, kind):
                failed += _run(kind, case, numbers)
    return 1 if failed else 0


def _run(kind: str, case: Callable[[int], str], numbers: range) -> int:
    failed, start, told = 0, time.monotonic(), time.monotonic()
    for done, number in enumerate(numbers, start=1):
        try:
            case(number)
        except FaultError as error:
            failed += 1
            print(f"{kind}: {error}")
            traceback.print_exception(error.__cause__)
        if time.monotonic() - told > SECONDS_BETWEEN or done == len(numbers):
            told = time.monotonic()
            print(f"{kind}: {done} of {len(numbers)}, {failed} failed, {told - start:.0f} s")
    return failed


if __name__ == "__main__":
    sys.exit(main())
