"""The nine pictures: the opening card and the eight slides, each one idea.

Every number and date comes from a record of the dossier. Figures stand on one scale only where
one body gives them, of the same population and in the same unit; the others stand apart, with
who says so and as of when.
"""

from collections.abc import Callable

from facts import Facts
from in_marks import ceasefire, civilians
from on_axes import citizens, control_checks, the_week, war_by_month
from on_maps import build_up, opening_card, warships
from sheet import Sheet

DRAWINGS: dict[str, Callable[[Facts], Sheet]] = {
    "slide-0.webp": opening_card,
    "slide-1.webp": build_up,
    "slide-2.webp": control_checks,
    "slide-3.webp": warships,
    "slide-4.webp": war_by_month,
    "slide-5.webp": civilians,
    "slide-6.webp": ceasefire,
    "slide-7.webp": the_week,
    "slide-8.webp": citizens,
}
