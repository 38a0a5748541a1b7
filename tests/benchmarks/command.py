"""What both commands read from the command line."""

import argparse
from collections.abc import Callable


def bounded(least: int, most: int) -> Callable[[str], int]:
    """Return a reader of whole numbers that refuses those outside the two bounds."""

    def number(text: str) -> int:
        value = int(text)
        if not least <= value <= most:
            raise argparse.ArgumentTypeError(f"{value} is not between {least} and {most}")
        return value

    return number
