"""Clocks: the day from which each part of the story says "Friday" or "this year"."""

from dash.dates import spell
from dash.schema.story import Clock, Story


def clock_of(story: Story, locator: str | None) -> Clock | None:
    """Return the clock of the paragraph that a locator names.

    None where no clock covers it, and where it names no paragraph: a page has no clock.
    """
    if locator is None or not locator.removeprefix("P").isdecimal():
        return None
    paragraph = _number(locator)
    for clock in story.clocks:
        if paragraph in paragraph_numbers(clock.paragraphs):
            return clock
    return None


def spell_clock(clock: Clock) -> str:
    """Return what a clock stands at: the gallery, about 9 April 2021."""
    return f"{clock.name}, {'about ' * clock.approximate}{spell(clock.date)}"


def spell_paragraphs(paragraphs: str) -> str:
    """Return what P11-P34 means: paragraphs 11 to 34."""
    numbers = paragraph_numbers(paragraphs)
    first, last = numbers.start, numbers.stop - 1
    return f"paragraph {first}" if first == last else f"paragraphs {first} to {last}"


def paragraph_numbers(paragraphs: str) -> range:
    """Return the numbers of the paragraphs that P11-P34, or P7 alone, means."""
    first, _, last = paragraphs.partition("-")
    return range(_number(first), _number(last or first) + 1)


def distinct(story: Story) -> list[Clock]:
    """Return the first clock of each name and day: what is worth a line on a timeline."""
    found: dict[tuple[str, str], Clock] = {}
    for clock in story.clocks:
        found.setdefault((clock.name, clock.date), clock)
    return list(found.values())


def _number(locator: str) -> int:
    return int(locator.removeprefix("P"))
