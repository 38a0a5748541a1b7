"""Numbers as people write them: 400,000, 400 000, 400.000 and 400 thousand are one number."""

import re
from collections.abc import Iterator

SCALES = {
    "k": 1_000,
    "thousand": 1_000,
    "thousands": 1_000,
    "m": 1_000_000,
    "million": 1_000_000,
    "millions": 1_000_000,
    "billion": 1_000_000_000,
}
# Thin, narrow and no-break spaces part thousands too. A decimal part counts beside a scale alone.
NUMBER = re.compile(
    r"(?<![\w.,])(?P<digits>\d{1,3}(?:[ ,.'’\u00a0\u2009\u202f]\d{3})+(?!\d)|\d+(?:\.\d+)?)"
    rf"(?:[ \u00a0-]?(?P<scale>{'|'.join(sorted(SCALES, key=len, reverse=True))})\b)?(?!\w)",
    re.IGNORECASE,
)
PARTED = re.compile(r"\D")
PHRASE = re.compile(r'(["“”«»„][^"“”«»„]*["“”«»„]?)')


def numbers_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Return the start, the end and the plain digits (400000) of each number in a text."""
    for found in NUMBER.finditer(text):
        yield *found.span(), _plain(found)


def plain_query(text: str) -> str:
    """Return what was typed with each number as a phrase of plain digits; phrases stay."""
    parts = PHRASE.split(text)
    parts[::2] = [NUMBER.sub(lambda found: f' "{_plain(found)}" ', part) for part in parts[::2]]
    return "".join(parts)


def _plain(found: re.Match[str]) -> str:
    digits, scale = found["digits"], found["scale"]
    if re.fullmatch(r"\d+\.\d{1,2}|\d+\.\d{4,}", digits):  # a decimal part, not thousands
        return f"{float(digits) * SCALES[scale.lower()]:.0f}" if scale else digits
    # As text: a stranger's number may be longer than Python takes for one.
    zeros = "0" * (len(str(SCALES[scale.lower()])) - 1) if scale else ""
    return (PARTED.sub("", digits).lstrip("0") or "0") + zeros
